// A raw message as an event: who, to whom, when and from where it came, what the receiving service found, and where its
// links lead. All of it was written by somebody, most of it by the sender: nothing here is a verdict.

import { canonicalJson } from '../canonical.ts';
import { digestOf } from '../digest.ts';
import type { Field } from '../field.ts';
import { instantOf } from '../instant.ts';
import { known } from '../known.ts';
import { foldName } from '../name.ts';
import type { Account } from '../source.ts';
import type { Mail } from '../../model/event.ts';
import { addressOf, domainOf } from './address.ts';
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

export function readMessage(record: Field): Account {
  const mail = record.at('rfc822');
  const id = messageId(mail.at('messageId'));
  const message = id ?? `#${digestOf(canonicalJson(record.value), 32)}`;
  return { event: { ...told(mail), message }, ...known({ record: id }), names: [] };
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
    at: hops.at ?? believable(instantOf(mail.at('date').maybeText() ?? '')) ?? TIMELESS,
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
    urls: linksIn(mail.at('text').maybeText(), mail.at('html').maybeText()),
    attachments: attachments.map((it) =>
      (it.at('filename').maybeText() ?? it.at('mimeType').maybeText() ?? '').slice(0, LONGEST_NAME),
    ),
    hashes: attachments.flatMap((it) => it.at('sha256').maybeText()?.toLowerCase() ?? []),
  });
}

/** Before everything: a message nobody dated can follow nothing. */
const TIMELESS = 0;

/** `<a@b>`, whatever is around it; a text as long as this is no id of any mail program. */
function messageId(field: Field): string | undefined {
  const text = field
    .maybeText()
    ?.replace(/^<+|>+$/g, '')
    .trim();
  return text === undefined || text === '' || text.length > 1000 ? undefined : text;
}

function envelopeSender(mail: Field, headers: Headers): string | undefined {
  const told = mail.at('returnPath').maybeText() ?? headers.first('return-path');
  const address = /<([^<>]*)>/.exec(told ?? '')?.[1] ?? told;
  return address === undefined || address.trim() === '' ? addressOf(mail.at('sender')) : foldName(address);
}

/** `Somebody, <a@b>`: no address to a reader that keeps to the standard, and one to everybody who looks. */
function bracketed(header: string | undefined): string | undefined {
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

function directionOf(headers: Headers, author: string, recipients: readonly string[]): Mail['direction'] {
  const told = headers.first(DIRECTIONALITY)?.toLowerCase() ?? '';
  if (told === 'incoming') return 'inbound';
  if (told === 'originating') return recipients.every((it) => domainOf(it) === domainOf(author)) ? 'internal' : 'outbound';
  const spot = /\bDIR:(INB|OUT|INT)\b/.exec(headers.first('x-forefront-antispam-report') ?? '')?.[1] ?? '';
  return DIRECTIONS[spot] ?? 'unknown';
}

const DIRECTIONS: Readonly<Record<string, Mail['direction']>> = { INB: 'inbound', OUT: 'outbound', INT: 'internal' };
