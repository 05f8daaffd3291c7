// Which language a text is in.
//
// Blind to: texts of a few words, and which of two languages a mixed text is mostly in.

import { detectAll } from 'tinyld';

/** Shorter texts are guesses. */
const SHORTEST = 40;
/** Enough to tell; more only takes longer. */
const LONGEST = 400;
/** Below it the two likeliest are hardly told apart. */
const SUREST_ENOUGH = 0.25;

/** ISO 639-1; undefined where the text is too short to tell or is none. */
export function languageOf(text: string): string | undefined {
  const words = text
    .slice(0, LONGEST * 4)
    .replaceAll(/(?:https?:\/\/|www\.)[^\s]{0,200}|[^\s@]{1,64}@[^\s@]{1,64}|\d+/giu, ' ')
    .slice(0, LONGEST);
  if ((words.match(/\p{L}/gu) ?? []).length < SHORTEST) return undefined;
  const [first] = detectAll(words);
  return first !== undefined && first.accuracy >= SUREST_ENOUGH ? first.lang : undefined;
}
