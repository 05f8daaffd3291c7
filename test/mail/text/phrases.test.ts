// Phrases are found in one walk over the words, and what makes no sense as a phrase is an error.

import { describe, expect, it } from 'vitest';
import { findPhrases, knows, phrasesOf } from '../../../src/mail/text/phrases.ts';

const found = (list: string, text: string) =>
  findPhrases(phrasesOf([['it', list]]), text.split(' ')).map(({ from, to }) => [from, to]);

describe('a phrase', () => {
  it.each([
    ['verify account', 'please verify account now', [[1, 3]]],
    ['verif* (your|the) account', 'verifying the account', [[0, 3]]],
    ['verify _ account', 'verify all of your account', [[0, 5]]],
    [
      'gift cards?',
      'gift card and gift cards',
      [
        [0, 2],
        [3, 5],
      ],
    ],
    [
      'take (full)? control',
      'take control take full control',
      [
        [0, 2],
        [2, 5],
      ],
    ],
    ['(send|pay (me|us)) money', 'pay us money', [[0, 3]]],
    ['shared _ document _ (with you)?', 'shared the document', [[0, 3]]],
    ['口座が停止', '口 座 が 停 止', [[0, 5]]],
  ])('%s is found in: %s', (list, text, where) => {
    expect(found(list, text)).toEqual(where);
  });

  it.each([
    ['verify account', 'verify your account'],
    ['verify _ account', 'verify one two three four account'],
    ['verif* account', 'veri account'],
    ['take (full)? control', 'take half control'],
  ])('%s is not found in: %s', (list, text) => {
    expect(found(list, text)).toEqual([]);
  });

  it.each(['_ account', 'verify _', '(verify', 'verify)', '()', 'sign ?in', '(sign)* in'])(
    'that makes no sense is refused: %s',
    (list) => {
      expect(() => phrasesOf([['it', list]])).toThrow(RangeError);
    },
  );
});

it('tells the names of all that begin at one word, each with its longest', () => {
  const phrases = phrasesOf([
    ['short', 'click here'],
    ['long', 'click; click here now'],
  ]);
  const found = findPhrases(phrases, ['click', 'here', 'now']);
  expect(found.sort((a, b) => b.to - a.to)).toEqual([
    { name: 'long', from: 0, to: 3 },
    { name: 'short', from: 0, to: 2 },
  ]);
  expect(knows(phrases, 'here')).toBe(true);
  expect(knows(phrases, 'there')).toBe(false);
});
