import { describe, expect, it } from 'vitest';
import { changes, figuresOver, streams } from '../../../bench/incidents/sensitivity.ts';
import { partition } from '../../../src/correlate/partition.ts';
import { linksBetween } from '../../../src/correlate/affinity.ts';
import { usual } from '../../../src/correlate/settings.ts';
import type { Settings } from '../../../src/correlate/settings.ts';
import { days } from '../../../src/model/time.ts';
import { ana, found, start, touched } from '../../correlate/found.ts';

const all = changes(usual);
const named = (name: string): Settings => all.find((change) => change.name === name)?.settings ?? usual;

describe('changes of the settings', () => {
  it('halve and double each number, one at a time', () => {
    expect(named('binds doubled')).toEqual({ ...usual, binds: 1 });
    expect(named('chance.before.serious.active halved').chance.before.serious.active).toBe(0.075);
    expect(new Set(all.map(({ name }) => name)).size).toBe(all.length);
    expect(all.filter(({ settings }) => JSON.stringify(settings) === JSON.stringify(usual))).toEqual([]);
  });

  it('leave shares shares, and scale bridges together', () => {
    expect(named('earnest.low doubled').earnest.low).toBe(1);
    expect(all.map(({ name }) => name)).not.toContain('earnest.high doubled');
    expect(named('strengths of bridges doubled').bridges.IP?.strength).toBe(1);
    expect(named('half-lives of bridges doubled').bridges.User?.halfLife).toBe(days(40));
    expect(named('half-lives of bridges doubled').bridges.Rule).not.toHaveProperty('halfLife');
  });

  it('leave out one part at a time', () => {
    const pair = [
      found('a', { about: [ana, touched('IP', '192.0.2.1', 40)] }),
      found('b', { about: [ana, touched('IP', '192.0.2.1', 40)], at: start + days(12) }),
    ];
    const factors = (settings: Settings) =>
      linksBetween(pair, { ...settings, tells: 0 }).map(({ specificity, decay, beyondChance }) => ({
        specificity,
        decay,
        beyondChance,
      }));
    expect(factors(named('without specificity')).map(({ specificity }) => specificity)).toEqual([1, 1]);
    expect(factors(named('without decay')).map(({ decay }) => decay)).toEqual([1, 1]);
    expect(factors(named('without chance')).map(({ beyondChance }) => beyondChance)).toEqual([1, 1]);
    expect(partition(pair)).not.toEqual(partition(pair, [], named('without decay')));
  });
});

it('tells of every change how far it moves F1', async () => {
  const steps: number[] = [];
  const options = { seeds: 1, people: 20, days: 45, lookup: () => undefined, progress: (done: number) => void steps.push(done) };
  const told = await figuresOver(streams(options), options.progress);
  expect([told.length, steps]).toEqual([2 * all.length, [1, 2]]);
  expect(told.filter(({ value }) => !Number.isFinite(value) || Math.abs(value) > 1)).toEqual([]);
  const [blind] = told.filter(({ name }) => name === 'alerts overlapping: pairwise F1 moved, binds doubled');
  expect(blind?.value).toBeLessThan(-0.1);
});
