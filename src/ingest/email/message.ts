// A raw message as an event: who, to whom, when and from where it came, what the receiving service found, and where its
// links lead. All of it was written by somebody, most of it by the sender: nothing here is a verdict.

import { canonicalJson } from '../canonical.ts';
import { digestOf } from '../digest.ts';
import { Field } from '../field.ts';
import { instantOf } from '../instant.ts';
import { known } from '../known.ts';
import { foldName } from '../name.ts';
import type { Account } from '../source.ts';
import type { Mail } from '../../model/event.ts';
import type { Instant } from '../../model/time.ts';
import { addressOf, domainOf } from './address.ts';
import { rawOf } from './graph-message.ts';
import { headersOf } from './headers.ts';
import type { Headers } from './headers.ts';
import { linksIn } from './links.ts';
import { believable, hopsOf } from './received.ts';
import { verdictsIn } from './verdicts.ts';

const MOST_RECIPIENTS = 500;
const MOST_ATTACHMENTS = 100;
const LONGEST_SUBJECT = 300;
const LONGEST_NAME = 300;

export const isMessage = (record: Field): boolean =>
  typeof record.at('rfc822').value === 'object' && record.at('rfc822').value !== null;

/** Of a message as Graph has it, which tells no size and no bytes of the whole. */
export const readGraphMessage = (record: Field): Account =>
  readMessage(new Field({ rfc822: { ...rawOf(record), size: undefined } }));

export function readMessage(record: Field): Account {
  const mail = record.at('rfc822');
  const id = messageId(mail.at('messageId'));
  const message = id ?? `#${digestOf(canonicalJson(asWritten(mail)), 32)}`;
  const key = id === undefined ? message : undefined;
  return { event: { ...told(mail), message }, ...known({ record: id, key, generatedAt: reach(mail) }), names: [] };
}

/** Without what looking into it and checking it made of it: the same bytes are the same message to whoever read them. */
function asWritten(mail: Field): object {
  const attachments = mail.at('attachments').value;
  const bare = Array.isArray(attachments) ? attachments.map((it: unknown) => without(it, 'found', 'isInline')) : attachments;
  const written = without(mail.value, 'checked');
  return { rfc822: attachments === undefined ? written : { ...(written as object), attachments: bare } };
}

const without = (value: unknown, ...names: readonly string[]): unknown =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter(([name]) => !names.includes(name)))
    : value;

/** Of two readings of one message the one that looked further counts as the later. */
function reach(mail: Field): Instant | undefined {
  const attachments = mail.at('attachments').list();
  const isLookedInto = attachments.length > 0 && attachments.every((it) => it.has('found'));
  return (isLookedInto ? 1 : 0) + (mail.has('checked') ? 1 : 0) || undefined;
}

function told(mail: Field): Omit<Mail, 'id' | 'source' | 'record' | 'act' | 'message'> {
  const headers = headersOf(mail.at('headers'));
  const hops = hopsOf(headers.all('received'));
  const from = addressOf(mail.at('from')) ?? bracketed(headers.first('from'));
  const sender = envelopeSender(mail, headers) ?? from ?? '';
  const recipients = recipientsOf(mail);
  const attachments = mail.at('attachments').list().slice(0, MOST_ATTACHMENTS);

  return known({
    kind: 'mail' as const,
    at: hops.at ?? momentIn(mail.at('receivedAt')) ?? momentIn(mail.at('date')) ?? TIMELESS,
    operation: 'Message',
    outcome: 'success' as const,
    address: hops.address,
    serviceAddress: hops.isService ? true : undefined,
    direction: directionOf(headers, from ?? sender, recipients),
    sender,
    author: from === sender ? undefined : from,
    recipients,
    subject: mail.at('subject').maybeText()?.slice(0, LONGEST_SUBJECT),
    delivery: 'unknown' as const,
    size: mail.at('size').maybeNumber(),
    ...verdictsIn(headers.first('authentication-results')),
    urls: linksIn(mail.at('text').maybeText(), mail.at('html').maybeText(), ...attachments.map(leadsOf)),
    attachments: attachments.map((it) =>
      (it.at('filename').maybeText() ?? it.at('mimeType').maybeText() ?? '').slice(0, LONGEST_NAME),
    ),
    hashes: attachments.flatMap((it) => it.at('sha256').maybeText()?.toLowerCase() ?? []),
  });
}

/** Where a file and the codes in it lead: a line each, to be read as the text is. */
function leadsOf(attachment: Field): string {
  const found = attachment.at('found');
  return [...found.at('urls').list(), ...found.at('codes').list()].flatMap((it) => it.maybeText() ?? []).join('\n');
}

const momentIn = (field: Field): Instant | undefined => believable(instantOf(field.maybeText() ?? ''));

/** Before everything: a message nobody dated can follow nothing. */
const TIMELESS = 0;

/** `<a@b>`, whatever is around it; a text as long as this is no id of any mail program. */
export function messageId(field: Field): string | undefined {
  const text = field
    .maybeText()
    ?.replace(/^<+|>+$/g, '')
    .trim();
  return text === undefined || text === '' || text.length > 1000 ? undefined : text;
}

function envelopeSender(mail: Field, headers: Headers): string | undefined {
  return returnPath(mail.at('returnPath').maybeText() ?? headers.first('return-path')) ?? addressOf(mail.at('sender'));
}

/** The address in it; `<>`, as bounces have it, is nobody's. */
export function returnPath(told: string | undefined): string | undefined {
  const address = /<([^<>]*)>/.exec(told ?? '')?.[1] ?? told;
  return address === undefined || address.trim() === '' ? undefined : foldName(address);
}

/** `Somebody, <a@b>`: no address to a reader that keeps to the standard, and one to everybody who looks. */
export function bracketed(header: string | undefined): string | undefined {
  const address = /<([^<>@\s]{1,64}@[^<>@\s]{1,255})>/.exec(header ?? '')?.[1];
  return address === undefined ? undefined : foldName(address);
}

function recipientsOf(mail: Field): readonly string[] {
  const all = ['to', 'cc', 'bcc'].flatMap((name) =>
    mail
      .at(name)
      .list()
      .flatMap((it) => addressOf(it) ?? []),
  );
  return [...new Set(all)].sort().slice(0, MOST_RECIPIENTS);
}

// What Exchange writes on mail it takes in and sends out, and takes off mail that comes from elsewhere.
const DIRECTIONALITY = 'x-ms-exchange-organization-messagedirectionality';

export function directionOf(headers: Headers, author: string, recipients: readonly string[]): Mail['direction'] {
  const told = headers.first(DIRECTIONALITY)?.toLowerCase() ?? '';
  if (told === 'incoming') return 'inbound';
  if (told === 'originating') return recipients.every((it) => domainOf(it) === domainOf(author)) ? 'internal' : 'outbound';
  const spot = /\bDIR:(INB|OUT|INT)\b/.exec(headers.first('x-forefront-antispam-report') ?? '')?.[1] ?? '';
  return DIRECTIONS[spot] ?? 'unknown';
}

const DIRECTIONS: Readonly<Record<string, Mail['direction']>> = { INB: 'inbound', OUT: 'outbound', INT: 'internal' };
