import { describe, expect, it } from 'vitest';
import { count, familiarity, MOST_VALUES, noRepertoire } from '../../../src/learn/network/repertoire.ts';
import type { Repertoire } from '../../../src/learn/network/repertoire.ts';
import { seeded } from '../../../src/model/seeded.ts';

const office = '10.0.0.0/24';
const show = (repertoire: Repertoire, host: string, value: string, day: number, times = 1): void =>
  count(repertoire, host, office, value, day, times);

/** Forty machines that all reach the mail service on thirty days. */
function company(): Repertoire {
  const repertoire = noRepertoire();
  for (let host = 0; host < 40; host += 1) for (let day = 0; day < 30; day += 1) show(repertoire, `h${host}`, 'mail.test', day);
  return repertoire;
}

describe('how familiar a destination is', () => {
  it('is next to no surprise where everybody goes daily', () => {
    expect(familiarity(company(), 'h0', office, 'mail.test', 30)).toMatchObject({
      own: 30,
      ownDays: 30,
      activeDays: 30,
      values: 1,
      peers: 39,
      peersWith: 39,
      hosts: 39,
      hostsWith: 39,
    });
    expect(familiarity(company(), 'h0', office, 'mail.test', 30).bits).toBeLessThan(0.1);
  });

  it('is a great one where nobody ever was, and the counts say so', () => {
    const never = familiarity(company(), 'h0', office, 'evil.test', 30);
    expect(never).toMatchObject({ own: 0, ownDays: 0, activeDays: 30, knownDays: 30, hosts: 39, hostsWith: 0 });
    expect(never.bits).toBeGreaterThan(15);
  });

  it('is less of one where neighbours were, and less still for them than for machines elsewhere', () => {
    const repertoire = company();
    for (let host = 1; host < 9; host += 1) show(repertoire, `h${host}`, 'new-tool.test', 29);
    const neighbour = familiarity(repertoire, 'h0', office, 'new-tool.test', 30);
    const elsewhere = familiarity(repertoire, 'other', '10.0.9.0/24', 'new-tool.test', 30);
    expect(neighbour).toMatchObject({ peers: 39, peersWith: 8 });
    expect(elsewhere).toMatchObject({ peers: 0, peersWith: 0, hosts: 40, hostsWith: 8 });
    expect(neighbour.bits).toBeLessThan(10);
  });

  it('judges a machine nothing is known of by the others', () => {
    const newcomer = familiarity(company(), 'new', office, 'mail.test', 30);
    expect(newcomer).toMatchObject({ activeDays: 0, values: 0, knownDays: 0, hosts: 40, hostsWith: 40 });
    expect(newcomer.bits).toBeLessThan(1);
  });

  it('fades: what was daily half a year ago surprises again', () => {
    const repertoire = company();
    for (let day = 30; day < 200; day += 1) show(repertoire, 'h0', 'other.test', day);
    const bits = (day: number) => familiarity(repertoire, 'h0', '10.0.9.0/24', 'mail.test', day).bits;
    expect(bits(200)).toBeGreaterThan(bits(30) + 2);
  });

  it('tells how long the machine had been known when it began', () => {
    const repertoire = company();
    show(repertoire, 'h0', 'late.test', 20);
    const before = (value: string) => familiarity(repertoire, 'h0', office, value, 29).knownBefore;
    expect([before('mail.test'), before('late.test'), before('never.test')]).toEqual([0, 20, 29]);
  });

  it('counts days before the judged one, and acts up to it', () => {
    const repertoire = noRepertoire();
    show(repertoire, 'h0', 'a.test', 4);
    show(repertoire, 'h0', 'a.test', 5, 3);
    expect(familiarity(repertoire, 'h0', office, 'a.test', 5)).toMatchObject({ own: 4, ownDays: 1, activeDays: 1 });
  });
});

describe('what was taught', () => {
  it('is taken back without a trace, in any order', () => {
    const rng = seeded('repertoire');
    const acts = Array.from({ length: 400 }, () => ({
      host: `h${Math.floor(rng() * 6)}`,
      value: `v${Math.floor(rng() * 20)}`,
      day: Math.floor(rng() * 15),
      times: 1 + Math.floor(rng() * 4),
    }));
    const teach = (repertoire: Repertoire, list: typeof acts, sign: 1 | -1) => {
      for (const { host, value, day, times } of list) show(repertoire, host, value, day, sign * times);
    };
    const kept = noRepertoire();
    teach(kept, acts.slice(0, 200), 1);
    const both = noRepertoire();
    teach(both, acts, 1);
    teach(both, acts.slice(200).reverse(), -1);
    expect(both).toEqual(kept);
    teach(both, acts.slice(0, 200), -1);
    expect(both).toEqual(noRepertoire());
  });

  it('is bounded for one machine, and the answer says what was passed over', () => {
    const repertoire = noRepertoire();
    for (let value = 0; value < MOST_VALUES + 50; value += 1) show(repertoire, 'scanner', `d${value}.test`, 1);
    expect(familiarity(repertoire, 'scanner', office, 'd1.test', 2)).toMatchObject({ values: MOST_VALUES, own: 1, ignored: 50 });
    for (let value = MOST_VALUES + 49; value >= 0; value -= 1) show(repertoire, 'scanner', `d${value}.test`, 1, -1);
    expect(repertoire).toEqual(noRepertoire());
  });
});
