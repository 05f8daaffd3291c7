// One look at one attachment: what has been seen so far, and what may still be spent on the message it hangs on.
//
// Readers add what they find through the functions here, so that every list ends, whatever the bytes say.

import type { ArchiveEntry, AttachmentFound, FileType } from '../../ingest/message-record.ts';

/** What is left to spend on all attachments of a message. Readers take from it. */
export interface Allowance {
  /** Bytes looked at, those unpacked among them. */
  read: number;
  /** Bytes that come out of archives and compressed streams. */
  unpacked: number;
  pictures: number;
  pixels: number;
  /** Pixels of where a code may be. */
  searched: number;
  /** Characters of text, and of names and addresses. */
  text: number;
  words: number;
}

const MiB = 1024 * 1024;

export const allowance = (): Allowance => ({
  ...{
    read: 24 * MiB,
    unpacked: 16 * MiB,
    pictures: 20,
    pixels: 5_000_000,
    searched: 1_000_000,
    text: 64 * 1024,
    words: 64 * 1024,
  },
});

export interface Look {
  readonly allowance: Allowance;
  readonly found: Findings;
  /** Of the archive these bytes are: 0 for the attachment itself. */
  readonly depth: number;
  readonly name: string;
  /** Looks at a file inside this one, and says what it is. */
  within(bytes: Buffer, name: string): FileType;
}

export type Reader = (bytes: Buffer, look: Look) => void;

/** What is gathered of one attachment and of all that is in it. */
export interface Findings {
  readonly entries: ArchiveEntry[];
  isEncrypted: boolean;
  hasMacros: boolean;
  hasScript: boolean;
  smuggles: boolean;
  fetches: boolean;
  forms: number;
  asksPassword: boolean;
  readonly urls: Set<string>;
  readonly codes: Set<string>;
  readonly texts: string[];
  readonly unread: Set<string>;
}

export const nothing = (): Findings => ({
  ...{ entries: [], isEncrypted: false, hasMacros: false, hasScript: false, smuggles: false, fetches: false },
  ...{ forms: 0, asksPassword: false, urls: new Set<string>(), codes: new Set<string>(), texts: [], unread: new Set<string>() },
});

export const foundOf = (type: FileType, { urls, codes, texts, unread, ...findings }: Findings): AttachmentFound => ({
  type,
  ...findings,
  urls: [...urls],
  codes: [...codes],
  ...(texts.length === 0 ? {} : { text: texts.join('\n') }),
  unread: [...unread].sort(),
});

const MOST_ENTRIES = 200;
const MOST_URLS = 100;
const MOST_CODES = 10;
const LONGEST_NAME = 300;
const LONGEST_URL = 2_000;

export const TOO_MUCH = 'more in all the files than is looked at in one message: the rest was left out';

/** Whether there is as much left of one thing; when there is, it is spent. */
export function spend(look: Look, on: keyof Allowance, amount: number): boolean {
  if (look.allowance[on] < amount) {
    look.found.unread.add(TOO_MUCH);
    return false;
  }
  look.allowance[on] -= amount;
  return true;
}

/** False once there are too many. */
export function list(look: Look, entry: Omit<ArchiveEntry, 'depth'>): boolean {
  const { found, depth } = look;
  if (found.entries.length === MOST_ENTRIES) {
    found.unread.add(`more than ${MOST_ENTRIES} files in an archive: the first ones are listed`);
    return false;
  }
  const name = kept(entry.name, LONGEST_NAME);
  if (!spend(look, 'words', name.length + 1)) return false;
  found.entries.push({ ...entry, name, depth });
  if (entry.isEncrypted) found.isEncrypted = true;
  return true;
}

export function leadsTo(look: Look, url: string): void {
  const { urls, unread } = look.found;
  const written = kept(url.trim(), LONGEST_URL);
  if (written === '' || urls.has(written)) return;
  if (urls.size === MOST_URLS) unread.add(`more than ${MOST_URLS} addresses: the first ones are listed`);
  else if (spend(look, 'words', written.length)) urls.add(written);
}

export function says(look: Look, code: string): void {
  const { codes } = look.found;
  const said = kept(code, LONGEST_URL);
  if (said === '' || codes.has(said) || codes.size === MOST_CODES) return;
  if (spend(look, 'words', said.length)) codes.add(said);
}

/** Blanks folded; what is too long is cut. */
export function reads(look: Look, text: string): void {
  const { allowance: left, found } = look;
  const folded = kept(
    text
      .slice(0, 2 * left.text)
      .replace(/[^\S\n]+/g, ' ')
      .replace(/\s*\n\s*/g, '\n')
      .trim(),
    left.text,
  );
  left.text -= folded.length;
  if (folded !== '') found.texts.push(folded);
}

// A copy: a slice would hold on to the whole. What is no character by itself is none in the record either.
const kept = (text: string, longest: number): string => Buffer.from(text.slice(0, longest).replaceAll('\0', '')).toString('utf8');
