// Whether a name looks as if a program made it up rather than a person: letters follow one another as in no language.
//
// The label somebody registered is weighed under two models: words and names at hand (one letter after another, a share of
// digits), and dice over the letters it is made of. The answer is the odds between them in bits, with what a person would
// see at a glance: its length, its longest run of consonants, how many digits it has, its entropy.
//
// One name proves nothing: people register abbreviations, and clouds number their machines (those numbers stand below the
// registered label and are not looked at). Many such names that do not exist, asked for by one host within a day, do.
//
// Blind to: names made of whole words, or of syllables; and labels in other scripts (`xn--`), which are not weighed.

import { registeredLabel } from '../../ingest/registered-name.ts';
import { ALPHABET, LETTERS } from './letters.ts';

export interface Look {
  readonly label: string;
  /** log2 of how many times likelier dice would have made it than a person; below 0 it reads like a word. */
  readonly bits: number;
  readonly length: number;
  readonly digits: number;
  /** Longest run of consonants; digits end it. */
  readonly consonants: number;
  /** Bits a character, of its own characters. */
  readonly entropy: number;
}

/** Shorter ones are abbreviations. */
const SHORTEST = 7;
const LONGEST = 63;

/** Share of characters in names at hand that are digits, that follow a letter and that follow a digit: set by judgement. */
const DIGIT_AFTER_LETTER = 1 / 64;
const DIGIT_AFTER_DIGIT = 1 / 3;

/** Undefined for names without a registered label, or with one too short or foreign to be weighed. */
export function lookOf(name: string): Look | undefined {
  const label = registeredLabel(name);
  if (label === undefined || label.length < SHORTEST || label.length > LONGEST || !/^[a-z0-9-]+$/.test(label)) return undefined;
  if (label.startsWith('xn--')) return undefined;
  return {
    label,
    bits: oddsOf(label),
    length: label.length,
    digits: label.replace(/\D/g, '').length,
    consonants: Math.max(...label.split(/[^bcdfghjklmnpqrstvwxz]/).map((run) => run.length)),
    entropy: entropyOf(label),
  };
}

/** From here on dice are likelier than not, even if one name in a hundred is made by them. */
const GENERATED_BITS = 7;

export const looksGenerated = (name: string): boolean => (lookOf(name)?.bits ?? 0) >= GENERATED_BITS;

function oddsOf(label: string): number {
  const dice = Math.log2(/\d/.test(label) ? 36 : 26);
  let bits = 0;
  let before = '^';
  for (const character of label) {
    if (character === '-') before = '^';
    else {
      bits += surpriseOf(before, character) - dice;
      before = character;
    }
  }
  return bits;
}

function surpriseOf(before: string, character: string): number {
  const follows = isDigit(before) ? DIGIT_AFTER_DIGIT : DIGIT_AFTER_LETTER;
  if (isDigit(character)) return Math.log2(10 / follows);
  return -Math.log2(1 - follows) + letterSurprise(isDigit(before) ? '^' : before, character);
}

const isDigit = (character: string): boolean => character >= '0' && character <= '9';

/** Quarters of a bit, as letters: A is nothing. */
function letterSurprise(before: string, character: string): number {
  const code = LETTERS[ALPHABET.indexOf(before)]?.charCodeAt(ALPHABET.indexOf(character)) ?? 0;
  return (code >= 97 ? code - 97 + 26 : code - 65) / 4;
}

function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  return [...counts.values()].reduce((sum, count) => sum - (count / text.length) * Math.log2(count / text.length), 0);
}
