import { array, assert, constantFrom, double, property, record } from 'fast-check';
import { expect, it } from 'vitest';
import { escalationOf } from '../../src/assess/escalation.ts';
import { scoreOf } from '../../src/assess/score.ts';
import type { Escalation, Involvement } from '../../src/model/incident.ts';
import { days } from '../../src/model/time.ts';
import { escalation } from '../support/incidents.ts';
import { ana, found, start, touched } from '../correlate/found.ts';

const worst = (probability: number): Escalation => escalation(probability, start);
const used = { part: 'who', stages: ['access'], firstAt: start, lastAt: start } as const;
const people = (n: number): Involvement[] =>
  Array.from({ length: n }, (_, index) => ({ label: 'User', key: `u${index}`, role: 'actor', ...used }));

it('the score is a whole number from 0 to 100', () => {
  const involved = array(
    record({
      label: constantFrom('User' as const, 'Mailbox' as const, 'IP' as const),
      key: constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
      role: constantFrom('actor' as const, 'mailbox' as const, 'place' as const),
    }).map((ref) => ({ ...ref, ...used })),
  );
  assert(
    property(double({ min: 0, max: 1, noNaN: true }), involved, (probability, involves) => {
      const score = scoreOf(worst(probability), involves);
      expect(Number.isInteger(score)).toBe(true);
      expect(score).toBeGreaterThanOrEqual(0);
      expect(score).toBeLessThanOrEqual(100);
    }),
  );
  expect([scoreOf(worst(0), people(9)), scoreOf(worst(1), people(5)), scoreOf(worst(1), [])]).toEqual([0, 100, 80]);
});

it('the score rises with how likely it was at its worst, and with whom it touches, up to five', () => {
  expect(scoreOf(worst(0.6), people(1))).toBeGreaterThan(scoreOf(worst(0.4), people(1)));
  expect(scoreOf(worst(0.6), people(3))).toBeGreaterThan(scoreOf(worst(0.6), people(1)));
  expect(scoreOf(worst(0.6), people(9))).toBe(scoreOf(worst(0.6), people(5)));
});

it('an address is no stake, nor is somebody who is only a place', () => {
  const aside: Involvement[] = [
    { ...touched('IP', '192.0.2.1'), ...used },
    { ...ana, role: 'place', ...used },
  ];
  expect(scoreOf(worst(0.6), aside)).toBe(scoreOf(worst(0.6), []));
});

it('the score does not fall because time passes', () => {
  const findings = [found('a', { severity: 'high' }), found('b', { stage: 'collection', at: start + days(1) })];
  const soon = escalationOf(findings, start + days(1));
  const late = escalationOf(findings, start + days(40));
  expect(late.probability).toBeLessThan(soon.probability);
  expect(scoreOf(late, people(1))).toBe(scoreOf(soon, people(1)));
});
