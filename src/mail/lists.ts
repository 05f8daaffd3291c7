// Lists of names that models ask about: free mail providers, shorteners, an operator's own partners.

import { mapOf, listOf, needed, oneOf, PlacedError, textOf } from './placed.ts';
import type { Placed } from './placed.ts';

export const listKinds = ['domains', 'words', 'texts'] as const;
/** `domains`: a name or one below it. `words`: a word or several in a row, anywhere in a text. `texts`: the whole of it. */
export type ListKind = (typeof listKinds)[number];

export interface NameList {
  readonly id: string;
  readonly title: string;
  readonly kind: ListKind;
  readonly size: number;
  has(value: string): boolean;
}

const MOST_ENTRIES = 20_000;
const LONGEST_ENTRY = 253;
/** Of a text in which words are looked for. */
const LONGEST_TEXT = 64 * 1024;
const MOST_WORDS_IN_A_ROW = 6;

/** The list a file holds: `title`, `kind` and `entries`. */
export function nameListOf(id: string, placed: Placed): NameList {
  const map = mapOf(placed, 'a list', ['title', 'kind', 'entries']);
  const title = textOf(needed(map, 'title', placed, 'a list'), 'the title');
  const kind = oneOf(needed(map, 'kind', placed, 'a list'), 'kind of list', listKinds);
  const items = listOf(needed(map, 'entries', placed, 'a list'));
  if (items.length > MOST_ENTRIES)
    throw new PlacedError(placed.at, `a list has at most ${MOST_ENTRIES} entries; make several of it`);
  const entries = new Set(items.map((item) => entryOf(item, kind)));
  return { id, title, kind, size: entries.size, has: finders[kind](entries) };
}

function entryOf(placed: Placed, kind: ListKind): string {
  const entry = folded(textOf(placed, 'an entry', LONGEST_ENTRY));
  if (kind === 'domains' && !/^[^\s@/:]+\.[^\s@/:]+$/.test(entry)) {
    throw new PlacedError(placed.at, 'an entry of a list of domains is a domain, as `contoso.test`; no address, no https://');
  }
  if (kind !== 'words') return entry;
  const words = wordsOf(entry);
  if (words.length === 0)
    throw new PlacedError(placed.at, 'an entry of a list of words has a word in it, not signs alone; change it');
  if (words.length > MOST_WORDS_IN_A_ROW) {
    throw new PlacedError(placed.at, `at most ${MOST_WORDS_IN_A_ROW} words in a row are looked for; shorten the entry`);
  }
  return words.join(' ');
}

const finders: Readonly<Record<ListKind, (entries: ReadonlySet<string>) => (value: string) => boolean>> = {
  domains: (entries) => (value) => {
    const labels = folded(value).slice(0, LONGEST_ENTRY).replace(/^.*@/, '').split('.');
    return labels.some((_, index) => entries.has(labels.slice(index).join('.')));
  },
  texts: (entries) => (value) => entries.has(folded(value)),
  words: (entries) => {
    const lengths = [...new Set([...entries].map((entry) => entry.split(' ').length))];
    return (value) => {
      const words = wordsOf(folded(value.slice(0, LONGEST_TEXT)));
      return words.some((_, at) => lengths.some((length) => entries.has(words.slice(at, at + length).join(' '))));
    };
  },
};

const wordsOf = (text: string): readonly string[] => text.match(/[\p{L}\p{N}]+/gu) ?? [];

/** Letters' case and forms that look the same do not tell texts apart. */
export const folded = (text: string): string => text.normalize('NFKC').toLowerCase().trim();
