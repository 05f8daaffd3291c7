// A message as a person would tell it, in a model's tests: from, to, subject, text, and what an attachment turned out to be.
// It becomes the very record that reading a message's bytes makes, so that all that is measured of real mail is measured of it.
//
// Ours is always contoso.test; what comes from elsewhere came in through one server of ours.

import { anyMap, expected, flagOf, listOf, mapOf, needed, PlacedError, textOf, textsOf, wholeOf } from './placed.ts';
import type { Placed } from './placed.ts';
import { digestOf } from '../ingest/digest.ts';
import { instantOf } from '../ingest/instant.ts';
import { known } from '../ingest/known.ts';
import type {
  ArchiveEntry,
  AttachmentFound,
  CheckedAuthentication,
  FileType,
  MessageAddress,
  MessageAttachment,
  MessageHeader,
  RawMessage,
} from '../ingest/message-record.ts';
import type { Instant } from '../model/time.ts';

/** The tenant of every test, and the server it takes mail with. */
export const HOME = 'contoso.test';
export const SERVER = `mx.${HOME}`;

/** A Monday morning. */
const WHEN = '2026-03-02T09:14:00Z';

const LONGEST_BODY = 16 * 1024;
const MOST = 600;

const parts = [
  ...['from', 'to', 'cc', 'bcc', 'replyTo', 'sender', 'returnPath', 'subject', 'id', 'at', 'text', 'html', 'headers'],
  ...['attachments', 'authentication'],
];

/** The message, and when it came. */
export function letterOf(placed: Placed): { readonly message: RawMessage; readonly at: Instant } {
  const map = mapOf(placed, 'a message', parts);
  const text = (name: string): string | undefined => map[name] && textOf(map[name], `\`${name}\``, LONGEST_BODY);
  const people = (name: string): readonly MessageAddress[] =>
    map[name] === undefined ? [] : listOf(map[name]).slice(0, MOST).map(addressOf);
  const [from, sender] = [map['from'] && addressOf(map['from']), map['sender'] && addressOf(map['sender'])];
  const { at, date } = whenOf(map['at']);

  const told = {
    from,
    sender,
    returnPath: text('returnPath') ?? from?.address,
    to: people('to'),
    cc: people('cc'),
    bcc: people('bcc'),
    replyTo: people('replyTo'),
    subject: text('subject'),
    messageId: `<${text('id') ?? `${digestOf(JSON.stringify(placed), 16)}@${domainOf(from)}`}>`,
    date,
    text: text('text'),
    html: text('html'),
    attachments: map['attachments'] === undefined ? [] : listOf(map['attachments']).slice(0, MOST).map(attachmentOf),
    checked: checkedOf(map['authentication'], domainOf(from)),
  };
  const headers = headersOf(told, map['headers'], at);
  const size = [...headers.map(({ name, value }) => name + value), told.text ?? '', told.html ?? ''].join('\n').length;
  return { at, message: known({ ...told, headers, size, received: 1, defects: [] }) };
}

function whenOf(placed: Placed | undefined): { readonly at: Instant; readonly date: string } {
  const date = placed === undefined ? WHEN : textOf(placed, 'a time');
  const at = instantOf(date);
  if (at === undefined)
    throw new PlacedError(placed?.at ?? { line: 1, column: 1 }, `expected a time, as \`${WHEN}\`; write it so, in quotes`);
  return { at, date: new Date(at).toISOString() };
}

/** `Ana Lima <ana@contoso.test>`, or the address alone. */
function addressOf(placed: Placed): MessageAddress {
  const text = textOf(placed, 'an address', 500);
  const [, name = '', address = text] = /^([^<>]*)<([^<>\s]*)>$/.exec(text) ?? [];
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), address: address.trim() };
}

const domainOf = (party: MessageAddress | undefined): string => party?.address.split('@')[1] ?? 'unknown.test';
const written = ({ name, address }: MessageAddress): string => (name === '' ? address : `"${name}" <${address}>`);

interface Told {
  readonly from: MessageAddress | undefined;
  readonly sender: MessageAddress | undefined;
  readonly to: readonly MessageAddress[];
  readonly cc: readonly MessageAddress[];
  readonly replyTo: readonly MessageAddress[];
  readonly subject: string | undefined;
  readonly messageId: string;
}

/** Those of any mail, in the order servers and programs write them; what the test gives under a name stands instead. */
function headersOf(told: Told, placed: Placed | undefined, at: Instant): readonly MessageHeader[] {
  const date = new Date(at).toUTCString().replace('GMT', '+0000');
  const list = (people: readonly MessageAddress[]): string => people.map(written).join(', ');
  const domain = domainOf(told.from);
  const client = domain === HOME ? `desk.${HOME} (desk.${HOME} [10.0.0.7])` : `mail.${domain} (mail.${domain} [192.0.2.10])`;
  const usual = Object.entries({
    Received: `from ${client} by ${SERVER} with ESMTPS id 4Q1; ${date}`,
    From: told.from === undefined ? '' : written(told.from),
    Sender: told.sender === undefined ? '' : written(told.sender),
    'Reply-To': list(told.replyTo),
    To: list(told.to),
    Cc: list(told.cc),
    Subject: told.subject ?? '',
    Date: date,
    'Message-ID': told.messageId,
    'MIME-Version': '1.0',
  });
  const given = placed === undefined ? [] : anyMap(placed, '`headers`');
  const isGiven = (name: string): boolean => given.some((one) => one.name.toLowerCase() === name.toLowerCase());
  return [
    ...usual.filter(([name, value]) => value !== '' && !isGiven(name)).map(([name, value]) => ({ name, value })),
    ...given.flatMap(({ name, value }) => textsOf(value, 'a header').map((one) => ({ name, value: one }))),
  ];
}

/** What checking it gave; nobody checked where nothing is said. */
function checkedOf(placed: Placed | undefined, author: string): CheckedAuthentication | undefined {
  if (placed === undefined) return undefined;
  const map = mapOf(placed, '`authentication`', ['spf', 'dkim', 'dmarc', 'domain']);
  const domain = map['domain'] === undefined ? author : textOf(map['domain'], 'a domain');
  const result = (name: string): string => (map[name] === undefined ? 'none' : textOf(map[name], `\`${name}\``));
  return {
    spf: { result: result('spf'), domain },
    dkim: [{ result: result('dkim'), domain }],
    dmarc: { result: result('dmarc'), domain: author },
  };
}

const attachmentParts = ['name', 'type', 'size', 'inline', 'found'];

function attachmentOf(placed: Placed): MessageAttachment {
  const map = mapOf(placed, 'an attachment', attachmentParts);
  const name = textOf(needed(map, 'name', placed, 'an attachment'), 'a name');
  return known({
    filename: name,
    mimeType: map['type'] === undefined ? 'application/octet-stream' : textOf(map['type'], 'a type').toLowerCase(),
    size: map['size'] === undefined ? 20_000 : wholeOf(map['size'], 'a size in bytes', 0, 1e9),
    sha256: digestOf(name, 64),
    isInline: map['inline'] === undefined ? undefined : flagOf(map['inline'], '`inline`'),
    found: map['found'] === undefined ? undefined : foundOf(map['found']),
  });
}

const foundParts = [
  ...[
    'type',
    'entries',
    'isEncrypted',
    'hasMacros',
    'hasScript',
    'smuggles',
    'fetches',
    'forms',
    'asksPassword',
    'urls',
    'codes',
  ],
  'text',
];

function foundOf(placed: Placed): AttachmentFound {
  const map = mapOf(placed, '`found`', foundParts);
  const flag = (name: string): boolean => map[name] !== undefined && flagOf(map[name], `\`${name}\``);
  const texts = (name: string): readonly string[] => (map[name] === undefined ? [] : textsOf(map[name], `\`${name}\``));
  return known({
    type: textOf(needed(map, 'type', placed, '`found`'), 'a type') as FileType,
    entries: map['entries'] === undefined ? [] : listOf(map['entries']).slice(0, MOST).map(entryOf),
    isEncrypted: flag('isEncrypted'),
    hasMacros: flag('hasMacros'),
    hasScript: flag('hasScript'),
    smuggles: flag('smuggles'),
    fetches: flag('fetches'),
    forms: map['forms'] === undefined ? 0 : wholeOf(map['forms'], '`forms`', 0, 1_000),
    asksPassword: flag('asksPassword'),
    urls: texts('urls'),
    codes: texts('codes'),
    text: map['text'] && textOf(map['text'], '`text`', LONGEST_BODY),
    unread: [],
  });
}

/** `invoice.exe`, or `{name, type, isEncrypted, depth}`. */
function entryOf(placed: Placed): ArchiveEntry {
  if (placed.kind === 'scalar') return { name: textOf(placed, 'a name'), depth: 0, isEncrypted: false };
  const map = mapOf(placed, 'an entry', ['name', 'type', 'isEncrypted', 'depth']);
  if (map['name'] === undefined) throw expected(placed, 'an entry with its name');
  return known({
    name: textOf(map['name'], 'a name'),
    depth: map['depth'] === undefined ? 0 : wholeOf(map['depth'], '`depth`', 0, 20),
    type: map['type'] && (textOf(map['type'], 'a type') as FileType),
    isEncrypted: map['isEncrypted'] !== undefined && flagOf(map['isEncrypted'], '`isEncrypted`'),
  });
}
