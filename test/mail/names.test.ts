import { expect, it } from 'vitest';
import { invisibleIn, isSameName, lookWords, nameBook } from '../../src/mail/names.ts';

it.each([
  ['Bo Berg', 'Bo Berg', true],
  ['Bo Berg', 'BERG, Bo', true],
  ['Bo Berg', 'Dr. Bo A. Berg (CEO)', true],
  ['Bo Berg', 'Bo Berg, Finance, Contoso Group Holding Ltd, Sydney', false],
  ['Zoë Müller', 'Zoe Muller', true],
  ['Bo Berg', 'B\u043E Berg', true],
  ['Bo Berg', 'B\u200Bo Berg', true],
  ['Bo Berg', 'Bob Berg', false],
  ['Bo Berg', 'Berg', false],
  ['Bo', 'Bo', false],
  ['', '', false],
])('%s and %s are one name: %s', (a, b, isSame) => {
  expect(isSameName(a, b)).toBe(isSame);
});

it('a book finds all whose name is shown, and nobody else', () => {
  const book = nameBook(['Bo Berg', 'Cy Cole', 'Bo Berg'], (name) => name);
  expect(book.find('Berg, Bo')).toEqual(['Bo Berg', 'Bo Berg']);
  expect(book.find('Bo Cole')).toEqual([]);
});

it('reads so far and no further', () => {
  expect(lookWords('a '.repeat(100_000))).toHaveLength(12);
  expect(invisibleIn('\u200B'.repeat(100_000))).toBe(300);
});
