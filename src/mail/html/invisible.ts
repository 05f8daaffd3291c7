// Characters that take no room: zero-width blanks and joiners, soft hyphens, marks of direction, tags.
//
// Some writing needs them (joiners of Persian and Hindi, of emoji), and newsletters pad their first lines with them;
// between two letters of a word of Latin, Greek or Cyrillic they serve nobody who reads.

/** As a class of an expression with the flag `u`. */
const ANY = String.raw`\u00AD\u034F\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B-\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\u{E0000}-\u{E007F}`;

const SOME = new RegExp(`[${ANY}]`, 'u');
const ALL = new RegExp(`[${ANY}]`, 'gu');
/** Joiners are kept where a letter beside them needs them. */
const NEEDLESS = new RegExp(
  String.raw`(?<![[\p{L}\p{M}\p{Emoji}\uFE0F]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\d]])[${ANY}]|[[${ANY}]--[\u200C\u200D]]`,
  'gv',
);
const SPLIT = new RegExp(
  String.raw`[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}][${ANY}]{1,20}(?=[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}])`,
  'gu',
);

export const hasInvisible = (text: string): boolean => SOME.test(text);

/** As it is read. */
export const withoutInvisible = (text: string): string => (SOME.test(text) ? text.replaceAll(NEEDLESS, '') : text);

/** Words that have such a character between two letters, as they are read, the first 200. */
export function splitWords(text: string): readonly string[] {
  if (!SOME.test(text)) return [];
  const found: string[] = [];
  for (const word of text.split(/\s+/)) {
    if (found.length === MOST) break;
    if (word.length <= LONGEST && SOME.test(word) && word.search(SPLIT) >= 0) found.push(word.replaceAll(ALL, ''));
  }
  return found;
}

const MOST = 200;
const LONGEST = 400;

/** Marks that turn the direction of what follows: `cod.exe` that reads `exe.doc`. */
export const overridesIn = (text: string): number => text.match(/[\u202D\u202E]/g)?.length ?? 0;
