// A text as a sketch: copies of one letter are alike, letters of two kinds are not.

import { describe, expect, it } from 'vitest';
import { bandsOf, likeness, sketchOf } from '../../../src/mail/campaign/sketch.ts';

const lure = (name: string, amount: string, link: string): string =>
  `Dear ${name}, your payment of ${amount} could not be processed. Please confirm the details of your account within 24 hours, ` +
  `or access to our services will be suspended until the matter has been settled. Confirm here: ${link} Kind regards, the accounts team`;
const minutes =
  'Thank you all for coming on Tuesday. We agreed that Bo writes the first draft of the report, that Ana looks at the figures ' +
  'of the second quarter, and that we meet again in two weeks in the small room upstairs. The coffee machine has been mended.';

const sketch = (text: string): Uint32Array => {
  const made = sketchOf(text);
  if (made === undefined) throw new Error('too short a text');
  return made;
};

describe('a sketch', () => {
  it('is the same for the same text, whatever its case, digits and links', () => {
    const one = sketch(lure('Ana', '$ 120.00', 'https://a.example/x?id=1'));
    expect(likeness(one, sketch(lure('ANA', '$ 999.50', 'https://b.example/y?id=2')))).toBe(1);
  });

  it('is mostly the same for a copy with another name in it', () => {
    const [one, other] = [
      sketch(lure('Ana', '$ 1', 'https://a.example')),
      sketch(lure('Bo Lindqvist', '$ 2', 'https://b.example')),
    ];
    expect(likeness(one, other)).toBeGreaterThan(0.7);
    expect(bandsOf(one).some((band) => bandsOf(other).includes(band))).toBe(true);
  });

  it('has next to nothing in common with another text', () => {
    const [one, other] = [sketch(lure('Ana', '$ 1', 'https://a.example')), sketch(minutes)];
    expect(likeness(one, other)).toBeLessThan(0.1);
    expect(bandsOf(one).some((band) => bandsOf(other).includes(band))).toBe(false);
  });

  it('is not made of a few words', () => {
    expect(sketchOf('See you at noon')).toBeUndefined();
    expect(sketchOf('')).toBeUndefined();
  });

  it('takes a megabyte of one letter and a million words in their stride', () => {
    const begun = performance.now();
    sketchOf('a'.repeat(1_000_000));
    sketchOf('word '.repeat(1_000_000));
    expect(performance.now() - begun).toBeLessThan(2_000);
  });
});
