// Names that stand beside addresses: how they look to a person, and whose name they are.
//
// Names are compared by their words, each as it looks (homoglyphs undone), in any order and with titles and initials
// beside them. Blind to: short forms (Bob for Robert), and names of one word, which too many people share.

import { skeleton } from '../learn/association/lookalike.ts';

/** What follows is not looked at. */
const LONGEST = 300;
const MOST_WORDS = 12;

const INVISIBLE = /[\p{Cf}\p{Cc}\u034F\u115F\u1160\u3164\uFFA0]/gu;
/** Pictures made of several by joiners; and the joiners that Arabic and Indian scripts are written with. */
const JOINED =
  /\p{Extended_Pictographic}[\uFE0F\u200D\p{Emoji_Modifier}]*|(?<=[^\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\P{L}]\p{M}*)[\u200C\u200D]/gu;

/** Control and format characters that part what is looked for and that nobody sees. */
export const invisibleIn = (text: string): number => text.slice(0, LONGEST).replaceAll(JOINED, '').match(INVISIBLE)?.length ?? 0;

/** Its words as they look, in their order. */
export const lookWords = (name: string): readonly string[] =>
  (
    name
      .slice(0, LONGEST)
      .normalize('NFKC')
      .replaceAll(/\p{Cf}/gu, '')
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  )
    .slice(0, MOST_WORDS)
    .map(skeleton);

/** Looks up whose name a name shows. */
export interface NameBook<T> {
  /** All whose name it shows, in the order of the book. */
  find(name: string): readonly T[];
}

interface Entry<T> {
  readonly words: readonly string[];
  readonly of: T;
}

/** Of those with names of two words and more; others cannot be told apart from anybody. */
export function nameBook<T>(all: readonly T[], nameOf: (one: T) => string): NameBook<T> {
  const byWord = new Map<string, Entry<T>[]>();
  for (const of of all) {
    const words = lookWords(nameOf(of)).filter((word) => word.length > 1);
    // The longest word is the rarest, as a rule.
    const rare = words.toSorted((a, b) => b.length - a.length)[0];
    if (words.length < 2 || rare === undefined) continue;
    const entries = byWord.get(rare);
    if (entries === undefined) byWord.set(rare, [{ words, of }]);
    else entries.push({ words, of });
  }
  return {
    find(name) {
      const words = new Set(lookWords(name));
      return [...words].flatMap((word) => (byWord.get(word) ?? []).filter((entry) => shows(words, entry)).map(({ of }) => of));
    },
  };
}

/** Titles, initials, a firm's name and a place may stand beside a name; a list of people is nobody's. */
const MOST_BESIDE = 4;

const shows = <T>(shown: ReadonlySet<string>, { words }: Entry<T>): boolean =>
  shown.size <= words.length + MOST_BESIDE && words.every((word) => shown.has(word));

/** The same name in other words: order, case, accents, homoglyphs, titles and initials aside. */
export const isSameName = (a: string, b: string): boolean => nameBook([a], (name) => name).find(b).length > 0;
