// Who writes to whom, and who answers: conversations rather than loose mails.
//
// A mail arrives in the mailboxes it was sent to; whoever got it may answer,
// after about an hour of their own working time, sometimes days later; an
// answer may be answered. What is owed beyond today waits here, and so does
// what nobody has read yet; both are bounded.

import { minutes, seconds, type Instant } from '../../src/model/time.ts';
import { mailboxAct } from '../acts/mailbox.ts';
import { deliverMail, type Delivery } from '../acts/mail.ts';
import { localDay, localTime } from '../calendar.ts';
import { asReply, externalMessage, internalMessage, type Message } from '../message.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Correspondent, Mailbox, Person, SharedMailbox } from '../tenant.ts';
import { mailItem, type MailClient } from '../wire/m365-mailbox.ts';
import type { World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import type { PersonDay, Today } from './today.ts';
import { textBy } from './words.ts';

export type Party = Person | SharedMailbox | Correspondent;

export interface Letter {
  readonly at: Instant;
  readonly from: Party;
  /** Who types it: whoever works in the shared mailbox, or the person. */
  readonly by?: PersonDay;
  readonly to: readonly Party[];
  readonly message: Message;
  /** `notice`: nobody answers it. */
  readonly kind: 'mail' | 'meeting' | 'notice';
  /** How many mails of the conversation came before. */
  readonly depth: number;
  readonly links?: readonly string[];
  readonly status?: Delivery['status'];
  readonly authentication?: Delivery['authentication'];
  readonly replyTo?: string;
}

/** A mail in a mailbox, not yet read. */
export interface Arrival {
  readonly at: Instant;
  readonly message: Message;
  readonly from: Party;
  readonly links?: readonly string[];
}

interface Owed {
  readonly by: Party;
  readonly letter: Letter;
  /** Days they may still be away before it is forgotten. */
  readonly patience: number;
}

export interface Correspondence {
  /** Answers meant to be written on a later day. */
  readonly owed: Map<number, Owed[]>;
  /** By the mailbox's guid, in order of arrival. */
  readonly unread: Map<string, Arrival[]>;
}

export const openCorrespondence = (): Correspondence => ({ owed: new Map(), unread: new Map() });

/** Sends today's letters and everything that follows from them today. */
export function exchange(world: World, today: Today, correspondence: Correspondence, written: readonly Letter[]): SeedRecord[] {
  const letters = [...dueToday(world, today, correspondence), ...written];
  const records: SeedRecord[] = [];
  // The list grows while it is gone through: answers to answers.
  for (const letter of letters) {
    const rng = world.rng.fork(letter.message.networkMessageId);
    for (const record of posted(world, rng, letter)) records.push(record);
    if (!arrives(world, correspondence, letter)) continue;
    for (const answer of answered(world, rng, today, correspondence, letter)) letters.push(answer);
  }
  return records;
}

function posted(world: World, rng: Rng, letter: Letter): SeedRecord[] {
  const { at, by, from, message } = letter;
  const records = by === undefined ? [] : written(world, rng, by, from, at, message);
  const inside: Mailbox[] = [];
  const outside: Correspondent[] = [];
  for (const party of letter.to) {
    const mailbox = mailboxOf(party);
    if (mailbox === undefined) outside.push(party as Correspondent);
    else inside.push(mailbox);
  }
  const delivery = envelope(rng, letter);
  const direction = by === undefined ? 'inbound' : 'lateral';
  if (inside.length > 0) records.push(...deliverMail(world, rng, { ...delivery, to: inside, direction }));
  // It parts for the two directions, but it is one message: kept whole once at most.
  const onlyTraced = { ...world, telemetry: { ...world.telemetry, wholeMessages: 0 } };
  if (outside.length > 0 && by !== undefined)
    records.push(
      ...deliverMail(inside.length > 0 ? onlyTraced : world, rng, { ...delivery, to: outside, direction: 'outbound' }),
    );
  return records;
}

/** The audit log's record of somebody's writing it, mostly at the laptop. */
function written(world: World, rng: Rng, by: PersonDay, from: Party, at: Instant, message: Message): SeedRecord[] {
  const mailbox = mailboxOf(from) ?? by.person.mailbox;
  const client = clientOf(by);
  const act = (when: Instant) => mailboxAct(rng, when, by.desk, mailbox, client);
  const drafted = rng.chance(0.2)
    ? [mailItem(world.tenant, act(at - minutes(rng.between(2, 9))), 'Create', '\\Drafts', message)]
    : [];
  const operation = mailbox === by.person.mailbox ? 'Send' : onBehalf(mailbox) ? 'SendOnBehalf' : 'SendAs';
  return [...drafted, mailItem(world.tenant, act(at), operation, '\\Sent Items', message)];
}

/** As which is set once for a shared mailbox. */
const onBehalf = ({ guid }: Mailbox): boolean => guid.charCodeAt(0) % 4 === 0;

export const clientOf = ({ person }: { readonly person: Person }): MailClient =>
  person.habits.desktopOutlook ? 'desktop' : 'web';

function envelope(rng: Rng, letter: Letter): Omit<Delivery, 'to' | 'direction'> {
  const { at, from, by, message, links, status, authentication, replyTo } = letter;
  const partner = 'partner' in from ? from.partner : undefined;
  const server: Session['place'] | undefined = by?.desk.place ?? partner?.server;
  if (server === undefined) throw new Error(`nobody here writes as ${message.from.address}`);
  // Honest senders fail as well: a forwarder breaks the signature, a record was forgotten.
  const usual =
    partner === undefined || rng.chance(partner.authenticates ? 0.985 : 0.1) ? 'pass' : rng.chance(0.3) ? 'fail' : 'none';
  return {
    at: at + seconds(rng.between(1, 5)),
    message,
    from: { ...message.from, server },
    authentication: authentication ?? usual,
    text: textBy(rng, message.from.displayName),
    ...(links === undefined ? {} : { links }),
    ...(status === undefined ? {} : { status }),
    ...(replyTo === undefined ? {} : { replyTo }),
  };
}

export const mailboxOf = (party: Party): Mailbox | undefined =>
  'mailbox' in party ? party.mailbox : 'members' in party ? party : undefined;

const kept = 24;

/** False when it was held back. */
function arrives(
  world: World,
  { unread }: Correspondence,
  { at, from, to, message, links, status = 'Delivered' }: Letter,
): boolean {
  if (status !== 'Delivered') return false;
  const arrival = { at: at + seconds(8), message, from, ...(links === undefined ? {} : { links }) };
  for (const party of to) {
    const mailbox = mailboxOf(party);
    if (mailbox === undefined) continue;
    world.post.send(mailbox, message);
    const waiting = unread.get(mailbox.guid);
    if (waiting === undefined) unread.set(mailbox.guid, [arrival]);
    else {
      if (waiting.length >= kept) waiting.shift();
      waiting.push(arrival);
    }
  }
  return true;
}

/** Answers that will be written today; those of later days are remembered. */
function answered(world: World, rng: Rng, today: Today, correspondence: Correspondence, letter: Letter): Letter[] {
  if (letter.kind === 'notice') return [];
  const likely = likelihood(letter);
  return letter.to.flatMap((party) => {
    if (!rng.chance(likely)) return [];
    return answer(world, rng, today, correspondence, { by: party, letter, patience: 8 }, false) ?? [];
  });
}

/** One to whom alone it is written owes an answer; of many, somebody else will. */
function likelihood({ kind, to, depth }: Letter): number {
  return kind === 'meeting' ? 0.6 : (0.42 * 0.82 ** depth) / to.length ** 0.7;
}

/** Undefined when it waits for another day, or for ever. */
function answer(
  world: World,
  rng: Rng,
  today: Today,
  correspondence: Correspondence,
  owed: Owed,
  overnight: boolean,
): Letter | undefined {
  const { by, letter } = owed;
  if ('partner' in by) return answerFromOutside(world, rng, today, correspondence, owed, by, overnight);
  const writer = 'members' in by ? memberAtWork(rng, today, by) : today.byId.get(by.id);
  if (writer === undefined && 'mailbox' in by) return undefined;

  const at = writer?.attendance.working === true ? momentOfAnswer(rng, writer, letter, overnight) : undefined;
  if (writer === undefined || at === undefined) {
    postpone(correspondence, today.index, owed);
    return undefined;
  }
  const message = replying(rng, letter, internalMessage(rng, by, ''));
  return {
    at,
    from: by,
    by: writer,
    to: audience(rng, letter, by),
    message,
    kind: letter.kind === 'meeting' ? 'notice' : 'mail',
    depth: letter.depth + 1,
  };
}

/** About an hour of their working time after it came, or first thing next morning. */
function momentOfAnswer(rng: Rng, { attendance }: PersonDay, letter: Letter, overnight: boolean): Instant | undefined {
  const { from, until } = attendance;
  const at = overnight
    ? from + minutes(rng.lognormal(40, 0.9))
    : Math.max(letter.at, from) + minutes(letter.kind === 'meeting' ? rng.lognormal(25, 1) : rng.lognormal(58, 1.25));
  if (at <= until) return at;
  return overnight ? momentAtWork(rng, attendance) : undefined;
}

/** Any of the members who is in; a few are tried, because a large mailbox has many. */
function memberAtWork(rng: Rng, { byId }: Today, { members }: SharedMailbox): PersonDay | undefined {
  for (let attempt = 0; attempt < 5 && members.length > 0; attempt++) {
    const day = byId.get(rng.pick(members));
    if (day?.attendance.working === true) return day;
  }
  return undefined;
}

/** Outside they keep the hours of the company's first office, nearly. */
function answerFromOutside(
  world: World,
  rng: Rng,
  today: Today,
  correspondence: Correspondence,
  owed: Owed,
  by: Correspondent,
  overnight: boolean,
): Letter | undefined {
  const { letter } = owed;
  const { region, city } = world.tenant.offices[0];
  const opens = localTime(world.calendar, today.index, 8 * 60, city.zone);
  const delay = minutes(rng.lognormal(overnight ? 70 : 85, 1.3));
  const at = (overnight ? opens : Math.max(opens, letter.at)) + delay;
  const { weekday, holiday } = localDay(world.calendar, today.index, region);
  const closed = weekday === 0 || weekday === 6 || holiday || at > localTime(world.calendar, today.index, 19 * 60, city.zone);
  if (closed) {
    postpone(correspondence, today.index, owed);
    return undefined;
  }
  const message = replying(rng, letter, externalMessage(rng, by, ''));
  return { at, from: by, to: audience(rng, letter, by), message, kind: 'mail', depth: letter.depth + 1 };
}

/** Until tomorrow, or for ever. */
function postpone({ owed: later }: Correspondence, index: number, owed: Owed): void {
  if (owed.patience === 0) return;
  const next = later.get(index + 1);
  const still = { ...owed, patience: owed.patience - 1 };
  if (next === undefined) later.set(index + 1, [still]);
  else next.push(still);
}

function dueToday(world: World, today: Today, correspondence: Correspondence): Letter[] {
  const due = correspondence.owed.get(today.index) ?? [];
  correspondence.owed.delete(today.index);
  return due.flatMap((owed) => {
    const rng = world.rng.fork(`${owed.letter.message.networkMessageId}/${addressOf(owed.by)}/${today.index}`);
    return answer(world, rng, today, correspondence, owed, true) ?? [];
  });
}

const addressOf = (party: Party): string => mailboxOf(party)?.address ?? (party as Correspondent).address;

function replying(rng: Rng, letter: Letter, message: Message): Message {
  const reply = asReply(message, letter.message);
  if (letter.kind !== 'meeting') return reply;
  return {
    ...reply,
    subject: `${rng.chance(0.88) ? 'Accepted' : 'Declined'}: ${letter.message.subject}`,
    sizeInBytes: 9_000 + rng.int(0, 4_000),
  };
}

/** Back to the sender; one in four to all of them. */
function audience(rng: Rng, { from, to, kind }: Letter, by: Party): Party[] {
  if (kind === 'meeting' || to.length === 1 || to.length > 12 || !rng.chance(0.25)) return [from];
  return [from, ...to.filter((party) => party !== by && party !== from)];
}
