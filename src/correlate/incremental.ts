// Incidents as findings, and analysts' words on them, come and go: always what partition (partition.ts) makes of all that
// stand, but only the heaps are parted again that news reaches. It holds all findings in memory; storing is not its own.

import { inOrder } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Cluster, Constraint } from '../model/incident.ts';
import { evidenceIn } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { linking } from './linking.ts';
import { backgrounds, inAnchorsOrder, partedHeap, waitsWith } from './partition.ts';
import type { PartedHeap } from './partition.ts';
import { usual } from './settings.ts';
import type { Settings } from './settings.ts';
import { wordsOn } from './words.ts';

export interface News {
  /** One whose id stands already takes its place. */
  readonly arrived?: readonly Finding[];
  /** Ids; of one that does not stand, nothing happens. */
  readonly withdrawn?: readonly string[];
  /** All that are in force now; as before when undefined. */
  readonly constraints?: readonly Constraint[];
}

export interface Changes {
  /** New, or other than they were, in (anchor's at, id) order. */
  readonly changed: readonly Cluster[];
  /** Ids of incidents that are no more. */
  readonly gone: readonly string[];
}

export interface Incidents {
  readonly update: (news: News) => Changes;
  /** All of them, in (anchor's at, id) order. */
  readonly clusters: () => Cluster[];
}

interface Parted extends PartedHeap {
  readonly findings: readonly Finding[];
}

export function incidentsOf(settings: Settings = usual): Incidents {
  const standing = new Map<string, Finding>();
  const links = linking(settings);
  const ties = tiesOf();
  const heaps = new Map<string, Parted>();
  const waiting = new Map<string, Map<string, Finding>>();
  const clusters = new Map<string, Cluster>();
  const waitingClusters = new Map<string, readonly Cluster[]>();
  let constraints: readonly Constraint[] = [];
  let words = wordsOn(standing, constraints);

  const areBound = (one: Evidence): boolean => isPin(one) || !words.areCut(one.from, one.to);

  /** Takes in what analysts said; the findings that any word is, or was, on. */
  const heard = (said: readonly Constraint[]): string[] => {
    const before = words;
    constraints = said;
    words = wordsOn(standing, constraints);
    const pins = new Map(evidenceIn(words.pins).map((one) => [pinOf(one), one]));
    for (const one of before.pins) if (!pins.has(pinOf(one))) ties.set(pinOf(one), undefined);
    for (const [name, one] of pins) if (!ties.has(name)) ties.set(name, one);
    return [...before.mentioned, ...words.mentioned];
  };

  const bound = (arrived: readonly Finding[], out: readonly Finding[]): string[] =>
    links.update(out, arrived).flatMap(({ from, to, links: between }) => {
      const [one] = evidenceIn(between);
      const strong = one !== undefined && one.weight >= settings.binds ? one : undefined;
      return ties.set(`${from}\n${to}`, strong) ? [from, to] : [];
    });

  /** Takes the heaps that any of these are in, or were in, apart; the findings in them. */
  const takenApart = (ids: ReadonlySet<string>): { readonly findings: Map<string, Finding>; readonly old: readonly Parted[] } => {
    const old = new Set([...ids].flatMap((id) => heaps.get(id) ?? []));
    const all = [...ids, ...[...old].flatMap(({ findings }) => findings.map(({ id }) => id))];
    for (const id of all) heaps.delete(id);
    return { findings: new Map(all.flatMap((id) => present(id))), old: [...old] };
  };

  const present = (id: string): [string, Finding][] => {
    const finding = standing.get(id);
    return finding === undefined ? [] : [[id, finding]];
  };

  /** All that hang together with one of these, each once. */
  const putTogether = (findings: ReadonlyMap<string, Finding>): Parted[] => {
    const seen = new Set<string>();
    return [...findings.keys()].flatMap((id) => {
      if (seen.has(id)) return [];
      const heap = reachedFrom(id, (at) => ties.of(at).filter(areBound), seen);
      const inside = heap.ids.flatMap((one) => findings.get(one) ?? []).sort(inOrder);
      const parted = { findings: inside, ...partedHeap({ findings: inside, evidence: inTurn(heap.evidence) }, words, settings) };
      for (const one of heap.ids) heaps.set(one, parted);
      return [parted];
    });
  };

  /** Lets isolated findings wait with those like them; names of those that wait otherwise now. */
  const rewait = (old: readonly Parted[], fresh: readonly Parted[]): string[] => {
    const left = old.flatMap(({ alone }) => alone);
    const come = fresh.flatMap(({ alone }) => alone);
    for (const finding of left) waiting.get(waitsWith(finding))?.delete(finding.id);
    for (const finding of come) {
      const key = waitsWith(finding);
      waiting.set(key, (waiting.get(key) ?? new Map<string, Finding>()).set(finding.id, finding));
    }
    return [...new Set([...left, ...come].map(waitsWith))];
  };

  const backgroundsOf = (key: string): readonly Cluster[] => {
    const fresh = backgrounds([...(waiting.get(key)?.values() ?? [])], words);
    if (fresh.length > 0) waitingClusters.set(key, fresh);
    else {
      waiting.delete(key);
      waitingClusters.delete(key);
    }
    return fresh;
  };

  return {
    update({ arrived = [], withdrawn = [], constraints: said }) {
      const come = [...new Map(arrived.map((finding) => [finding.id, finding])).values()];
      const out = [...new Set([...withdrawn, ...come.map(({ id }) => id)])].flatMap((id) => standing.get(id) ?? []);
      for (const { id } of out) standing.delete(id);
      for (const finding of come) standing.set(finding.id, finding);
      const news = [...out, ...come].map(({ id }) => id);
      const isHeard = said !== undefined || isOn(constraints, new Set(news));
      const reached = new Set([...news, ...bound(come, out), ...(isHeard ? heard(said ?? constraints) : [])]);
      const { findings, old } = takenApart(reached);
      const fresh = putTogether(findings);
      const keys = rewait(old, fresh);
      const before = [...old.flatMap((it) => it.clusters), ...keys.flatMap((key) => waitingClusters.get(key) ?? [])];
      const after = [...fresh.flatMap((it) => it.clusters), ...keys.flatMap(backgroundsOf)];
      const known = new Map(before.map((cluster) => [cluster.id, cluster]));
      for (const { id } of before) clusters.delete(id);
      for (const cluster of after) clusters.set(cluster.id, cluster);
      const changed = after.filter((cluster) => !isSame(known.get(cluster.id), cluster));
      return { changed: inAnchorsOrder(changed, standing), gone: [...known.keys()].filter((id) => !clusters.has(id)).sort() };
    },
    clusters: () => inAnchorsOrder([...clusters.values()], standing),
  };
}

/** Evidence that binds, by the findings it is between. */
function tiesOf() {
  const ties = new Map<string, Evidence>();
  const beside = new Map<string, Map<string, Evidence>>();
  return {
    has: (name: string): boolean => ties.has(name),
    /** Whether that is other than what was known. */
    set(name: string, evidence: Evidence | undefined): boolean {
      const known = ties.get(name);
      if (known === undefined && evidence === undefined) return false;
      if (known !== undefined)
        for (const id of [known.from, known.to]) {
          const of = beside.get(id);
          of?.delete(name);
          if (of?.size === 0) beside.delete(id);
        }
      ties.delete(name);
      if (evidence === undefined) return true;
      ties.set(name, evidence);
      for (const id of [evidence.from, evidence.to])
        beside.set(id, (beside.get(id) ?? new Map<string, Evidence>()).set(name, evidence));
      return true;
    },
    of: (id: string): readonly Evidence[] => [...(beside.get(id)?.values() ?? [])],
  };
}

function reachedFrom(first: string, tiesOn: (id: string) => readonly Evidence[], seen: Set<string>) {
  const ids = [first];
  const evidence = new Set<Evidence>();
  seen.add(first);
  for (const id of ids)
    for (const one of tiesOn(id)) {
      evidence.add(one);
      const other = one.from === id ? one.to : one.from;
      if (!seen.has(other)) ids.push(other);
      seen.add(other);
    }
  return { ids, evidence: [...evidence] };
}

const isOn = (constraints: readonly Constraint[], ids: ReadonlySet<string>): boolean =>
  constraints.some(({ from, to }) => ids.has(from) || ids.has(to));

const pinOf = ({ from, to }: Pick<Evidence, 'from' | 'to'>): string => `pin\n${from}\n${to}`;

const isPin = ({ links }: Evidence): boolean => links.some(({ mechanism }) => mechanism === 'pinned');

/** As the whole partition has it: pins first, then in (from, to) order. */
function inTurn(evidence: readonly Evidence[]): Evidence[] {
  const named = evidence.map((one) => ({ one, name: `${Number(!isPin(one))}\n${one.from}\n${one.to}\n` }));
  return named.sort((a, b) => (a.name < b.name ? -1 : 1)).map(({ one }) => one);
}

const isSame = (a: Cluster | undefined, b: Cluster): boolean =>
  a !== undefined &&
  a.background === b.background &&
  a.findings.length === b.findings.length &&
  a.links.length === b.links.length &&
  a.findings.every((id, index) => id === b.findings[index]) &&
  a.links.every((link, index) => link === b.links[index]);
