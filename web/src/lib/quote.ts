// Text from outside, made safe to look at: what cannot be seen is named, what looks like something else is said, what is
// too long is counted. It gives parts to be shown as text nodes; it never makes HTML.

export interface Quoted {
  readonly parts: readonly Part[];
  /** Characters that are not shown. */
  readonly rest: number;
  /** What a reader would not notice: another alphabet among the letters, or nothing but punctuation. */
  readonly note?: string;
  /** Nothing that could be read as a name: shown in a box. */
  readonly bare: boolean;
}

export interface Part {
  readonly kind: 'text' | 'token';
  readonly text: string;
}

export const mostShown = 120;

const names: Readonly<Record<number, string>> = {
  0x00: 'NUL',
  0x09: 'TAB',
  0x0a: 'LF',
  0x0d: 'CR',
  0x1b: 'ESC',
  0x7f: 'DEL',
  0xa0: 'NBSP',
  0xad: 'SHY',
  0x61c: 'ALM',
  0x200b: 'ZWSP',
  0x200c: 'ZWNJ',
  0x200d: 'ZWJ',
  0x200e: 'LRM',
  0x200f: 'RLM',
  0x202a: 'LRE',
  0x202b: 'RLE',
  0x202c: 'PDF',
  0x202d: 'LRO',
  0x202e: 'RLO',
  0x2060: 'WJ',
  0x2066: 'LRI',
  0x2067: 'RLI',
  0x2068: 'FSI',
  0x2069: 'PDI',
  0xfeff: 'BOM',
};

/** Controls, format characters, separators that are not the plain space, private and lone surrogates. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cs}\p{Cn}\u00a0\u115f\u1160\u3164\uffa0]/u;

const point = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

const token = (character: string): string => `⟨${names[character.codePointAt(0) ?? -1] ?? point(character)}⟩`;

/** At most `most` characters, then the number of the others. */
export function quoted(text: string, most = mostShown): Quoted {
  const characters = Array.from(text);
  const shown = characters.slice(0, most);
  const note = noteOn(characters);
  return {
    parts: partsOf(shown),
    rest: characters.length - shown.length,
    bare: isBare(characters),
    ...(note !== undefined && { note }),
  };
}

/** The same as one line of plain text, for places that hold nothing else, such as a canvas or a label read aloud. */
export function plain(text: string, most = mostShown): string {
  const { parts, rest } = quoted(text, most);
  return parts.map((part) => part.text).join('') + (rest > 0 ? '…' : '');
}

function partsOf(characters: readonly string[]): Part[] {
  const parts: Part[] = [];
  for (const character of characters) {
    const kind = unseen.test(character) ? 'token' : 'text';
    const last = parts.at(-1);
    if (kind === 'text' && last?.kind === 'text') parts[parts.length - 1] = { kind, text: last.text + character };
    else parts.push({ kind, text: kind === 'token' ? token(character) : character });
  }
  return parts;
}

const isBare = (characters: readonly string[]): boolean => !characters.some((character) => /[\p{L}\p{N}]/u.test(character));

function noteOn(characters: readonly string[]): string | undefined {
  if (characters.length === 0) return 'empty';
  if (isBare(characters) && characters.length <= 8)
    return `${characters.length} ${characters.length === 1 ? 'character' : 'characters'}, ${characters.map(point).join(' ')}`;
  return mixed(characters);
}

const scripts = [
  ['Latin', /\p{Script=Latin}/u],
  ['Cyrillic', /\p{Script=Cyrillic}/u],
  ['Greek', /\p{Script=Greek}/u],
  ['Armenian', /\p{Script=Armenian}/u],
  ['Cherokee', /\p{Script=Cherokee}/u],
] as const;

const scriptOf = (character: string): string | undefined => scripts.find(([, test]) => test.test(character))?.[0];

/** Names the letters of another alphabet inside a word that is mostly of one. */
function mixed(characters: readonly string[]): string | undefined {
  for (const word of characters.join('').split(/[^\p{L}\p{M}]+/u)) {
    const letters = Array.from(word, (letter) => ({ letter, script: scriptOf(letter) }));
    const known = [...new Set(letters.flatMap(({ script }) => script ?? []))];
    if (known.length < 2) continue;
    const most = known.reduce((a, b) => (sum(letters, b) > sum(letters, a) ? b : a));
    const odd = letters.find(({ script }) => script !== undefined && script !== most);
    if (odd?.script !== undefined) return `${odd.letter} is ${odd.script}`;
  }
  return undefined;
}

const sum = (letters: readonly { readonly script: string | undefined }[], script: string): number =>
  letters.filter((letter) => letter.script === script).length;

/** An address nobody can follow by mistake: `hxxps://a[.]b/c`. */
export const defanged = (text: string): string =>
  text.replace(/\bhttp(s?):\/\//gi, 'hxxp$1://').replace(/(?<=hxxps?:\/\/[^/\s?#]*)(?<!\[)\./gi, '[.]');
