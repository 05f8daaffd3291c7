// Words as they are meant, whatever they are spelt with: small letters without accents, without characters nobody sees,
// and with the Latin letter where a look-alike of another script stands among Latin ones.
//
// Genuine Cyrillic and Greek words stay what they are. Works word by word and looks at each character once.

/** Small letters of other scripts that pass for Latin ones. */
const LOOKS: Readonly<Record<string, string>> = {
  ...{ а: 'a', в: 'b', е: 'e', к: 'k', м: 'm', н: 'h', о: 'o', р: 'p', с: 'c', т: 't', у: 'y', х: 'x', і: 'i', ј: 'j', ѕ: 's' },
  ...{ ԁ: 'd', ԛ: 'q', ԝ: 'w', һ: 'h', ӏ: 'l', г: 'r', п: 'n', ь: 'b', з: 'e', и: 'n', л: 'n', ү: 'y', ґ: 'r' },
  ...{
    α: 'a',
    β: 'b',
    γ: 'y',
    ε: 'e',
    η: 'n',
    ι: 'i',
    κ: 'k',
    ν: 'v',
    ο: 'o',
    ρ: 'p',
    τ: 't',
    υ: 'u',
    χ: 'x',
    ω: 'w',
    σ: 'o',
    ϲ: 'c',
    ϳ: 'j',
  },
  ...{
    ı: 'i',
    ł: 'l',
    ø: 'o',
    đ: 'd',
    ħ: 'h',
    ɡ: 'g',
    ɑ: 'a',
    ɩ: 'i',
    ɪ: 'i',
    ʀ: 'r',
    ʏ: 'y',
    ʟ: 'l',
    ɴ: 'n',
    օ: 'o',
    ս: 'u',
    ո: 'n',
    ց: 'g',
    հ: 'h',
    յ: 'j',
    ѵ: 'v',
    ԍ: 'g',
  },
  ...{
    ꜱ: 's',
    ᴀ: 'a',
    ʙ: 'b',
    ᴄ: 'c',
    ᴅ: 'd',
    ᴇ: 'e',
    ɢ: 'g',
    ʜ: 'h',
    ᴊ: 'j',
    ᴋ: 'k',
    ᴍ: 'm',
    ᴏ: 'o',
    ᴘ: 'p',
    ᴛ: 't',
    ᴜ: 'u',
    ᴠ: 'v',
    ᴡ: 'w',
    ᴢ: 'z',
  },
};

/** Capitals that look otherwise than their small letters. */
const CAPITAL_LOOKS: Readonly<Record<string, string>> = {
  Η: 'h',
  Μ: 'm',
  Ν: 'n',
  Υ: 'y',
  Ζ: 'z',
  Ꮐ: 'g',
  Ꭱ: 'r',
  Ꭺ: 'a',
  Ꭼ: 'e',
  Ꮃ: 'w',
  Ꮪ: 's',
  Ꭲ: 'i',
  Ꮯ: 'c',
  Տ: 's',
  Օ: 'o',
  Ս: 'u',
  Լ: 'l',
};

/** Latin letters that are two, or lose nothing but a stroke: no disguise. */
const PLAIN: Readonly<Record<string, string>> = {
  ...{
    ß: 'ss',
    ẞ: 'ss',
    æ: 'ae',
    Æ: 'ae',
    œ: 'oe',
    Œ: 'oe',
    ø: 'o',
    Ø: 'o',
    ł: 'l',
    Ł: 'l',
    đ: 'd',
    Đ: 'd',
    ı: 'i',
    þ: 'th',
    ð: 'd',
  },
};

const MARKS = /\p{M}+/gu;
const LATIN = /\p{sc=Latin}/u;
const FOREIGN = /[\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Armenian}\p{sc=Cherokee}]/u;
const ASCII = /^[\0-\x7f]*$/;

export interface Folded {
  readonly word: string;
  /** Has letters of two scripts, or is all of look-alikes. */
  readonly isMixed: boolean;
}

/** One word. `amongLatin`: the text around it is in Latin letters, so that a word of look-alikes alone is one too. */
export function foldWord(written: string, amongLatin: boolean): Folded {
  if (ASCII.test(written)) return { word: written.toLowerCase(), isMixed: false };
  const plain = written.normalize('NFKD').replaceAll(MARKS, '');
  const isMixed = FOREIGN.test(plain) && (LATIN.test(plain) || (amongLatin && isAllLookalike(plain)));
  return {
    word: Array.from(plain, (letter) => (isMixed ? lookOf(letter) : undefined) ?? PLAIN[letter] ?? letter.toLowerCase()).join(''),
    isMixed,
  };
}

const lookOf = (letter: string): string | undefined => CAPITAL_LOOKS[letter] ?? LOOKS[letter.toLowerCase()];

/** Shorter ones are words of their own language as often. */
const isAllLookalike = (word: string): boolean =>
  word.length >= 4 && Array.from(word).every((letter) => lookOf(letter) !== undefined || letter <= '\x7f');

/** What nobody sees of a text: soft hyphens, zero-width blanks and joiners, marks of direction, tags. */
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0e\ufeff\uffa0\u{e0000}-\u{e007f}]/gu;

/** The text without them, and how many there were. */
export function visible(text: string): { readonly text: string; readonly invisible: number } {
  if (ASCII.test(text)) return { text, invisible: 0 };
  const without = text.replaceAll(INVISIBLE, '');
  return { text: without, invisible: text.length - without.length };
}

/** Digits and signs that stand for letters. */
const LEET: Readonly<Record<string, string>> = {
  0: 'o',
  1: 'i',
  3: 'e',
  4: 'a',
  5: 's',
  7: 't',
  8: 'b',
  9: 'g',
  $: 's',
  '@': 'a',
  '!': 'i',
  '€': 'e',
  '|': 'l',
};

/** With letters for the digits: `b1tc0in`. Whether that is a word, the lexicon must say. A `1` is read as i, then as l. */
export function spelledOut(word: string): string[] {
  const once = Array.from(word, (letter) => LEET[letter] ?? letter).join('');
  return word.includes('1')
    ? [once, Array.from(word, (letter) => (letter === '1' ? 'l' : (LEET[letter] ?? letter))).join('')]
    : [once];
}

/** Whether a short text has words of two scripts or characters nobody sees. */
export function isDisguised(text: string): boolean {
  const seen = visible(text.slice(0, 1000));
  return (
    seen.invisible > 0 || seen.text.split(/[^\p{L}\p{M}\p{N}]+/u).some((word) => foldWord(word, LATIN.test(seen.text)).isMixed)
  );
}
