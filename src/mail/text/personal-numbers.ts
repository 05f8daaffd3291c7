// National identifiers with right check digits. They are told apart and told to nobody: callers count them.
//
// A number whose check lets one in ten through by chance counts only in a text that names its kind somewhere.

interface Kind {
  readonly form: RegExp;
  /** A word that must stand somewhere in the text. */
  readonly word?: RegExp;
  /** Of the digits and letters alone, in capitals. */
  readonly isRight: (bare: string) => boolean;
}

/** Numbers looked at of one kind. */
const MOST = 1000;

const digitsOf = (bare: string): number[] => Array.from(bare, Number);
const weighed = (bare: string, weights: readonly number[]): number =>
  weights.reduce((sum, weight, at) => sum + weight * Number(bare[at]), 0);

const kinds: readonly Kind[] = [
  // United States: no check digit, but numbers that are never given out
  {
    form: /(?<![\d-])\d{3}-\d{2}-\d{4}(?![\d-])/gu,
    word: /\bssn\b|social security/iu,
    isRight: (bare) => !/^(?:000|666|9)|^.{3}00|0000$/u.test(bare),
  },
  // United Kingdom: no check digit either
  {
    form: /(?<![A-Za-z\d])[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z\d])/gu,
    word: /national insurance|\bni ?(?:no|number|nr)|\bnino\b/iu,
    isRight: (bare) => !/^(?:BG|GB|NK|KN|TN|NT|ZZ)/u.test(bare),
  },
  {
    form: /(?<!\d)[1-9]\d ?\d{3} ?\d{3} ?\d{3}(?!\d)/gu,
    word: /steuer-?\s?id|steuerliche identifikation|\bidnr|\btax id|steuernummer|\btin\b/iu,
    isRight: isSteuerId,
  },
  {
    form: /(?<!\d)\d{9}(?!\d)/gu,
    word: /\bbsn\b|burgerservice|sofi-?nummer/iu,
    isRight: (bare) => weighed(bare, [9, 8, 7, 6, 5, 4, 3, 2, -1]) % 11 === 0 && bare !== '000000000',
  },
  {
    form: /(?<![A-Za-z\d])(?:\d{8}|[XYZ]\d{7})-?[A-HJ-NP-TV-Z](?![A-Za-z\d])/gu,
    word: /\bdni\b|\bnif\b|\bnie\b|documento nacional/iu,
    isRight: isDni,
  },
  { form: /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)/gu, isRight: isNir },
  {
    form: /(?<![A-Za-z\d])(?:[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z]|[a-z]{6}\d{2}[a-ehlmprst]\d{2}[a-z]\d{3}[a-z])(?![A-Za-z\d])/gu,
    isRight: isCodiceFiscale,
  },
  { form: /(?<![\d.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/gu, isRight: isCpf },
  {
    form: /(?<!\d)\d{11}(?!\d)/gu,
    word: /\bpesel\b/iu,
    isRight: (bare) => (10 - (weighed(bare, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(bare[10]),
  },
];

/** Of a text, or of the parts of one that have digits; the words of a kind may stand anywhere in the whole. One may be told several times. */
export function personalNumbersOf(text: string, whole: string): string[] {
  return kinds.flatMap(({ form, word, isRight }) => {
    if (!hasAny(text, form) || (word !== undefined && !word.test(whole))) return [];
    const bare = [...text.matchAll(form)]
      .slice(0, MOST)
      .map(([written]) => written.replaceAll(/[^A-Za-z\d]/gu, '').toUpperCase());
    return bare.filter(isRight);
  });
}

const hasAny = (text: string, form: RegExp): boolean => text.search(form) >= 0;

/** ISO 7064 mod 11,10; of the first ten digits one or two stand twice or three times. */
function isSteuerId(bare: string): boolean {
  const product = digitsOf(bare.slice(0, 10)).reduce((carried, digit) => {
    const sum = (digit + carried) % 10 || 10;
    return (sum * 2) % 11;
  }, 10);
  const different = new Set(bare.slice(0, 10)).size;
  return (11 - product) % 10 === Number(bare[10]) && (different === 9 || different === 8);
}

function isDni(bare: string): boolean {
  const number = Number(bare.slice(0, 8).replace('X', '0').replace('Y', '1').replace('Z', '2'));
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === bare[8];
}

/** Corsica's departments are letters. */
function isNir(bare: string): boolean {
  const number = BigInt(bare.slice(0, 13).replace('2A', '19').replace('2B', '18'));
  return Number(97n - (number % 97n)) === Number(bare.slice(13));
}

const ODD = [1, 0, 5, 7, 9, 13, 15, 17, 19, 21, 2, 4, 18, 20, 11, 3, 6, 8, 12, 14, 16, 10, 22, 25, 24, 23];

function isCodiceFiscale(bare: string): boolean {
  const sum = Array.from(bare.slice(0, 15)).reduce((all, letter, at) => {
    const value = /\d/u.test(letter) ? Number(letter) : letter.charCodeAt(0) - 65;
    return all + (at % 2 === 0 ? (ODD[value] ?? 0) : value);
  }, 0);
  return String.fromCharCode(65 + (sum % 26)) === bare[15];
}

function isCpf(bare: string): boolean {
  const check = (length: number): number => {
    const rest = digitsOf(bare.slice(0, length)).reduce((sum, digit, at) => sum + digit * (length + 1 - at), 0) % 11;
    return rest < 2 ? 0 : 11 - rest;
  };
  return check(9) === Number(bare[9]) && check(10) === Number(bare[10]) && !/^(\d)\1*$/u.test(bare);
}
