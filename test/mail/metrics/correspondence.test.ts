import { expect, it } from 'vitest';
import type { Association } from '../../../src/learn/association/association.ts';
import type { Correspondence } from '../../../src/mail/history.ts';
import { correspondence } from '../../../src/mail/metrics/correspondence.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { days } from '../../../src/model/time.ts';
import { noon } from '../../support/events.ts';
import { asking, dealt, history, letter, neverDealt, readingFrom, saidBy } from '../../support/letters.ts';

const ask = asking(correspondence);
const known = (sender: Correspondence, domain: Correspondence = dealt()): Reading =>
  readingFrom(letter(), history({ sender, domain }));
const free = (sender: Correspondence): Reading =>
  readingFrom(letter({ from: 'zoe@gmail.com' }), history({ sender, domain: dealt() }));
const toTwo = (given: Parameters<typeof history>[0]): Reading =>
  readingFrom(letter({ to: ['ana@contoso.test', 'bo@contoso.test', zed] }), history(given));
const zed = 'zed@tailspin.test';

const association: Association = {
  ...{ probability: 0.1, bits: 3.3, baseline: 0, lookedAt: 1, of: 1 },
  reasons: [
    { id: 'history', says: 'has never reached the recipient', weight: -2, counts: {} },
    { id: 'shared', says: 'they have five in common', weight: 1, counts: {} },
    { id: 'steps', says: 'weak', weight: -0.1, counts: {} },
  ],
};

it.each([
  ['sender-known', known(dealt()), true],
  ['sender-known', known(neverDealt), false],
  ['sender-messages', known(dealt({ messages: 7 })), 7],
  ['sender-messages', known(neverDealt), 0],
  ['sender-days', known(dealt({ days: 4 })), 4],
  ['sender-age', known(dealt({ firstAt: noon - days(2) })), 48],
  ['sender-age', known(neverDealt), undefined],
  ['sender-silence', known(dealt({ lastAt: noon - days(1) })), 24],
  ['sender-silence', known(neverDealt), undefined],
  ['sender-dormant', known(dealt({ lastAt: noon - days(120) })), true],
  ['sender-dormant', known(dealt({ lastAt: noon - days(30) })), false],
  ['sender-dormant', known(dealt({ days: 1, lastAt: noon - days(120) })), false],
  ['domain-known', known(neverDealt, dealt()), true],
  ['domain-known', known(neverDealt, neverDealt), false],
  ['domain-known', free(neverDealt), undefined],
  ['domain-messages', known(neverDealt, dealt({ messages: 3 })), 3],
  ['domain-days', known(neverDealt, dealt({ days: 2 })), 2],
  ['domain-age', known(neverDealt, dealt({ firstAt: noon - days(3) })), 72],
  ['domain-silence', known(neverDealt, dealt({ lastAt: noon - days(3) })), 72],
  ['first-contact', known(neverDealt, neverDealt), true],
  ['first-contact', known(neverDealt, dealt()), false],
  ['first-contact', free(neverDealt), true],
  ['first-contact', free(dealt()), false],
  ['new-person-of-known-domain', known(neverDealt, dealt()), true],
  ['new-person-of-known-domain', known(dealt(), dealt()), false],
  ['new-person-of-known-domain', known(neverDealt, dealt({ days: 1 })), false],
  ['recipients-reached', toTwo({ sender: dealt({ recipientsReached: 1 }) }), 0.5],
  ['recipients-reached', readingFrom(letter({ to: [zed] }), history()), 1],
  ['recipients-reached', readingFrom(letter({ to: [] }), history()), undefined],
  ['recipients-answered', toTwo({ sender: dealt({ recipientsAnswered: 2 }) }), 1],
  ['recipients-answered', toTwo({ sender: dealt({ recipientsAnswered: 0 }) }), 0],
  ['domain-recipients-reached', toTwo({ domain: dealt({ recipientsReached: 0 }) }), 0],
  ['domain-recipients-answered', toTwo({ domain: dealt({ recipientsAnswered: 1 }) }), 0.5],
  ['one-way', known(dealt({ recipientsAnswered: 0 })), true],
  ['one-way', known(dealt()), false],
  ['association', readingFrom(letter(), history({ association })), 0.1],
  ['association', readingFrom(letter(), history()), undefined],
  ['association-bits', readingFrom(letter(), history({ association })), 3.3],
  ['against', readingFrom(letter(), history({ association })), ['has never reached the recipient']],
])('%s', (name, reading, value) => {
  expect(ask(`correspondence.${name}`, reading)).toEqual(value);
});

it('nothing of it is told without a tenant', () => {
  expect(saidBy(correspondence, readingFrom(letter()))).toEqual([]);
});
