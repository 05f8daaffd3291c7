// Letters of a hundred kilobytes, of the kinds that cost most in different places: long plain text, a page that goes on and
// on, an answer below which all earlier ones are quoted, and pictures beside a few words.

import { encode } from 'jpeg-js';
import { PNG } from 'pngjs';
import PostalMime from 'postal-mime';
import { seeded } from '../../src/model/seeded.ts';
import { bytesOf } from '../mail/honest/mime.ts';
import type { File } from '../mail/honest/mime.ts';

export const LONG_BYTES = 100 * 1024;
export const longKinds = ['text', 'page', 'thread', 'pictures'] as const;
export type LongKind = (typeof longKinds)[number];

/** Of that kind, with what an ordinary letter says. */
export async function longLetter(kind: LongKind, letter: Uint8Array, seed: string): Promise<Uint8Array> {
  const { from, subject = '', html, text } = await new PostalMime().parse(letter);
  const said = text ?? (html ?? '').replaceAll(/<style.*?<\/style>|<[^>]{0,2000}>/gs, ' ');
  const headers: [string, string][] = [
    ['From', from?.address ?? ''],
    ['To', 'ana@contoso.test'],
    ['Subject', subject],
    ['Date', 'Mon, 05 Jan 2026 10:00:00 +0000'],
  ];
  const plain = { text: repeated(said), thread: thread(said), pictures: said, page: undefined }[kind];
  return bytesOf({
    headers,
    ...(plain === undefined ? { html: repeated(html ?? `<p>${said}</p>`) } : { plain }),
    files: kind === 'pictures' ? picturesOf(seed) : [],
    border: 'b',
    encoding: 'quoted-printable',
  });
}

const repeated = (text: string): string => `${text}\r\n`.repeat(Math.ceil(LONG_BYTES / (Buffer.byteLength(text) + 2)));

const MOST_ANSWERS = 20;

/** Each answer quotes the one before it. */
function thread(said: string): string {
  const answer = said.slice(0, 4_000).split(/\r?\n/);
  let text = '';
  for (let depth = 0; text.length < LONG_BYTES; depth += 1) {
    const marks = '> '.repeat(depth % MOST_ANSWERS);
    text += [...answer, '', 'On Mon, 5 Jan 2026 at 10:00, Ana Berg <ana@contoso.test> wrote:']
      .map((line) => `${marks}${line}\r\n`)
      .join('');
  }
  return text;
}

/** A screenshot and a photograph, of half the bytes each. */
function picturesOf(seed: string): readonly File[] {
  const [width, height, dice] = [360, 270, seeded(seed)];
  const data = Buffer.alloc(width * height * 4, 255);
  const photograph = Buffer.alloc(width * height * 4, 255);
  for (let at = 0; at < width * height; at += 1) {
    const noise = Math.floor(dice() * 48);
    const isDrawn = at % width < width / 3 && (at / width) % 24 < 12;
    data.fill(isDrawn ? noise : 255, at * 4, at * 4 + 3);
    photograph.fill((((at % width) + Math.floor(at / width)) % 200) + noise, at * 4, at * 4 + 3);
  }
  return [
    { name: 'screen.png', type: 'image/png', bytes: PNG.sync.write(Object.assign(new PNG({ width, height }), { data })) },
    { name: 'photo.jpg', type: 'image/jpeg', bytes: encode({ width, height, data: photograph }, 75).data },
  ];
}
