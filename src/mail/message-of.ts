// The record of a raw message as the mail room's value. Total: whatever the record holds, there is a message.
//
// Nothing is judged and nothing fetched. What stands twice in a message that may have it once (two `From` headers) is
// told by its first, as most readers show it; all of them stay among the headers.

import { domainOf } from '../ingest/email/address.ts';
import { headersOf } from '../ingest/email/headers.ts';
import type { Headers } from '../ingest/email/headers.ts';
import { bracketed, directionOf, messageId, returnPath } from '../ingest/email/message.ts';
import { believable, hopIn, MOST_HOPS, outsideHop } from '../ingest/email/received.ts';
import type { Hop } from '../ingest/email/received.ts';
import { isServiceAddress } from '../ingest/address.ts';
import { Field } from '../ingest/field.ts';
import { instantOf } from '../ingest/instant.ts';
import { known } from '../ingest/known.ts';
import type { MessageAddress, MessageAttachment, RawMessage } from '../ingest/message-record.ts';
import { foldName } from '../ingest/name.ts';
import { registrableOf } from '../ingest/registered-name.ts';
import { authenticationOf } from './authentication.ts';
import type { Authentication, Message, MessageFile, Party } from './message.ts';

export interface Home {
  /** Domains that are ours, small letters. */
  readonly homeDomains: ReadonlySet<string>;
  /** Names our own servers write into `Authentication-Results`, small letters; none: only Exchange Online's are believed. */
  readonly authservIds: ReadonlySet<string>;
}

const LONGEST_ADDRESS = 320;

export function messageOf(raw: RawMessage, { homeDomains, authservIds }: Home): Message {
  const record = new Field(raw);
  const headers = headersOf(record.at('headers'));
  const hops = headers.all('received').slice(0, MOST_HOPS).map(hopIn);
  const author = authorOf(raw, headers);
  const envelope = returnPath(raw.returnPath ?? headers.first('return-path'));
  const [to, cc, bcc] = [raw.to, raw.cc, raw.bcc].map((list) => list.map(partyOf)) as [Party[], Party[], Party[]];
  const recipients = [...new Set([...to, ...cc, ...bcc].map(({ address }) => address))].filter((it) => it !== '').sort();
  const authentication = authenticationOf(raw, author, authservIds);
  const written = believable(instantOf(raw.date ?? ''));

  return known({
    id: messageId(record.at('messageId')) ?? '',
    direction: towards(headers, { author: author ?? partyAt(envelope), recipients, hops, authentication, homeDomains }),
    at: hops.find(({ at }) => at !== undefined)?.at ?? believable(instantOf(raw.receivedAt ?? '')) ?? written,
    written,
    author,
    sender: raw.sender === undefined ? undefined : partyOf(raw.sender),
    envelope: partyAt(envelope),
    replyTo: raw.replyTo.map(partyOf),
    to,
    cc,
    bcc,
    recipients,
    headers,
    headerNames: raw.headers.map(({ name }) => name),
    hops,
    authentication,
    subject: raw.subject ?? '',
    text: raw.text ?? '',
    html: raw.html,
    files: raw.attachments.map(fileOf),
    size: raw.size,
    defects: raw.defects,
  });
}

/** `Somebody, <a@b>` is no address to a reader that keeps to the standard, and one to everybody who looks. */
function authorOf(raw: RawMessage, headers: Headers): Party | undefined {
  const header = headers.first('from');
  const party = raw.from === undefined ? undefined : partyOf(raw.from);
  if (party !== undefined && party.domain !== '') return party;
  const seen = partyAt(bracketed(header));
  if (seen === undefined) return party;
  return { ...seen, name: party?.name ?? '' };
}

function partyOf({ address, name }: MessageAddress): Party {
  const folded = foldName(address);
  const short = folded.length > LONGEST_ADDRESS ? '' : folded;
  const domain = short.includes('@') ? domainOf(short).replace(/\.$/, '') : '';
  return known({ address: short, name: name.trim(), domain, registered: registrableOf(domain) });
}

const partyAt = (address: string | undefined): Party | undefined =>
  address === undefined ? undefined : partyOf({ address, name: '' });

interface Circumstances {
  readonly author: Party | undefined;
  readonly recipients: readonly string[];
  readonly hops: readonly Hop[];
  readonly authentication: Authentication;
  readonly homeDomains: ReadonlySet<string>;
}

/** As the receiving service tells it, else by whose domains write and read. */
function towards(headers: Headers, it: Circumstances): Message['direction'] {
  const { author, recipients, homeDomains } = it;
  const told = directionOf(headers, author?.address ?? '', recipients);
  const isAllHome = recipients.length > 0 && recipients.every((address) => homeDomains.has(domainOf(address)));
  if (told === 'outbound') return isAllHome ? 'internal' : 'outbound';
  if (told !== 'unknown' || homeDomains.size === 0) return told;

  const isOurs = homeDomains.has(author?.domain ?? '');
  if (!isOurs || cameFromOutside(it)) return 'inbound';
  return isAllHome ? 'internal' : 'outbound';
}

// Our own name in the author's place proves nothing: mail of ours has passed no stranger's machine, or was sent by
// somebody who had signed in (`esmtpsa`), or its sender's domain was proved.
function cameFromOutside({ hops, authentication }: Circumstances): boolean {
  const knocked = outsideHop(hops);
  const isService = knocked?.address === undefined || isServiceAddress(knocked.address);
  return !isService && !authentication.isAligned && !/^(?:utf8)?e?smtps?a$/.test(knocked.protocol ?? '');
}

function fileOf(file: MessageAttachment): MessageFile {
  const name = file.filename ?? '';
  return known({
    name,
    extension: /\.([^.\s/\\]{1,20})\s*$/.exec(name.slice(-LONGEST_ENDING))?.[1]?.toLowerCase() ?? '',
    declaredType: file.mimeType.toLowerCase(),
    size: file.size,
    sha256: file.sha256.toLowerCase(),
    isInline: file.isInline === true,
    found: file.found,
  });
}

const LONGEST_ENDING = 64;
