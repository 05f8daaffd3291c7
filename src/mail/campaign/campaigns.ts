// Which messages are one piece of work: told one by one in (at, id) order, each joins what it is like, or begins something.
//
// A new message is compared with texts that share a band of its sketch, and with whatever hangs on the same rare things: a
// wallet, a file, a telephone number, a domain nobody else leads to. What speaks for a campaign is added up (`settings.ts`);
// one that is enough is joined, and several that are, become one, which keeps the id of the earliest.
//
// Trust keeps apart what a forger makes alike: mail of a known sender, and of one's own people, in which nothing was found
// joins mail of the same sender alone. Who is known by this very campaign, and since less than a week, is not known.
//
// Everything is a fold over what was told: no clock, no dice, bounded by `settings.ts`. docs/decisions/0018 tells the rest.

import { days } from '../../model/time.ts';
import { slot } from '../../learn/slot.ts';
import type { Campaign, Delivery } from './campaign.ts';
import { addMember, addRecipients, campaignOf, clusterOf, familiesOf, familyOf, harmOf, hasFamily, idOf } from './cluster.ts';
import { membersOf, merged, rootOf, wanting } from './cluster.ts';
import type { Cluster, Kept, Ruling, Standing } from './cluster.ts';
import { judge } from './conviction.ts';
import { BOUNDS, COPY, JOINS, MOST_HOLDERS } from './settings.ts';
import type { Bounds } from './settings.ts';
import { alikeTo, buildOf, builtAlike, keep, noTexts, textOf } from './texts.ts';
import type { Alike, Texts } from './texts.ts';

/** What mail hangs on: who has it, until too many have. */
interface Thing {
  holders: Cluster[];
  /** A known sender leads there, or too many do. */
  isCommon: boolean;
}

interface Author {
  readonly firstAt: number;
  readonly wasKnown: boolean;
  /** What their mail belongs to; the first few. */
  readonly clusters: Cluster[];
}

export interface Campaigns {
  readonly bounds: Bounds;
  readonly texts: Texts<Cluster>;
  readonly things: Map<string, Thing>;
  readonly authors: Map<string, Author>;
  /** By message id, in the order they were told. */
  readonly told: Map<string, Kept>;
  /** Of two messages and more; what grew last stands last. */
  readonly grown: Map<Cluster, true>;
  /** Ids that were merged away, and what stands for them. */
  readonly became: Map<string, string>;
  readonly byId: Map<string, Cluster>;
  members: number;
  order: number;
}

export const noCampaigns = (bounds: Bounds = BOUNDS): Campaigns => ({
  ...{ bounds, texts: noTexts(bounds.texts), things: new Map(), authors: new Map(), told: new Map(), grown: new Map() },
  ...{ became: new Map(), byId: new Map(), members: 0, order: 0 },
});

/** Days after which an author is somebody who writes here. */
const SETTLED = days(7);
const MOST_OF_AUTHOR = 4;

/** The campaign it is in, as of now and without its members; undefined while it is alone. The same message again adds its recipients. */
export function observe(state: Campaigns, it: Delivery): Campaign | undefined {
  if (it.message === '') return undefined;
  const earlier = state.told.get(it.message);
  if (earlier !== undefined) return toldAgain(earlier, it);

  const text = comparable(it) && it.sample.words !== undefined ? textOf(it.sample.words, buildOf(it.sample.build)) : undefined;
  const alike = text === undefined ? [] : alikeTo(state.texts, text, JOINS.faint);
  const bonds = comparable(it) ? bondsOf(state, it, alike) : [];
  const { cluster, because } = placeFor(state, it, bonds);
  const standing = standingIn(state, it, cluster);
  const before = listedIn(cluster);
  const kept = addMember(cluster, it, standing, because, state.bounds.listed);
  state.members += listedIn(cluster) - before;
  judge(cluster, it.at);

  remember(state, it, kept, standing);
  if (text !== undefined && !alike.some((one) => one.words >= COPY && !one.isOld && rootOf(one.owner) === cluster))
    keep(state.texts, text, cluster);
  trim(state);
  return standingCampaign(cluster);
}

/** An analyst's word on a campaign, by its id or that of a message in it; undefined where nothing like it is kept. */
export function rule(state: Campaigns, about: string, ruling: Ruling): Campaign | undefined {
  const cluster = clusterNamed(state, about);
  if (cluster === undefined) return undefined;
  if (cluster.ruling === undefined || cluster.ruling.at <= ruling.at) cluster.ruling = ruling;
  judge(cluster, ruling.at);
  return standingCampaign(cluster);
}

/** The id that stands for it after merges. */
export function standing(state: Campaigns, id: string): string {
  let stands = id;
  for (let next = state.became.get(stands); next !== undefined; next = state.became.get(stands)) stands = next;
  return stands;
}

/** With their members, by the first message. */
export const campaignsOf = (state: Campaigns): readonly Campaign[] =>
  [...state.grown.keys()]
    .sort((a, b) => a.firstAt - b.firstAt || a.order - b.order)
    .map((cluster) => campaignOf(cluster, membersOf(cluster)));

/** The campaign a message, or an id, belongs to, with its members. */
export function campaignNamed(state: Campaigns, about: string): Campaign | undefined {
  const cluster = clusterNamed(state, about);
  return cluster === undefined || cluster.messages < 2 ? undefined : campaignOf(cluster, membersOf(cluster));
}

/** Its id alone, of a message; undefined while that is alone. */
export function campaignIdOf(state: Campaigns, message: string): string | undefined {
  const cluster = clusterNamed(state, message);
  return cluster === undefined || cluster.messages < 2 ? undefined : idOf(cluster);
}

function clusterNamed(state: Campaigns, about: string): Cluster | undefined {
  const found = state.byId.get(standing(state, about)) ?? state.told.get(about)?.cluster;
  const root = found && rootOf(found);
  return root?.isGone === true ? undefined : root;
}

const standingCampaign = (cluster: Cluster): Campaign | undefined => (cluster.messages < 2 ? undefined : campaignOf(cluster, []));

function toldAgain(kept: Kept, it: Delivery): Campaign | undefined {
  const cluster = rootOf(kept.cluster);
  if (cluster.isGone === true) return undefined;
  if (addRecipients(cluster, kept, it.recipients)) judge(cluster, Math.max(it.at, cluster.lastAt));
  return standingCampaign(cluster);
}

/** A letter handed on by one's own people, or by somebody known, says nothing of whoever hands it on. */
const comparable = ({ sample, authorDomain, isKnownSender }: Delivery): boolean =>
  sample.handsOn !== true || (authorDomain !== undefined && !isKnownSender);

/** What speaks for a message's belonging to a campaign. */
interface Bond {
  readonly cluster: Cluster;
  readonly weight: number;
  readonly because: string;
}

/** Those that are enough, the strongest first. */
function bondsOf(state: Campaigns, it: Delivery, alike: readonly Alike<Cluster>[]): readonly Bond[] {
  const texts = new Map<Cluster, Alike<Cluster>>();
  for (const one of alike) {
    const root = rootOf(one.owner);
    if (one.words > (texts.get(root)?.words ?? 0)) texts.set(root, one);
  }
  const things = sharedThings(state, it);
  const bonds: Bond[] = [];
  for (const cluster of new Set([...texts.keys(), ...things.keys()])) {
    if (cluster.isGone === true || it.at - cluster.lastAt > state.bounds.silent) continue;
    const bond = bondWith(cluster, it, texts.get(cluster), things.get(cluster) ?? []);
    if (bond.weight >= 1) bonds.push(bond);
  }
  return bonds.sort((a, b) => b.weight - a.weight || a.cluster.order - b.cluster.order);
}

interface Shared {
  readonly kind: Kind;
  readonly weight: number;
}

type Kind = keyof typeof JOINS.things;

/** What hangs on the same things, each thing counting the less the more campaigns have it. */
function sharedThings(state: Campaigns, { sample }: Delivery): ReadonlyMap<Cluster, readonly Shared[]> {
  const shared = new Map<Cluster, Shared[]>();
  for (const name of sample.hangsOn) {
    const thing = state.things.get(name);
    const kind = kindOf(name);
    if (thing === undefined || thing.isCommon || kind === undefined) continue;
    const holders = new Set(thing.holders.map(rootOf));
    for (const cluster of holders)
      slot(shared, cluster, (): Shared[] => []).push({
        kind,
        weight: JOINS.things[kind] * Math.min(1, JOINS.holders / holders.size),
      });
  }
  return shared;
}

function kindOf(name: string): Kind | undefined {
  const kind = name.slice(0, name.indexOf(':'));
  return kind in JOINS.things ? (kind as Kind) : undefined;
}

function bondWith(cluster: Cluster, it: Delivery, text: Alike<Cluster> | undefined, things: readonly Shared[]): Bond {
  const words = text?.words ?? 0;
  const build = Math.max(text?.build ?? 0, builtAlike(cluster.build, it.sample.build));
  const grounds: { readonly weight: number; readonly says: string }[] = [
    { weight: words / JOINS.words, says: `words ${words.toFixed(2)} alike` },
    ...things.map(({ kind, weight }) => ({ weight, says: SAYS[kind] })),
    ...(build >= JOINS.build.least ? [{ weight: JOINS.build.counts, says: 'built alike' }] : []),
    ...(it.sample.wants.some((want) => wanting(cluster, want) * 2 >= cluster.messages)
      ? [{ weight: JOINS.want, says: 'wants the same' }]
      : []),
    ...(hasFamily(cluster, familyOf(it)) ? [{ weight: JOINS.family, says: 'from the same sender' }] : []),
  ];
  const counted = grounds.filter(({ weight }) => weight > 0).sort((a, b) => b.weight - a.weight);
  return {
    cluster,
    weight: counted.reduce((sum, one) => sum + one.weight, 0),
    because: counted
      .slice(0, 3)
      .map(({ says }) => says)
      .join(', '),
  };
}

const SAYS: Readonly<Record<Kind, string>> = {
  wallet: 'asks for money to the same wallet',
  account: 'names the same bank account',
  file: 'carries the same file',
  phone: 'names the same telephone number',
  reply: 'has answers go to the same address',
  link: 'leads to a domain that only they lead to',
  page: 'leads to the same page',
  host: 'came from the same server',
};

const FIRST = 'the first of them';

/** The strongest bond that trust allows, with whatever else may be joined to it by this message. */
function placeFor(
  state: Campaigns,
  it: Delivery,
  bonds: readonly Bond[],
): { readonly cluster: Cluster; readonly because: string } {
  let [found, because]: [Cluster | undefined, string] = [undefined, FIRST];
  for (const bond of bonds) {
    if (found === undefined && mayJoin(bond.cluster, it, standingIn(state, it, bond.cluster)))
      [found, because] = [bond.cluster, bond.because];
    else if (found !== undefined && found !== bond.cluster && mayMerge(found, bond.cluster))
      found = mergedIn(state, found, bond.cluster);
  }
  if (found !== undefined) return { cluster: found, because };
  state.order += 1;
  return { cluster: clusterOf(state.order, it), because: FIRST };
}

/** What is trusted stays with its own sender's mail. */
const mayJoin = (cluster: Cluster, it: Delivery, { isTrusted }: Standing): boolean =>
  (cluster.trusted === 0 && !isTrusted) || (familiesOf(cluster) === 1 && hasFamily(cluster, familyOf(it)));

function mayMerge(a: Cluster, b: Cluster): boolean {
  if (a.trusted + b.trusted === 0) return true;
  return familiesOf(a) === 1 && familiesOf(b) === 1 && hasFamily(b, a.family);
}

/** How its author is known, apart from the campaign it is held against. */
function standingIn({ authors }: Campaigns, it: Delivery, cluster: Cluster): Standing {
  const author = authors.get(it.author);
  const isSettled =
    author === undefined ||
    author.wasKnown ||
    (it.at - author.firstAt >= SETTLED && author.clusters.some((one) => isElsewhere(rootOf(one), cluster)));
  const isKnown = it.authorDomain === undefined || (it.isKnownSender && isSettled);
  return { isKnown, isTrusted: isKnown && harmOf(it) === 0 };
}

/** What alone was never a campaign is not counted among their members. */
const listedIn = ({ messages, members }: Cluster): number => (messages < 2 ? 0 : members.length);

const isElsewhere = (one: Cluster, cluster: Cluster): boolean => one !== cluster && one.conviction === undefined;

function mergedIn(state: Campaigns, a: Cluster, b: Cluster): Cluster {
  const [before, ids] = [listedIn(a) + listedIn(b), [a.id, b.id]];
  if (a.messages > 1) state.grown.delete(a);
  if (b.messages > 1) state.grown.delete(b);
  const root = merged(a, b, state.bounds.listed);
  state.members += listedIn(root) - before;
  for (const id of ids) {
    if (id === undefined || id === idOf(root)) continue;
    state.became.set(id, idOf(root));
    state.byId.delete(id);
  }
  return root;
}

function remember(state: Campaigns, it: Delivery, kept: Kept, { isTrusted }: Standing): void {
  const { cluster } = kept;
  state.told.set(it.message, kept);
  if (cluster.messages > 1) {
    state.grown.delete(cluster);
    state.grown.set(cluster, true);
    state.byId.set(idOf(cluster), cluster);
  }
  rememberAuthor(state, it, cluster);
  if (!comparable(it)) return;
  for (const name of it.sample.hangsOn) rememberThing(state, name, cluster, isTrusted && it.authorDomain !== undefined);
}

function rememberAuthor({ authors }: Campaigns, it: Delivery, cluster: Cluster): void {
  const author = authors.get(it.author) ?? { firstAt: it.at, wasKnown: it.isKnownSender, clusters: [] };
  if (author.clusters.length < MOST_OF_AUTHOR && !author.clusters.some((one) => rootOf(one) === cluster))
    author.clusters.push(cluster);
  authors.delete(it.author);
  authors.set(it.author, author);
}

/** A wallet is nobody's common ground, whoever names it. */
function rememberThing({ things }: Campaigns, name: string, cluster: Cluster, isTrusted: boolean): void {
  const thing = things.get(name) ?? { holders: [], isCommon: false };
  things.delete(name);
  things.set(name, thing);
  if (thing.isCommon) return;
  const holders = new Set([...thing.holders.map(rootOf), cluster].filter(({ isGone }) => isGone !== true));
  thing.isCommon = (isTrusted && kindOf(name) !== 'wallet') || holders.size > MOST_HOLDERS;
  thing.holders = thing.isCommon ? [] : [...holders];
}

function trim(state: Campaigns): void {
  const { bounds } = state;
  trimmed(state.told, bounds.messages);
  trimmed(state.things, bounds.things);
  trimmed(state.authors, bounds.authors);
  trimmed(state.became, bounds.campaigns);
  for (const [cluster] of state.grown) {
    if (state.grown.size <= bounds.campaigns && state.members <= bounds.members) break;
    letGo(state, cluster);
  }
}

function trimmed<K, V>(map: Map<K, V>, most: number): void {
  for (const [key] of map) {
    if (map.size <= most) return;
    map.delete(key);
  }
}

function letGo(state: Campaigns, cluster: Cluster): void {
  state.grown.delete(cluster);
  state.byId.delete(idOf(cluster));
  state.members -= cluster.members.length;
  cluster.isGone = true;
  cluster.members = [];
}
