// Letters for tests of the mail room: a message as people write it, made into what is judged by the very functions that
// make it of a real one; and what a tenant knows of its people.
//
// By itself Zoe of Fabrikam writes to Ana of ours on a Wednesday morning: signed for, by one server of hers and one of ours.

import type { AttachmentFound, MessageAddress, MessageAttachment, RawMessage } from '../../src/ingest/message-record.ts';
import { knownDomains } from '../../src/learn/association/lookalike.ts';
import { strangers } from '../../src/mail/history-of.ts';
import type { Correspondence, History } from '../../src/mail/history.ts';
import type { Metric, MetricValue } from '../../src/mail/metric.ts';
import { messageOf } from '../../src/mail/message-of.ts';
import type { Authentication, Message } from '../../src/mail/message.ts';
import { readingOf } from '../../src/mail/reading-of.ts';
import type { Reading } from '../../src/mail/reading.ts';
import { days } from '../../src/model/time.ts';
import type { Instant } from '../../src/model/time.ts';
import { noon } from './events.ts';

export const zoe = 'zoe@fabrikam.test';
export const homeDomains: ReadonlySet<string> = new Set(['contoso.test']);

/** An attachment: by itself a PDF of a few bytes, with nothing found in it. */
export interface Enclosure {
  readonly filename?: string;
  readonly mimeType?: string;
  readonly size?: number;
  readonly isInline?: boolean;
  readonly sha256?: string;
  readonly found?: Partial<AttachmentFound>;
}

/** Addresses as people write them: `Zoe Quist <zoe@fabrikam.test>`, or the address alone. */
export interface Letter {
  /** Empty: nobody. */
  readonly from?: string;
  readonly sender?: string;
  /** Empty: none, as bounces have it. Else the author's address. */
  readonly envelope?: string;
  readonly replyTo?: readonly string[];
  readonly to?: readonly string[];
  readonly cc?: readonly string[];
  readonly bcc?: readonly string[];
  readonly subject?: string;
  readonly text?: string;
  readonly html?: string;
  readonly id?: string;
  /** When our server took it, and when it says it was written; by itself the same. */
  readonly at?: Instant;
  readonly date?: string;
  /** Further headers, below the others; one of a name that is there by itself takes its place. */
  readonly headers?: readonly (readonly [name: string, value: string])[];
  readonly files?: readonly Enclosure[];
  readonly size?: number;
  readonly defects?: readonly string[];
  /** As it turned out: what a test does not say passes, and is aligned. */
  readonly authentication?: Partial<Authentication>;
  readonly direction?: Message['direction'];
}

export function letter(given: Letter = {}): Message {
  const message = messageOf(rawLetter(given), { homeDomains, authservIds: new Set() });
  const { authentication, direction } = given;
  const proved: Authentication = {
    ...{ by: 'receiver', spf: 'pass', dkim: 'pass', dmarc: 'pass', spfDomain: message.author?.domain ?? '' },
    ...{ dkimDomains: [message.author?.domain ?? ''], isAligned: true },
    ...authentication,
  };
  return { ...message, authentication: proved, ...(direction === undefined ? {} : { direction }) };
}

/** The same as a record of the bytes. */
export function rawLetter(given: Letter = {}): RawMessage {
  const { from = `Zoe Quist <${zoe}>`, to = ['Ana Abel <ana@contoso.test>'], cc = [], bcc = [], replyTo = [] } = given;
  const { subject = 'The plan for Thursday', text = PLAIN, id = 'm1@fabrikam.test', at = noon } = given;
  const author = addressOf(from);
  const envelope = given.envelope ?? author.address;
  const date = given.date ?? dated(at);
  const written = [
    ...(envelope === '' ? [] : [['Return-Path', `<${envelope}>`] as const]),
    ['Received', `from mx.fabrikam.test (mx.fabrikam.test [192.0.2.25]) by mx.contoso.test with ESMTPS; ${dated(at)}`] as const,
    ...(from === '' ? [] : [['From', from] as const]),
    ...(
      [
        ['To', to],
        ['Cc', cc],
        ['Reply-To', replyTo],
      ] as const
    ).flatMap(([name, list]) => (list.length === 0 ? [] : [[name, list.join(', ')] as const])),
    ...(given.sender === undefined ? [] : [['Sender', given.sender] as const]),
    ['Subject', subject] as const,
    ['Date', date] as const,
    ...(id === '' ? [] : [['Message-ID', `<${id}>`] as const]),
  ];
  const other = new Set((given.headers ?? []).map(([name]) => name.toLowerCase()));
  const headers = [...written.filter(([name]) => !other.has(name.toLowerCase())), ...(given.headers ?? [])];
  const spoken = Date.parse(date);
  return {
    headers: headers.map(([name, value]) => ({ name, value })),
    ...(from === '' ? {} : { from: author }),
    ...(given.sender === undefined ? {} : { sender: addressOf(given.sender) }),
    ...(envelope === '' ? {} : { returnPath: envelope }),
    ...{ to: to.map(addressOf), cc: cc.map(addressOf), bcc: bcc.map(addressOf), replyTo: replyTo.map(addressOf) },
    subject,
    ...(id === '' ? {} : { messageId: `<${id}>` }),
    ...(Number.isNaN(spoken) || other.has('date') ? {} : { date: new Date(spoken).toISOString() }),
    text,
    ...(given.html === undefined ? {} : { html: given.html }),
    attachments: (given.files ?? []).map(enclosed),
    size: given.size ?? 2_000,
    received: 1,
    defects: given.defects ?? [],
  };
}

const PLAIN = 'Hello Ana,\n\nhere is the plan for Thursday.\n\nZoe\n';

const dated = (at: Instant): string => new Date(at).toUTCString().replace('GMT', '+0000');

function addressOf(text: string): MessageAddress {
  const [, name = '', address] = /^\s*(.*?)\s*<([^<>]*)>\s*$/.exec(text) ?? [];
  return { name: name.replace(/^"(.*)"$/, '$1'), address: address ?? text.trim() };
}

function enclosed({ filename = 'plan.pdf', found, ...given }: Enclosure, index: number): MessageAttachment {
  const nothing: AttachmentFound = {
    ...{ type: 'pdf', entries: [], isEncrypted: false, hasMacros: false, hasScript: false, smuggles: false },
    ...{ fetches: false, forms: 0, asksPassword: false, urls: [], codes: [], unread: [] },
  };
  const sha256 = String(index).padStart(64, '0');
  return { filename, mimeType: 'application/pdf', size: 1_000, sha256, ...given, found: { ...nothing, ...found } };
}

/** The reading of a letter, of strangers by itself; parts that are given stand in place of what was read. */
export function readingFrom(message: Message, past: History = strangers, parts: Partial<Reading> = {}): Reading {
  const read = Object.create(readingOf(message, past)) as Reading;
  return Object.defineProperties(read, Object.getOwnPropertyDescriptors(parts));
}

/** What a tenant knows that has dealt with Fabrikam, and with Zoe, for two months. */
export function history(given: Omit<Partial<History>, 'known'> & { readonly known?: readonly string[] } = {}): History {
  const { known = ['contoso.test', 'fabrikam.test'], ...rest } = given;
  return { ...strangers, isKnown: true, homeDomains, known: knownDomains(known), sender: dealt(), domain: dealt(), ...rest };
}

/** Mail before a letter: twenty messages on fifteen days of two months, to Ana, who answered. */
export const dealt = (given: Partial<Correspondence> = {}): Correspondence => ({
  ...{ messages: 20, days: 15, firstAt: noon - days(60), lastAt: noon - days(2), recipientsReached: 1, recipientsAnswered: 1 },
  ...given,
});

/** What a metric of a family, by its name, says of a letter; one there is not is a mistake of the test. */
export function asking(family: readonly Metric[]): (id: string, reading: Reading) => MetricValue | undefined {
  const byId = new Map(family.map((metric) => [metric.id as string, metric]));
  return (id, reading) => {
    const metric = byId.get(id);
    if (metric === undefined) throw new Error(`${id} is no metric of this family`);
    return metric.of(reading);
  };
}

/** All that a family has to say of a letter; what cannot be told is left out. */
export const saidBy = (family: readonly Metric[], reading: Reading): readonly MetricValue[] =>
  family.flatMap((metric) => {
    const value = metric.of(reading);
    return value === undefined ? [] : [value];
  });

/** No mail at all. */
export const neverDealt: Correspondence = { messages: 0, days: 0, recipientsReached: 0, recipientsAnswered: 0 };
