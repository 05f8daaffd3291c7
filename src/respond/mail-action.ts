// What all actions on mail have in common: a state kept of every copy before anything is changed, a change that goes on where
// it was cut off, a check that reads every copy back and counts, and an undoing that gives each copy its own place again.
//
// The state that was kept decides everything afterwards: what is changed, read back and undone are the copies in it, so that
// a campaign may grow, merge or go without an action forgetting what it did. What a person did to a copy meanwhile is left.

import { harmless } from '../mail/shown.ts';
import type { EntityRef, Finding } from '../model/finding.ts';
import type { EntityLabel } from '../model/graph.ts';
import { TenantError } from './action.ts';
import type { ActionSpec, Check, Extension, Ground, Json, Preview, Tenant } from './action.ts';
import { countOf } from './copies.ts';
import type { CopyChange, CopyRef, CopyState, Extent } from './copies.ts';

/** Of one action; more are counted and told. */
export const MOST_COPIES = 20_000;
/** Changed at once: so much is done again when it is cut off. */
const AT_ONCE = 500;
/** Messages of one incident that one action is proposed for apart; more than that are a campaign or a matter for people. */
const MOST_MESSAGES = 20;

/** What a copy was before, as far as the change touches it. */
type Was = string | boolean;

/** A message's copies that were alike: what was kept of them. */
interface Kept {
  readonly message: string;
  readonly network?: string;
  readonly was: Was;
  readonly recipients: readonly string[];
}

/** What is kept before a change, as JSON. */
export interface MailSnapshot {
  readonly copies: readonly Kept[];
  /** Copies there were records of that were gone already; that the change is not for; beyond the bound. */
  readonly gone: number;
  readonly apart: number;
  readonly beyond: number;
}

/** One kind of action on mail, by what differs. */
export interface MailDeed {
  readonly id: string;
  readonly title: string;
  readonly labels: readonly EntityLabel[];
  readonly order: number;
  readonly delay: string;
  readonly expiryDays?: number;
  /** Whether it is done as well to the copies of a campaign that come later. */
  readonly follows?: true;
  readonly change: CopyChange;
  /** Whether it is done to a copy already. */
  isDone(state: CopyState): boolean;
  /** Whether it is for such a copy. */
  isFor(state: CopyState): boolean;
  was(state: CopyState): Was;
  /** What gives a copy back what it was. Left out where nothing can. */
  readonly back?: (was: Was) => CopyChange;
  readonly noInverse?: string;
  /** Of the copies, those that the change is made to; all when left out. */
  readonly choose?: (copies: readonly CopyRef[]) => readonly CopyRef[];
  /** `held`, and `released`. */
  readonly done: string;
  readonly undone?: string;
  targets(ground: Ground): readonly EntityRef[];
  preview(name: string, extent: string): Preview;
}

interface Placed {
  readonly copy: CopyRef;
  readonly was: Was;
  readonly state: CopyState | undefined;
}

export function mailAction(deed: MailDeed): ActionSpec {
  const { id, title, labels, order, delay, expiryDays, noInverse, back } = deed;
  const snapshot = (tenant: Tenant, target: EntityRef): Promise<Json> => keep(deed, tenant, target);
  return {
    ...{ id, title, labels, reach: 'one-message', needs: 1, order, delay, reversible: back !== undefined },
    ...(expiryDays !== undefined && { expiryDays }),
    ...(noInverse !== undefined && { noInverse }),
    targets: (ground) => deed.targets(ground),
    preview: (name, extent) => deed.preview(harmless(name), inWords(extent)),
    snapshot,
    async carryOut(tenant, target, kept) {
      const placed = await placedIn(deed, tenant, kept ?? (await snapshot(tenant, target)));
      const open = placed.filter(({ state }) => state !== undefined && !deed.isDone(state));
      await change(tenant, open, deed.change);
    },
    verify: (tenant, _, kept) => verify(deed, tenant, kept),
    ...(deed.follows === true && { extend: (tenant, target, kept, most) => grown(deed, tenant, target, kept, most) }),
    ...(back !== undefined && {
      undo: (tenant, _, kept) => undo({ ...deed, back }, tenant, kept),
      verifyUndone: (tenant, _, kept) => verifyUndone({ ...deed, back }, tenant, kept),
    }),
  };
}

const inWords = (extent: Extent | undefined): string =>
  extent === undefined
    ? 'Every copy'
    : `Every copy (${extent.copies} in ${countOf(extent.mailboxes, 'mailbox', 'mailboxes')} by now)`;

async function keep(deed: MailDeed, tenant: Tenant, target: EntityRef): Promise<Json> {
  const all = await tenant.copiesOf(target);
  const thing = target.label === 'Campaign' ? 'campaign' : 'message';
  if (all === undefined) throw new TenantError('notFound', `there is no ${thing} ${harmless(target.key)}`);
  const copies = deed.choose?.(all) ?? all;
  if (copies.length === 0) throw new TenantError('refused', 'there is no copy in a mailbox that anything may be done to');
  const found = await kept(deed, tenant, copies);
  if (found.copies.length === 0)
    throw new TenantError(
      'refused',
      found.apart === 0 ? 'every copy is gone already' : 'it is for none of the copies as they are',
    );
  return asJson(found);
}

async function kept(deed: MailDeed, tenant: Tenant, copies: readonly CopyRef[]): Promise<MailSnapshot> {
  const taken = copies.slice(0, MOST_COPIES);
  const states = await tenant.copyStates(taken, deed.change.kind);
  const there = taken.flatMap((copy, at) => {
    const state = states[at];
    return state === undefined ? [] : [{ copy, state }];
  });
  const concerned = there.filter(({ state }) => deed.isDone(state) || deed.isFor(state));
  return {
    copies: grouped(concerned.map(({ copy, state }) => ({ copy, was: deed.was(state) }))),
    gone: taken.length - there.length,
    apart: there.length - concerned.length,
    beyond: copies.length - taken.length,
  };
}

function grouped(all: readonly { readonly copy: CopyRef; readonly was: Was }[]): Kept[] {
  const groups = new Map<string, Kept & { recipients: string[] }>();
  for (const { copy, was } of all) {
    const { message, network, recipient } = copy;
    const key = JSON.stringify([message, network ?? '', was]);
    const group = groups.get(key) ?? { message, ...(network !== undefined && { network }), was, recipients: [] };
    groups.set(key, group);
    group.recipients.push(recipient);
  }
  return [...groups.values()];
}

async function grown(
  deed: MailDeed,
  tenant: Tenant,
  target: EntityRef,
  before: Json,
  most: number,
): Promise<Extension | undefined> {
  const known = snapshotOf(before);
  const seen = new Set(copiesIn(known).map(({ copy }) => keyOf(copy)));
  const room = Math.max(0, Math.min(most, MOST_COPIES - seen.size));
  // The newest first: older ones that were gone or not concerned the last time may be so for ever.
  const fresh = ((await tenant.copiesOf(target)) ?? [])
    .filter((copy) => !seen.has(keyOf(copy)))
    .toReversed()
    .slice(0, room);
  if (fresh.length === 0) return undefined;
  const added = await kept(deed, tenant, fresh.toReversed());
  if (added.copies.length === 0) return undefined;
  return {
    snapshot: asJson({ ...known, copies: [...known.copies, ...added.copies] }),
    added: asJson(added),
    count: copiesIn(added).length,
  };
}

const keyOf = ({ message, recipient }: CopyRef): string => `${message}\n${recipient}`;

const copiesIn = ({ copies }: MailSnapshot): { readonly copy: CopyRef; readonly was: Was }[] =>
  copies.flatMap(({ message, network, was, recipients }) =>
    recipients.map((recipient) => ({ copy: { message, ...(network !== undefined && { network }), recipient }, was })),
  );

/** Every copy that was kept, as it is now. */
async function placedIn(deed: MailDeed, tenant: Tenant, snapshot: Json): Promise<readonly Placed[]> {
  const all = copiesIn(snapshotOf(snapshot));
  const states = await tenant.copyStates(
    all.map(({ copy }) => copy),
    deed.change.kind,
  );
  return all.map((one, at) => ({ ...one, state: states[at] }));
}

async function change(tenant: Tenant, placed: readonly Pick<Placed, 'copy'>[], what: CopyChange): Promise<void> {
  for (let from = 0; from < placed.length; from += AT_ONCE)
    await tenant.changeCopies(
      placed.slice(from, from + AT_ONCE).map(({ copy }) => copy),
      what,
    );
}

async function verify(deed: MailDeed, tenant: Tenant, snapshot: Json): Promise<Check> {
  const { gone: goneBefore, beyond } = snapshotOf(snapshot);
  const placed = await placedIn(deed, tenant, snapshot);
  const done = placed.filter(({ state }) => state !== undefined && deed.isDone(state)).length;
  const gone = placed.filter(({ state }) => state === undefined).length;
  const open = placed.length - done - gone;
  const says = told([
    `${deed.done} ${done} of ${placed.length + goneBefore}`,
    areSo(gone + goneBefore, 'gone'),
    areSo(open, 'not yet'),
    beyond === 0 ? '' : `${beyond} more than one action takes are as they were`,
  ]);
  return { ok: open === 0, count: done, says, ...(open > 0 && { isPending: true }) };
}

type Undoable = MailDeed & { readonly back: (was: Was) => CopyChange };

async function undo(deed: Undoable, tenant: Tenant, snapshot: Json): Promise<void> {
  const byChange = new Map<string, { readonly back: CopyChange; readonly of: Placed[] }>();
  for (const one of await placedIn(deed, tenant, snapshot)) {
    // What is not as it was left was moved by somebody; what was so before is not ours to change.
    if (one.state === undefined || !deed.isDone(one.state) || one.was === deed.was(one.state)) continue;
    const back = deed.back(one.was);
    const key = JSON.stringify(back);
    const group = byChange.get(key) ?? { back, of: [] };
    byChange.set(key, group);
    group.of.push(one);
  }
  for (const { back, of } of byChange.values()) await change(tenant, of, back);
}

async function verifyUndone(deed: Undoable, tenant: Tenant, snapshot: Json): Promise<Check> {
  const tally = { back: 0, before: 0, moved: 0, gone: 0, open: 0, strayed: 0 };
  const placed = await placedIn(deed, tenant, snapshot);
  for (const one of placed) tally[outcomeOf(deed, one)] += 1;
  const says = told([
    `${deed.undone ?? 'undone'} ${tally.back + tally.strayed} of ${placed.length}`,
    tally.strayed === 0 ? '' : `${tally.strayed} of them lay in folders of their owners' own and are in the inbox now`,
    tally.before === 0 ? '' : `${countOf(tally.before, 'was so', 'were so')} before and ${isOrAre(tally.before)} left`,
    tally.moved === 0
      ? ''
      : `${countOf(tally.moved, 'was', 'were')} moved or changed since by somebody and ${isOrAre(tally.moved)} left`,
    areSo(tally.gone, 'gone'),
    areSo(tally.open, 'not back yet'),
  ]);
  return { ok: tally.open === 0, says, ...(tally.open > 0 && { isPending: true }) };
}

function outcomeOf(deed: Undoable, { was, state }: Placed): 'back' | 'before' | 'moved' | 'gone' | 'open' | 'strayed' {
  if (state === undefined) return 'gone';
  const is = deed.was(state);
  if (is === was) return deed.isDone(state) ? 'before' : 'back';
  if (deed.isDone(state)) return 'open';
  return was === 'elsewhere' && is === 'inbox' ? 'strayed' : 'moved';
}

const isOrAre = (count: number): string => (count === 1 ? 'is' : 'are');
const areSo = (count: number, so: string): string => (count === 0 ? '' : `${countOf(count, 'is', 'are')} ${so}`);
const told = (clauses: readonly string[]): string => clauses.filter((clause) => clause !== '').join('; ');

const asJson = ({ copies, gone, apart, beyond }: MailSnapshot): Json => ({
  copies: copies.map(({ message, network, was, recipients }) => ({
    ...{ message, ...(network !== undefined && { network }), was, recipients: [...recipients] },
  })),
  ...{ gone, apart, beyond },
});

/** Written by `asJson` and by nothing else. */
function snapshotOf(json: Json): MailSnapshot {
  if (typeof json !== 'object' || json === null || !('copies' in json))
    throw new TenantError('refused', 'the state of the copies before was not kept');
  return json as unknown as MailSnapshot;
}

/** Detections that accuse mail itself: rows 58 to 68 of the list. */
export const mailDetections: readonly string[] = [
  'extortion-mail',
  'bec-new-sender',
  'vip-display-name-near-match',
  'invoice-fraud-young-domain',
  'reply-to-young-mismatch',
  'fake-thread',
  'own-domain-spoofed',
  'campaign-from-new-sender',
  'delivered-although-judged-malicious',
  'internal-phishing-from-hijacked-mailbox',
  'email-bombing-as-cover',
];

/** What findings accuse: campaigns, and messages that are in none of them, each in the order of their keys. */
export function mailIn(findings: readonly Finding[]): {
  readonly campaigns: readonly EntityRef[];
  readonly messages: readonly EntityRef[];
} {
  const accusing = findings.filter(({ detection }) => mailDetections.includes(detection));
  const campaigns = new Set<string>();
  const messages = new Set<string>();
  const members = new Set<string>();
  for (const { about } of accusing) {
    const mail = about.filter(({ role }) => role === 'mail');
    const inCampaign = mail.filter(({ label }) => label === 'Campaign');
    for (const { key } of inCampaign) campaigns.add(key);
    for (const { label, key } of mail) if (label === 'Email') (inCampaign.length > 0 ? members : messages).add(key);
  }
  const refs = (label: EntityLabel, keys: readonly string[]): EntityRef[] => keys.toSorted().map((key) => ({ label, key }));
  return {
    campaigns: refs('Campaign', [...campaigns]),
    messages: refs(
      'Email',
      [...messages].filter((key) => !members.has(key)),
    ).slice(0, MOST_MESSAGES),
  };
}
