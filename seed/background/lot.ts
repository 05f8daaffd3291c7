// What somebody drew once and for all: when their holidays are, whether they
// travel. It comes out of their id, so that asking again and again costs
// nothing and moves no dice.

import type { Person } from '../tenant.ts';

/** In [0, 1); the same for the same person, name and number. */
export function lot({ id }: Person, name: string, number = 0): number {
  let mixed = parseInt(id.slice(0, 8), 16) ^ Math.imul(number + 1, 0x9e3779b1);
  for (let at = 0; at < name.length; at++) mixed = Math.imul(mixed ^ name.charCodeAt(at), 0x01000193);
  // The finaliser of MurmurHash3 (public domain): every bit of the input moves every bit of the output.
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 0x100000000;
}

/** One of them, by that lot. */
export const lotOf = <T>(person: Person, name: string, number: number, list: readonly [T, ...T[]]): T =>
  list[Math.floor(lot(person, name, number) * list.length)] ?? list[0];
