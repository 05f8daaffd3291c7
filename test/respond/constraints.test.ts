import { describe, expect, it } from 'vitest';
import type { KeptConstraint } from '../../src/model/handling.ts';
import {
  constrain,
  cut,
  mergeOf,
  MOST_CONSTRAINTS,
  MOST_FINDINGS,
  MOST_PAIRS,
  MOST_PAIRS_TOGETHER,
  pairsOf,
  pin,
  splitOf,
  undo,
} from '../../src/respond/constraints.ts';
import type { Saying } from '../../src/respond/constraints.ts';

const word = { by: 'bo', at: Date.UTC(2026, 2, 4), reason: 'a test', asOf: 5 };
const kept = (saying: Saying): KeptConstraint => ({ ...saying, ...word });
const many = (prefix: string, count: number) => Array.from({ length: count }, (_, n) => `${prefix}${n}`);

describe('what is said', () => {
  it('is the same whichever way round, and however often a finding is named', () => {
    expect(pin(['b', 'a', 'b'])).toEqual(pin(['a', 'b']));
    expect(cut(['c', 'b', 'b'], ['a'])).toEqual(cut(['a'], ['b', 'c']));
  });

  it('has another id for another kind and for other findings', () => {
    const ids = [pin(['a', 'b']), cut(['a'], ['b']), pin(['a', 'c']), cut(['a'], ['b', 'c']), cut(['a', 'b'], ['c'])];
    expect(new Set(ids.map(({ id }) => id)).size).toBe(ids.length);
  });
});

describe('the partition', () => {
  it('is told of a pin as a chain, and of a cut as every pair', () => {
    expect(pairsOf([pin(['c', 'a', 'b'])], new Set('abc'))).toEqual([
      { kind: 'pin', from: 'a', to: 'b' },
      { kind: 'pin', from: 'b', to: 'c' },
    ]);
    expect(pairsOf([cut(['a', 'b'], ['c'])], new Set('abc'))).toEqual([
      { kind: 'cut', from: 'a', to: 'c' },
      { kind: 'cut', from: 'b', to: 'c' },
    ]);
  });

  it('is told nothing of a finding that does not stand, and all the rest', () => {
    expect(pairsOf([pin(['a', 'b', 'c'])], new Set('ac'))).toEqual([{ kind: 'pin', from: 'a', to: 'c' }]);
    expect(pairsOf([cut(['a', 'b'], ['c'])], new Set('bc'))).toEqual([{ kind: 'cut', from: 'b', to: 'c' }]);
    expect(pairsOf([pin(['a', 'b']), cut(['a'], ['b'])], new Set('a'))).toEqual([]);
  });
});

describe('a constraint', () => {
  it('is kept with whose word it is', () => {
    expect(constrain([], pin(['a', 'b']), word)).toEqual({ ...pin(['a', 'b']), ...word });
  });

  it('that is said again stays as it was said first', () => {
    const before = kept(cut(['a'], ['b']));
    expect(constrain([before], cut(['b'], ['a']), { ...word, by: 'cy' })).toBe(before);
  });

  const standing = [kept(pin(['a', 'b'])), kept(pin(['b', 'c'])), kept(cut(['c'], ['d', 'e']))];

  it.each([
    ['a cut between two that are pinned', cut(['a'], ['b']), /^a and b are pinned together by bo since 2026-03-04T00:00.*con-/],
    [
      'a cut between two that hang together by pins',
      cut(['a', 'x'], ['c']),
      /pinned together by bo .*, and pinned together by bo/,
    ],
    ['a pin of two that are kept apart', pin(['c', 'd']), /^c and d are kept apart by bo since 2026-03-04T00:00/],
    ['a pin that would bring them together by others', pin(['a', 'e']), /^c and e are kept apart by bo/],
    ['a pin of many with both among them', pin(['x', 'd', 'y', 'b']), /^c and d are kept apart/],
  ])('is refused for %s', (_, saying, because) => {
    expect(constrain(standing, saying, word)).toEqual({ refusal: expect.stringMatching(because) as string });
  });

  it.each([
    ['a cut between two that only others hold', cut(['a'], ['d'])],
    ['a pin of two that are both kept from a third', pin(['d', 'e'])],
    ['a pin of strangers', pin(['x', 'y'])],
  ])('is kept for %s', (_, saying) => {
    expect(constrain(standing, saying, word)).toMatchObject(saying);
  });

  it('is refused where incidents that are to be one hold findings that are kept apart, though it names others', () => {
    expect(constrain(standing, pin(['x', 'y']), word, ['d', 'a'])).toEqual({
      refusal: expect.stringMatching(/^c and d are kept apart/) as string,
    });
    expect(constrain(standing, pin(['x', 'y']), word, ['d', 'e'])).not.toHaveProperty('refusal');
  });

  it('holds no more once it was undone, and stays undone by who said so first', () => {
    const once = undo(kept(pin(['a', 'b'])), { by: 'cy', at: 7, reason: 'no' });
    expect(once).toMatchObject({ by: 'bo', undoneBy: 'cy', undoneAt: 7, undoneReason: 'no' });
    expect(undo(once, { by: 'di', at: 8, reason: 'never' })).toBe(once);
  });

  it('is bounded, by itself and with all others', () => {
    expect(constrain([], pin(many('f', MOST_FINDINGS + 1)), word)).toEqual({
      refusal: `it names ${MOST_FINDINGS + 1} findings; at most ${MOST_FINDINGS} can be named at once`,
    });
    const side = many('a', Math.sqrt(MOST_PAIRS) + 1);
    expect(constrain([], cut(side, many('b', side.length)), word)).toHaveProperty('refusal');
    expect(constrain([], cut(side.slice(1), many('b', side.length - 1)), word)).not.toHaveProperty('refusal');

    const full = Array.from({ length: MOST_CONSTRAINTS }, (_, n) => kept(pin([`a${n}`, `b${n}`])));
    expect(constrain(full, pin(['x', 'y']), word)).toHaveProperty('refusal');
    expect(constrain(full.slice(1), pin(['x', 'y']), word)).not.toHaveProperty('refusal');

    const large = Array.from({ length: MOST_PAIRS_TOGETHER / MOST_PAIRS }, (_, n) =>
      kept(cut(many(`a${n}.`, 5), many(`b${n}.`, MOST_PAIRS / 5 - 5))),
    );
    expect(constrain(large, cut(['x'], many('y', 1_000)), word)).toHaveProperty('refusal');
    expect(constrain(large.slice(1), cut(['x'], many('y', 1_000)), word)).not.toHaveProperty('refusal');
  });
});

describe('a split', () => {
  const held = ['a', 'b', 'c', 'd'];

  it('keeps what is named from all the others', () => {
    expect(splitOf(held, ['c', 'b'], [])).toEqual(cut(['b', 'c'], ['a', 'd']));
  });

  it('is refused where nothing would be left, nothing is named, or something strange is', () => {
    expect(splitOf(held, held, [])).toEqual({ refusal: expect.stringMatching(/nothing would be left/) as string });
    expect(splitOf(held, [], [])).toHaveProperty('refusal');
    expect(splitOf(held, ['a', 'x'.repeat(500)], [])).toEqual({
      refusal: `it does not hold the finding "${'x'.repeat(80)}"`,
    });
  });

  it('that was made is the same, before the incidents follow and after', () => {
    const made = cut(['b', 'c'], ['a', 'd']);
    expect(splitOf(held, ['b', 'c'], [made])).toBe(made);
    expect(splitOf(['a', 'd'], ['b', 'c'], [made])).toBe(made);
    expect(splitOf(['a', 'd', 'new'], ['b', 'c'], [made])).toBe(made);
    expect(splitOf(['b', 'c'], ['b', 'c'], [made])).toBe(made);
  });

  it('of a side that has grown since is another', () => {
    const made = cut(['b', 'c'], ['a', 'd']);
    expect(splitOf(['b', 'c', 'new'], ['b', 'c'], [made])).toEqual(cut(['b', 'c'], ['new']));
  });

  it('of a side contradicts nothing', () => {
    const first = kept(cut(['b', 'c'], ['a', 'd']));
    expect(constrain([first], splitOf(['b', 'c'], ['b'], [first]) as Saying, word)).not.toHaveProperty('refusal');
  });
});

it('a merge pins anchors, and all that waits in the background', () => {
  const incident = (anchor: string, background: boolean) => ({ anchor, background, findings: [anchor, `${anchor}2`] });
  expect(mergeOf([incident('a', false), incident('b', true), incident('c', false)])).toEqual(pin(['a', 'b', 'b2', 'c']));
});
