// Money and identifiers a message names, each on a letter that does and on one that does not.

import { describe, expect, it } from 'vitest';
import { money } from '../../../src/mail/metrics/money.ts';
import type { Metric } from '../../../src/mail/metric.ts';
import { letter, readingFrom } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const byId = new Map<string, Metric>(money.map((metric) => [metric.id, metric]));
const of = (id: string, given: Letter) => byId.get(`money.${id}`)?.of(readingFrom(letter(given)));

const plain = { text: 'Hello Ana,\nhere is the plan for Thursday.\nZoe' };
const iban = 'DE89 3704 0044 0532 0130 00';
const wallet = '1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN2';

describe('a count', () => {
  it.each<[string, string]>([
    ['ibans', `to ${iban}`],
    ['cards', 'card 4111 1111 1111 1111'],
    ['wallets', `to ${wallet}`],
    ['false-wallets', 'bitcoin to 1BvBMSEYstWetqTFn5Au4m4GFg7xJaNVN3'],
    ['phones', 'call +44 20 7946 0958'],
    ['amounts', 'it costs $20'],
    ['crypto-amounts', 'send 0.5 BTC'],
    ['references', 'invoice INV-20418'],
    ['personal-numbers', 'DNI 12345678Z'],
    ['sensitive-numbers', `pay ${iban}`],
    ['addresses', 'write to omar@fabrikam.test'],
    ['people', 'Dear Ana Abel,\nhello'],
    ['organisations', 'of Contoso Ltd'],
    ['dates', 'on 2026-03-04'],
  ])('%s is one', (id, text) => {
    expect(of(id, { text })).toBe(1);
  });

  it.each([
    'ibans',
    'cards',
    'wallets',
    'false-wallets',
    'phones',
    'amounts',
    'crypto-amounts',
    'references',
    'personal-numbers',
    'sensitive-numbers',
    'addresses',
    'organisations',
    'dates',
  ])('%s is nought in a plain letter', (id) => {
    expect(of(id, plain)).toBe(0);
  });
});

describe('a flag', () => {
  it.each<[string, Letter]>([
    ['toll-free', { text: 'call (877) 555-0161' }],
    ['wallet-with-deadline', { text: `send it to ${wallet} within 48 hours` }],
    ['bank-change-with-iban', { text: `our bank details have changed: ${iban}` }],
    ['iban-abroad', { text: `pay ${iban}`, from: 'Zoe <zoe@fabrikam.fr>' }],
    ['foreign-reply-address', { text: 'answer me at zoe.quist@gmail.com' }],
  ])('%s is up', (id, given) => {
    expect(of(id, given)).toBe(true);
  });

  it.each<[string, Letter]>([
    ['toll-free', { text: 'call +44 20 7946 0958' }],
    ['wallet-with-deadline', { text: `send it to ${wallet}` }],
    ['wallet-with-deadline', { text: 'within 48 hours' }],
    ['bank-change-with-iban', { text: `our account as always: ${iban}` }],
    ['iban-abroad', { text: `pay ${iban}`, from: 'Zoe <zoe@fabrikam.de>' }],
    ['foreign-reply-address', { text: 'answer me at zoe@fabrikam.test' }],
    ['foreign-reply-address', plain],
  ])('%s is down', (id, given) => {
    expect(of(id, given)).toBe(false);
  });
});

it('tells the largest amount of ordinary money, and the shortest time', () => {
  const text = 'Pay $20 or € 1,400 or 3 BTC within 3 days, at the latest in the next 12 hours';
  expect(of('largest-amount', { text })).toBe(1400);
  expect(of('deadline-hours', { text })).toBe(12);
  expect(of('currencies', { text })).toEqual(['BTC', 'EUR', 'USD']);
  expect(of('iban-countries', { text: iban })).toEqual(['DE']);
});

it('cannot tell what is not there', () => {
  for (const id of ['largest-amount', 'deadline-hours', 'iban-abroad']) expect(of(id, plain)).toBeUndefined();
  // an author whose domain is of no country
  expect(of('iban-abroad', { text: iban })).toBeUndefined();
});
