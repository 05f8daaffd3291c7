// What analysts say of which findings belong together and which do not, as pure functions: what is kept, what the
// partition is told of it, and what contradicts what. It decides nothing about the partition itself.
//
// A split is one cut between two sets of findings, told to the partition as pairs. One pair that stands for two sides
// that are pinned together inside would be smaller, but says what nobody said: that each side belongs together, so that
// splitting a side once more would contradict the first split; and it would lapse with the one finding that stood for
// its side. Two sets say what was meant and no more, of those findings that stand. New findings join either side as
// their links have it. Sets can be large, so their size is bounded, and the pairs they come to. A merge is one pin of
// several findings, told as a chain through those that stand.

import { forest } from '../correlate/forest.ts';
import { digestOf } from '../ingest/digest.ts';
import type { KeptConstraint } from '../model/handling.ts';
import type { Cluster, Constraint } from '../model/incident.ts';
import { rfc3339 } from '../model/time.ts';
import type { Instant } from '../model/time.ts';

/** Of one constraint: findings named, and pairs they come to. */
export const MOST_FINDINGS = 5_000;
export const MOST_PAIRS = 25_000;
/** Of all that stand together. */
export const MOST_CONSTRAINTS = 1_000;
export const MOST_PAIRS_TOGETHER = 200_000;

/** What is said, without who said it: in one order, so that the same said twice, or the other way round, is the same. */
export type Saying = Pick<KeptConstraint, 'id' | 'kind' | 'from' | 'to'>;

export function pin(findings: readonly string[]): Saying {
  const [first, ...rest] = inOrder(findings);
  return named('pin', first === undefined ? [] : [first], rest);
}

export function cut(some: readonly string[], others: readonly string[]): Saying {
  const [a, b] = [inOrder(some), inOrder(others)];
  return (a[0] ?? '') < (b[0] ?? '') ? named('cut', a, b) : named('cut', b, a);
}

/** One pin for several incidents: by its anchor each, and all that waits in one of the background, which no link holds. */
export const mergeOf = (incidents: readonly Pick<Cluster, 'anchor' | 'background' | 'findings'>[]): Saying =>
  pin(incidents.flatMap(({ anchor, background, findings }) => (background ? findings : [anchor])));

/**
 * The cut that parts some findings of an incident from the others it holds; the one that stands, where those findings
 * were split from it before, so that they may be gone already.
 */
export function splitOf(
  held: readonly string[],
  findings: readonly string[],
  standing: readonly Saying[],
): Saying | { readonly refusal: string } {
  const apart = inOrder(findings);
  const others = held.filter((id) => !apart.includes(id));
  const isGone = !apart.some((id) => held.includes(id));
  const before = standing.find((one) => {
    const rest = otherSide(one, apart);
    return rest !== undefined && (others.every((id) => rest.includes(id)) || (isGone && others.some((id) => rest.includes(id))));
  });
  if (before !== undefined) return before;

  const strange = apart.find((id) => !held.includes(id));
  if (apart.length === 0) return { refusal: 'no finding is named that should go apart' };
  if (strange !== undefined) return { refusal: `it does not hold the finding ${shown(strange)}` };
  if (others.length === 0)
    return { refusal: 'these are all the findings it holds, and nothing would be left of it; leave out some' };
  return cut(apart, others);
}

/** What a cut keeps from exactly these findings. */
function otherSide({ kind, from, to }: Saying, findings: readonly string[]): readonly string[] | undefined {
  const is = (side: readonly string[]): boolean => side.length === findings.length && side.every((id, n) => id === findings[n]);
  if (kind !== 'cut') return undefined;
  return is(from) ? to : is(to) ? from : undefined;
}

/** What somebody sent as an id may be anything, and long. */
export const shown = (id: string): string => JSON.stringify(id.slice(0, 80));

const inOrder = (ids: readonly string[]): string[] => [...new Set(ids)].sort();

const named = (kind: Saying['kind'], from: readonly string[], to: readonly string[]): Saying => ({
  id: `con-${digestOf(JSON.stringify([kind, from, to]), 16)}`,
  ...{ kind, from, to },
});

/** What the partition is told: pairs of findings that stand. The rest waits until they do. */
export function pairsOf(constraints: readonly Omit<Saying, 'id'>[], stands: { has(id: string): boolean }): Constraint[] {
  return constraints.flatMap(({ kind, from, to }): Constraint[] => {
    const [some, others] = [from.filter((id) => stands.has(id)), to.filter((id) => stands.has(id))];
    if (kind === 'cut') return some.flatMap((a) => others.map((b) => ({ kind, from: a, to: b })));
    const chain = [...some, ...others];
    return chain.slice(1).map((id, index) => ({ kind, from: chain[index] ?? id, to: id }));
  });
}

const pairCount = ({ kind, from, to }: Omit<Saying, 'id'>): number =>
  kind === 'cut' ? from.length * to.length : from.length + to.length - 1;

/** Whose word it is, when on the wall, why, and as of when in event time. */
export type Reasoned = Pick<KeptConstraint, 'by' | 'at' | 'reason' | 'asOf'>;

/**
 * The constraint to keep, or the standing one that says the same already; refused when it contradicts those that stand
 * or is too much. `together` are findings that are meant to end in one incident with those it pins, though it need not
 * name them all: no cut may stand between any of them.
 */
export function constrain(
  standing: readonly KeptConstraint[],
  saying: Saying,
  word: Reasoned,
  together: readonly string[] = [],
): KeptConstraint | { readonly refusal: string } {
  const same = standing.find(({ id }) => id === saying.id);
  if (same !== undefined) return same;
  const refusal = tooMuch(standing, saying) ?? contradiction(standing, saying, together);
  return refusal === undefined ? { ...saying, ...word } : { refusal };
}

/** Taken back; one that is taken back already stays with who did so first. */
export const undo = (
  kept: KeptConstraint,
  { by, at, reason }: { readonly by: string; readonly at: Instant; readonly reason: string },
): KeptConstraint => (kept.undoneAt === undefined ? { ...kept, undoneBy: by, undoneAt: at, undoneReason: reason } : kept);

function tooMuch(standing: readonly KeptConstraint[], saying: Saying): string | undefined {
  const { from, to } = saying;
  const pairs = pairCount(saying);
  const all = standing.reduce((sum, one) => sum + pairCount(one), pairs);
  if (from.length + to.length > MOST_FINDINGS)
    return `it names ${from.length + to.length} findings; at most ${MOST_FINDINGS} can be named at once`;
  if (pairs > MOST_PAIRS)
    return `it keeps ${from.length} findings from ${to.length}, which makes ${pairs} pairs; at most ${MOST_PAIRS} can be kept apart at once: name fewer findings`;
  if (standing.length >= MOST_CONSTRAINTS)
    return `${standing.length} constraints stand, and that is all there can be; take some back with undoConstraint`;
  if (all > MOST_PAIRS_TOGETHER)
    return `with those that stand it makes ${all} pairs of findings, of at most ${MOST_PAIRS_TOGETHER}; take some constraints back with undoConstraint`;
  return undefined;
}

function contradiction(standing: readonly KeptConstraint[], saying: Saying, together: readonly string[]): string | undefined {
  const pins = standing.filter(({ kind }) => kind === 'pin');
  if (saying.kind === 'cut') {
    const way = wayBetween(pins, saying.from, saying.to);
    return way === undefined
      ? undefined
      : `${way.from} and ${way.to} are ${way.pins.map(told('pinned together')).join(', and ')}`;
  }
  const rootOf = groups([...pins.map(findingsOf), [...findingsOf(saying), ...together]]);
  for (const it of standing.filter(({ kind }) => kind === 'cut')) {
    const seen = new Map(it.from.map((id) => [rootOf(id), id]));
    const to = it.to.find((id) => seen.has(rootOf(id)));
    if (to !== undefined) return `${seen.get(rootOf(to)) ?? ''} and ${to} are ${told('kept apart')(it)}`;
  }
  return undefined;
}

const told =
  (how: string) =>
  ({ id, by, at }: KeptConstraint): string =>
    `${how} by ${by} since ${rfc3339(at)} (undoConstraint takes ${id} back)`;

const findingsOf = ({ from, to }: Omit<Saying, 'id'>): readonly string[] => [...from, ...to];

/** The shortest chain of pins from one side to the other. */
function wayBetween(pins: readonly KeptConstraint[], from: readonly string[], to: readonly string[]) {
  const goals = new Set(to);
  const reached = new Map<string, { readonly start: string; readonly pins: readonly KeptConstraint[] }>(
    from.map((id) => [id, { start: id, pins: [] }]),
  );
  let unused = pins;
  for (const [id, { start, pins: before }] of reached) {
    if (goals.has(id)) return { from: start, to: id, pins: before };
    const next = unused.filter((one) => findingsOf(one).includes(id));
    unused = unused.filter((one) => !next.includes(one));
    for (const one of next)
      for (const other of findingsOf(one)) if (!reached.has(other)) reached.set(other, { start, pins: [...before, one] });
  }
  return undefined;
}

/** The group that each id is in. */
function groups(sets: readonly (readonly string[])[]): (id: string) => string {
  const all = forest([...new Set(sets.flat())]);
  for (const [first, ...rest] of sets) for (const id of rest) all.join(first ?? id, id);
  return all.rootOf;
}
