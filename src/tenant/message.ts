// A raw mail into the record that describes it. Parses and nothing else: no link is opened, no name is resolved.
//
// Whoever sent the mail wrote every byte of it, to be read by other programs than this one. Nothing here throws for
// what it holds, and all of it has an end: parts, nesting, headers, addresses, text.

import { createHash } from 'node:crypto';
import type { Address, Attachment, Email } from 'postal-mime';
import { known } from '../ingest/known.ts';
import {
  DEEPEST_MESSAGE,
  LEFT_OUT,
  LONGEST_TEXT,
  LONGEST_VALUE,
  MOST_ADDRESSES,
  MOST_ATTACHMENTS,
  MOST_HEADERS,
} from '../ingest/message-bounds.ts';
import { messageDate } from '../ingest/message-date.ts';
import type { MessageAddress, MessageAttachment, MessageRecord, RawMessage } from '../ingest/message-record.ts';
import { inspect } from '../mail/attachment/inspect.ts';
import { allowance } from '../mail/attachment/look.ts';
import type { Allowance } from '../mail/attachment/look.ts';
import { MimeParser } from './mime.ts';

/** Bytes; larger ones are refused by every mail system. */
export const LARGEST_MESSAGE = 64 * 1024 * 1024;
export const TOO_LARGE = 'a message larger than 64 MiB';

const LONGEST_NAME = 1024;
/** Of one message, nested ones apart: bytes of headers, levels of parts, lines, and lines that may each begin a part. */
const LARGEST_HEAD = 256 * 1024;
const DEEPEST_PART = 16;
const MOST_LINES = 1_000_000;
const MOST_BOUNDARIES = 10_000;
/** Messages in messages, and bytes of the headers of one. */
const MOST_MESSAGES = 20;
const LARGEST_NESTED_HEAD = 32 * 1024;

const DEFECTS = {
  ...LEFT_OUT,
  head: 'parts nested too deeply, or too many headers: nothing below the head was read',
  lines: 'more than a million lines, or too many parts: only the first ones were read',
} as const;

type Defects = Set<string>;

/** The record of a message, or why its bytes are none. */
export async function messageRecord(bytes: Uint8Array): Promise<{ readonly record: MessageRecord } | { readonly why: string }> {
  if (bytes.length > LARGEST_MESSAGE) return { why: TOO_LARGE };
  const message = withoutEnvelope(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length));
  const defects: Defects = new Set();
  const email = await parsed(message, LARGEST_HEAD, defects);
  if (!email.headers.some(({ originalKey, value }) => HEADER_NAME.test(originalKey) && value !== '')) {
    return { why: 'no message: there is no header where the first one should be' };
  }

  const head = headOf(email, defects);
  const body = await bodyOf(email, defects);
  return { record: { rfc822: known({ ...head, ...body, size: message.length, defects: [...defects].sort() }) } };
}

const HEADER_NAME = /^[!-9;-~]+$/;

/** Mailbox files put a line `From ana@contoso.test Mon Jan  5 …` before the message; editors put a byte order mark. */
function withoutEnvelope(bytes: Buffer): Buffer {
  const start = bytes.subarray(0, 3).equals(Buffer.from('\uFEFF')) ? 3 : 0;
  const isEnvelope = bytes.toString('latin1', start, start + 5) === 'From ';
  return bytes.subarray(isEnvelope ? bytes.indexOf('\n', start) + 1 : start);
}

/** As much of it as can be read: the whole, else its head. */
async function parsed(bytes: Buffer, largestHead: number, defects: Defects): Promise<Email> {
  try {
    return await new MimeParser({
      // Nested messages are opened here, so that what is in them is bounded too.
      forceRfc822Attachments: true,
      maxNestingDepth: DEEPEST_PART,
      maxHeadersSize: largestHead,
    }).parse(withinReason(bytes, defects));
  } catch {
    defects.add(DEFECTS.head);
    return new MimeParser({ maxHeadersSize: largestHead }).parse(headAlone(bytes, largestHead));
  }
}

/** Cut before what would be one line, or one part, too many: either costs the library many times its bytes. */
function withinReason(bytes: Buffer, defects: Defects): Buffer {
  let [lines, boundaries] = [0, 0];
  for (let at = bytes.indexOf(LINE_FEED); at >= 0; at = bytes.indexOf(LINE_FEED, at + 1)) {
    lines += 1;
    if (bytes[at + 1] === DASH && bytes[at + 2] === DASH) boundaries += 1;
    if (lines <= MOST_LINES && boundaries <= MOST_BOUNDARIES) continue;
    defects.add(DEFECTS.lines);
    return bytes.subarray(0, at + 1);
  }
  return bytes;
}

const LINE_FEED = 0x0a;
const DASH = 0x2d;

function headAlone(bytes: Buffer, longest: number): Buffer {
  const ends = [bytes.indexOf('\n\n'), bytes.indexOf('\n\r\n')].filter((at) => at >= 0);
  return bytes.subarray(0, Math.min(...ends, longest));
}

type Head = Omit<RawMessage, 'text' | 'html' | 'attachments' | 'size' | 'defects'>;

function headOf(email: Email, defects: Defects): Head {
  const { headers } = email;
  const value = (name: string): string | undefined => headers.find(({ key }) => key === name)?.value;
  const first = (address: Address | undefined): MessageAddress | undefined => addressesOf(address, defects)[0];
  const at = messageDate(value('date') ?? '');
  if (headers.length > MOST_HEADERS) defects.add(DEFECTS.headers);

  return known({
    headers: headers.slice(0, MOST_HEADERS).map((header) => ({
      name: cut(header.originalKey, LONGEST_NAME, DEFECTS.value, defects),
      value: cut(header.value, LONGEST_VALUE, DEFECTS.value, defects),
    })),
    from: first(email.from),
    sender: first(email.sender),
    returnPath: textOf(email.returnPath, defects),
    to: addressesOf(email.to, defects),
    cc: addressesOf(email.cc, defects),
    bcc: addressesOf(email.bcc, defects),
    replyTo: addressesOf(email.replyTo, defects),
    subject: textOf(email.subject, defects),
    messageId: textOf(value('message-id'), defects),
    date: at === undefined ? undefined : new Date(at).toISOString(),
    received: headers.filter(({ key }) => key === 'received').length,
  });
}

function addressesOf(addresses: Address | readonly Address[] = [], defects: Defects): readonly MessageAddress[] {
  const all = [addresses].flat().flatMap((address: Address) => address.group ?? [address]);
  if (all.length > MOST_ADDRESSES) defects.add(DEFECTS.addresses);
  return all.slice(0, MOST_ADDRESSES).map(({ address, name }) => ({
    address: cut(address, LONGEST_NAME, DEFECTS.value, defects),
    name: cut(name, LONGEST_NAME, DEFECTS.value, defects),
  }));
}

const textOf = (text: string | undefined, defects: Defects): string | undefined =>
  text === undefined || text === '' ? undefined : cut(text, LONGEST_VALUE, DEFECTS.value, defects);

interface Body {
  readonly texts: string[];
  readonly htmls: string[];
  readonly attachments: MessageAttachment[];
  /** What may still be spent on looking into attachments. */
  readonly left: Allowance;
  messages: number;
}

async function bodyOf(email: Email, defects: Defects): Promise<Pick<RawMessage, 'text' | 'html' | 'attachments'>> {
  const body: Body = { texts: [], htmls: [], attachments: [], left: allowance(), messages: 0 };
  await gather(email, 0, body, defects);

  const joined = (texts: readonly string[]): string | undefined =>
    texts.length === 0 ? undefined : cut(texts.join('\n'), LONGEST_TEXT, DEFECTS.text, defects);
  return known({ text: joined(body.texts), html: joined(body.htmls), attachments: body.attachments });
}

async function gather(email: Email, depth: number, body: Body, defects: Defects): Promise<void> {
  if (email.text !== undefined) body.texts.push(email.text);
  if (email.html !== undefined) body.htmls.push(email.html);
  // What a bounce encloses is evidence; it is not what its sender says.
  const isReport = email.attachments.some(({ mimeType }) => REPORTS.has(mimeType));

  for (const attachment of email.attachments) {
    const bytes = Buffer.from(attachment.content as ArrayBuffer);
    if (body.attachments.length < MOST_ATTACHMENTS) body.attachments.push(described(attachment, bytes, body.left, defects));
    else defects.add(DEFECTS.attachments);
    if (attachment.mimeType !== 'message/rfc822' || isReport) continue;

    if (depth === DEEPEST_MESSAGE || body.messages === MOST_MESSAGES) {
      defects.add(DEFECTS.messages);
      continue;
    }
    body.messages += 1;
    await gather(await parsed(bytes, LARGEST_NESTED_HEAD, defects), depth + 1, body, defects);
  }
}

const REPORTS: ReadonlySet<string> = new Set(['message/delivery-status', 'message/feedback-report']);

function described(attachment: Attachment, bytes: Buffer, left: Allowance, defects: Defects): MessageAttachment {
  const { filename, mimeType } = attachment;
  const name = filename === null ? undefined : cut(filename, LONGEST_NAME, DEFECTS.value, defects);
  return known({
    filename: name,
    mimeType: cut(mimeType, LONGEST_NAME, DEFECTS.value, defects),
    size: bytes.length,
    sha256: createHash('sha256').update(bytes).digest('hex'),
    isInline: isInline(attachment) ? true : undefined,
    found: inspect(bytes, { name: name ?? '', declaredType: mimeType }, left),
  });
}

/** A picture of the text: other files that call themselves so are shown like attachments all the same. */
const isInline = ({ mimeType, related, disposition }: Attachment): boolean =>
  mimeType.startsWith('image/') && (related === true || disposition === 'inline');

function cut(text: string, longest: number, defect: string, defects: Defects): string {
  if (text.length <= longest) return text;
  defects.add(defect);
  // A copy: a slice would hold on to the whole.
  return Buffer.from(text.slice(0, longest)).toString('utf8');
}
