// A message as it may be shown to a person: its text, what was kept from the eye, where it leads and what hangs on it, as
// values that nothing follows or runs by itself.
//
// Everything has an end. Names and headers are as they were written, and stay hostile: whoever shows them quotes them.

import type { Hop } from '../ingest/email/received.ts';
import type { AttachmentFound, RawMessage } from '../ingest/message-record.ts';
import type { Instant } from '../model/time.ts';
import { ACTIVE, isAnother, RUNNABLE, typesDeclared, typesNamed } from './attachment/kinds.ts';
import { disarmed } from './disarmed.ts';
import { strangers } from './history-of.ts';
import { readable } from './html/readable.ts';
import type { Link } from './link.ts';
import { messageOf } from './message-of.ts';
import type { Message, MessageFile, Party } from './message.ts';
import type { Hiding } from './page.ts';
import { readingOf } from './reading-of.ts';
import { safePage } from './safe-page.ts';

export interface ShownLetter {
  readonly message: Message;
  /** What a person sees of it, links in it disarmed; the first 64 KiB. */
  readonly text: string;
  /** Mail quoted or forwarded below it. */
  readonly quoted: string;
  readonly hidden: readonly ShownHidden[];
  /** Its page written anew (`safe-page.ts`); absent for a message without one. */
  readonly html: string | undefined;
  readonly links: readonly ShownLink[];
  readonly linkCount: number;
  readonly attachments: readonly ShownAttachment[];
  readonly headers: readonly ShownHeader[];
  readonly headerCount: number;
  readonly hops: readonly ShownHop[];
  /** What could not be read, in words that hold nothing of the message. */
  readonly defects: readonly string[];
}

export interface ShownHidden {
  readonly how: Hiding;
  readonly text: string;
  readonly letters: number;
}

export interface ShownLink {
  /** What a person is shown of it. */
  readonly shown: string;
  /** Where it leads, as a program needs it. */
  readonly leadsTo: string;
  /** The same as nobody can follow it by mistake. */
  readonly defanged: string;
  /** What is odd about it, in clauses; none for most. */
  readonly why: readonly string[];
}

export interface ShownAttachment {
  readonly name: string;
  /** By its bytes, where somebody had them; else as declared. */
  readonly type: string;
  readonly size: number;
  readonly sha256: string;
  readonly risky: boolean;
  readonly why: readonly string[];
}

export interface ShownHeader {
  readonly name: string;
  readonly value: string;
}

export interface ShownHop {
  readonly at?: Instant;
  readonly from?: string;
  readonly address?: string;
  readonly by?: string;
  readonly protocol?: string;
  readonly isEncrypted: boolean;
}

const MOST_LINKS = 200;
const MOST_HEADERS = 300;
const MOST_HIDDEN = 100;
const MOST_ATTACHMENTS = 100;
const LONGEST_VALUE = 4_000;
const LONGEST_TEXT = 64 * 1024;

export function shownLetter(raw: RawMessage): ShownLetter {
  // Whose tenant it is changes nothing of what is seen.
  const message = messageOf(raw, { homeDomains: new Set(), authservIds: new Set() });
  const reading = readingOf(message, strangers);
  const { page, links } = reading;
  return {
    message,
    text: withoutLinks(reading.seen),
    quoted: withoutLinks(reading.quoted),
    hidden: (page?.hidden ?? []).slice(0, MOST_HIDDEN).map(({ how, text, letters }) => ({ how, text, letters })),
    html: message.html === undefined ? undefined : safePage(message.html),
    links: links.slice(0, MOST_LINKS).map(shownLink),
    linkCount: links.length,
    attachments: message.files.slice(0, MOST_ATTACHMENTS).map(shownAttachment),
    headers: raw.headers.slice(0, MOST_HEADERS).map(({ name, value }) => ({ name, value: value.slice(0, LONGEST_VALUE) })),
    headerCount: raw.headers.length,
    // The first server's first: the way it came.
    hops: message.hops.map(shownHop).reverse(),
    defects: message.defects,
  };
}

/** Who is shown as its author, and to whom it is addressed. */
export const partiesOf = ({ author, replyTo, to, cc }: Message): Record<'from' | 'replyTo' | 'to' | 'cc', readonly Party[]> => ({
  from: author === undefined ? [] : [author],
  replyTo,
  to,
  cc,
});

/** A text in which no address can be followed, and nothing but letters, marks and line ends is left. */
const withoutLinks = (text: string): string =>
  readable(text)
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, (character) => (character === '\n' || character === '\t' ? character : ''))
    .slice(0, LONGEST_TEXT)
    .replaceAll(/\b(?:https?|ftp):\/\/[^\s<>"']{1,2000}/gi, disarmed);

function shownLink(link: Link): ShownLink {
  const { url, scheme, host, registered, shows, shownHost, from, isHidden, wrappedBy, isOpaque } = link;
  const isOther = shownHost !== undefined && host !== undefined && shownHost !== host && !host.endsWith(`.${shownHost}`);
  const why = [
    ...(isOther ? [`shows ${shownHost} and leads to ${registered ?? host}`] : []),
    ...(isHidden ? ['is not seen'] : []),
    ...(PLACES[from] === undefined ? [] : [PLACES[from]]),
    ...(wrappedBy === undefined ? [] : [`was wrapped by ${wrappedBy}`]),
    ...(isOpaque === true ? ['where it leads in the end is not known'] : []),
    ...(RUNS.has(scheme) ? [`would run something (${scheme})`] : []),
    ...(host !== undefined && /^(?:[\d.]+$|.*:)/.test(host) ? ['leads to an address without a name'] : []),
    ...(host !== undefined && /(?:^|\.)xn--/.test(host) ? ['the name is written in other letters'] : []),
  ];
  return { shown: shows, leadsTo: url, defanged: disarmed(url), why };
}

const PLACES: Readonly<Partial<Record<Link['from'], string>>> = {
  form: 'a form is sent there',
  attachment: 'stands in an attachment',
  code: 'stands in a code in a picture',
};
const RUNS: ReadonlySet<string> = new Set(['javascript', 'vbscript', 'data', 'file', 'blob', 'search-ms', 'ms-msdt']);

function shownAttachment(file: MessageFile): ShownAttachment {
  const { name, extension, declaredType, size, sha256, found } = file;
  const isClear = found !== undefined && found.type !== 'unknown';
  const why = [
    ...(found === undefined ? [] : foundRisks(found, file)),
    // What its bytes do not tell its name may.
    ...(isClear ? [] : namedRisks(extension)),
    ...(TURNS.test(name) ? ['its name turns the direction of writing'] : []),
  ];
  return { name, type: found?.type ?? declaredType, size, sha256, risky: why.length > 0, why };
}

const TURNS = /[\u202a-\u202e\u2066-\u2069]/;

const namedRisks = (extension: string): string[] => {
  const [usual] = typesNamed(extension);
  return usual !== undefined && ACTIVE.has(usual) ? [`a name that ends in ${extension} promises something that can act`] : [];
};

const foundRisks = (found: AttachmentFound, { extension, declaredType }: MessageFile): string[] => [
  ...(ACTIVE.has(found.type) ? [`is ${found.type}, which can act when it is opened`] : []),
  ...(isAnother(found.type, typesNamed(extension)) ? [`is ${found.type} under the name of ${extension}`] : []),
  ...(isAnother(found.type, typesDeclared(declaredType)) ? [`is ${found.type}, and declared as another type`] : []),
  ...(found.entries.some(({ type }) => type !== undefined && RUNNABLE.has(type)) ? ['holds a program'] : []),
  ...(found.isEncrypted ? ['needs a password, so nobody could look into it'] : []),
  ...(found.hasMacros ? ['holds macros'] : []),
  ...(found.hasScript ? ['holds a script'] : []),
  ...(found.smuggles ? ['puts a file together by itself'] : []),
  ...(found.fetches ? ['fetches something when it is opened'] : []),
  ...(found.asksPassword ? ['asks for a password'] : []),
  ...(found.codes.length > 0 ? ['holds a code to be scanned'] : []),
];

const shownHop = ({ at, from, reverse, address, by, protocol, isEncrypted }: Hop): ShownHop => ({
  ...(at === undefined ? {} : { at }),
  ...((reverse ?? from) === undefined ? {} : { from: reverse ?? from ?? '' }),
  ...(address === undefined ? {} : { address }),
  ...(by === undefined ? {} : { by }),
  ...(protocol === undefined ? {} : { protocol }),
  isEncrypted: isEncrypted === true,
});
