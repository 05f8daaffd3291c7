// Keys of one letter, while no field has the focus; a dialog that is open keeps them all to itself.

import { useLayoutEffect, useRef } from 'react';

export type Keys = Readonly<Record<string, (event: KeyboardEvent) => void>>;

/** Keys by what they type, such as `j` or `?`; two letters after one another as `g q`. */
export function useKeys(keys: Keys): void {
  const latest = useRef(keys);
  useLayoutEffect(() => {
    latest.current = keys;
  });
  useLayoutEffect(() => {
    let before = '';
    let at = 0;
    const pressed = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target)) return;
      if (document.querySelector('[role=dialog],[role=menu]') !== null) return;
      const both = performance.now() - at < 1_000 ? `${before} ${event.key}` : '';
      const act = latest.current[both] ?? latest.current[event.key];
      before = event.key;
      at = performance.now();
      if (act === undefined) return;
      if (isPressable(event.target) && (event.key === 'Enter' || event.key === ' ')) return;
      event.preventDefault();
      act(event);
    };
    document.addEventListener('keydown', pressed);
    return () => document.removeEventListener('keydown', pressed);
  }, []);
}

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** What Enter and Space already press by themselves. */
const isPressable = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && /^(A|BUTTON|SUMMARY)$/.test(target.tagName);
