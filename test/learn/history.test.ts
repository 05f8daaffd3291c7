import { describe, expect, it } from 'vitest';
import { morning, noHistory, record, standingOf } from '../../src/learn/history.ts';
import type { History } from '../../src/learn/history.ts';

const LAG = 3;
const today = 20_000;

/** So many acts of two bits and of twenty, each on its own day. */
function lived(history: History, person: string, acts: readonly number[], from = today - 100): void {
  for (const [index, bits] of acts.entries()) {
    morning(history, from + index, LAG);
    record(history, person, 'signIn', bits, from + index);
  }
}
const of = (history: History, person: string, bits: number) => standingOf(history, person, 'signIn', bits, today, LAG);

describe('own history of surprise', () => {
  it('puts an act above those that were less surprising', () => {
    const history = noHistory();
    lived(history, 'ana', [...Array<number>(90).fill(2), ...Array<number>(10).fill(20)]);
    morning(history, today, LAG);
    expect(of(history, 'ana', 15)).toMatchObject({ of: 100, atLeast: 10 });
    expect(of(history, 'ana', 15).percentile).toBeCloseTo(0.9, 1);
    expect(of(history, 'ana', 2).percentile).toBe(0);
    expect(of(history, 'ana', 30).percentile).toBeGreaterThan(0.99);
  });

  it('of few acts leans on everybody’s, read as of three days before', () => {
    const history = noHistory();
    lived(history, 'bo', Array<number>(80).fill(20));
    morning(history, today - 1, LAG);
    expect(of(history, 'new', 20)).toMatchObject({ of: 0, atLeast: 0 });
    expect(of(history, 'new', 20).percentile).toBe(0);
    expect(of(history, 'new', 25).percentile).toBeGreaterThan(0.98);
    expect(of(history, 'new', 25).percentile).toBeLessThan(1);
    // what everybody did yesterday is not yet known
    for (let n = 0; n < 1_000; n += 1) record(history, 'cy', 'signIn', 30, today - 1);
    morning(history, today, LAG);
    expect(of(history, 'new', 25).percentile).toBeGreaterThan(0.98);
  });

  it('knows nothing before anybody has done such a thing', () => {
    expect(of(noHistory(), 'ana', 30).percentile).toBe(0);
  });

  it('forgets without a trace what is taken back', () => {
    const history = noHistory();
    lived(history, 'ana', Array<number>(50).fill(3));
    morning(history, today, LAG);
    const before = of(history, 'ana', 10);
    record(history, 'ana', 'signIn', 25, today - 10);
    expect(of(history, 'ana', 10)).not.toEqual(before);
    record(history, 'ana', 'signIn', 25, today - 10, -1);
    expect(of(history, 'ana', 10)).toEqual(before);
  });
});
