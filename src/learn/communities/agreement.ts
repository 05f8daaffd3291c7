// How far two ways of grouping the same things agree.
//
// Labels are numbers; what they are called does not matter. All three are 1 for the same grouping. NMI is 0 for independent
// groupings in the limit only, and favours many groups; AMI and ARI are 0 on average for groupings drawn by chance.

/* eslint-disable @typescript-eslint/no-non-null-assertion -- tables are as long as the labels they are made from */

type Labels = ArrayLike<number>;

/** Normalised mutual information, by the mean of the two entropies (Strehl & Ghosh 2002; Fred & Jain 2003). 0 to 1. */
export function normalizedMutualInformation(a: Labels, b: Labels): number {
  const table = tableOf(a, b);
  const [inA, inB] = [entropy(table.rows, table.n), entropy(table.columns, table.n)];
  return inA + inB === 0 ? 1 : (2 * mutualInformation(table)) / (inA + inB);
}

/** Adjusted for what chance would share, by the mean of the two entropies (Vinh, Epps & Bailey 2010). 1 at most; may be below 0. */
export function adjustedMutualInformation(a: Labels, b: Labels): number {
  const table = tableOf(a, b);
  const most = (entropy(table.rows, table.n) + entropy(table.columns, table.n)) / 2;
  const chance = expectedInformation(table);
  // One group on both sides, or everybody alone on both: nothing to be told, and nothing wrong.
  if (Math.abs(most - chance) < 1e-12) return 1;
  return (mutualInformation(table) - chance) / (most - chance);
}

/** Adjusted Rand index (Hubert & Arabie 1985): pairs together on both sides, less those chance would put there. 1 at most. */
export function adjustedRand(a: Labels, b: Labels): number {
  const { n, rows, columns, cells } = tableOf(a, b);
  const pairs = (count: number): number => (count * (count - 1)) / 2;
  const inAll = (counts: Uint32Array): number => counts.reduce((sum, count) => sum + pairs(count), 0);
  const [inRows, inColumns] = [inAll(rows), inAll(columns)];
  const inBoth = cells.reduce((sum, { count }) => sum + pairs(count), 0);
  const chance = n < 2 ? 0 : (inRows * inColumns) / ((n * (n - 1)) / 2);
  const most = (inRows + inColumns) / 2;
  return most === chance ? 1 : (inBoth - chance) / (most - chance);
}

/** How many things there are of each group of either side, and in common to any two. */
interface Table {
  readonly n: number;
  readonly rows: Uint32Array;
  readonly columns: Uint32Array;
  /** Those that are not empty: n at most. */
  readonly cells: readonly { readonly row: number; readonly column: number; readonly count: number }[];
}

function tableOf(a: Labels, b: Labels): Table {
  if (a.length !== b.length) throw new RangeError(`${a.length} labels beside ${b.length}: label the same things`);
  const [inRow, inColumn] = [ranked(a), ranked(b)];
  const [rows, columns] = [countsOf(inRow), countsOf(inColumn)];
  const cells: { row: number; column: number; count: number }[] = [];
  const common = new Uint32Array(columns.length);
  const ordered = orderedBy(inRow, rows);
  for (let row = 0, first = 0; row < rows.length; first += rows[row]!, row += 1) {
    const things = ordered.subarray(first, first + rows[row]!);
    for (const thing of things) common[inColumn[thing]!]! += 1;
    for (const thing of things) {
      const column = inColumn[thing]!;
      if (common[column] === 0) continue;
      cells.push({ row, column, count: common[column]! });
      common[column] = 0;
    }
  }
  return { n: a.length, rows, columns, cells };
}

/** Labels as numbers from 0, in the order in which they first come. */
function ranked(labels: Labels): Uint32Array {
  const ranks = new Map<number, number>();
  const known = new Uint32Array(labels.length);
  return Uint32Array.from(labels, (label) => {
    // Small numbers, as nearly all labels are, need no look into the map.
    const seen = known[label];
    if (seen !== undefined && seen > 0) return seen - 1;
    const rank = ranks.get(label) ?? ranks.size;
    ranks.set(label, rank);
    if (seen !== undefined) known[label] = rank + 1;
    return rank;
  });
}

function countsOf(ranks: Uint32Array): Uint32Array {
  let most = 0;
  for (const rank of ranks) most = Math.max(most, rank + 1);
  const counts = new Uint32Array(most);
  for (const rank of ranks) counts[rank]! += 1;
  return counts;
}

/** Things by their rank, of which there are so many each. */
function orderedBy(ranks: Uint32Array, counts: Uint32Array): Uint32Array {
  const next = new Uint32Array(counts.length);
  for (let rank = 1; rank < counts.length; rank += 1) next[rank] = next[rank - 1]! + counts[rank - 1]!;
  const ordered = new Uint32Array(ranks.length);
  for (let thing = 0; thing < ranks.length; thing += 1) ordered[next[ranks[thing]!]!++] = thing;
  return ordered;
}

/** In nats. */
const entropy = (counts: Uint32Array, n: number): number =>
  counts.reduce((sum, count) => sum - (count / n) * Math.log(count / n), 0);

/** In nats. */
function mutualInformation({ n, rows, columns, cells }: Table): number {
  let sum = 0;
  for (const { row, column, count } of cells) sum += (count / n) * Math.log((n * count) / (rows[row]! * columns[column]!));
  return Math.max(0, sum);
}

/**
 * Mean of the mutual information over all tables with these sums, in nats: exact (Vinh et al. 2010, eq. 24). A pair of groups
 * counts only by their sizes, so each pair of sizes is worked out once: of n things there are at most √(2n) sizes on a side.
 */
function expectedInformation({ n, rows, columns }: Table): number {
  const logs = logFactorials(n);
  let sum = 0;
  for (const [a, manyA] of timesOf(rows))
    for (const [b, manyB] of timesOf(columns)) sum += manyA * manyB * expectedOfPair(n, a, b, logs);
  return sum;
}

function expectedOfPair(n: number, a: number, b: number, logs: Float64Array): number {
  const fixed = logs[a]! + logs[b]! + logs[n - a]! + logs[n - b]! - logs[n]!;
  let sum = 0;
  for (let both = Math.max(1, a + b - n); both <= Math.min(a, b); both += 1) {
    const chance = Math.exp(fixed - logs[both]! - logs[a - both]! - logs[b - both]! - logs[n - a - b + both]!);
    sum += (both / n) * Math.log((n * both) / (a * b)) * chance;
  }
  return sum;
}

function logFactorials(n: number): Float64Array {
  const logs = new Float64Array(n + 1);
  for (let k = 2; k <= n; k += 1) logs[k] = logs[k - 1]! + Math.log(k);
  return logs;
}

function timesOf(sizes: Uint32Array): Map<number, number> {
  const times = new Map<number, number>();
  for (const size of sizes) times.set(size, (times.get(size) ?? 0) + 1);
  return times;
}
