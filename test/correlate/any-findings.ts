// Findings as they may come: weeks of people, devices, sessions, rules and addresses, of every severity, by hands that are
// known or not, some at the same moment, some that last.

import { array, constantFrom, integer, option, record, shuffledSubarray, subarray, tuple } from 'fast-check';
import type { Arbitrary } from 'fast-check';
import { severities } from '../../src/model/finding.ts';
import type { About, Finding, Surprise } from '../../src/model/finding.ts';
import { stages } from '../../src/model/incident.ts';
import type { Constraint } from '../../src/model/incident.ts';
import { hours, minutes } from '../../src/model/time.ts';
import { found, start, touched } from './found.ts';

const people = ['ana', 'bo', 'cy', 'di', 'eve'].map((key) => touched('User', key));
const machines = ['pc-1', 'pc-2', 'server'].map((key, index) => touched('Device', key, index === 2 ? 40 : 1));
const places = [touched('IP', '203.0.113.7'), touched('IP', '203.0.113.8', 4), touched('IP', '192.0.2.1', 90)];
const things = [
  touched('Session', 's1'),
  touched('Session', 's2'),
  touched('Rule', 'r'),
  touched('Mailbox', 'ana'),
  touched('Mailbox', 'shared', 12),
  touched('Email', 'letter', 3),
  touched('Url', 'https://link.test/', 8),
  touched('File', 'tool', 2),
  touched('Url', 'https://other.test/'),
];

const about: Arbitrary<readonly About[]> = tuple(
  subarray(people, { maxLength: 2 }),
  subarray(machines, { maxLength: 1 }),
  subarray(places, { maxLength: 2 }),
  subarray(things, { maxLength: 2 }),
).map((parts) => parts.flat());

/** Seen from where they always are, from elsewhere, or in between. */
const surprise: Arbitrary<Surprise | undefined> = option(
  constantFrom(0.5, 4, 6, 9, 14).map((alone) => ({
    ...{ bits: alone, percentile: 0.5, of: 40, atLeast: 3 },
    parts: [{ dimension: 'network', value: 'somewhere', bits: alone, alone }],
  })),
  { nil: undefined, freq: 1 },
);

/** Over five weeks, by the hour, so that some come at once. */
export const anyFindings = (maxLength: number): Arbitrary<readonly Finding[]> =>
  array(
    record({
      hour: integer({ min: 0, max: 24 * 35 }),
      lasts: constantFrom(0, 0, minutes(20), hours(5)),
      severity: constantFrom(...severities),
      stage: constantFrom(...stages),
      detection: constantFrom('one', 'two'),
      about,
      surprise,
    }),
    { maxLength, size: 'max' },
  ).map((all) =>
    all.map(({ hour, lasts, surprise: by, ...given }, index) => {
      const at = start + hours(hour);
      return found(`f${index}`, { ...given, at, lastAt: at + lasts, ...(by === undefined ? {} : { surprise: by }) });
    }),
  );

/** Words of analysts on some of these findings, and on some that never were. */
export const anyWords = (findings: readonly Pick<Finding, 'id'>[], maxLength = 6): Arbitrary<readonly Constraint[]> => {
  const id = constantFrom(...findings.map((it) => it.id), 'gone');
  return array(record({ kind: constantFrom('pin', 'cut'), from: id, to: id }), { maxLength });
};

export const shuffled = <T>(all: readonly T[]): Arbitrary<T[]> => shuffledSubarray([...all], { minLength: all.length });
