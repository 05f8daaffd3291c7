// Messages that were joined, and what is counted of them: so that a member more is a sum more and nothing is read again.

import { inOrder } from '../../model/event.ts';
import type { Instant } from '../../model/time.ts';
import { digestOf } from '../../ingest/digest.ts';
import { freeMail } from '../free-mail.ts';
import type { Intent } from '../intent.ts';
import type { Campaign, Conviction, Delivery, Member } from './campaign.ts';
import { CONVICTS, HARMFUL, SCORES } from './settings.ts';

/** A message as it is kept. */
export interface Kept extends Member {
  recipients: readonly string[];
  cluster: Cluster;
  /** What a delivery of it counts against its campaign. */
  readonly harm: number;
}

/** What an analyst said of a campaign, or of a message in it. */
export interface Ruling {
  readonly at: Instant;
  readonly by: string;
  readonly isAttack: boolean;
}

export interface Cluster {
  /** Place of its first message among all; the earlier of two stands for both. */
  readonly order: number;
  /** Given when it becomes a campaign: with its second message. */
  id?: string;
  readonly first: string;
  readonly firstAt: Instant;
  lastAt: Instant;
  /** What it became a part of. */
  into?: Cluster;
  /** How its first message is built. */
  readonly build: readonly number[] | undefined;
  /** It was let go. */
  isGone?: boolean;
  messages: number;
  /** The first ones in (at, message) order. */
  members: Kept[];
  /** Of the first: its author's domain, of free mail the address; and what it wants. */
  readonly family: string;
  readonly firstWants: readonly Intent[];
  /** Of all, from the second message on: most mail is alone, and needs none of it. */
  of?: Counts;
  /** Messages of senders known apart from it; and those of them in which nothing was found. */
  known: number;
  trusted: number;
  bulk: number;
  /** Messages that want something harmful. */
  wanting: number;
  /** Deliveries, and those judged harmful by themselves, as `CONVICTS` counts them. */
  weight: number;
  evidence: number;
  judged: readonly Kept[];
  ruling?: Ruling;
  conviction?: Conviction;
  /** Ids of those that became part of it. */
  formerly?: readonly string[];
}

interface Counts {
  readonly recipients: Set<string>;
  readonly authors: Set<string>;
  readonly families: Set<string>;
  /** How many want what. */
  readonly wants: Map<Intent, number>;
}

/** What of a sender is known when a message of theirs joins. */
export interface Standing {
  readonly isKnown: boolean;
  readonly isTrusted: boolean;
}

const MOST_JUDGED = 20;
const MOST_FORMER = 100;
/** Of one campaign; what is more is counted no further. */
const MOST_RECIPIENTS = 100_000;
const MOST_AUTHORS = 10_000;
/** Hexadecimal characters of an id. */
const ID = 24;

/** Nobody else can send from there; one's own people are one family. */
export function familyOf({ author, authorDomain }: Pick<Delivery, 'author' | 'authorDomain'>): string {
  if (authorDomain === undefined) return 'own';
  return freeMail.has(authorDomain) ? author : authorDomain;
}

/** Of a mailing a score says little that no model asks to be held for: it looks like what it is, one of many. */
export function harmOf({ score, action, sample }: Delivery): number {
  if (action === 'hold' || (score >= SCORES.held && !sample.isBulk)) return CONVICTS.held;
  return action === 'junk' || score >= SCORES.junk ? CONVICTS.junk : 0;
}

export const clusterOf = (order: number, it: Delivery): Cluster => ({
  ...{ order, first: it.message, firstAt: it.at, lastAt: it.at, messages: 0, members: [], judged: NONE },
  ...{ family: familyOf(it), firstWants: it.sample.wants, build: it.sample.hangsOn.length > 0 ? it.sample.build : undefined },
  ...{ known: 0, trusted: 0, bulk: 0, wanting: 0, weight: 0, evidence: 0 },
});

const NONE: readonly Kept[] = [];

/** Made of its first message, when a second comes. */
function countsOf(cluster: Cluster): Counts {
  const [first] = cluster.members;
  return (cluster.of ??= {
    recipients: new Set(first?.recipients),
    authors: new Set(first === undefined ? [] : [first.author]),
    families: new Set([cluster.family]),
    wants: new Map(cluster.firstWants.map((want) => [want, 1])),
  });
}

export const familiesOf = (cluster: Cluster): number => cluster.of?.families.size ?? 1;
export const hasFamily = (cluster: Cluster, family: string): boolean =>
  cluster.of?.families.has(family) ?? cluster.family === family;
export const recipientsOf = (cluster: Cluster): number => countsOf(cluster).recipients.size;
/** How many want it. */
export const wanting = (cluster: Cluster, want: Intent): number =>
  cluster.of?.wants.get(want) ?? (cluster.of === undefined && cluster.firstWants.includes(want) ? 1 : 0);
/** What most of them want. */
export const mostWanted = (cluster: Cluster): Intent | undefined =>
  [...countsOf(cluster).wants].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))[0]?.[0];

export function rootOf(cluster: Cluster): Cluster {
  let root = cluster;
  while (root.into !== undefined) root = root.into;
  // Those on the way are led there at once, so that no way grows long.
  for (let step = cluster; step.into !== undefined && step.into !== root;) {
    const next: Cluster = step.into;
    step.into = root;
    step = next;
  }
  return root;
}

export function addMember(cluster: Cluster, it: Delivery, standing: Standing, because: string, listed: number): Kept {
  const { message, at, author, recipients, score, action, sample } = it;
  const kept: Kept = { message, at, author, recipients, score, action, because, cluster, harm: harmOf(it) };
  if (cluster.messages > 0) count(countsOf(cluster), it);
  cluster.messages += 1;
  cluster.lastAt = Math.max(cluster.lastAt, at);
  insert(cluster.members, kept, listed);
  cluster.known += standing.isKnown ? 1 : 0;
  cluster.trusted += standing.isTrusted ? 1 : 0;
  cluster.bulk += sample.isBulk ? 1 : 0;
  cluster.wanting += sample.wants.some((want) => HARMFUL.has(want)) ? 1 : 0;
  weigh(cluster, kept, 0);
  return kept;
}

function count(of: Counts, it: Delivery): void {
  addAll(of.recipients, it.recipients, MOST_RECIPIENTS);
  addAll(of.authors, [it.author], MOST_AUTHORS);
  addAll(of.families, [familyOf(it)], MOST_AUTHORS);
  for (const want of it.sample.wants) of.wants.set(want, (of.wants.get(want) ?? 0) + 1);
}

/** Further people who had the same message. */
export function addRecipients(cluster: Cluster, kept: Kept, recipients: readonly string[]): boolean {
  const all = new Set([...kept.recipients, ...recipients]);
  if (all.size === kept.recipients.length) return false;
  const before = kept.recipients.length;
  kept.recipients = [...all].sort();
  addAll(countsOf(cluster).recipients, recipients, MOST_RECIPIENTS);
  weigh(cluster, kept, before);
  return true;
}

function weigh(cluster: Cluster, kept: Kept, before: number): void {
  const { harm, recipients } = kept;
  const more = counted(recipients.length) - (before === 0 ? 0 : counted(before));
  cluster.weight += more;
  cluster.evidence += more * harm;
  if (harm > 0 && before === 0) cluster.judged = inserted([...cluster.judged], [kept], MOST_JUDGED);
}

const counted = (recipients: number): number => Math.min(CONVICTS.mostOfOne, Math.max(1, recipients));

/** The one that began earlier stands for both. */
export function merged(a: Cluster, b: Cluster, listed: number): Cluster {
  const [root, gone] = a.order < b.order ? [a, b] : [b, a];
  const [large, small] = root.members.length < gone.members.length ? [gone, root] : [root, gone];
  join(countsOf(root), countsOf(gone));
  root.members = inserted(large.members, small.members, listed);
  root.judged = inserted([...root.judged], gone.judged, MOST_JUDGED);
  root.lastAt = Math.max(root.lastAt, gone.lastAt);
  for (const count of ['messages', 'known', 'trusted', 'bulk', 'wanting', 'weight', 'evidence'] as const)
    root[count] += gone[count];
  const ruling = later(root.ruling, gone.ruling);
  if (ruling !== undefined) root.ruling = ruling;
  const conviction = [root.conviction, gone.conviction].filter((one) => one !== undefined).sort((x, y) => x.at - y.at)[0];
  if (conviction !== undefined) root.conviction = conviction;
  const formerly = new Set([...(root.formerly ?? []), ...(gone.formerly ?? []), ...(gone.id === undefined ? [] : [gone.id])]);
  if (formerly.size > 0) root.formerly = [...formerly].sort().slice(0, MOST_FORMER);
  empty(gone, root);
  return root;
}

/** What it held belongs to another now; only the way there stays. */
function empty(gone: Cluster, root: Cluster): void {
  gone.into = root;
  gone.members = [];
  gone.judged = NONE;
  delete gone.of;
}

function join(into: Counts, more: Counts): void {
  addAll(into.recipients, more.recipients, MOST_RECIPIENTS);
  addAll(into.authors, more.authors, MOST_AUTHORS);
  addAll(into.families, more.families, MOST_AUTHORS);
  for (const [want, times] of more.wants) into.wants.set(want, (into.wants.get(want) ?? 0) + times);
}

const later = (a: Ruling | undefined, b: Ruling | undefined): Ruling | undefined =>
  a === undefined || b === undefined ? (a ?? b) : b.at > a.at ? b : a;

export const idOf = (cluster: Cluster): string => (cluster.id ??= digestOf(cluster.first, ID));

export const campaignOf = (cluster: Cluster, members: readonly Member[]): Campaign => ({
  ...{ id: idOf(cluster), firstAt: cluster.firstAt, lastAt: cluster.lastAt, messages: cluster.messages },
  ...{ recipients: recipientsOf(cluster), authors: countsOf(cluster).authors.size },
  kind: cluster.conviction !== undefined ? 'attack' : isMostly(cluster.bulk, cluster) ? 'bulk' : 'undecided',
  ...(cluster.conviction === undefined ? {} : { conviction: cluster.conviction }),
  ...(cluster.formerly === undefined ? {} : { formerly: cluster.formerly }),
  members,
});

export const membersOf = ({ members }: Cluster): readonly Member[] =>
  members.map(({ message, at, author, recipients, score, action, because }) => ({
    ...{ message, at, author, recipients, score, action, because },
  }));

/** At least every other message. */
export const isMostly = (count: number, { messages }: Cluster): boolean => count * 2 >= messages;

const place = (one: Member): { readonly at: Instant; readonly id: string } => ({ at: one.at, id: one.message });

function insert(list: Kept[], kept: Kept, most: number): void {
  let at = list.length;
  while (at > 0 && inOrder(place(list[at - 1] as Kept), place(kept)) > 0) at -= 1;
  if (at >= most) return;
  list.splice(at, 0, kept);
  if (list.length > most) list.pop();
}

function inserted(into: Kept[], more: readonly Kept[], most: number): Kept[] {
  if (more.length <= 8) for (const kept of more) insert(into, kept, most);
  else return [...into, ...more].sort((a, b) => inOrder(place(a), place(b))).slice(0, most);
  return into;
}

function addAll<T>(set: Set<T>, more: Iterable<T>, most: number): void {
  for (const one of more) {
    if (set.size >= most) return;
    set.add(one);
  }
}
