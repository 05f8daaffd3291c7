// A message as Microsoft Graph has it (the `message` resource, alone or in a page of a mailbox or its changes), brought to
// what reading the raw message gives: the same message by either way is the same event.
//
// Graph keeps less than was sent: one body of the two, made harmless on its way, headers only where they were asked for,
// and no bytes of the whole. What it leaves out is left out here.

import { createHash } from 'node:crypto';
import type { Field } from '../field.ts';
import { orNothing } from '../field.ts';
import { instantOf } from '../instant.ts';
import { known } from '../known.ts';
import {
  DEEPEST_MESSAGE,
  LEFT_OUT,
  LONGEST_TEXT,
  LONGEST_VALUE,
  MOST_ADDRESSES,
  MOST_ATTACHMENTS,
  MOST_HEADERS,
} from '../message-bounds.ts';
import type {
  AttachmentFound,
  MessageAddress,
  MessageAttachment,
  MessageHeader,
  MessageRecord,
  RawMessage,
} from '../message-record.ts';
import { rfc3339 } from '../../model/time.ts';

export const isGraphMessage = (record: Field): boolean =>
  record.has('internetMessageId') &&
  ['from', 'sender', 'toRecipients', 'internetMessageHeaders'].some((name) => record.has(name));

/** Looks at an attachment's bytes: what `ingest` cannot do itself. */
export type Look = (bytes: Uint8Array, named: Pick<MessageAttachment, 'filename' | 'mimeType'>) => AttachmentFound;

/** Characters of base64: 64 MiB of bytes. */
const LONGEST_CONTENT = 90_000_000;

const DEFECTS = {
  ...LEFT_OUT,
  preview: 'the record has the beginning of the text and not the text',
  content: 'an attachment of which the record has no bytes',
} as const;

/** Total: a field of another shape is one that is not there. */
export function rawOf(record: Field, look?: Look): RawMessage {
  const defects = new Set<string>();
  const headers = headersOf(record, defects);
  const addresses = (name: string): readonly MessageAddress[] => addressesOf(record.at(name), defects);
  const value = (name: string): string | undefined => headers.find((header) => header.name.toLowerCase() === name)?.value;
  const parts: Parts = { texts: [], htmls: [], attachments: [], size: 0 };
  gather(record, 0, { parts, defects, look });
  const joined = (texts: readonly string[]): string | undefined =>
    texts.length === 0 ? undefined : cut(texts.join('\n'), LONGEST_TEXT, DEFECTS.text, defects);

  return known({
    headers,
    from: addressOf(record.at('from')),
    // Graph names a sender always; a message does where it is another one than the author.
    sender: value('sender') === undefined ? undefined : addressOf(record.at('sender')),
    returnPath: value('return-path'),
    to: addresses('toRecipients'),
    cc: addresses('ccRecipients'),
    bcc: addresses('bccRecipients'),
    replyTo: addresses('replyTo'),
    subject: textOf(record.at('subject')),
    messageId: textOf(record.at('internetMessageId')),
    date: momentOf(record.at('sentDateTime')),
    receivedAt: momentOf(record.at('receivedDateTime')),
    text: joined(parts.texts),
    html: joined(parts.htmls),
    attachments: parts.attachments,
    size: parts.size,
    received: headers.filter(({ name }) => name.toLowerCase() === 'received').length,
    defects: [...defects].sort(),
  });
}

/** The same as a record of its own, to be read like any other. */
export const recordOf = (record: Field, look?: Look): MessageRecord => ({ rfc822: rawOf(record, look) });

const textOf = (field: Field): string | undefined => field.maybeText()?.slice(0, LONGEST_VALUE);

function momentOf(field: Field): string | undefined {
  const at = instantOf(field.maybeText() ?? '');
  return at === undefined ? undefined : rfc3339(at);
}

const listOf = (field: Field): readonly Field[] => orNothing(() => field.list()) ?? [];

function headersOf(record: Field, defects: Set<string>): readonly MessageHeader[] {
  const all = listOf(record.at('internetMessageHeaders'));
  if (all.length > MOST_HEADERS) defects.add(DEFECTS.headers);
  return all.slice(0, MOST_HEADERS).flatMap((header) => {
    const name = header.at('name').maybeText();
    // An empty header is one, too.
    const value = header.at('value').maybeText() ?? '';
    return name === undefined
      ? []
      : [{ name: name.slice(0, LONGEST_VALUE), value: cut(value, LONGEST_VALUE, DEFECTS.value, defects) }];
  });
}

/** `{emailAddress: {name, address}}` */
function addressOf(field: Field): MessageAddress | undefined {
  const [address, name] = ['address', 'name'].map((it) => textOf(field.at('emailAddress').at(it)));
  return address === undefined && name === undefined ? undefined : { address: address ?? '', name: name ?? '' };
}

function addressesOf(field: Field, defects: Set<string>): readonly MessageAddress[] {
  const all = listOf(field);
  if (all.length > MOST_ADDRESSES) defects.add(DEFECTS.addresses);
  return all.slice(0, MOST_ADDRESSES).flatMap((it) => addressOf(it) ?? []);
}

interface Parts {
  readonly texts: string[];
  readonly htmls: string[];
  readonly attachments: MessageAttachment[];
  size: number;
}

interface Gathering {
  readonly parts: Parts;
  readonly defects: Set<string>;
  readonly look: Look | undefined;
}

function gather(message: Field, depth: number, it: Gathering): void {
  const content = message.at('body').at('content').maybeText();
  if (content !== undefined) {
    (message.at('body').at('contentType').maybeText()?.toLowerCase() === 'html' ? it.parts.htmls : it.parts.texts).push(content);
    it.parts.size += Buffer.byteLength(content);
  } else if (message.has('bodyPreview')) {
    it.parts.texts.push(message.at('bodyPreview').maybeText() ?? '');
    it.defects.add(DEFECTS.preview);
  }

  for (const attachment of listOf(message.at('attachments'))) {
    if (it.parts.attachments.length === MOST_ATTACHMENTS) {
      it.defects.add(DEFECTS.attachments);
      return;
    }
    it.parts.attachments.push(attached(attachment, it));
    if (!attachment.has('item')) continue;
    if (depth < DEEPEST_MESSAGE) gather(attachment.at('item'), depth + 1, it);
    else it.defects.add(DEFECTS.messages);
  }
}

function attached(attachment: Field, { parts, defects, look }: Gathering): MessageAttachment {
  const filename = textOf(attachment.at('name'));
  const isItem = attachment.has('item') || /itemAttachment$/.test(attachment.at('@odata.type').maybeText() ?? '');
  const mimeType = isItem
    ? 'message/rfc822'
    : (textOf(attachment.at('contentType'))?.toLowerCase() ?? 'application/octet-stream');
  const named = known({
    filename,
    mimeType,
    isInline: attachment.at('isInline').maybeBoolean() === true ? (true as const) : undefined,
  });

  const content = attachment.at('contentBytes').value;
  if (typeof content !== 'string' || content.length > LONGEST_CONTENT) {
    defects.add(DEFECTS.content);
    const size = attachment.at('size').maybeNumber() ?? 0;
    parts.size += size;
    return { ...named, size, sha256: '' };
  }
  const bytes = Buffer.from(content, 'base64');
  parts.size += bytes.length;
  const sha256 = createHash('sha256').update(bytes).digest('hex');
  return { ...named, size: bytes.length, sha256, ...known({ found: look?.(bytes, named) }) };
}

function cut(text: string, longest: number, defect: string, defects: Set<string>): string {
  if (text.length <= longest) return text;
  defects.add(defect);
  return text.slice(0, longest);
}
