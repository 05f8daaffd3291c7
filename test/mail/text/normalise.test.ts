// Words are read as they are meant, whatever they are spelt with.

import { describe, expect, it } from 'vitest';
import { foldWord, isDisguised, spelledOut, visible } from '../../../src/mail/text/normalise.ts';

describe('a word', () => {
  it.each([
    ['Verify', 'verify', false],
    ['vérifiez', 'verifiez', false],
    ['Größe', 'grosse', false],
    ['раyраl', 'paypal', true],
    ['ассоunt', 'account', true],
    ['ｖｅｒｉｆｙ', 'verify', false],
    ['𝐛𝐢𝐭𝐜𝐨𝐢𝐧', 'bitcoin', false],
    ['Υоսr', 'your', true],
    ['Ιⅾеոtіtу', 'identity', true],
    ['ΝΟΤΕ', 'note', true],
  ])('%s is %s', (written, word, isMixed) => {
    expect(foldWord(written, true)).toEqual({ word, isMixed });
  });

  it('of another language stays what it is', () => {
    expect(foldWord('пароль', false)).toEqual({ word: 'пароль', isMixed: false });
    expect(foldWord('λόγος', false)).toEqual({ word: 'λογος', isMixed: false });
  });

  it('all of look-alikes is a disguise among Latin words alone', () => {
    expect(foldWord('сосо', true)).toEqual({ word: 'coco', isMixed: true });
    expect(foldWord('сосо', false)).toEqual({ word: 'сосо', isMixed: false });
  });
});

describe('what nobody sees', () => {
  it('is left out and counted', () => {
    expect(visible('v\u200be\u00adrify\u2060')).toEqual({ text: 'verify', invisible: 3 });
  });

  it('is nought in plain text', () => {
    expect(visible('verify')).toEqual({ text: 'verify', invisible: 0 });
  });
});

it('reads digits and signs as the letters they stand for', () => {
  expect(spelledOut('b1tc0in')).toContain('bitcoin');
  expect(spelledOut('wa1let')).toContain('wallet');
  expect(spelledOut('pa$$word')).toEqual(['password']);
});

describe('a subject', () => {
  it('is disguised by letters of two scripts and by what nobody sees', () => {
    expect(isDisguised('Your ассоunt')).toBe(true);
    expect(isDisguised('Ver\u200bify')).toBe(true);
  });

  it('is not for being French, Russian or both in turn', () => {
    expect(isDisguised('Réunion de mardi')).toBe(false);
    expect(isDisguised('Встреча во вторник')).toBe(false);
  });
});
