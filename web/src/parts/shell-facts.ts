// The few facts of a view that the bar above it shows.

import { useEffect, useSyncExternalStore } from 'react';

let open: number | undefined;
const listeners = new Set<() => void>();

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** How many incidents are open, as the queue last saw it; told by whoever knows. */
export function useOpenCount(told: number | undefined): void {
  useEffect(() => {
    if (told === undefined || told === open) return;
    open = told;
    for (const listener of listeners) listener();
  }, [told]);
}

export const useOpen = (): number | undefined => useSyncExternalStore(subscribe, () => open);
