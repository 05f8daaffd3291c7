import { expect, it } from 'vitest';
import { timing } from '../../../src/mail/metrics/timing.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { days, hours } from '../../../src/model/time.ts';
import { noon } from '../../support/events.ts';
import { asking, dealt, history, letter, readingFrom } from '../../support/letters.ts';
import type { Letter } from '../../support/letters.ts';

const ask = asking(timing);
/** Taken in on Wednesday, 4 March 2026, at nine o’clock UTC. */
const dated = (date: string): Reading => readingFrom(letter({ date }));
const without = (message = letter()): Reading => readingFrom({ ...message, headers: { first: () => undefined, all: () => [] } });
const living = (zone: string, more: Letter = {}): Reading => readingFrom(letter(more), history({ zone }));
const writing = (counts: Readonly<Record<number, number>>): Reading =>
  readingFrom(letter(), history({ sender: dealt({ hours: Array.from({ length: 24 }, (_, hour) => counts[hour] ?? 0) }) }));

it.each([
  ['date-missing', without(), true],
  ['date-missing', dated('Wed, 4 Mar 2026 09:00:00 +0000'), false],
  ['date-unreadable', dated('yesterday, about tea time'), true],
  ['date-unreadable', dated('Wed, 4 Mar 2026 09:00:00 +0000'), false],
  ['date-unreadable', without(), undefined],
  [
    'dates',
    readingFrom(
      letter({
        headers: [
          ['Date', 'Wed, 4 Mar 2026 09:00:00 +0000'],
          ['Date', 'Wed, 4 Mar 2026 10:00:00 +0000'],
        ],
      }),
    ),
    2,
  ],
  ['dates', dated('Wed, 4 Mar 2026 09:00:00 +0000'), 1],
  ['written-ahead', dated('Wed, 4 Mar 2026 12:00:00 +0000'), 3],
  ['written-ahead', dated('Wed, 4 Mar 2026 08:00:00 +0000'), 0],
  ['written-before', dated('Wed, 4 Mar 2026 08:00:00 +0000'), 1],
  ['written-before', dated('Wed, 4 Mar 2026 12:00:00 +0000'), 0],
  ['in-future', dated('Thu, 5 Mar 2026 09:00:00 +0000'), true],
  ['in-future', dated('Wed, 4 Mar 2026 09:30:00 +0000'), false],
  ['long-ago', dated('Wed, 4 Feb 2026 09:00:00 +0000'), true],
  ['long-ago', dated('Tue, 3 Mar 2026 09:00:00 +0000'), false],
  ['before-mail', dated('Thu, 1 Jan 1970 00:00:00 +0000'), true],
  ['before-mail', dated('Wed, 4 Mar 2026 09:00:00 +0000'), false],
  ['zone', dated('Wed, 4 Mar 2026 10:00:00 +0100'), '+0100'],
  ['zone', dated('Wed, 4 Mar 2026 09:00:00 GMT'), undefined],
  ['zone-impossible', dated('Wed, 4 Mar 2026 09:00:00 +1700'), true],
  ['zone-impossible', dated('Wed, 4 Mar 2026 09:00:00 -0717'), true],
  ['zone-impossible', dated('Wed, 4 Mar 2026 14:45:00 +0545'), false],
  ['weekday-wrong', dated('Mon, 4 Mar 2026 09:00:00 +0000'), true],
  ['weekday-wrong', dated('Wed, 4 Mar 2026 09:00:00 +0000'), false],
  ['weekday-wrong', dated('Thu, 5 Mar 2026 01:00:00 +1300'), false],
  ['weekday-wrong', dated('4 Mar 2026 09:00:00 +0000'), undefined],
  ['author-hour', dated('Wed, 4 Mar 2026 22:00:00 +1300'), 22],
  ['author-hour', dated('Wed, 4 Mar 2026 09:00:00'), undefined],
  ['hour', living('Australia/Sydney'), 20],
  ['hour', living('UTC'), 9],
  ['hour', readingFrom(letter(), history()), undefined],
  ['weekday', living('UTC'), 'Wednesday'],
  ['weekday', living('UTC', { at: noon + days(3) }), 'Saturday'],
  ['is-weekend', living('UTC', { at: noon + days(4) }), true],
  ['is-weekend', living('UTC'), false],
  ['is-out-of-hours', living('Australia/Sydney'), true],
  ['is-out-of-hours', living('UTC', { at: noon + days(3) }), true],
  ['is-out-of-hours', living('UTC'), false],
  ['usual-hour', writing({ 8: 5, 12: 15 }), 0.25],
  ['usual-hour', writing({ 8: 5 }), undefined],
  ['usual-hour', readingFrom(letter()), undefined],
  ['is-unusual-hour', writing({ 20: 40 }), true],
  ['is-unusual-hour', writing({ 9: 2, 20: 40 }), false],
  ['is-unusual-hour', writing({ 20: 20 }), undefined],
])('%s', (name, reading, value) => {
  expect(ask(`timing.${name}`, reading)).toEqual(value);
});

it('one clock is not held against itself where no server’s line is', () => {
  const message = { ...letter({ date: 'Wed, 4 Mar 2026 12:00:00 +0000' }), hops: [] };
  expect(ask('timing.written-ahead', readingFrom(message))).toBeUndefined();
});

it('midnight lies on both its sides', () => {
  const counts = Array.from({ length: 24 }, (_, hour) => (hour === 23 || hour === 0 || hour === 1 ? 10 : 0));
  const reading = readingFrom(letter({ at: noon - hours(9) }), history({ sender: dealt({ hours: counts }) }));
  expect(ask('timing.usual-hour', reading)).toBe(1);
});
