// What a text names that money, people and time hang on: found by form and held to check digits where there are any.
//
// Every kind has a file beside this one. All of them are bounded: the first 64 KiB are read, expressions have ends, and
// of each kind the first hundred different ones are kept.

import type { Entities } from '../entities.ts';
import { cardsOf, ibansOf, referencesOf } from './accounts.ts';
import { addressesOf } from './addresses.ts';
import { amountsOf } from './amounts.ts';
import { datesOf } from './dates.ts';
import { deadlinesOf } from './deadlines.ts';
import { organisationsOf, peopleOf } from './names.ts';
import { visible } from './normalise.ts';
import { personalNumbersOf } from './personal-numbers.ts';
import { phonesOf } from './phones.ts';
import { walletsOf } from './wallets.ts';

/** What is read of a text, in characters. */
export const LONGEST_TEXT = 65_536;
/** Of each kind. */
const MOST = 100;

/** Of the first 64 KiB; the same text gives the same, each kind in the order of the text. */
export function entitiesOf(text: string): Entities {
  const read = visible(text.slice(0, LONGEST_TEXT)).text.normalize('NFKC');
  const { wallets, falseWallets } = walletsOf(read);
  const beside = besideDigits(read);
  return {
    ibans: different(ibansOf(beside)),
    cards: different(cardsOf(beside)),
    wallets: different(wallets),
    falseWallets,
    phones: different(phonesOf(beside)),
    amounts: amountsOf(beside).slice(0, MOST),
    deadlines: different(deadlinesOf(beside, read)),
    addresses: different(addressesOf(read)),
    references: different(referencesOf(beside)),
    personalNumbers: new Set(personalNumbersOf(beside, read)).size,
    people: different(peopleOf(read)),
    organisations: different(organisationsOf(read)),
    dates: different(datesOf(beside)),
  };
}

/** How much is kept before and behind a digit: room for the words that say what a number is. */
const BEFORE = 72;
const BEHIND = 48;

/** The parts of a text that have digits, each on lines of its own, as most kinds are made of digits and most of a text is not. */
export function besideDigits(text: string): string {
  const parts: string[] = [];
  let from = 0;
  let to = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < 48 || code > 57) continue;
    if (at - BEFORE > to) {
      if (to > 0) parts.push(text.slice(from, to));
      from = Math.max(0, at - BEFORE);
    }
    to = at + BEHIND;
  }
  if (to > 0) parts.push(text.slice(from, to));
  return parts.join('\n\n');
}

const different = <T>(all: readonly T[]): T[] => [...new Set(all)].slice(0, MOST);
