// A text cut into words, each as it is meant, with where a sentence begins. One pass; addresses of pages and of mail are left out.
//
// Chinese and Japanese, which put no blanks between words, are cut into their characters: the lexicon's phrases of those
// languages are cut the same way.

import { foldWord, spelledOut } from './normalise.ts';

export interface Token {
  readonly word: string;
  readonly startsSentence: boolean;
  /** Its letters were of two scripts. */
  readonly isMixed: boolean;
  /** Known only with letters put for digits or drawn together: `b1tc0in`, `b i t c o i n`. */
  readonly isSpelled: boolean;
  /** Four letters and more, all in capitals. */
  readonly isShouted: boolean;
}

/** What one way of writing comes to; the same all through a text. */
interface Form {
  readonly words: readonly string[];
  readonly isMixed: boolean;
  readonly isSpelled: boolean;
  readonly isShouted: boolean;
}

/** What a character is to the cutter. */
const OTHER = 0;
const WORD = 1;
const END = 2;
const LINE = 3;
const SIGN = 4;

const ASCII_KINDS = Uint8Array.from({ length: 128 }, (_, code) => kindOf(String.fromCharCode(code)));
const ADDRESS = /(?:[Hh](?:tt|xx)ps?:\/\/|HTTPS?:\/\/|[Ww][Ww][Ww]\.)[^\s<>"]+/g;
const MAIL_ADDRESS = /[\w.+-]{2,64}@[\w-]{2,63}(?:\.[\w-]{1,63}){0,8}/g;
const IDEOGRAPHS = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}]/u;
const CAPITALS = /^\p{Lu}{4,}$/u;

/** Longer words are none. */
const LONGEST_WORD = 60;

function kindOf(character: string): number {
  if (/[\p{L}\p{N}\p{M}]/u.test(character)) return WORD;
  if ('.!?。！？'.includes(character)) return END;
  if (character === '\n') return LINE;
  return character === '$' || character === '@' ? SIGN : OTHER;
}

/** `isWord`: what the lexicon knows, so that disguises are undone to known words alone. */
export function tokensOf(text: string, isWord: (word: string) => boolean): Token[] {
  const bare = withoutAddresses(text);
  const amongLatin = isMostlyLatin(bare);
  const forms = new Map<string, Form>();
  const kinds = new Map<number, number>();
  const tokens: Token[] = [];
  let startsSentence = true;
  let lines = 0;
  let sign = '';
  for (let at = 0; at < bare.length;) {
    const kind = kindAt(bare, at, kinds);
    if (kind !== WORD) {
      lines = kind === LINE ? lines + 1 : lines;
      startsSentence ||= kind === END || lines === 2;
      sign = kind === SIGN ? (bare[at] ?? '') : '';
      at += 1;
      continue;
    }
    const end = endOfWord(bare, at, kinds);
    const written = bare.slice(at, end);
    at = end;
    lines = 0;
    if (written.length <= LONGEST_WORD) {
      let form = forms.get(written);
      if (form === undefined) forms.set(written, (form = formOf(written, amongLatin, isWord)));
      if (sign === '' || !joins(tokens, sign, form, isWord)) put(tokens, form, startsSentence);
    }
    startsSentence = false;
    sign = '';
  }
  return drawnTogether(tokens, isWord);
}

function withoutAddresses(text: string): string {
  const bare = /:\/\/|www\./iu.test(text) ? text.replaceAll(ADDRESS, ' ') : text;
  return bare.includes('@') ? bare.replaceAll(MAIL_ADDRESS, ' ') : bare;
}

function kindAt(text: string, at: number, kinds: Map<number, number>): number {
  const code = text.charCodeAt(at);
  if (code < 128) return ASCII_KINDS[code] ?? OTHER;
  const point = text.codePointAt(at) ?? code;
  const kind = kinds.get(point) ?? kindOf(String.fromCodePoint(point));
  kinds.set(point, kind);
  return kind;
}

function endOfWord(text: string, from: number, kinds: Map<number, number>): number {
  let end = from;
  while (ASCII_KINDS[text.charCodeAt(end)] === WORD) end += 1;
  while (end < text.length && kindAt(text, end, kinds) === WORD) end += (text.codePointAt(end) ?? 0) > 0xffff ? 2 : 1;
  return end;
}

const PLAIN = /^[A-Za-z]+$/;

function formOf(written: string, amongLatin: boolean, isWord: (word: string) => boolean): Form {
  if (PLAIN.test(written)) {
    const word = written.toLowerCase();
    return { words: [word], isMixed: false, isSpelled: false, isShouted: word.length >= 4 && written === written.toUpperCase() };
  }
  if (IDEOGRAPHS.test(written))
    return { words: Array.from(written.normalize('NFKC')), isMixed: false, isSpelled: false, isShouted: false };
  const { word, isMixed } = foldWord(written, amongLatin);
  const spelled =
    word.length >= 4 && /\d/.test(word) && /[a-z]/.test(word) && !isWord(word) ? spelledOut(word).find(isWord) : undefined;
  return { words: [spelled ?? word], isMixed, isSpelled: spelled !== undefined, isShouted: CAPITALS.test(written) };
}

function put(tokens: Token[], { words, isMixed, isSpelled, isShouted }: Form, startsSentence: boolean): void {
  let isFirst = startsSentence;
  for (const word of words) {
    tokens.push({ word, startsSentence: isFirst, isMixed, isSpelled, isShouted });
    isFirst = false;
  }
}

/** `p@ssword`, `pa$$word`: the sign and what stands before it belong to the word if that makes a known one. */
function joins(
  tokens: Token[],
  sign: string,
  { words: [word = ''], isMixed, isShouted }: Form,
  isWord: (word: string) => boolean,
): boolean {
  const before = tokens.at(-1);
  const whole = spelledOut(`${before?.word ?? ''}${sign}${word}`).find(isWord);
  if (whole === undefined) return false;
  tokens.pop();
  tokens.push({ word: whole, startsSentence: before?.startsSentence ?? false, isMixed, isSpelled: true, isShouted });
  return true;
}

/** `b i t c o i n`: single letters in a row that make a known word of five letters and more. */
function drawnTogether(tokens: Token[], isWord: (word: string) => boolean): Token[] {
  if (!tokens.some((token, at) => isLetter(token) && endOfLetters(tokens, at) - at >= 5)) return tokens;
  const all: Token[] = [];
  for (let at = 0; at < tokens.length;) {
    const token = tokens[at];
    if (token === undefined) break;
    const end = isLetter(token) ? endOfLetters(tokens, at) : at + 1;
    const row =
      end - at < 5
        ? ''
        : tokens
            .slice(at, end)
            .map(({ word }) => word)
            .join('');
    if (row !== '' && isWord(row)) all.push({ ...token, word: row, isSpelled: true });
    else for (let one = at; one < end; one += 1) all.push(tokens[one] ?? token);
    at = end;
  }
  return all;
}

const isLetter = ({ word }: Token): boolean => word.length === 1 && word >= 'a' && word <= 'z';

/** Rows are cut after 20 letters: longer than any word. */
function endOfLetters(tokens: readonly Token[], from: number): number {
  let end = from + 1;
  for (; end < tokens.length && end < from + 20; end += 1) {
    const token = tokens[end];
    if (token === undefined || !isLetter(token)) break;
  }
  return end;
}

/** By the first characters. */
function isMostlyLatin(text: string): boolean {
  const start = text.slice(0, 2000);
  const other = start.match(/[\p{sc=Cyrillic}\p{sc=Greek}]/gu)?.length ?? 0;
  return other === 0 || (start.match(/\p{sc=Latin}/gu)?.length ?? 0) > other;
}
