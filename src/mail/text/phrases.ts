// Phrases of many concepts, found in a text of words in one walk: a tree of words, gone down from every word of the text.
//
// A phrase is words with blanks between. `verif*` is every word that begins so, `cards?` a word with or without its last
// letter, `(your|all the)` one of several, `(very)?` one that may be missing, `_` up to three words of any kind. Phrases
// are parted by `;`. The words of one choice share one branch, so the tree stays small; its depth and the gaps bound the
// work for each word of the text.

import { tokensOf } from './tokens.ts';

export interface Found<Name> {
  readonly name: Name;
  /** The words it begins and ends at; the end is not part of it. */
  readonly from: number;
  readonly to: number;
}

/** A branch is taken by every word of its choice. */
interface Node<Name> {
  readonly next: Map<number, Node<Name>>;
  /** Where a phrase goes on after a gap. */
  gap?: Node<Name>;
  readonly names: Name[];
}

export interface Phrases<Name> {
  readonly root: Node<Name>;
  /** Choices a word stands in, and those it stands in by its beginning, by length and beginning. */
  readonly choices: ReadonlyMap<string, readonly number[]>;
  readonly beginnings: ReadonlyMap<number, ReadonlyMap<string, readonly number[]>>;
  /** Words met before, and where each goes from: the words of mail are few. */
  readonly met: Map<string, Step<Name>>;
}

/** The choices a word stands in, and the branches from the root that it takes. */
interface Step<Name> {
  readonly numbers: ReadonlySet<number>;
  readonly starts: readonly Node<Name>[];
}

type Item = { readonly word: string } | { readonly choice: readonly (readonly Item[])[]; readonly isOptional: boolean };

/** Words that `_` may stand for. */
const WIDEST_GAP = 3;
/** Words remembered; then they are all forgotten. */
const MOST_MET = 50_000;

/** A phrase that is empty, or begins or ends with a gap, or whose brackets do not close, is a mistake of whoever wrote it: an error. */
export function phrasesOf<Name>(lists: Iterable<readonly [name: Name, list: string]>): Phrases<Name> {
  const root: Node<Name> = { next: new Map(), names: [] };
  const numbers = new Map<string, number>();
  for (const [name, list] of lists)
    for (const phrase of list.split(';').map((it) => it.trim())) {
      if (phrase === '') continue;
      const ends = follow(itemsOf(phrase), [root], numbers);
      if (ends.includes(root) || ends.length === 0) throw new RangeError(`a phrase without words: ${phrase}`);
      for (const end of ends) if (!end.names.includes(name)) end.names.push(name);
    }
  return { root, met: new Map(), ...filed(numbers) };
}

function itemsOf(phrase: string): Item[] {
  const signs = phrase.match(/\)\??|[(|]|[^\s()|]+/gu) ?? [];
  const { choice, at } = alternatives(signs, 0, phrase);
  const [items = []] = choice;
  const [first, last] = [items[0], items.at(-1)];
  if (signs.some((sign) => /^[?*]/u.test(sign))) throw new RangeError(`a mark that belongs to no word: ${phrase}`);
  if (at !== signs.length || choice.length !== 1) throw new RangeError(`brackets that do not match: ${phrase}`);
  if ([first, last].some((item) => item !== undefined && 'word' in item && item.word === '_'))
    throw new RangeError(`a phrase must not begin or end with a gap: ${phrase}`);
  return [...items];
}

/** Up to the bracket that closes them, or the end. */
function alternatives(signs: readonly string[], from: number, phrase: string): { choice: Item[][]; at: number } {
  const choice: Item[][] = [[]];
  let at = from;
  for (; at < signs.length; at += 1) {
    const sign = signs[at] ?? '';
    if (sign.startsWith(')')) break;
    if (sign === '|') choice.push([]);
    else if (sign === '(') {
      const inner = alternatives(signs, at + 1, phrase);
      const closing = signs[inner.at];
      if (closing === undefined) throw new RangeError(`brackets that do not match: ${phrase}`);
      choice.at(-1)?.push({ choice: inner.choice, isOptional: closing === ')?' });
      at = inner.at;
    } else choice.at(-1)?.push(...wordsIn(sign));
  }
  return { choice, at };
}

/** One word; several where the language has no blanks, or an apostrophe parts them. */
function wordsIn(sign: string): Item[] {
  if (sign === '_') return [{ word: '_' }];
  if (sign.endsWith('?')) return [{ choice: [wordsIn(sign.slice(0, -1)), wordsIn(sign.slice(0, -2))], isOptional: false }];
  const row = tokensOf(sign.replaceAll('*', ''), () => false).map(({ word }) => word);
  return row.map((word, at) => ({ word: sign.endsWith('*') && at === row.length - 1 ? `${word}*` : word }));
}

function follow<Name>(items: readonly Item[], from: readonly Node<Name>[], numbers: Map<string, number>): Node<Name>[] {
  return items.reduce<Node<Name>[]>((at, item) => [...new Set(at.flatMap((node) => step(item, node, numbers)))], [...from]);
}

function step<Name>(item: Item, node: Node<Name>, numbers: Map<string, number>): Node<Name>[] {
  if ('word' in item)
    return [item.word === '_' ? (node.gap ??= { next: new Map(), names: [] }) : branch(node, [item.word], numbers)];
  const single = item.choice.flatMap(([first, ...more]) =>
    more.length === 0 && first !== undefined && 'word' in first ? [first.word] : [],
  );
  const longer = item.choice.filter(([first, ...more]) => more.length > 0 || (first !== undefined && !('word' in first)));
  return [
    ...(item.isOptional ? [node] : []),
    ...(single.length > 0 ? [branch(node, single, numbers)] : []),
    ...longer.flatMap((items) => follow(items, [node], numbers)),
  ];
}

function branch<Name>(node: Node<Name>, words: readonly string[], numbers: Map<string, number>): Node<Name> {
  const key = [...new Set(words)].sort().join('|');
  const number = numbers.get(key) ?? numbers.size;
  numbers.set(key, number);
  const next = node.next.get(number) ?? { next: new Map(), names: [] };
  node.next.set(number, next);
  return next;
}

function filed(numbers: ReadonlyMap<string, number>): Pick<Phrases<never>, 'choices' | 'beginnings'> {
  const choices = new Map<string, number[]>();
  const beginnings = new Map<number, Map<string, number[]>>();
  for (const [key, number] of numbers)
    for (const word of key.split('|')) {
      const isWhole = !word.endsWith('*');
      const text = isWhole ? word : word.slice(0, -1);
      const those = isWhole ? choices : (beginnings.get(text.length) ?? new Map<string, number[]>());
      if (!isWhole) beginnings.set(text.length, those);
      those.set(text, [...(those.get(text) ?? []), number]);
    }
  return { choices, beginnings };
}

/** Whether a word stands in any phrase, whole or by its beginning. */
export const knows = <Name>(phrases: Phrases<Name>, word: string): boolean => stepOf(phrases, word).numbers.size > 0;

function stepOf<Name>(phrases: Phrases<Name>, word: string): Step<Name> {
  const { met, root } = phrases;
  const before = met.get(word);
  if (before !== undefined) return before;
  const numbers = numbersOf(phrases, word);
  const made = { numbers: new Set(numbers), starts: [...new Set(numbers)].flatMap((number) => root.next.get(number) ?? []) };
  if (met.size >= MOST_MET) met.clear();
  met.set(word, made);
  return made;
}

function numbersOf<Name>({ choices, beginnings }: Phrases<Name>, word: string): number[] {
  const numbers = [...(choices.get(word) ?? [])];
  for (const [length, those] of beginnings) if (word.length >= length) numbers.push(...(those.get(word.slice(0, length)) ?? []));
  return numbers;
}

/** In the order of the words they begin at; of one name at one word, the longest. */
export function findPhrases<Name>(phrases: Phrases<Name>, text: readonly string[]): Found<Name>[] {
  const steps = text.map((word) => stepOf(phrases, word));
  const found: Found<Name>[] = [];
  const ends = new Map<Name, number>();
  for (let from = 0; from < steps.length; from += 1) {
    for (const start of steps[from]?.starts ?? []) walk(start, steps, from + 1, ends);
    if (ends.size === 0) continue;
    for (const [name, to] of ends) found.push({ name, from, to });
    ends.clear();
  }
  return found;
}

function walk<Name>(at: Node<Name>, steps: readonly Step<Name>[], from: number, ends: Map<Name, number>): void {
  for (const name of at.names) ends.set(name, Math.max(from, ends.get(name) ?? 0));
  // what follows a gap may be missing altogether
  for (const name of at.gap?.names ?? []) ends.set(name, Math.max(from, ends.get(name) ?? 0));
  if (at.gap !== undefined) for (let skip = 0; skip <= WIDEST_GAP; skip += 1) branchOff(at.gap, steps, from + skip, ends);
  branchOff(at, steps, from, ends);
}

/** Down every branch the next word takes: a branch point has few of them, a word may stand in many choices. */
function branchOff<Name>(at: Node<Name>, steps: readonly Step<Name>[], from: number, ends: Map<Name, number>): void {
  const step = steps[from];
  if (step === undefined || step.numbers.size === 0) return;
  for (const [number, next] of at.next) if (step.numbers.has(number)) walk(next, steps, from + 1, ends);
}
