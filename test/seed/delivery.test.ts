import { describe, expect, it } from 'vitest';
import { deliver, type Delivered, type DeliveryOptions } from '../../seed/delivery.ts';
import { createRng } from '../../seed/random.ts';
import type { SeedRecord, SourceId } from '../../seed/record.ts';
import { days, hours, minutes, type Instant } from '../../src/model/time.ts';

const calendar = { start: Date.UTC(2026, 0, 5), dayCount: 60, shift: 0 };
const options = (faults: boolean, seed = 'delivery') => ({ faults, rng: createRng(seed), calendar });

/** A record that must not be made to be delivered. */
const unmade = (source: SourceId, at: Instant, id: string, more: Partial<SeedRecord> = {}): SeedRecord => ({
  source,
  at,
  id,
  ...more,
  get record(): object {
    throw new Error('nobody should look inside');
  },
});

/** One of a source every minute, days long. */
const steady = (source: SourceId, dayCount: number, more: Partial<SeedRecord> = {}): SeedRecord[] =>
  Array.from({ length: dayCount * 1440 }, (_, number) =>
    unmade(source, calendar.start + minutes(number), `${source}-${number}`, more),
  );

const arrivals = (records: readonly SeedRecord[], faults = true, seed?: string): Delivered[] => [
  ...deliver(records, options(faults, seed)),
];
const lagsOf = (delivered: readonly Delivered[]): number[] =>
  delivered.map(({ record, arrivesAt }) => (arrivesAt - record.at) / minutes(1)).sort((a, b) => a - b);
const share = (sorted: readonly number[], part: number): number => sorted[Math.floor(sorted.length * part)] ?? NaN;

describe('without faults', () => {
  it('everything arrives as it happens, an alert when it is raised', () => {
    const raised = calendar.start + hours(9);
    const late = unmade('security-alert', calendar.start + hours(3), 'alert', { writtenAt: raised });
    const all = arrivals([...steady('m365-audit', 1), late], false);
    expect(all).toHaveLength(1441);
    for (const { record, arrivesAt } of all) expect(arrivesAt).toBe(record === late ? raised : record.at);
  });

  it('ties are settled by the id', () => {
    const at = calendar.start;
    const all = arrivals([unmade('email', at, 'b'), unmade('network', at, 'a'), unmade('email', at, 'a')], false);
    expect(all.map(({ record }) => `${record.id} ${record.source}`)).toEqual(['a email', 'a network', 'b email']);
  });
});

describe('with faults', () => {
  const mixed = [...steady('m365-audit', 20, { feed: 'Exchange' }), ...steady('entra-sign-in', 20), ...steady('network', 20)];
  const byTime = [...mixed].sort((a, b) => a.at - b.at);
  const all = arrivals(byTime);

  it('nothing is lost, nothing is early, and the order is that of arrival', () => {
    expect(new Set(all.map(({ record }) => record)).size).toBe(mixed.length);
    expect(all.every(({ record, arrivesAt }) => arrivesAt >= record.at)).toBe(true);
    expect(all.every(({ arrivesAt }, place) => arrivesAt >= (all[place - 1]?.arrivesAt ?? 0))).toBe(true);
  });

  it('three in a thousand come twice, the same record and later', () => {
    const again = all.length - mixed.length;
    expect(again / mixed.length).toBeGreaterThan(0.002);
    expect(again / mixed.length).toBeLessThan(0.004);
    const seen = new Map<SeedRecord, number>();
    for (const { record, arrivesAt } of all) {
      const before = seen.get(record);
      if (before !== undefined) expect(arrivesAt).toBeGreaterThan(before);
      seen.set(record, arrivesAt);
    }
  });

  it('is the same again, in whatever order a day was told', () => {
    const shuffled = createRng('order').shuffle(byTime.slice(0, 3 * 1440));
    const names = (delivered: readonly Delivered[]) =>
      delivered.map(({ record, arrivesAt }) => `${record.source}/${record.id}@${arrivesAt}`);
    expect(names(arrivals(shuffled))).toEqual(names(arrivals(byTime.slice(0, 3 * 1440))));
    expect(names(arrivals(shuffled, true, 'another'))).not.toEqual(names(arrivals(shuffled)));
  });

  it('one record more moves no other', () => {
    const fewer = byTime.filter(({ id }) => id !== 'entra-sign-in-700');
    const without = new Set(arrivals(fewer).map(({ record, arrivesAt }) => `${record.source}/${record.id}@${arrivesAt}`));
    const others = all.filter(({ record }) => record.id !== 'entra-sign-in-700');
    expect(others.every(({ record, arrivesAt }) => without.has(`${record.source}/${record.id}@${arrivesAt}`))).toBe(true);
  });
});

describe('each service', () => {
  /** Minutes: the middle lies between the first two, all but the tail under the third. */
  const times: readonly [SourceId, Partial<SeedRecord>, number, number, number][] = [
    ['entra-sign-in', { feed: 'interactive' }, 2, 6, 10],
    ['entra-audit', {}, 3, 8, 15],
    ['m365-audit', { feed: 'Exchange' }, 25, 60, 90],
    ['m365-audit', { feed: 'AzureActiveDirectory' }, 15, 35, 75],
    ['email', { feed: 'trace' }, 8, 20, 60],
    ['email', { feed: 'message' }, 0, 2, 10],
    ['network', { feed: 'conn' }, 0, 1, 5],
    ['security-alert', {}, 3, 10, 45],
  ];

  it.each(times)('%s keeps its own time %o', (source, more, low, high, most) => {
    const lags = lagsOf(arrivals(steady(source, 20, more)));
    expect(share(lags, 0.5)).toBeGreaterThan(low);
    expect(share(lags, 0.5)).toBeLessThan(high);
    expect(share(lags, 0.9)).toBeLessThanOrEqual(most);
  });

  it('now and then the audit log takes most of a day', () => {
    const lags = lagsOf(arrivals(steady('m365-audit', 60)));
    expect(share(lags, 0.997)).toBeGreaterThan(240);
    expect(share(lags, 0.999)).toBeLessThan(1440 + 18 * 60);
  });

  it('fails for hours now and then, and then all of it comes at once', () => {
    const silences = (['m365-audit', 'entra-sign-in', 'network'] as const).flatMap((source) => {
      // After the last day only what is late still comes.
      const moments = arrivals(steady(source, 60))
        .map(({ arrivesAt }) => arrivesAt)
        .filter((arrivesAt) => arrivesAt < calendar.start + days(59));
      return moments.slice(1).flatMap((arrivesAt, place) => {
        const since = arrivesAt - (moments[place] ?? arrivesAt);
        if (since < hours(1.9)) return [];
        const held = since / minutes(1);
        // The last of what was held back follows within ten minutes, and what is new meanwhile with it.
        const burst = moments.slice(place + 1, place + 1 + Math.floor(held * 0.8)).at(-1) ?? Infinity;
        return [burst - arrivesAt];
      });
    });
    expect(silences.length).toBeGreaterThan(0);
    expect(silences.length).toBeLessThan(12);
    for (const until of silences) expect(until).toBeLessThan(minutes(11));
  });
});

describe('what waits', () => {
  /** The most records that were taken and not yet given on. */
  function mostWaiting(records: readonly SeedRecord[], how: DeliveryOptions): number {
    let [taken, given, most] = [0, 0, 0];
    function* counted(): Generator<SeedRecord> {
      for (const record of records) {
        taken++;
        yield record;
      }
    }
    const delivered = deliver(counted(), how);
    while (delivered.next().done !== true) most = Math.max(most, taken - ++given);
    return most;
  }

  it('is only what has not arrived yet, when records come in order', () => {
    // No more than the longest outage holds back.
    expect(mostWaiting(steady('network', 30), { ...options(true), disorder: 0 })).toBeLessThan(18 * 60 + 20);
  });

  it('is a day more when they come in any order within one', () => {
    expect(mostWaiting(steady('network', 30), options(false))).toBeLessThanOrEqual(1441);
  });

  it('refuses what comes too late to be put in order', () => {
    const late = [unmade('email', calendar.start + days(3), 'b'), unmade('email', calendar.start, 'a')];
    expect(() => [...deliver(late, options(false))]).toThrow(/records: at most 24 hours behind one another; found email a/);
  });
});
