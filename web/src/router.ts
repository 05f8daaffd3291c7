// Where we are: the History API, and nothing beside the address.

import { useSyncExternalStore } from 'react';
import { read, write, type View } from './lib/address.ts';

const listeners = new Set<() => void>();
let view = read(new URL(location.href));

function moved(): void {
  view = read(new URL(location.href));
  for (const listener of listeners) listener();
}

window.addEventListener('popstate', moved);

/** `replace` for what Back should not undo one by one, such as a selection that moves with every key. */
export function go(to: View, how: 'push' | 'replace' = 'push'): void {
  const address = write(to);
  if (address === location.pathname + location.search) return;
  if (how === 'push') history.pushState(null, '', address);
  else history.replaceState(history.state, '', address);
  moved();
}

export const here = (): View => view;

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const useView = (): View => useSyncExternalStore(subscribe, here);
