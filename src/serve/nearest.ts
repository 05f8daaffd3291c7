// Which of some names somebody may have meant, by the pairs of letters they share.

/** The three that are most alike, the most alike first. */
export function nearest(meant: string, names: readonly string[]): string[] {
  const wanted = pairs(meant);
  const likeness = (name: string): number => {
    const has = pairs(name);
    return [...has].filter((pair) => wanted.has(pair)).length / (has.size + wanted.size);
  };
  return [...names].sort((a, b) => likeness(b) - likeness(a) || (a < b ? -1 : 1)).slice(0, 3);
}

const pairs = (name: string): ReadonlySet<string> =>
  new Set(Array.from({ length: Math.max(0, name.length - 1) }, (_, at) => name.slice(at, at + 2).toLowerCase()));
