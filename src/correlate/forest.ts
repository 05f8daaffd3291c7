// Which of some things have been put together: disjoint sets, by size and with shortened ways (Tarjan 1975).

import { slot } from '../learn/slot.ts';

export interface Forest {
  readonly rootOf: (id: string) => string;
  readonly join: (a: string, b: string) => void;
  /** The sets, each and all in the order given. */
  readonly of: <T extends { readonly id: string }>(all: readonly T[]) => T[][];
}

export function forest(ids: readonly string[]): Forest {
  const parent = new Map(ids.map((id) => [id, id]));
  const size = new Map(ids.map((id) => [id, 1]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    for (let at = id; at !== root;) {
      const up = parent.get(at) ?? root;
      parent.set(at, root);
      at = up;
    }
    return root;
  };
  return {
    rootOf,
    join(a, b) {
      const [one, other] = [rootOf(a), rootOf(b)];
      if (one === other) return;
      const together = (size.get(one) ?? 1) + (size.get(other) ?? 1);
      const [top, under] = (size.get(one) ?? 1) >= (size.get(other) ?? 1) ? [one, other] : [other, one];
      parent.set(under, top);
      size.set(top, together);
    },
    of(all) {
      const sets = new Map<string, (typeof all)[number][]>();
      for (const one of all) slot(sets, rootOf(one.id), () => []).push(one);
      return [...sets.values()];
    },
  };
}
