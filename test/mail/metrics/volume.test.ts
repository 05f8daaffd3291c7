import { expect, it } from 'vitest';
import type { Outpouring } from '../../../src/mail/history.ts';
import { volume } from '../../../src/mail/metrics/volume.ts';
import type { Reading } from '../../../src/mail/reading.ts';
import { asking, history, letter, readingFrom, saidBy } from '../../support/letters.ts';

const ask = asking(volume);
const sent = (outpouring: Partial<Outpouring>): Reading =>
  readingFrom(letter(), history({ outpouring: { lastHour: 0, lastDay: 0, mostInADay: 0, newRecipients: 0, ...outpouring } }));
const burst = sent({ lastHour: 30, lastDay: 40, mostInADay: 10, newRecipients: 38 });

it.each([
  ['last-hour', burst, 30],
  ['last-hour', sent({}), 0],
  ['last-day', burst, 40],
  ['most-in-a-day', burst, 10],
  ['against-most', burst, 0.8],
  ['against-most', sent({ lastDay: 5, mostInADay: 15 }), 0.25],
  ['against-most', sent({ lastDay: 4 }), undefined],
  ['is-more-than-ever', burst, true],
  ['is-more-than-ever', sent({ lastDay: 40, mostInADay: 30 }), false],
  ['is-more-than-ever', sent({ lastDay: 10 }), false],
  ['hour-of-day', burst, 0.75],
  ['hour-of-day', sent({ lastDay: 4, lastHour: 4 }), undefined],
  ['new-recipients', burst, 38],
  ['is-outpouring', burst, true],
  ['is-outpouring', sent({ lastDay: 40, mostInADay: 50, newRecipients: 38 }), false],
  ['is-outpouring', sent({ lastDay: 40, newRecipients: 3 }), false],
  ['last-day', readingFrom(letter(), history()), undefined],
])('%s', (name, reading, value) => {
  expect(ask(`volume.${name}`, reading)).toEqual(value);
});

it('nothing of it is told without a tenant', () => {
  expect(saidBy(volume, readingFrom(letter()))).toEqual([]);
});
