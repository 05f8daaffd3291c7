// A forest of small trees: each asks a few questions of a message and adds what it found to the log-odds.
//
// How much of that a single measurement brought is its Shapley value against a message of which nothing is seen: what it adds
// on average over every order in which the measurements could have become known (Shapley 1953; for trees and one message to
// compare with, Lundberg et al. 2020, “From local explanations to global understanding with explainable AI for trees”).
// Such shares add up to the forest's log-odds exactly, and what is as in the empty message has none.
//
// Walked once for both messages: where the two go the same way at a question, the walk follows; where they part, it goes both
// ways and remembers whose way it took there. A value at the end of it counts for those questions by the number of orders in
// which exactly they would have led there.

/** A value in log-odds, or a question: is the measurement of that place above the limit? If not, the first way, else the second. */
export type Tree = number | readonly [measurement: number, limit: number, below: Tree, above: Tree];

/** The log-odds of a message by the values of its measurements. */
export const oddsOf = (trees: readonly Tree[], values: ArrayLike<number>): number =>
  trees.reduce<number>((sum, tree) => sum + endOf(tree, values), 0);

function endOf(tree: Tree, values: ArrayLike<number>): number {
  let at = tree;
  while (typeof at !== 'number') at = at[(values[at[0]] ?? 0) > at[1] ? 3 : 2];
  return at;
}

/** What each measurement adds to the log-odds of a message where nothing is measured: together, the difference of the two. */
export function sharesOf(trees: readonly Tree[], values: ArrayLike<number>): Float64Array {
  const shares = new Float64Array(values.length);
  const walk: Walk = { values, shares, ours: [], empty: [] };
  for (const tree of trees) follow(tree, walk);
  return shares;
}

interface Walk {
  readonly values: ArrayLike<number>;
  readonly shares: Float64Array;
  /** Measurements at which the walk went the message's way, and those at which it went that of the empty one. */
  readonly ours: number[];
  readonly empty: number[];
}

function follow(tree: Tree, walk: Walk): void {
  if (typeof tree === 'number') {
    counted(tree, walk);
    return;
  }
  const [measurement, limit] = tree;
  const { values, ours, empty } = walk;
  const [mine, none] = [tree[(values[measurement] ?? 0) > limit ? 3 : 2], tree[0 > limit ? 3 : 2]];
  if (mine === none || ours.includes(measurement)) follow(mine, walk);
  else if (empty.includes(measurement)) follow(none, walk);
  else {
    ours.push(measurement);
    follow(mine, walk);
    ours.pop();
    empty.push(measurement);
    follow(none, walk);
    empty.pop();
  }
}

function counted(value: number, { shares, ours, empty }: Walk): void {
  const orders = choose(ours.length + empty.length, ours.length);
  for (const measurement of ours) shares[measurement] = (shares[measurement] ?? 0) + value / (orders * ours.length);
  for (const measurement of empty) shares[measurement] = (shares[measurement] ?? 0) - value / (orders * empty.length);
}

/** Ways to choose some of a few. */
function choose(of: number, some: number): number {
  let ways = 1;
  for (let one = 1; one <= some; one += 1) ways = (ways * (of - some + one)) / one;
  return ways;
}

/**
 * A forest as it is written down, a tree a line: `3>0.5` begins a question to measurement 3, then comes what stands below the
 * limit and then what stands above it; a number alone is an end. A line that is none is a mistake of whoever wrote it: an error.
 */
export function treesOf(lines: string): Tree[] {
  return lines
    .trim()
    .split('\n')
    .map((line) => {
      const signs = line.split(' ');
      const { tree, next } = treeAt(signs, 0);
      if (next !== signs.length) throw new RangeError(`more than a tree: ${line}`);
      return tree;
    });
}

function treeAt(signs: readonly string[], at: number): { readonly tree: Tree; readonly next: number } {
  const [, measurement, limit] = /^(\d+)>(.+)$/u.exec(signs[at] ?? '') ?? [];
  if (measurement === undefined) return { tree: numberOf(signs[at]), next: at + 1 };
  const below = treeAt(signs, at + 1);
  const above = treeAt(signs, below.next);
  return { tree: [Number(measurement), numberOf(limit), below.tree, above.tree], next: above.next };
}

function numberOf(sign = ''): number {
  const value = Number(sign);
  if (sign === '' || !Number.isFinite(value)) throw new RangeError(`a number of a tree is missing or is none: “${sign}”`);
  return value;
}

/** The line `treesOf` reads. */
export const written = (tree: Tree): string =>
  typeof tree === 'number' ? String(tree) : `${tree[0]}>${tree[1]} ${written(tree[2])} ${written(tree[3])}`;
