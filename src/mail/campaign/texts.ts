// The texts that a new one is compared with: sketches in a ring, found by the bands they share.
//
// Numbers of a sketch are cut to 16 bits (b-bit minwise hashing, Li and König 2010: one in 65,536 pairs of different numbers
// then looks equal), all lies in typed arrays, and the oldest text is overwritten by the newest once the ring is full.
// A chain of a band goes from its newest text to older ones. An overwritten text stands in other chains, so a chain ends
// where the next text is not older: whatever stood behind it is gone too.

import { bandsOf, SKETCH } from './sketch.ts';

/** Texts of index 0.4 share a band in three of four cases, of 0.6 in 99 of 100, of 0.05 in 3 of 1,000. */
const ROWS = 3;
const BANDS = Math.floor(SKETCH / ROWS);
/** Numbers kept of how a message is built. */
export const BUILD = 16;
/** Texts of one band that are looked at, the newest first, and of all bands that are compared. */
const MOST_OF_BAND = 8;
const MOST_COMPARED = 48;
const FIRST_ROOM = 1_024;

export interface Texts<Owner> {
  readonly most: number;
  room: number;
  /** Texts told so far; the last `room` of them are there. */
  told: number;
  words: Uint16Array;
  builds: Uint16Array;
  hasBuild: Uint8Array;
  owners: (Owner | undefined)[];
  /** Number of the text in a place, from 1. */
  turns: Float64Array;
  heads: Int32Array;
  nexts: Int32Array;
  tags: Uint16Array;
}

export interface Alike<Owner> {
  readonly owner: Owner;
  /** 0 to 1. */
  readonly words: number;
  readonly build: number;
  /** It will be overwritten before long. */
  readonly isOld: boolean;
}

export interface Text {
  readonly words: Uint16Array;
  readonly build: Uint16Array | undefined;
}

export const noTexts = <Owner>(most: number): Texts<Owner> => ({
  ...{ most, told: 0 },
  ...roomFor<Owner>(Math.min(most, FIRST_ROOM)),
});

export const textOf = (words: readonly number[], build: Uint16Array | undefined): Text => ({
  words: Uint16Array.from(words),
  build,
});

export const buildOf = (build: readonly number[] | undefined): Uint16Array | undefined =>
  build && Uint16Array.from(build.slice(0, BUILD));

/** Texts at least so much alike, the newest of each band first. */
export function alikeTo<Owner>(texts: Texts<Owner>, text: Text, least: number): readonly Alike<Owner>[] {
  const found: Alike<Owner>[] = [];
  for (const place of placesFor(texts, text)) {
    const words = equalShare(texts.words, place * SKETCH, text.words);
    const owner = texts.owners[place];
    if (words < least || owner === undefined) continue;
    const build =
      text.build === undefined || texts.hasBuild[place] !== 1 ? 0 : equalShare(texts.builds, place * BUILD, text.build);
    found.push({ owner, words, build, isOld: texts.told - (texts.turns[place] ?? 0) > texts.most / 2 });
  }
  return found;
}

function placesFor<Owner>(texts: Texts<Owner>, { words }: Text): ReadonlySet<number> {
  const places = new Set<number>();
  const mask = texts.heads.length - 1;
  for (const [band, hash] of bandsOf(words, ROWS).entries()) {
    let [entry, turn, left] = [texts.heads[hash & mask] ?? 0, Infinity, MOST_OF_BAND];
    while (entry !== 0 && left > 0 && places.size < MOST_COMPARED) {
      const place = Math.floor((entry - 1) / BANDS);
      // Bands of one text may stand in one chain, the later ones first.
      const standing = (texts.turns[place] ?? 0) + ((entry - 1) % BANDS) / BANDS;
      if (standing >= turn) break;
      turn = standing;
      if ((entry - 1) % BANDS === band && texts.tags[entry - 1] === hash >>> 16) {
        places.add(place);
        left -= 1;
      }
      entry = texts.nexts[entry - 1] ?? 0;
    }
  }
  return places;
}

export function keep<Owner>(texts: Texts<Owner>, text: Text, owner: Owner): void {
  if (texts.told >= texts.room && texts.room < texts.most) grow(texts);
  const place = texts.told % texts.room;
  texts.told += 1;
  texts.turns[place] = texts.told;
  texts.words.set(text.words, place * SKETCH);
  texts.hasBuild[place] = text.build === undefined ? 0 : 1;
  if (text.build !== undefined) texts.builds.set(text.build, place * BUILD);
  texts.owners[place] = owner;
  chain(texts, place, text.words);
}

function chain<Owner>(texts: Texts<Owner>, place: number, words: Uint16Array): void {
  const mask = texts.heads.length - 1;
  for (const [band, hash] of bandsOf(words, ROWS).entries()) {
    const entry = place * BANDS + band;
    texts.tags[entry] = hash >>> 16;
    texts.nexts[entry] = texts.heads[hash & mask] ?? 0;
    texts.heads[hash & mask] = entry + 1;
  }
}

/** Twice the room, the texts in their order; only while none was overwritten. */
function grow<Owner>(texts: Texts<Owner>): void {
  const { words, builds, hasBuild, owners, turns, told } = texts;
  Object.assign(texts, roomFor<Owner>(Math.min(texts.most, texts.room * 2)));
  texts.words.set(words);
  texts.builds.set(builds);
  texts.hasBuild.set(hasBuild);
  texts.turns.set(turns);
  for (let place = 0; place < told; place += 1) {
    texts.owners[place] = owners[place];
    chain(texts, place, words.subarray(place * SKETCH, (place + 1) * SKETCH));
  }
}

function roomFor<Owner>(room: number): Omit<Texts<Owner>, 'most' | 'told'> {
  return {
    room,
    words: new Uint16Array(room * SKETCH),
    builds: new Uint16Array(room * BUILD),
    hasBuild: new Uint8Array(room),
    owners: new Array<Owner | undefined>(room).fill(undefined),
    turns: new Float64Array(room),
    heads: new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, room * BANDS)))),
    nexts: new Int32Array(room * BANDS),
    tags: new Uint16Array(room * BANDS),
  };
}

/** How much alike two messages are built. */
export function builtAlike(a: readonly number[] | undefined, b: readonly number[] | undefined): number {
  if (a === undefined || b === undefined) return 0;
  return a.reduce((equal, bits, at) => equal + (bits === b[at] ? 1 : 0), 0) / Math.max(a.length, b.length);
}

function equalShare(all: Uint16Array, from: number, one: Uint16Array): number {
  let equal = 0;
  for (let at = 0; at < one.length; at += 1) if (all[from + at] === one[at]) equal += 1;
  return equal / one.length;
}
