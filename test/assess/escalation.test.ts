import { array, assert, constantFrom, double, integer, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assess, escalationOf, probabilityAt } from '../../src/assess/escalation.ts';
import { weights } from '../../src/assess/weights.ts';
import { inOrder } from '../../src/model/event.ts';
import { severities } from '../../src/model/finding.ts';
import type { Finding } from '../../src/model/finding.ts';
import { bandOf, stages } from '../../src/model/incident.ts';
import { days, hours } from '../../src/model/time.ts';
import { ana, bo, found, start, touched } from '../correlate/found.ts';

const now = start + days(12);
const entities = [
  ana,
  bo,
  touched('Mailbox', 'ana'),
  touched('Rule', 'r'),
  touched('AuthMethod', 'phone:+1'),
  touched('IP', '192.0.2.1'),
];

const anyFinding = record({
  hour: integer({ min: 0, max: 24 * 12 }),
  lasts: integer({ min: 0, max: 48 }),
  severity: constantFrom(...severities),
  stage: constantFrom(...stages),
  detection: constantFrom('one', 'two', 'three', 'four'),
  surpriseBits: double({ min: 0, max: 40, noNaN: true }),
  about: subarray(entities, { minLength: 1 }),
});

const anyFindings = (least: number, most = 12) =>
  array(anyFinding, { minLength: least, maxLength: most }).map((all) =>
    all
      .map(({ hour, lasts, ...given }, index) =>
        found(`f${String(index).padStart(2, '0')}`, {
          ...given,
          at: start + hours(hour),
          lastAt: start + hours(hour + lasts),
        }),
      )
      .sort(inOrder),
  );

/** A thief: refused prompts, a new country, files, and a rule that stays. */
const attack = [
  found('a', { detection: 'prompts', severity: 'high', surpriseBits: 22 }),
  found('b', { detection: 'country', severity: 'medium', surpriseBits: 21, at: start + days(2) }),
  found('c', { detection: 'files', stage: 'collection', at: start + days(2) + hours(1) }),
  found('d', { detection: 'rule', stage: 'evasion', severity: 'high', at: start + days(8), about: [ana, touched('Rule', 'r')] }),
] as const;

const logit = (probability: number): number => Math.log(probability / (1 - probability));
const chance = (odds: number): number => 1 / (1 + Math.exp(-odds));
const ids = (findings: readonly Finding[]): string[] => findings.map(({ id }) => id);

describe('contributions', () => {
  it('and the baseline add up to the probability', () => {
    assert(
      property(anyFindings(1), (findings) => {
        const { baseline, contributions, probability } = assess(findings, now);
        const odds = contributions.reduce((sum, contribution) => sum + contribution.logit, baseline);
        expect(chance(odds)).toBeCloseTo(probability, 3);
      }),
    );
    const { baseline, contributions, probability } = assess(attack, now);
    expect(contributions.reduce((sum, it) => sum + it.logit, baseline)).toBeCloseTo(logit(probability), 2);
  });

  it('each name findings that are there, and something in words', () => {
    assert(
      property(anyFindings(1), (findings) => {
        for (const contribution of assess(findings, now).contributions) {
          expect(contribution.findings.length).toBeGreaterThan(0);
          expect(ids(findings)).toEqual(expect.arrayContaining([...contribution.findings]));
          expect(contribution.says).not.toBe('');
          expect(contribution.logit).not.toBe(0);
        }
      }),
    );
  });

  it('are left out when they say nothing', () => {
    const features = assess([found('a', { severity: 'low' })], start).contributions.map(({ feature }) => feature);
    expect(features).toEqual(['severity']);
  });
});

describe('the probability', () => {
  it('rises, or at its ceiling stays, with every finding', () => {
    assert(
      property(anyFindings(1, 40), ([added, ...findings]) => {
        if (added === undefined) return;
        for (const moment of [now, added.at])
          expect(probabilityAt([...findings, added].sort(inOrder), moment)).toBeGreaterThanOrEqual(
            probabilityAt(findings, moment),
          );
      }),
    );
  });

  it('truly rises with every step of an attack', () => {
    const { history } = escalationOf(attack, now);
    for (const { before, after } of history) expect(after).toBeGreaterThan(before);
    expect(history.at(-1)?.after).toBeGreaterThan(0.8);
  });

  it('falls as days pass in which nothing follows', () => {
    const inDays = [0, 1, 3, 7, 14, 30].map((n) => assess(attack, start + days(8 + n)).probability);
    for (const [index, later] of inDays.slice(1).entries()) expect(later).toBeLessThan(inDays[index] ?? 0);
    assert(
      property(anyFindings(1), integer({ min: 0, max: 60 }), (findings, passed) => {
        const settled = now + days(2);
        expect(probabilityAt(findings, settled + days(passed))).toBeLessThanOrEqual(probabilityAt(findings, settled));
      }),
    );
  });

  it('does not depend on the order findings are given in', () => {
    assert(
      property(anyFindings(2), (findings) => {
        expect(probabilityAt([...findings].reverse(), now)).toBe(probabilityAt(findings, now));
      }),
    );
  });

  it('leaves out what came after the moment', () => {
    expect(assess(attack, start + days(3))).toEqual(assess(attack.slice(0, 3), start + days(3)));
  });

  it('of one small finding is near the baseline', () => {
    const { probability, band } = assess([found('a', { severity: 'low' })], start);
    expect(probability).toBeCloseTo(chance(weights.baseline + weights.severity.low), 3);
    expect(band).toBe('low');
  });

  it('is not raised by many small things as by few grave ones', () => {
    const small = Array.from({ length: 10 }, (_, index) => found(`s${index}`, { severity: 'low', at: start + hours(index) }));
    expect(assess(small, start + hours(10)).probability).toBeLessThan(
      assess([found('a', { severity: 'high' })], start).probability,
    );
  });
});

describe('a band', () => {
  it.each([
    [0, 'low'],
    [0.1999, 'low'],
    [0.2, 'medium'],
    [0.4999, 'medium'],
    [0.5, 'high'],
    [0.7999, 'high'],
    [0.8, 'critical'],
    [1, 'critical'],
  ] as const)('of %f is %s', (probability, band) => {
    expect(bandOf(probability)).toBe(band);
  });

  it('is that of the probability', () => {
    assert(
      property(anyFindings(1), (findings) => {
        const { probability, band, horizonDays } = assess(findings, now);
        expect(band).toBe(bandOf(probability));
        expect(probability).toBeGreaterThan(0);
        expect(probability).toBeLessThanOrEqual(1);
        expect(horizonDays).toBe(7);
      }),
    );
  });
});

describe('a counterfactual', () => {
  it('is what the probability would be without one finding, the most telling first', () => {
    const { counterfactuals, probability } = assess(attack, now);
    expect(counterfactuals[0]?.without).toBe('d');
    expect(counterfactuals.map(({ without }) => without).sort()).toEqual(ids(attack));
    for (const { without, probability: then } of counterfactuals) {
      expect(then).toBeLessThan(probability);
      expect(then).toBe(
        probabilityAt(
          attack.filter(({ id }) => id !== without),
          now,
        ),
      );
    }
  });

  it('never promises more, whatever was found', () => {
    assert(
      property(anyFindings(2), (findings) => {
        const { counterfactuals, probability } = assess(findings, now);
        expect(counterfactuals.length).toBe(Math.min(5, findings.length));
        for (const { probability: then } of counterfactuals) expect(then).toBeLessThanOrEqual(probability);
      }),
    );
  });

  it('of a lone finding is not given', () => {
    expect(assess([found('a')], now).counterfactuals).toEqual([]);
  });
});

describe('the history', () => {
  it('tells each finding once, with what was believed just before and just after', () => {
    assert(
      property(anyFindings(1), (findings) => {
        const { history, peak } = escalationOf(findings, now);
        expect(history.map(({ finding }) => finding)).toEqual(ids(findings));
        for (const { before, after } of history) expect(after).toBeGreaterThanOrEqual(before);
        expect(peak.probability).toBe(Math.max(...history.map(({ after }) => after)));
        expect(history.some(({ at, after }) => at === peak.at && after === peak.probability)).toBe(true);
      }),
    );
  });

  it('begins at the baseline', () => {
    expect(escalationOf(attack, now).history[0]?.before).toBeCloseTo(chance(weights.baseline), 4);
  });

  it('is never contradicted by a later moment: no probability is above the peak', () => {
    assert(
      property(anyFindings(1), integer({ min: 0, max: 60 }), (findings, later) => {
        const { peak, probability } = escalationOf(findings, now + days(later));
        expect(probability).toBeLessThanOrEqual(peak.probability);
      }),
    );
  });

  it('of the past does not change because time passes', () => {
    expect(escalationOf(attack, now + days(30)).history).toEqual(escalationOf(attack, now).history);
    expect(escalationOf(attack, now + days(30)).peak).toEqual(escalationOf(attack, now).peak);
  });
});
