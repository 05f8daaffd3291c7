// The least that explains how an incident hangs together: some of the things it is about, and why each hangs on the rest.
//
// Things that no finding tells apart are folded. What two findings share is what both name, so the tree runs over things: in
// each finding all others hang on one, whoever acted, and the gravest finding ties first (Kruskal 1956); a link over what the
// findings do not name, such as an analyst's pin, ties what is left. The tree then loses its leaves: first what says nothing
// that another does not, then whatever costs least, until few enough are left (the strong pruning of prize-collecting Steiner
// trees, Johnson, Minkoff and Phillips 2000). So what is left hangs together wherever the incident does.
// Time: O(a log a) in the namings, a finding naming a thing. It invents no tie: each is a finding that names both, or a link.

import { slot } from '../learn/slot.ts';
import { inOrder } from '../model/event.ts';
import { severities, severityRank, thingOf } from '../model/finding.ts';
import type { EntityRef, Finding } from '../model/finding.ts';
import type { EntityLabel } from '../model/graph.ts';
import { partRank, stageRank, stages } from '../model/incident.ts';
import type { Contribution, Link, Mechanism, Part } from '../model/incident.ts';
import type { Instant } from '../model/time.ts';
import { forest } from './forest.ts';
import { partsIn } from './parts.ts';
import { usual } from './settings.ts';
import type { Settings } from './settings.ts';

export interface Explanation {
  /** By part, then by when each was first found, then by label and key. */
  readonly things: readonly ExplainedThing[];
  /** By when each was found. */
  readonly ties: readonly ExplainedTie[];
  /** How many things the incident has, with those that are not shown. */
  readonly all: number;
}

export interface ExplainedThing extends EntityRef {
  readonly part: Part;
  readonly firstAt: Instant;
  readonly lastAt: Instant;
  /** In (at, id) order, as far as `mostNamed`. */
  readonly findings: readonly string[];
  /** Others of its label and part that the very same findings are about, by key. */
  readonly folded: readonly EntityRef[];
}

export interface ExplainedTie {
  readonly from: EntityRef;
  readonly to: EntityRef;
  /** Those that name both, as far as `mostNamed`; or the two that the link is between. */
  readonly findings: readonly string[];
  readonly at: Instant;
  /** Absent where a finding names both. */
  readonly mechanism?: Mechanism;
  /** From 0 to 1: the link's, or how grave the gravest of the findings is. */
  readonly weight: number;
  readonly because: string;
}

export interface Explained {
  /** Of one incident, in any order. */
  readonly findings: readonly Finding[];
  readonly links: readonly Link[];
  /** What its escalation rests on: what counts there counts here. */
  readonly contributions?: readonly Contribution[];
}

/** Ids that are given of one thing's, or one tie's, findings. */
export const mostNamed = 200;

/** At least one thing where the incident names any, and at most so many. */
export function explain(
  { findings, links, contributions = [] }: Explained,
  most: number,
  settings: Settings = usual,
): Explanation {
  const ordered = [...findings].sort(inOrder);
  const worth = worthOf(ordered, contributions);
  const { things, all } = foldedThings(ordered, settings);
  const tree = treeOver(things, ordered, links, worth);
  const kept = pruned(things, tree, worth, Math.max(1, most));
  return {
    things: things
      .filter((thing) => kept.has(thing))
      .sort(byPart)
      .map(told),
    ties: tree
      .filter(({ from, to }) => kept.has(from) && kept.has(to))
      .map((edge) => tieOf(edge, worth))
      .sort((a, b) => a.at - b.at || (nameOfTie(a) < nameOfTie(b) ? -1 : 1)),
    all,
  };
}

interface Thing extends EntityRef {
  readonly name: string;
  readonly part: Part;
  /** In (at, id) order. */
  readonly findings: readonly Finding[];
  readonly folded: readonly EntityRef[];
}

/** Things by label and key, those that no finding tells apart as one, which goes by the first of them. */
function foldedThings(ordered: readonly Finding[], settings: Settings): { readonly things: Thing[]; readonly all: number } {
  const parts = partsIn(ordered, settings);
  const named = new Map<string, { readonly ref: EntityRef; readonly findings: Set<Finding> }>();
  for (const finding of ordered)
    for (const { label, key } of finding.about)
      slot(named, thingOf({ label, key }), () => ({ ref: { label, key }, findings: new Set() })).findings.add(finding);

  const numbers = new Map(ordered.map((finding, number) => [finding, number]));
  const alike = new Map<string, Thing & { readonly folded: EntityRef[] }>();
  for (const [name, { ref, findings }] of [...named].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const part = parts.get(name)?.part ?? 'bystander';
    const likeness = [ref.label, part, ...[...findings].map((finding) => numbers.get(finding))].join(' ');
    const known = alike.get(likeness);
    if (known !== undefined) known.folded.push(ref);
    else alike.set(likeness, { ...ref, name, part, findings: [...findings], folded: [] });
  }
  return { things: [...alike.values()], all: named.size };
}

/** How much a finding matters: how severe it is before all, then what the escalation rests on, then how far it is along. */
function worthOf(findings: readonly Finding[], contributions: readonly Contribution[]): (finding: Finding) => number {
  const counts = new Map<string, number>();
  for (const { logit, findings: of } of contributions)
    for (const id of of) counts.set(id, (counts.get(id) ?? 0) + Math.max(0, logit) / of.length);
  const worth = new Map(
    findings.map(({ id, severity, stage }) => [
      id,
      severityRank(severity) + Math.min(1, counts.get(id) ?? 0) + stageRank(stage) / stages.length,
    ]),
  );
  return ({ id }) => worth.get(id) ?? 0;
}

interface Edge {
  readonly from: Thing;
  readonly to: Thing;
  /** Undefined where findings name both. */
  readonly link?: { readonly link: Link; readonly at: Instant };
}

/** A spanning tree of what hangs together, or one of each part. */
function treeOver(
  things: readonly Thing[],
  ordered: readonly Finding[],
  links: readonly Link[],
  worth: (finding: Finding) => number,
): Edge[] {
  const pivots = new Map<string, Thing>();
  const trees = forest(things.map(({ name }) => name));
  const tree: Edge[] = [];
  const tie = (a: Thing, b: Thing, link?: Edge['link']): void => {
    if (trees.rootOf(a.name) === trees.rootOf(b.name)) return;
    trees.join(a.name, b.name);
    const [from, to] = byPart(a, b) <= 0 ? [a, b] : [b, a];
    tree.push({ from, to, ...(link !== undefined && { link }) });
  };

  const inside = thingsOfEach(things);
  const gravestFirst = [...ordered].sort((a, b) => worth(b) - worth(a) || inOrder(a, b));
  for (const finding of gravestFirst) {
    const [pivot] = [...(inside.get(finding) ?? [])].sort(asPivot);
    if (pivot !== undefined) pivots.set(finding.id, pivot);
  }
  // What says little ties only what nothing else does.
  for (const isWeak of [false, true])
    for (const finding of gravestFirst) {
      const pivot = pivots.get(finding.id);
      if (pivot !== undefined) for (const thing of inside.get(finding) ?? []) if (saysLittle(thing) === isWeak) tie(pivot, thing);
    }
  const atOf = new Map(ordered.map(({ id, at }) => [id, at]));
  for (const link of [...links].sort((a, b) => b.weight - a.weight || (nameOfLink(a) < nameOfLink(b) ? -1 : 1))) {
    const [a, b] = [pivots.get(link.from), pivots.get(link.to)];
    if (a !== undefined && b !== undefined) tie(a, b, { link, at: atOf.get(link.to) ?? 0 });
  }
  return tree;
}

/** Things of each finding, in (label, key) order. */
function thingsOfEach(things: readonly Thing[]): ReadonlyMap<Finding, readonly Thing[]> {
  const inside = new Map<Finding, Thing[]>();
  for (const thing of things) for (const finding of thing.findings) slot(inside, finding, () => []).push(thing);
  return inside;
}

/** Told by the address that somebody came from, where there is one. */
const vague: ReadonlySet<EntityLabel> = new Set(['Country', 'Asn', 'Session']);

const saysLittle = ({ label, part }: Thing): boolean => part === 'bystander' || vague.has(label);

/** On whom the others hang: whoever acted, else what most was found about of what says something. */
const asPivot = (a: Thing, b: Thing): number =>
  Number(b.part === 'who') - Number(a.part === 'who') ||
  Number(saysLittle(a)) - Number(saysLittle(b)) ||
  b.findings.length - a.findings.length ||
  (a.name < b.name ? -1 : 1);

const nameOfLink = ({ from, to, mechanism }: Link): string => `${from}\n${to}\n${mechanism}`;

/** What a thing adds when all its findings are about others too. */
const ofPart: Readonly<Record<Part, number>> = { cameFrom: 1, who: 2, touched: 1, atRisk: 1, bystander: 0 };

/** Leaf after leaf, the one that costs least first: what its findings are worth that nothing else tells, and its part. */
function pruned(
  things: readonly Thing[],
  tree: readonly Edge[],
  worth: (finding: Finding) => number,
  most: number,
): ReadonlySet<Thing> {
  const kept = new Set(things);
  const neighbours = new Map(things.map((thing) => [thing, new Set<Thing>()]));
  for (const { from, to } of tree) {
    neighbours.get(from)?.add(to);
    neighbours.get(to)?.add(from);
  }
  const telling = new Map([...thingsOfEach(things)].map(([finding, all]) => [finding, new Set(all)]));
  const own = new Map<Thing, number>();
  const alone = (finding: Finding, thing: Thing): void => void own.set(thing, (own.get(thing) ?? 0) + 1 + worth(finding));
  for (const [finding, all] of telling) if (all.size === 1) for (const thing of all) alone(finding, thing);

  const isTold = (thing: Thing): boolean =>
    (own.get(thing) ?? 0) === 0 &&
    (thing.part === 'bystander' || (vague.has(thing.label) && thing.findings.every((one) => hasAddress(telling.get(one)))));
  const gravest = new Map(things.map((thing) => [thing, thing.findings.reduce((most, one) => Math.max(most, worth(one)), 0)]));
  /** Only ever rises while others go; below 0 for what is told without it. */
  const cost = (thing: Thing): number =>
    isTold(thing)
      ? -1
      : (own.get(thing) ?? 0) + ofPart[thing.part] * (vague.has(thing.label) ? 0.5 : 1) * (1 + (gravest.get(thing) ?? 0));

  const isLeaf = (thing: Thing): boolean => kept.has(thing) && (neighbours.get(thing)?.size ?? 0) <= 1;
  const ranks = new Map([...things].sort(byPart).map((thing, rank) => [thing, rank]));
  const leaves = queueOf<Thing>((thing) => ranks.get(thing) ?? 0);
  for (const thing of things) if (isLeaf(thing)) leaves.push(cost(thing), thing);
  for (let next = leaves.pop(); next !== undefined && kept.size > 1; next = leaves.pop()) {
    const { item: thing } = next;
    if (!isLeaf(thing)) continue;
    const now = cost(thing);
    if (now > next.cost) {
      leaves.push(now, thing);
      continue;
    }
    if (kept.size <= most && now >= 0) break;
    kept.delete(thing);
    for (const finding of thing.findings) {
      const left = telling.get(finding);
      left?.delete(thing);
      if (left?.size === 1) for (const last of left) alone(finding, last);
    }
    for (const neighbour of neighbours.get(thing) ?? []) {
      neighbours.get(neighbour)?.delete(thing);
      if (isLeaf(neighbour)) leaves.push(cost(neighbour), neighbour);
    }
  }
  return kept;
}

const hasAddress = (things: ReadonlySet<Thing> | undefined): boolean =>
  [...(things ?? [])].some(({ label, part }) => label === 'IP' && part === 'cameFrom');

interface Asked<T> {
  readonly cost: number;
  readonly item: T;
}

/** The cheapest first, of equally cheap ones the last in rank: a binary heap (Williams 1964). */
function queueOf<T>(rankOf: (item: T) => number) {
  const heap: Asked<T>[] = [];
  const isBefore = (a: Asked<T> | undefined, b: Asked<T> | undefined): boolean =>
    a !== undefined && b !== undefined && (a.cost < b.cost || (a.cost === b.cost && rankOf(a.item) > rankOf(b.item)));
  const swap = (a: number, b: number): void => {
    const [one, other] = [heap[a], heap[b]];
    if (one !== undefined && other !== undefined) [heap[a], heap[b]] = [other, one];
  };
  return {
    push(cost: number, item: T): void {
      heap.push({ cost, item });
      for (let at = heap.length - 1; at > 0;) {
        const above = (at - 1) >> 1;
        if (!isBefore(heap[at], heap[above])) return;
        swap(at, above);
        at = above;
      }
    },
    pop(): Asked<T> | undefined {
      swap(0, heap.length - 1);
      const first = heap.pop();
      for (let at = 0; ;) {
        const [left, right] = [2 * at + 1, 2 * at + 2];
        const below = isBefore(heap[right], heap[left]) ? right : left;
        if (!isBefore(heap[below], heap[at])) return first;
        swap(at, below);
        at = below;
      }
    },
  };
}

const byPart = (a: Thing, b: Thing): number =>
  partRank(a.part) - partRank(b.part) || firstOf(a) - firstOf(b) || (a.name < b.name ? -1 : a.name > b.name ? 1 : 0);

const firstOf = ({ findings }: Thing): Instant => findings[0]?.at ?? 0;
const refOf = ({ label, key }: EntityRef): EntityRef => ({ label, key });

const told = (thing: Thing): ExplainedThing => ({
  ...refOf(thing),
  part: thing.part,
  firstAt: firstOf(thing),
  lastAt: thing.findings.reduce((last, { lastAt }) => Math.max(last, lastAt), firstOf(thing)),
  findings: thing.findings.slice(0, mostNamed).map(({ id }) => id),
  folded: thing.folded,
});

/** Told by the finding that is about the least else, and so most about these two. */
function tieOf({ from, to, link: by }: Edge, worth: (finding: Finding) => number): ExplainedTie {
  const ends = { from: refOf(from), to: refOf(to) };
  if (by !== undefined) {
    const { from: earlier, to: later, mechanism, weight, because } = by.link;
    return { ...ends, findings: [earlier, later], at: by.at, mechanism, weight, because };
  }
  const others = new Set(to.findings);
  const both = from.findings.filter((finding) => others.has(finding));
  const [closest] = [...both].sort((a, b) => a.about.length - b.about.length || worth(b) - worth(a) || inOrder(a, b));
  return {
    ...ends,
    findings: both.slice(0, mostNamed).map(({ id }) => id),
    at: both[0]?.at ?? 0,
    weight: both.reduce((most, { severity }) => Math.max(most, (1 + severityRank(severity)) / severities.length), 0),
    because: closest?.says ?? '',
  };
}

const nameOfTie = ({ from, to }: ExplainedTie): string => `${thingOf(from)}\n${thingOf(to)}`;
