// One number for each finding, and from citations to numbers.

import { describe, expect, it } from 'vitest';
import { byNumber, citable, cited, numbered } from '../../web/src/lib/numbers.ts';

const findings = [
  { id: 'f1', because: ['e1', 'e2'], number: null },
  { id: 'f2', because: ['e2', 'e3'], number: null },
];

it('a number is the one given, else the place in order', () => {
  expect(numbered(findings).map(({ number }) => number)).toEqual(['1', '2']);
  expect(
    numbered([
      { id: 'f', because: [], number: 7 },
      { id: 'g', because: [], number: 8, label: '7a' },
    ]).map(({ number }) => number),
  ).toEqual(['7', '7a']);
});

it('numbers sort as numbers, late ones after their elder', () => {
  expect(['10', '7a', '2', '7', '7b'].sort(byNumber)).toEqual(['2', '7', '7a', '7b', '10']);
});

describe('what a sentence cites', () => {
  const known = citable(numbered(findings));
  const numbers = (...cites: string[]) => cited(cites, known).map(({ number }) => number);

  it('may be findings or events; each finding counts once, in order', () => {
    expect(numbers('f2', 'e1', 'f1', 'e3')).toEqual(['1', '2']);
    expect(numbers('e2')).toEqual(['1']);
  });

  it('and nobody knows is left out', () => {
    expect(numbers('e9')).toEqual([]);
  });
});
