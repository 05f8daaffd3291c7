// Recorded mail to measure with, and what of it is for choosing: read where the data lies, never copied.
//
// Two sets that differ in decade and route: phishing of 2019 to 2024 as Exchange Online took it in, and mail of 2002 and
// 2003 that nobody minded, or minded as advertising. So whatever dates or routes a mail tells the sets apart and not harm
// from none; `bare` takes it off both.
//
// For choosing: phishing written before 2024, and mail of 2002 of every other sender. For the report: the rest, without
// any sender or campaign that the other part has.

import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { messageDate } from '../../src/ingest/message-date.ts';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import { slot } from '../../src/learn/slot.ts';
import { bandsOf, likeness, sketchOf } from '../../src/mail/campaign/sketch.ts';
import { messageRecord } from '../../src/tenant/message.ts';
import { root } from '../../src/graph/local/java.ts';
import { filesIn, unpacked } from '../archive.ts';
import { DATA } from '../realism/recorded.ts';

export type Kind = 'phish' | 'spam' | 'easyHam' | 'hardHam';
export type Part = 'choosing' | 'reported';

export interface Letter {
  readonly kind: Kind;
  readonly name: string;
  /** Of its bytes, the first digits. */
  readonly sha256: string;
  readonly raw: RawMessage;
}

const PHISHING = 'phishing-pot/dev/dev_2019-2024.tar.zst';
const ORDINARY = 'spamassassin/spamassassin-public-corpus.tar.zst';

export const areCorporaThere = (): boolean => [PHISHING, ORDINARY].every((file) => existsSync(join(root, DATA, file)));

/** All letters of both sets that are letters at all; of `wanted` files alone, by their bytes. */
export async function lettersOf(wanted: (bytes: Uint8Array) => boolean = () => true): Promise<Letter[]> {
  const letters: Letter[] = [];
  for (const file of [PHISHING, ORDINARY])
    for (const { name, bytes } of filesIn(unpacked(join(root, DATA, file)))) {
      if (!wanted(bytes)) continue;
      const read = await messageRecord(bytes);
      if ('record' in read) letters.push({ kind: kindOf(name), name, sha256: digitsOf(bytes), raw: read.record.rfc822 });
    }
  return letters;
}

/** The first digits of the SHA-256 of a file's bytes, by which it is named where its name tells nothing. */
export const digitsOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex').slice(0, 12);

const kindOf = (name: string): Kind =>
  name.includes('hard-ham') ? 'hardHam' : name.includes('ham') ? 'easyHam' : name.includes('spam') ? 'spam' : 'phish';

/** Which part a letter falls into by itself. */
function ownPart({ kind, name, raw }: Letter): Part {
  const year = kind === 'phish' ? yearOf(raw) : undefined;
  if (year !== undefined && year >= 2019 && year <= 2024) return year < 2024 ? 'choosing' : 'reported';
  const told = kind === 'phish' ? fileOf(name) : raw.from?.address.toLowerCase() || fileOf(name);
  return createHash('sha256').update(told).digest().readUInt32BE(0) % 2 === 0 ? 'choosing' : 'reported';
}

const fileOf = (name: string): string => name.slice(name.lastIndexOf('/') + 1);

function yearOf(raw: RawMessage): number | undefined {
  const at = messageDate(raw.headers.find(({ name }) => name.toLowerCase() === 'date')?.value ?? '');
  return at === undefined ? undefined : new Date(at).getUTCFullYear();
}

export interface Split {
  readonly choosing: readonly Letter[];
  readonly reported: readonly Letter[];
  /** Left out of the report: their sender, or a letter like theirs, is in the other part. */
  readonly shared: number;
}

/** From here on two letters are of one campaign. */
const ALIKE = 0.5;

export function splitOf(letters: readonly Letter[]): Split {
  const parts = letters.map(ownPart);
  const choosing = letters.filter((_, index) => parts[index] === 'choosing');
  const others = letters.filter((_, index) => parts[index] === 'reported');
  const senders = new Set(choosing.map(senderOf));
  const campaigns = campaignsOf(choosing);
  const reported = others.filter((letter) => !senders.has(senderOf(letter)) && !campaigns.has(letter));
  return { choosing, reported, shared: others.length - reported.length };
}

const senderOf = ({ name, raw }: Letter): string => raw.from?.address.toLowerCase() || name;

function campaignsOf(letters: readonly Letter[]): { has(letter: Letter): boolean } {
  const byBand = new Map<number, Uint32Array[]>();
  for (const letter of letters) {
    const sketch = sketchOf(wordsOf(letter.raw));
    if (sketch === undefined) continue;
    for (const band of bandsOf(sketch)) slot(byBand, band, (): Uint32Array[] => []).push(sketch);
  }
  return {
    has(letter) {
      const sketch = sketchOf(wordsOf(letter.raw));
      return (
        sketch !== undefined &&
        bandsOf(sketch).some((band) => (byBand.get(band) ?? []).some((other) => likeness(sketch, other) >= ALIKE))
      );
    },
  };
}

const wordsOf = ({ subject = '', text = '', html = '' }: RawMessage): string =>
  `${subject} ${html === '' ? text : html.replace(/<[^>]{0,2000}>/g, ' ')}`;

/** The same letter without anything that dates or routes it: author, reply-to, subject, structure and body stay. */
export function bare(raw: RawMessage): RawMessage {
  const { from, replyTo, subject, text, html, attachments, size, defects } = raw;
  const headers = raw.headers.filter(({ name }) => KEPT.has(name.toLowerCase()));
  return {
    ...{ headers, to: [], cc: [], bcc: [], replyTo, attachments, size, received: 0, defects },
    ...(from === undefined ? {} : { from }),
    ...(subject === undefined ? {} : { subject }),
    ...(text === undefined ? {} : { text }),
    ...(html === undefined ? {} : { html }),
  };
}

const KEPT: ReadonlySet<string> = new Set(['from', 'reply-to', 'subject']);
