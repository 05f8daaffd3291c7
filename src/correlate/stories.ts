// One heap of findings that hang together somehow → the stories in it.
//
// First communities (Louvain), then the strongest evidence between two of them first (Kruskal 1956): they are one story
// where an artifact or a hand says so by itself, where bridges of two kinds do together, where enough of the smaller hangs
// on the other, or where one begins with whom a mail of the other had reached. An account or a machine is where stories
// meet, so a single finding of somebody's own there does not make two attacks one. What would bring together two findings
// that an analyst parted is passed over, so that each goes with the side it hangs to most.
// Time: O(m log m) in the pieces of evidence, plus Louvain's own.

import { communities } from '../learn/louvain.ts';
import { slot } from '../learn/slot.ts';
import { inOrder } from '../model/event.ts';
import { isSerious, thingOf } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import { kindOf } from './bridges.ts';
import type { Evidence } from './evidence.ts';
import { forest } from './forest.ts';
import { isReached } from './holders.ts';
import type { Settings } from './settings.ts';
import type { Words } from './words.ts';

/** Findings in (at, id) order, within each story too; stories by their first. Evidence is between these findings. */
export function storiesIn(
  findings: readonly Finding[],
  evidence: readonly Evidence[],
  words: Words,
  settings: Settings,
): Finding[][] {
  const { stories } = settings;
  const heap = heapOf(findings, evidence, words, stories);
  const ordered = strongestFirst(findings, evidence);
  // Before any machine's opinion: what that joins might else bar a pin by somebody's cut.
  for (const one of ordered.filter(isPinned)) heap.join(one, () => true);
  if (findings.length > stories.small)
    for (const one of withinCommunities(findings, ordered, stories)) heap.join(one, () => true);
  // What two stories have grown by since may have made them one.
  for (const one of [...ordered, ...ordered]) heap.join(one, () => heap.areOne(one));
  return heap.stories();
}

/** Of some evidence, in its order, what is between findings of one community; pinned findings stay together whatever else does. */
function withinCommunities(
  findings: readonly Finding[],
  evidence: readonly Evidence[],
  { resolution }: Settings['stories'],
): Evidence[] {
  const edges = evidence.map(({ from, to, weight }) => (from < to ? { a: from, b: to, weight } : { a: to, b: from, weight }));
  const seed = findings.map(({ id }) => id).sort()[0] ?? '';
  const sorted = edges.sort((x, y) => (x.a === y.a ? (x.b < y.b ? -1 : 1) : x.a < y.a ? -1 : 1));
  const [of = {}] = communities(sorted, [{ resolution, seed }]);
  return evidence.filter(({ from, to }) => of[from] === of[to]);
}

const isPinned = ({ links }: Evidence): boolean => links.some(({ mechanism }) => mechanism === 'pinned');

/** Analysts' words before all else, then by weight, then in (at, id) order. */
function strongestFirst(findings: readonly Finding[], evidence: readonly Evidence[]): Evidence[] {
  const rank = new Map(findings.map(({ id }, index) => [id, index]));
  const rankOf = (id: string): number => rank.get(id) ?? 0;
  return [...evidence].sort(
    (a, b) =>
      Number(isPinned(b)) - Number(isPinned(a)) ||
      b.weight - a.weight ||
      rankOf(a.from) - rankOf(b.from) ||
      rankOf(a.to) - rankOf(b.to),
  );
}

interface Heap {
  /** Puts two stories together where `areOne` says so and no analyst parted any two of them. */
  readonly join: (evidence: Evidence, areOne: () => boolean) => void;
  readonly areOne: (evidence: Evidence) => boolean;
  readonly stories: () => Finding[][];
}

function heapOf(
  findings: readonly Finding[],
  evidence: readonly Evidence[],
  { foesOf }: Words,
  { byItself, together, support }: Settings['stories'],
): Heap {
  const parts = forest(findings.map(({ id }) => id));
  const members = new Map(findings.map((finding) => [finding.id, [finding]]));
  const foes = new Map(findings.map(({ id }) => [id, [...foesOf(id)]]));
  const beside = besideEach(evidence);
  const reachedBy = new Map(findings.map((finding) => [finding.id, reachedIn(finding)]));
  const membersOf = (root: string): readonly Finding[] => members.get(root) ?? [];
  const across = (one: Finding, other: string): readonly Evidence[] =>
    (beside.get(one.id) ?? []).filter(({ from, to }) => parts.rootOf(from === one.id ? to : from) === other);

  /** It begins with whom a mail of the other had reached. */
  const goesOn = (story: string, other: string): boolean => {
    const begins = firstOf(membersOf(story).filter(isSerious));
    return begins !== undefined && across(begins, other).some((one) => one.to === begins.id && leadsOn(one));
  };
  const leadsOn = ({ from, links }: Evidence): boolean =>
    links.some(({ bridge }) => reachedBy.get(from)?.has(thingOf(bridge)) === true);

  return {
    join({ from, to }, areOne) {
      const [a, b] = [parts.rootOf(from), parts.rootOf(to)];
      if (a === b || foes.get(a)?.some((foe) => parts.rootOf(foe) === b) === true || !areOne()) return;
      parts.join(a, b);
      const root = parts.rootOf(a);
      const other = root === a ? b : a;
      for (const lists of [members, foes] as readonly Map<string, unknown[]>[]) {
        lists.get(root)?.push(...(lists.get(other) ?? []));
        lists.delete(other);
      }
    },
    areOne({ from, to, links, weight: whole }) {
      if (whole >= together && new Set(links.map(({ mechanism }) => kindOf(mechanism))).size > 1) return true;
      if (links.some(({ mechanism, weight }) => kindOf(mechanism) !== 'victim' && weight >= byItself)) return true;
      const [a, b] = [parts.rootOf(from), parts.rootOf(to)];
      if (goesOn(a, b) || goesOn(b, a)) return true;
      const [few, many] = membersOf(a).length <= membersOf(b).length ? [a, b] : [b, a];
      const tied = membersOf(few).map((one) => across(one, many));
      if (tied.filter(({ length }) => length > 0).length >= support * tied.length) return true;
      // A long story hangs together only from one day to the next; where all of both is about one thing, it is one.
      const things = new Set(tied.flat().flatMap((it) => it.links.map(({ bridge }) => thingOf(bridge))));
      return [...membersOf(few), ...membersOf(many)].every(({ about }) => about.some((it) => things.has(thingOf(it))));
    },
    stories: () => parts.of(findings),
  };
}

const firstOf = ([one, ...others]: readonly Finding[]): Finding | undefined =>
  one && others.reduce((first, other) => (inOrder(other, first) < 0 ? other : first), one);

/** Whom, and whose mailboxes, a mail it tells of had reached. */
const reachedIn = (finding: Finding): ReadonlySet<string> =>
  new Set(finding.about.filter((about) => isReached(finding, about)).map(thingOf));

function besideEach(evidence: readonly Evidence[]): ReadonlyMap<string, readonly Evidence[]> {
  const beside = new Map<string, Evidence[]>();
  for (const one of evidence) for (const id of [one.from, one.to]) slot(beside, id, () => []).push(one);
  return beside;
}
