// The words of a message: how they are written, and which concepts they name in which language.

import { describe, expect, it } from 'vitest';
import { concepts, saysOf } from '../../../src/mail/text/concept.ts';
import type { Concept } from '../../../src/mail/text/concept.ts';
import { wordsOf } from '../../../src/mail/text/words.ts';

const named = (text: string) => [...wordsOf('', text).concepts.keys()];

describe('a concept', () => {
  it.each<[Concept, string]>([
    ['account.suspended', 'Your account has been suspended.'],
    ['account.suspended', 'Ihr Konto wurde gesperrt.'],
    ['account.suspended', 'Votre compte a été suspendu.'],
    ['account.suspended', 'Su cuenta ha sido bloqueada.'],
    ['account.suspended', 'Il tuo conto è stato sospeso.'],
    ['account.suspended', 'Sua conta foi bloqueada.'],
    ['account.suspended', 'Uw rekening is geblokkeerd.'],
    ['account.suspended', 'アカウントを停止しました。'],
    ['credential.verify', 'Please verify your account'],
    ['credential.verify', 'ver\u200bify your ассоunt'],
    ['demand.crypto', 'send the b1tc0in to my wallet'],
    ['crypto', 'b i t c o i n'],
    ['gift.card', 'I need some Google Play cards'],
    ['bank.changed', 'our bank details have changed'],
    ['threat.recording', 'I recorded you through your webcam'],
    ['awareness', 'a phishing simulation'],
    ['greeting.generic', 'Dear valued customer,'],
  ])('%s is named by: %s', (concept, text) => {
    expect(named(text)).toContain(concept);
  });

  it.each<[Concept, string]>([
    ['account.suspended', 'Your account manager is Ana.'],
    ['credential.verify', 'The test verifies that the build runs.'],
    ['demand.crypto', 'An article about bitcoin.'],
    ['gift.card', 'The card was a gift.'],
    ['bank.changed', 'We walked along the bank and changed trains.'],
    ['threat.recording', 'The minutes were recorded by Ana.'],
    ['threat.harm', 'Tudo bom? Resgate seus pontos.'],
    ['greeting.generic', 'Dear Ana,'],
  ])('%s is not named by: %s', (concept, text) => {
    expect(named(text)).not.toContain(concept);
  });

  it('says what it is in words of its own', () => {
    expect(concepts.map(saysOf).filter((says) => !/^[a-z’ ,:.-]+$/iu.test(says) || says.endsWith('.'))).toEqual([]);
    expect(new Set(concepts.map(saysOf)).size).toBe(concepts.length);
  });

  it('is not named by the address of a page', () => {
    expect(named('https://example.test/verify/your/account?bitcoin')).toEqual([]);
  });
});

it('counts how a text is written', () => {
  const words = wordsOf('NOTE', 'PLEASE call me! Are you there?\n\nIt is 10:30 😀.');
  expect(words).toMatchObject({ shouted: 2, exclamations: 1, questions: 1, digits: 4, emoji: 1, lines: 3, imperatives: 1 });
  expect(words.count).toBe(11);
});

it('counts words in disguise, and honest ones as none', () => {
  expect(wordsOf('', 'verify your ассоunt')).toMatchObject({ mixedScripts: 1, disguised: 1 });
  expect(wordsOf('', 'verify your account at 10')).toMatchObject({ mixedScripts: 0, disguised: 0 });
  expect(wordsOf('', 'Подтвердите ваш пароль')).toMatchObject({ mixedScripts: 0, disguised: 0 });
});

it('counts one emoji of two code units as one', () => {
  expect(wordsOf('', 'ok 😀😀').emoji).toBe(2);
});

it.each([
  ['one word without end', 'a'.repeat(70_000)],
  ['single letters', 'a '.repeat(35_000)],
  ['one phrase over and over', 'verify your account '.repeat(3_500)],
  ['words that may go on', 'the your you to '.repeat(4_500)],
  ['signs for letters', '$@1'.repeat(22_000)],
  ['marks that combine', `a${'\u0301'.repeat(65_000)}`],
])('reads %s in bounded time', (_, text) => {
  const start = performance.now();
  wordsOf('', text);
  expect(performance.now() - start).toBeLessThan(1500);
});
