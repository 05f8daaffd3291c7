// The record of a message as it comes back out of where it was kept, or from whoever wrote one by hand: whatever its shape,
// there is a message. A field of another shape is one that is not there.

import type { Field } from '../field.ts';
import { orNothing } from '../field.ts';
import { known } from '../known.ts';
import type {
  ArchiveEntry,
  AttachmentFound,
  CheckedAuthentication,
  FileType,
  MessageAddress,
  MessageAttachment,
  RawMessage,
} from '../message-record.ts';

const LONGEST_LIST = 2_000;
/** Of a name of a type, which comes out of a list of such. */
const LONGEST_TYPE = 20;

export function keptMessage(mail: Field): RawMessage {
  const address = (name: string): MessageAddress | undefined => (isThere(mail.at(name)) ? addressIn(mail.at(name)) : undefined);
  const addresses = (name: string): readonly MessageAddress[] => listIn(mail.at(name)).map(addressIn);
  return known({
    headers: listIn(mail.at('headers')).flatMap((it) => {
      const name = textIn(it.at('name'));
      return name === undefined ? [] : [{ name, value: textIn(it.at('value')) ?? '' }];
    }),
    from: address('from'),
    sender: address('sender'),
    returnPath: textIn(mail.at('returnPath')),
    to: addresses('to'),
    cc: addresses('cc'),
    bcc: addresses('bcc'),
    replyTo: addresses('replyTo'),
    subject: textIn(mail.at('subject')),
    messageId: textIn(mail.at('messageId')),
    date: textIn(mail.at('date')),
    receivedAt: textIn(mail.at('receivedAt')),
    text: textIn(mail.at('text')),
    html: textIn(mail.at('html')),
    attachments: listIn(mail.at('attachments')).map(attachmentIn),
    size: numberIn(mail.at('size')),
    received: numberIn(mail.at('received')),
    defects: textsIn(mail.at('defects')),
    checked: isThere(mail.at('checked')) ? checkedIn(mail.at('checked')) : undefined,
  });
}

const isThere = ({ value }: Field): boolean => typeof value === 'object' && value !== null && !Array.isArray(value);
const textIn = ({ value }: Field): string | undefined => (typeof value === 'string' ? value : undefined);
const flagIn = ({ value }: Field): boolean => value === true;
const numberIn = ({ value }: Field): number => (typeof value === 'number' && value >= 0 ? value : 0);
const listIn = (field: Field): readonly Field[] => (orNothing(() => field.list()) ?? []).slice(0, LONGEST_LIST);
const textsIn = (field: Field): readonly string[] => listIn(field).flatMap((it) => textIn(it) ?? []);

const addressIn = (it: Field): MessageAddress => ({
  address: textIn(it.at('address')) ?? '',
  name: textIn(it.at('name')) ?? '',
});

const attachmentIn = (it: Field): MessageAttachment =>
  known({
    filename: textIn(it.at('filename')),
    mimeType: textIn(it.at('mimeType')) ?? '',
    size: numberIn(it.at('size')),
    sha256: textIn(it.at('sha256')) ?? '',
    isInline: flagIn(it.at('isInline')) ? true : undefined,
    found: isThere(it.at('found')) ? foundIn(it.at('found')) : undefined,
  });

const foundIn = (it: Field): AttachmentFound =>
  known({
    type: typeIn(it.at('type')) ?? 'unknown',
    entries: listIn(it.at('entries')).map(entryIn),
    isEncrypted: flagIn(it.at('isEncrypted')),
    hasMacros: flagIn(it.at('hasMacros')),
    hasScript: flagIn(it.at('hasScript')),
    smuggles: flagIn(it.at('smuggles')),
    fetches: flagIn(it.at('fetches')),
    forms: numberIn(it.at('forms')),
    asksPassword: flagIn(it.at('asksPassword')),
    urls: textsIn(it.at('urls')),
    codes: textsIn(it.at('codes')),
    text: textIn(it.at('text')),
    unread: textsIn(it.at('unread')),
  });

const entryIn = (it: Field): ArchiveEntry =>
  known({
    name: textIn(it.at('name')) ?? '',
    depth: numberIn(it.at('depth')),
    size: typeof it.at('size').value === 'number' ? numberIn(it.at('size')) : undefined,
    type: typeIn(it.at('type')),
    isEncrypted: flagIn(it.at('isEncrypted')),
  });

/** Written by our own reader of bytes; of anybody else's it is compared with those, and is none of them. */
const typeIn = (it: Field): FileType | undefined => textIn(it)?.slice(0, LONGEST_TYPE) as FileType | undefined;

function checkedIn(it: Field): CheckedAuthentication {
  const of = (field: Field): { result: string; domain?: string } =>
    known({ result: textIn(field.at('result')) ?? 'none', domain: textIn(field.at('domain')) });
  const [spf, dmarc, arc] = [it.at('spf'), it.at('dmarc'), it.at('arc')];
  return known({
    spf: isThere(spf) ? of(spf) : undefined,
    dkim: listIn(it.at('dkim')).map((one) => known({ ...of(one), selector: textIn(one.at('selector')) })),
    dmarc: isThere(dmarc) ? known({ ...of(dmarc), policy: textIn(dmarc.at('policy')) }) : undefined,
    arc: isThere(arc) ? { result: of(arc).result, sets: numberIn(arc.at('sets')) } : undefined,
  });
}
