// The shortest ways through a small graph that is held in memory. Pure; where the graph comes from is another's affair.

/** A tie between two nodes, and how many hops it takes. */
export interface Tie {
  readonly a: string;
  readonly b: string;
  readonly hops: number;
}

export interface Search {
  readonly from: string;
  readonly to: string;
  readonly most: number;
  readonly mostHops: number;
  /** Of routes that are equally long those come first that pass through less of it. */
  readonly busyness: (node: string) => number;
  /** What tells nodes apart, and puts equals into the same order wherever they are stored. */
  readonly name: (node: string) => string;
  readonly mayPass: (node: string) => boolean;
}

export interface Route {
  readonly hops: number;
  /** From the one end to the other, both among them. */
  readonly nodes: readonly string[];
}

/** So many steps are tried for routes of one length; where it takes more, no single route says much. */
const MOST_TRIED = 20_000;

/**
 * The shortest routes there are, none with a detour: where two nodes on it are tied by a shorter way that the route does
 * not take, another route explains the same better. Only the ends may be. The same graph gives the same routes.
 */
export function routes(ties: readonly Tie[], search: Search): Route[] {
  const near = neighbours(withinReach(ties, search), search);
  const left = distancesTo(search.to, near, search);
  const found: Route[] = [];
  for (let hops = 1; hops <= search.mostHops && found.length < search.most; hops++)
    found.push(...routesOf(hops, near, left, search).sort(byBusyness(search)));
  return found.slice(0, search.most);
}

/** What is so near to both ends that a route may pass it. */
function withinReach(ties: readonly Tie[], search: Search): readonly Tie[] {
  const near = tiesOf(ties);
  const [there, back] = [distancesTo(search.from, near, search), distancesTo(search.to, near, search)];
  const isWithin = (node: string): boolean => (there.get(node) ?? Infinity) + (back.get(node) ?? Infinity) <= search.mostHops;
  return ties.filter(({ a, b }) => isWithin(a) && isWithin(b));
}

type Near = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Of each node what it is tied to, by the shortest tie. */
function tiesOf(ties: readonly Tie[]): Near {
  const near = new Map<string, Map<string, number>>();
  const add = (from: string, to: string, hops: number): void => {
    const of = near.get(from) ?? new Map<string, number>();
    near.set(from, of);
    of.set(to, Math.min(hops, of.get(to) ?? Infinity));
  };
  for (const { a, b, hops } of ties) {
    add(a, b, hops);
    add(b, a, hops);
  }
  return near;
}

/** The same, the least busy first. */
function neighbours(ties: readonly Tie[], { busyness, name }: Search): Near {
  const inOrder = ([a]: readonly [string, number], [b]: readonly [string, number]): number =>
    busyness(a) - busyness(b) || (name(a) < name(b) ? -1 : 1);
  return new Map([...tiesOf(ties)].map(([node, of]) => [node, new Map([...of].sort(inOrder))]));
}

/** How far each node is from the end; what may not be passed is far from everything. */
function distancesTo(end: string, near: Near, { mayPass, mostHops }: Search): ReadonlyMap<string, number> {
  const far = new Map([[end, 0]]);
  for (let hops = 0; hops < mostHops; hops++)
    for (const [node, at] of far) {
      if (at !== hops || (node !== end && !mayPass(node))) continue;
      for (const [next, more] of near.get(node) ?? []) far.set(next, Math.min(far.get(next) ?? Infinity, hops + more));
    }
  return far;
}

interface Stop {
  readonly node: string;
  /** Hops from the beginning. */
  readonly at: number;
}

/** Every route of exactly that length, as far as that can be tried. */
function routesOf(length: number, near: Near, left: ReadonlyMap<string, number>, { from, to, mayPass }: Search): Route[] {
  const found: Route[] = [];
  let tried = 0;
  const walk = (way: readonly Stop[], last: Stop): void => {
    for (const [node, hops] of near.get(last.node) ?? []) {
      if (++tried > MOST_TRIED) return;
      const next = { node, at: last.at + hops };
      if (next.at + (left.get(node) ?? Infinity) > length || isDetour(way, next)) continue;
      if (node === to) {
        if (next.at === length) found.push({ hops: length, nodes: [...way, next].map((stop) => stop.node) });
      } else if (mayPass(node)) walk([...way, next], next);
    }
  };
  /** Comes back to where it was, or was closer before. */
  const isDetour = (way: readonly Stop[], { node, at }: Stop): boolean =>
    way.some(
      (stop) =>
        stop.node === node ||
        ((stop.node !== from || node !== to) && (near.get(stop.node)?.get(node) ?? Infinity) < at - stop.at),
    );
  const start = { node: from, at: 0 };
  walk([start], start);
  return found;
}

function byBusyness({ busyness, name }: Search): (a: Route, b: Route) => number {
  const sum = ({ nodes }: Route): number => nodes.slice(1, -1).reduce((all, node) => all + busyness(node), 0);
  const names = ({ nodes }: Route): string => {
    const all = nodes.map(name);
    // From whichever end one asks.
    return ((all[0] ?? '') < (all.at(-1) ?? '') ? all : all.reverse()).join('\n');
  };
  return (a, b) => sum(a) - sum(b) || (names(a) < names(b) ? -1 : 1);
}
