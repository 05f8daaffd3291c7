// An answer that many ask for, and that may be a little old.

import type { Millis } from '../model/time.ts';

/** The answer of `ask`, asked again when it is older than `freshFor`; however many wait, one asks. */
export function remembered<T>(ask: () => Promise<T>, freshFor: Millis): () => Promise<T> {
  let asked: Promise<T> | undefined;
  let until = 0;
  return () => {
    if (asked !== undefined && performance.now() < until) return asked;
    until = performance.now() + freshFor;
    return (asked = ask());
  };
}
