// Who follows what is proposed, and who stays where they were.
//
// Proposals waver: whoever has a foot in two teams, and any two teams that share a department, would be put together one week
// and apart the next. So what is said once is waited for, and what is said twice in a row is believed as far as the ties
// bear it out: a few people go where they are tied more than to those they leave; a group goes into another when people of
// the two are tied to each other nearly as people of one are; a group comes apart when they are hardly so. Between
// the last two is a band in which everything stays as it is. Newcomers join at once, where they are tied most.

import type { Edge } from '../communities/csr.ts';

/** Person → group. */
export type Belonging = ReadonlyMap<string, string>;

export interface Situation {
  readonly before: Belonging;
  readonly proposed: Belonging;
  /** What was proposed the time before. */
  readonly last: Belonging;
  readonly edges: readonly Edge[];
}

/** Two groups are one when the ties between are that strong, of those inside; one is two when they are that weak. */
const KIN = { one: 0.2, two: 0.1 };

export function settle(situation: Situation): Belonging {
  const { before, proposed } = situation;
  const leaving = leavers(situation);
  const cells = tiesBetween(situation.edges, before, leaving);
  const blocks = new Map([...new Set(leaving.values())].map((block) => [block, isFollowed(block, cells)]));
  const after = new Map<string, string>();
  for (const [person, was] of before) {
    const block = leaving.get(person);
    if (block === undefined || blocks.get(block) === false) after.set(person, was);
    else if (!isFew(block, cells) && block.into !== undefined) after.set(person, block.into);
  }
  const undecided = new Set([...proposed.keys()].filter((person) => !after.has(person)));
  const homes = dearest(situation, after, undecided);
  for (const person of undecided) after.set(person, homes.get(person) ?? proposed.get(person) ?? '');
  return withoutLoners(after);
}

/** People of one group who are proposed in another one, or in none, twice in a row. */
interface Block {
  readonly from: string;
  readonly into: string | undefined;
  count: number;
}

function leavers({ before, proposed, last }: Situation): Map<string, Block> {
  const blocks = new Map<string, Block>();
  const leaving = new Map<string, Block>();
  for (const [person, from] of before) {
    const into = proposed.get(person);
    if (into === from || into !== last.get(person)) continue;
    const key = `${from}\n${into ?? ''}`;
    const block = blocks.get(key) ?? { from, into, count: 0 };
    blocks.set(key, block);
    block.count += 1;
    leaving.set(person, block);
  }
  return leaving;
}

/** Either people who leave together, or those of a group who do not leave. */
type Cell = Block | string;

interface Cells {
  readonly between: (one: Cell, other: Cell) => number;
  /** To whoever was not in the same group. */
  readonly abroad: (block: Block) => number;
  /** How many stay in a group. */
  readonly staying: (group: string) => number;
}

function tiesBetween(edges: readonly Edge[], before: Belonging, leaving: ReadonlyMap<string, Block>): Cells {
  const cellOf = (person: string): Cell | undefined => leaving.get(person) ?? before.get(person);
  const sums = new Map<Cell, Map<Cell, number>>();
  const abroad = new Map<Cell, number>();
  const add = (one: Cell, other: Cell, weight: number): void => {
    const row = sums.get(one) ?? new Map<Cell, number>();
    sums.set(one, row.set(other, (row.get(other) ?? 0) + weight));
  };
  for (const { a, b, weight } of edges) {
    const [one, other] = [cellOf(a), cellOf(b)];
    if (before.get(a) !== before.get(b))
      for (const cell of [one, other]) if (cell !== undefined) abroad.set(cell, (abroad.get(cell) ?? 0) + weight);
    if (one === undefined || other === undefined) continue;
    add(one, other, weight);
    if (one !== other) add(other, one, weight);
  }
  const staying = new Map<string, number>();
  for (const [person, group] of before) if (!leaving.has(person)) staying.set(group, (staying.get(group) ?? 0) + 1);
  return {
    between: (one, other) => sums.get(one)?.get(other) ?? 0,
    abroad: (block) => abroad.get(block) ?? 0,
    staying: (group) => staying.get(group) ?? 0,
  };
}

/** Fewer than stay behind, into a group that stands: that is people moving, and not a group. */
const isFew = ({ from, into, count }: Block, { staying }: Cells): boolean =>
  into !== undefined && staying(into) > 0 && count <= staying(from);

function isFollowed(block: Block, cells: Cells): boolean {
  const { from, into } = block;
  if (into === undefined) return true;
  if (isFew(block, cells)) return cells.abroad(block) >= cells.between(block, from);
  if (cells.staying(into) > 0) return kinship(block, into, cells) >= KIN.one;
  return cells.staying(from) === 0 || kinship(block, from, cells) <= KIN.two;
}

/** The mean tie between two people of the one and the other, over that between two of the same. */
function kinship(block: Block, group: string, { between, staying }: Cells): number {
  const others = staying(group);
  const across = between(block, group) / (block.count * others);
  const inside = (between(block, block) + between(group, group)) / (pairsOf(block.count) + pairsOf(others));
  return across === 0 ? 0 : across / inside;
}

const pairsOf = (count: number): number => (count * (count - 1)) / 2;

/** Of those who are settled and proposed with somebody, the group they are tied to most. */
function dearest({ proposed, edges }: Situation, after: Belonging, undecided: ReadonlySet<string>): Map<string, string> {
  const ties = new Map<string, Map<string, number>>();
  const add = (person: string, other: string, weight: number): void => {
    const home = after.get(other);
    if (home === undefined || !undecided.has(person) || proposed.get(person) !== proposed.get(other)) return;
    const own = ties.get(person) ?? new Map<string, number>();
    ties.set(person, own.set(home, (own.get(home) ?? 0) + weight));
  };
  for (const { a, b, weight } of edges) {
    add(a, b, weight);
    add(b, a, weight);
  }
  return new Map(
    [...ties].map(([person, own]) => {
      const [[home] = ['']] = [...own].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1));
      return [person, home];
    }),
  );
}

/** One alone is no group. */
function withoutLoners(belonging: Belonging): Belonging {
  const sizes = new Map<string, number>();
  for (const group of belonging.values()) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return new Map([...belonging].filter(([, group]) => (sizes.get(group) ?? 0) > 1));
}
