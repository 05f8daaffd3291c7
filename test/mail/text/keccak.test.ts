// Keccak-256 by its published values.

import { expect, it } from 'vitest';
import { keccak256 } from '../../../src/mail/text/keccak.ts';

it.each([
  ['', 'c5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470'],
  ['abc', '4e03657aea45a94fc7d47ba826c8d667c0d1e6e33a64a036ec44f58fa12d6c45'],
])('of "%s"', (text, hash) => {
  expect(Buffer.from(keccak256(new TextEncoder().encode(text))).toString('hex')).toBe(hash);
});

it('takes messages longer than one block', () => {
  const [one, other] = ['a'.repeat(200), `${'a'.repeat(199)}b`].map((text) =>
    Buffer.from(keccak256(new TextEncoder().encode(text))).toString('hex'),
  );
  expect(one).not.toBe(other);
  expect(one).toHaveLength(64);
});
