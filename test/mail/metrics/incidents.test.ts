import { expect, it } from 'vitest';
import { detections } from '../../../src/detect/all.gen.ts';
import type { Nearby } from '../../../src/mail/history.ts';
import { detectionsNamed, incidents } from '../../../src/mail/metrics/incidents.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { hours } from '../../../src/model/time.ts';
import { noon } from '../../support/events.ts';
import { asking, history, letter, readingFrom, saidBy, zoe } from '../../support/letters.ts';

const ask = asking(incidents);
const found = (who: string, detection: string, ago = 5, isSerious = true): Nearby => ({
  who,
  detection,
  at: noon - hours(ago),
  isSerious,
});
const near = (...findings: Nearby[]): Reading => readingFrom(letter(), history({ findings }));
const ofAuthor = near(found(zoe, 'impossible-travel'), found(zoe, 'rule-moves-or-deletes', 2, false));
const ofRecipient = near(found('ana@contoso.test', 'external-forwarding', 7));
const ofDomain = near(found('fabrikam.test', 'rare-destination', 7, false));

it.each([
  ['findings', ofAuthor, 2],
  ['findings', near(), 0],
  ['author-serious', ofAuthor, true],
  ['author-serious', near(found(zoe, 'impossible-travel', 5, false)), false],
  ['author-serious', ofRecipient, false],
  ['author-detections', ofAuthor, ['impossible-travel', 'rule-moves-or-deletes']],
  ['author-detections', ofRecipient, []],
  ['author-hours', ofAuthor, 5],
  ['author-hours', ofRecipient, undefined],
  ['author-sign-in', ofAuthor, true],
  ['author-sign-in', near(found(zoe, 'external-forwarding')), false],
  ['author-mailbox', ofAuthor, true],
  ['author-mailbox', near(found(zoe, 'impossible-travel')), false],
  ['recipient-serious', ofRecipient, true],
  ['recipient-serious', ofAuthor, false],
  ['recipient-detections', ofRecipient, ['external-forwarding']],
  ['recipient-detections', near(), []],
  ['recipient-hours', ofRecipient, 7],
  ['recipient-hours', near(), undefined],
  ['recipient-mailbox', ofRecipient, true],
  ['recipient-mailbox', near(found('ana@contoso.test', 'impossible-travel')), false],
  ['domain-named', ofDomain, true],
  ['domain-named', ofAuthor, false],
])('%s', (name, reading, value) => {
  expect(ask(`incidents.${name}`, reading)).toEqual(value);
});

it('nothing of it is told without a tenant', () => {
  expect(saidBy(incidents, readingFrom(letter()))).toEqual([]);
});

it('names detections there are', () => {
  const ids = new Set<string>(detections.map(({ id }) => id));
  expect(detectionsNamed.filter((id) => !ids.has(id))).toEqual([]);
});
