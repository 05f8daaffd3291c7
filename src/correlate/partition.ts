// Findings → incidents: a function of the standing findings and of what analysts have pinned or cut, of nothing else.
//
// Evidence between two findings adds up over all they share (evidence.ts); what binds makes heaps, and each heap is parted
// into its stories by itself (stories.ts), so that news touches only the heap it falls into.

import { digestOf } from '../ingest/digest.ts';
import { inOrder } from '../model/event.ts';
import { slot } from '../learn/slot.ts';
import { isSerious } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { Cluster, Constraint, Link } from '../model/incident.ts';
import type { Instant } from '../model/time.ts';
import { linksBetween } from './affinity.ts';
import { evidenceIn } from './evidence.ts';
import type { Evidence } from './evidence.ts';
import { forest } from './forest.ts';
import { usual } from './settings.ts';
import type { Settings } from './settings.ts';
import { storiesIn } from './stories.ts';
import { wordsOn } from './words.ts';
import type { Words } from './words.ts';

/** Every standing finding in exactly one cluster; clusters in (anchor's at, id) order. */
export const partition = (
  findings: readonly Finding[],
  constraints: readonly Constraint[] = [],
  settings: Settings = usual,
): Cluster[] => parted(findings, constraints, settings).clusters;

export interface Parted {
  readonly clusters: Cluster[];
  /** All there is between two findings, bound or not, in (from, to) order; what analysts said is not in it. */
  readonly evidence: readonly Evidence[];
}

/** The partition, with the evidence that it was made from. */
export function parted(
  findings: readonly Finding[],
  constraints: readonly Constraint[] = [],
  settings: Settings = usual,
): Parted {
  const ordered = [...findings].sort(inOrder);
  const standing = new Map(ordered.map((finding) => [finding.id, finding]));
  const words = wordsOn(standing, constraints);
  const evidence = evidenceIn(linksBetween(ordered, settings));
  const bound = [
    ...evidenceIn(words.pins),
    ...evidence.filter(({ weight, from, to }) => weight >= settings.binds && !words.areCut(from, to)),
  ];
  const heaps = heapsOf(ordered, bound).map((heap) => partedHeap(heap, words, settings));
  const waiting = new Map<string, Finding[]>();
  for (const finding of heaps.flatMap(({ alone }) => alone)) slot(waiting, waitsWith(finding), () => []).push(finding);
  const clusters = [...heaps.flatMap((it) => it.clusters), ...[...waiting.values()].flatMap((all) => backgrounds(all, words))];
  return { clusters: inAnchorsOrder(clusters, standing), evidence };
}

export function inAnchorsOrder(clusters: readonly Cluster[], standing: ReadonlyMap<string, Finding>): Cluster[] {
  const atOf = ({ anchor }: Cluster): Instant => standing.get(anchor)?.at ?? 0;
  return [...clusters].sort((a, b) => atOf(a) - atOf(b) || (a.anchor < b.anchor ? -1 : 1));
}

/** Findings that hang together somehow, in (at, id) order; of the evidence, pins first, then in (from, to) order. */
export interface Heap {
  readonly findings: readonly Finding[];
  readonly evidence: readonly Evidence[];
}

/** Connected components, with the evidence in each. */
function heapsOf(findings: readonly Finding[], evidence: readonly Evidence[]): Heap[] {
  const heaps = forest(findings.map(({ id }) => id));
  for (const { from, to } of evidence) heaps.join(from, to);
  const inside = new Map<string, Evidence[]>();
  for (const one of evidence) slot(inside, heaps.rootOf(one.from), () => []).push(one);
  return heaps.of(findings).map((all) => ({ findings: all, evidence: inside.get(heaps.rootOf(all[0]?.id ?? '')) ?? [] }));
}

export interface PartedHeap {
  readonly clusters: readonly Cluster[];
  /** Isolated low findings, that are no story by themselves. */
  readonly alone: readonly Finding[];
}

export function partedHeap({ findings, evidence }: Heap, words: Words, settings: Settings): PartedHeap {
  const stories = storiesIn(findings, evidence, words, settings);
  const standing = stories.filter((story) => !isBackground(story));
  const placeOf = new Map(standing.flatMap((story, place) => story.map(({ id }) => [id, place] as const)));
  const inside = standing.map((): Link[] => []);
  for (const link of evidence.flatMap((one) => one.links)) {
    const place = placeOf.get(link.from);
    if (place !== undefined && place === placeOf.get(link.to)) inside[place]?.push(link);
  }
  return {
    clusters: standing.map((story, place) => cluster(story, inside[place] ?? [], false)),
    alone: stories.filter(isBackground).flat(),
  };
}

const isBackground = (story: readonly Finding[]): boolean => story.length === 1 && !story.some(isSerious);

/** What isolated low findings wait together by, out of the way: one detection, one entity. */
export function waitsWith({ detection, about }: Finding): string {
  const subject = about.find(({ role }) => role === 'actor') ?? about[0];
  return `${detection}\n${subject?.label ?? ''}\n${subject?.key ?? ''}`;
}

/** Each with the first, in (at, id) order, that no analyst parted it from. */
export function backgrounds(findings: readonly Finding[], { foesOf }: Words): Cluster[] {
  const parts: Finding[][] = [];
  const partOf = new Map<string, Finding[]>();
  for (const finding of [...findings].sort(inOrder)) {
    const barred = new Set([...foesOf(finding.id)].map((foe) => partOf.get(foe)));
    const known = parts.find((part) => !barred.has(part));
    const part = known ?? [];
    if (known === undefined) parts.push(part);
    part.push(finding);
    partOf.set(finding.id, part);
  }
  return parts.map((part) => cluster(part, [], true));
}

function cluster(part: readonly Finding[], links: readonly Link[], background: boolean): Cluster {
  const anchor = part[0]?.id ?? '';
  return { id: incidentId(anchor), anchor, findings: part.map(({ id }) => id), links, background };
}

/** An incident is named after its anchor, so that it keeps its id while it grows. */
export const incidentId = (anchor: string): string => `inc-${digestOf(anchor, 12)}`;
