// A graph as numbers: compressed sparse rows.
//
// A row holds the neighbours of one node. Built by counting, in time linear in nodes and edges, without an object per edge.
// The same edges give the same rows, bit for bit, in whatever order they come.

/* eslint-disable @typescript-eslint/no-non-null-assertion -- indices are checked once, at the door */

/**
 * Undirected weighted graph without loops and without doubled pairs; every edge stands in the rows of both its ends.
 * Neighbours of node i are `ends[starts[i] .. starts[i + 1])`, ascending, with `weights` beside them.
 */
export interface Csr {
  readonly nodes: number;
  /** One more than there are nodes. */
  readonly starts: Uint32Array;
  /** Two for every edge. */
  readonly ends: Uint32Array;
  readonly weights: Float64Array;
  /** Sum of the edges' weights, each edge once. */
  readonly total: number;
}

type Numbers = ArrayLike<number>;

/** Of edge i between `from[i]` and `to[i]`. Doubled pairs are added up, loops dropped; weights (1 when left out) are above 0. */
export function csrOf(nodes: number, from: Numbers, to: Numbers, weights?: Numbers): Csr {
  check(nodes, from, to, weights);
  return merged(turned(arcsByEnd(nodes, from, to, weights)));
}

function check(nodes: number, from: Numbers, to: Numbers, weights?: Numbers): void {
  const count = from.length;
  if (to.length !== count || (weights !== undefined && weights.length !== count))
    throw new RangeError(
      `${count} edges begin, ${to.length} end, ${weights?.length ?? count} have a weight: give as many of each`,
    );
  let total = 0;
  for (let edge = 0; edge < count; edge += 1) {
    const a = from[edge]!;
    const b = to[edge]!;
    if (!(a >= 0 && a < nodes && b >= 0 && b < nodes))
      throw new RangeError(`edge ${edge} joins ${a} and ${b}: number the nodes from 0 to ${nodes - 1}`);
    const weight = weights === undefined ? 1 : weights[edge]!;
    if (!(weight > 0)) throw new RangeError(`edge ${edge} has weight ${weight}: give one above 0`);
    total += weight;
  }
  if (!Number.isFinite(2 * total)) throw new RangeError(`the weights add up to ${total}: scale them down`);
}

/** Row i holds `others[starts[i] .. starts[i + 1])`. */
interface Rows {
  readonly starts: Uint32Array;
  readonly others: Uint32Array;
  readonly weights: Float64Array;
}

/** Both directions of every edge. */
function arcsByEnd(nodes: number, from: Numbers, to: Numbers, weights?: Numbers): Rows {
  const next = new Uint32Array(nodes + 1);
  for (let edge = 0; edge < from.length; edge += 1)
    if (from[edge] !== to[edge]) {
      next[from[edge]! + 1]! += 1;
      next[to[edge]! + 1]! += 1;
    }
  for (let node = 0; node < nodes; node += 1) next[node + 1]! += next[node]!;
  const rows = { starts: next.slice(), others: new Uint32Array(next[nodes]!), weights: new Float64Array(next[nodes]!) };
  for (let edge = 0; edge < from.length; edge += 1) {
    const a = from[edge]!;
    const b = to[edge]!;
    if (a === b) continue;
    const atA = next[a]!++;
    const atB = next[b]!++;
    rows.others[atA] = b;
    rows.others[atB] = a;
    rows.weights[atA] = rows.weights[atB] = weights === undefined ? 1 : weights[edge]!;
  }
  return rows;
}

/** Rows to columns. Of a symmetric matrix those are the same, and come out in ascending order. */
function turned({ starts, others, weights }: Rows): Rows {
  const next = starts.slice();
  const rows = { starts, others: new Uint32Array(others.length), weights: new Float64Array(others.length) };
  for (let node = 0; node + 1 < starts.length; node += 1)
    for (let arc = starts[node]!; arc < starts[node + 1]!; arc += 1) {
      const place = next[others[arc]!]!++;
      rows.others[place] = node;
      rows.weights[place] = weights[arc]!;
    }
  return rows;
}

/** Neighbours that stand side by side more than once become one; packed to the front, in place. */
function merged({ starts, others, weights }: Rows): Csr {
  const nodes = starts.length - 1;
  const packed = new Uint32Array(nodes + 1);
  let kept = 0;
  let total = 0;
  for (let node = 0; node < nodes; node += 1) {
    for (let arc = starts[node]!, after = arc; arc < starts[node + 1]!; arc = after) {
      const other = others[arc]!;
      for (after = arc + 1; after < starts[node + 1]! && others[after] === other;) after += 1;
      const weight = sumOf(weights, arc, after);
      others[kept] = other;
      weights[kept] = weight;
      kept += 1;
      if (node < other) total += weight;
    }
    packed[node + 1] = kept;
  }
  return kept === others.length
    ? { nodes, starts: packed, ends: others, weights, total }
    : { nodes, starts: packed, ends: others.slice(0, kept), weights: weights.slice(0, kept), total };
}

/** Smallest first: the sum of rounded numbers depends on their order, and that of the edges must not show. */
function sumOf(weights: Float64Array, from: number, until: number): number {
  if (until - from === 1) return weights[from]!;
  return weights
    .subarray(from, until)
    .sort()
    .reduce((sum, weight) => sum + weight, 0);
}

/** Two names and how much ties them; `weight` is above 0. */
export interface Edge {
  readonly a: string;
  readonly b: string;
  readonly weight: number;
}

export interface NamedCsr {
  readonly graph: Csr;
  /** Of each node, ascending. */
  readonly names: readonly string[];
}

/** Nodes are the edges' ends, numbered in the order of their names, so that the order of the edges cannot show. */
export function csrOfNames(edges: readonly Edge[]): NamedCsr {
  const seen = new Map<string, number>();
  const from = new Uint32Array(edges.length);
  const to = new Uint32Array(edges.length);
  const weights = new Float64Array(edges.length);
  const number = (name: string): number => {
    let found = seen.get(name);
    if (found === undefined) seen.set(name, (found = seen.size));
    return found;
  };
  for (const [place, { a, b, weight }] of edges.entries()) {
    from[place] = number(a);
    to[place] = number(b);
    weights[place] = weight;
  }
  const names = [...seen.keys()].sort();
  const rank = new Uint32Array(names.length);
  for (const [place, name] of names.entries()) rank[seen.get(name)!] = place;
  const ranked = (node: number): number => rank[node]!;
  return { names, graph: csrOf(names.length, from.map(ranked), to.map(ranked), weights) };
}
