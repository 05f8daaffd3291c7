// The numbers that people say: an incident's findings from 1 on by when they happened, and nothing ever renumbered.
//
// - A number is given once. Whatever happened after all that the incident holds gets the next one that was never given.
// - What comes to be known late stands after the number before it: 7a, 7b …; before the first one 0a. The letters tell
//   the order in which such findings came, and those of one time the order in which they happened.
// - After 7y comes 7zaa, and after 7zyz 7zzaaa: longer, but still in order to whoever sorts by number and then by letters.
// - A finding that is gone leaves its number unused for ever; one that comes back has its own again.
// - Where incidents merge the survivor numbers what it takes up like any other news; a part that splits off starts at 1.
//
// They depend on what came when. So they are no part of what an incident says, and nothing that judges may see them.

import type { Numbering } from '../model/belief.ts';

/** The given numbers, and one for each that had none. `findings` in (at, id) order. */
export function numbered(findings: readonly string[], given: Numbering): Numbering {
  const numbers = new Map(given);
  const taken = new Set(given.values());
  const late = new Map<number, number>();
  let next = 1 + [...taken].reduce((most, number) => Math.max(most, placeOf(number)), 0);
  let place = 0;
  const newest = findings.findLastIndex((id) => given.has(id));
  for (const [index, id] of findings.entries()) {
    const own = numbers.get(id);
    const number = own ?? (index > newest ? String(next++) : between(place, taken, late));
    numbers.set(id, number);
    taken.add(number);
    place = placeOf(number);
  }
  return numbers;
}

/** The numbers of an incident that goes on as another: its own stay, and those of the other are taken up where they are free. */
export function inherited(own: Numbering, former: Numbering): Numbering {
  const numbers = new Map(own);
  const taken = new Set(own.values());
  for (const [id, number] of former) if (!numbers.has(id) && !taken.has(number)) numbers.set(id, number);
  return numbers;
}

/** 2 before 10, 7 before 7a. */
export const byNumber = (a: string, b: string): number => placeOf(a) - placeOf(b) || (a < b ? -1 : a > b ? 1 : 0);

/** Findings by their numbers; those without one last. */
export const inOrder = (findings: Iterable<string>, numbers: Numbering): string[] =>
  [...findings].sort((a, b) => {
    const [one, other] = [numbers.get(a), numbers.get(b)];
    if (one !== undefined && other !== undefined) return byNumber(one, other);
    return one === other ? (a < b ? -1 : 1) : one === undefined ? 1 : -1;
  });

const placeOf = (number: string): number => parseInt(number, 10);

/** The first number after a place, and before the next, that was never given. */
function between(place: number, taken: ReadonlySet<string>, late: Map<number, number>): string {
  for (let n = late.get(place) ?? 0; ; n++) {
    const number = `${place}${letters(n)}`;
    if (taken.has(number)) continue;
    late.set(place, n + 1);
    return number;
  }
}

const alphabet = 'abcdefghijklmnopqrstuvwxyz';

/** a … y, zaa … zyz, zzaaa …: as many z as letters follow the first, so that the longer ones come after the shorter. */
function letters(n: number): string {
  let width = 1;
  let room = 25;
  let rest = n;
  for (; rest >= room; room *= 26, width++) rest -= room;
  let tail = '';
  for (let i = 1; i < width; i++, rest = Math.floor(rest / 26)) tail = `${alphabet[rest % 26] ?? ''}${tail}`;
  return `${'z'.repeat(width - 1)}${alphabet[rest] ?? ''}${tail}`;
}
