import { array, assert, constantFrom, integer, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chanceIn, tallyOf } from '../../src/correlate/chance.ts';
import { handOf } from '../../src/correlate/hand.ts';
import { usual } from '../../src/correlate/settings.ts';
import type { Sort } from '../../src/correlate/settings.ts';
import { inOrder } from '../../src/model/event.ts';
import type { Finding } from '../../src/model/finding.ts';
import { dayOf, days } from '../../src/model/time.ts';
import { anyFindings, shuffled } from './any-findings.ts';
import { ana, bo, found, start } from './found.ts';

const { looksBack, ownPrior, before } = usual.chance;

/** The same said slowly: every day of every thing counted anew. */
function slowly(findings: readonly Finding[], thing: { label: string; key: string }, earlier: Finding, later: Finding): number {
  const sortsOf = (finding: Finding): Sort[] => [
    ...(handOf(finding, usual.hands) === 'strange' ? ['strange' as const] : []),
    ...(['medium', 'high'].includes(finding.severity) ? ['serious' as const] : []),
    'any',
  ];
  const sort = sortsOf(earlier).find((one) => sortsOf(later).includes(one)) ?? 'any';
  const counts = (finding: Finding): boolean =>
    sortsOf(finding).includes('strange') ? sort === 'strange' : sortsOf(finding).includes(sort);
  const daysOf = (key: string, until: number): number =>
    new Set(
      findings
        .filter((finding) => counts(finding) && finding.about.some((it) => it.label === thing.label && it.key === key))
        .map(({ at }) => dayOf(at))
        .filter((day) => day < until && day >= until - looksBack),
    ).size;
  const first = Math.min(...findings.map(({ at }) => dayOf(at)));
  const span = (until: number): number => Math.max(0, Math.min(looksBack, until - first));
  const until = dayOf(later.at) + 1;
  const keys = new Set(findings.flatMap(({ about }) => about.filter(({ label }) => label === thing.label).map(({ key }) => key)));
  const others = [...keys]
    .filter((key) => key !== thing.key)
    .map((key) => daysOf(key, until))
    .filter((count) => count > 0);
  const seen = others.reduce((sum, count) => sum + count, 0);
  const rate =
    (others.length * poisson(seen / others.length) + before[sort].active) / (others.length * span(until) + before[sort].looked);
  const begins = dayOf(earlier.at);
  return (ownPrior + daysOf(thing.key, begins)) / (ownPrior / rate + span(begins));
}

/** Mean of a Poisson law whose counts above zero have this mean. */
function poisson(mean: number): number {
  if (Number.isNaN(mean)) return 0;
  let rate = Math.max(1e-3, mean - 1);
  for (let step = 0; step < 30; step += 1) rate = Math.max(1e-3, mean * (1 - Math.exp(-rate)));
  return rate;
}

const pairsOf = (findings: readonly Finding[]) =>
  findings.flatMap((later, index) =>
    findings
      .slice(0, index)
      .flatMap((earlier) =>
        later.about
          .filter(({ label, key }) => earlier.about.some((it) => it.label === label && it.key === key))
          .map((thing) => ({ thing, earlier, later })),
      ),
  );

describe('the chance of a finding', () => {
  it('is as counted day by day', () => {
    let asked = 0;
    assert(
      property(anyFindings(20), (given) => {
        const findings = [...given].sort(inOrder);
        const chance = chanceIn(findings, usual);
        for (const { thing, earlier, later } of pairsOf(findings)) {
          asked += 1;
          expect(chance.perDay(thing, earlier, later)).toBeCloseTo(slowly(findings, thing, earlier, later), 12);
        }
      }),
    );
    expect(asked).toBeGreaterThan(1_000);
  });

  it('is the same where others came and went', () => {
    const history = anyFindings(20).chain((findings) => record({ findings: shuffled(findings), gone: subarray([...findings]) }));
    assert(
      property(history, ({ findings, gone }) => {
        const tally = tallyOf(usual);
        for (const finding of findings) tally.add(finding);
        for (const finding of gone) tally.remove(finding);
        const left = findings.filter((one) => !gone.includes(one)).sort(inOrder);
        const fresh = chanceIn(left, usual);
        for (const { thing, earlier, later } of pairsOf(left))
          expect(tally.perDay(thing, earlier, later)).toBe(fresh.perDay(thing, earlier, later));
      }),
    );
  });

  it('grows with the days on which there were some, and not with how many on a day', () => {
    const [earlier, later] = [found('y', { at: start + days(20) }), found('z', { at: start + days(21) })];
    const dailyWith = (hits: readonly number[]): number => {
      const more = hits.map((at, index) => found(`h${index}`, { at: start + days(at) }));
      const all = [found('a', { about: [bo] }), ...more, earlier, later].sort(inOrder);
      return chanceIn(all, usual).perDay(ana, earlier, later);
    };
    expect(dailyWith([2, 4, 6, 8])).toBeGreaterThan(dailyWith([2]) * 2);
    expect(dailyWith([2, 2, 2, 2])).toBe(dailyWith([2]));
  });
});

it('stirs where a thing has its first finding of a day, and when it has none any more', () => {
  const steps = array(record({ hour: integer({ min: 0, max: 71 }), of: constantFrom(ana, bo) }), { maxLength: 12 });
  assert(
    property(steps, (all) => {
      const tally = tallyOf(usual);
      const findings = all.map(({ hour, of }, index) => found(`${index}`, { about: [of], at: start + hour * 3_600_000 }));
      const said = findings.map((one) => tally.add(one).length);
      const first = findings.map((one, index) =>
        findings.slice(0, index).some((it) => it.about[0] === one.about[0] && dayOf(it.at) === dayOf(one.at)) ? 0 : 1,
      );
      expect(said).toEqual(first);
      const left = [...findings].reverse().map((one) => tally.remove(one).length);
      expect(left).toEqual([...first].reverse());
      expect(tally.first()).toBe(0);
    }),
  );
});
