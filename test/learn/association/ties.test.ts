import { describe, expect, it } from 'vitest';
import { addTie, begunBy, forget, MOST_TIES, noTies, removeTie, tieOf } from '../../../src/learn/association/ties.ts';
import { dayOf, days } from '../../../src/model/time.ts';

const at = Date.UTC(2026, 2, 2, 9);
const tomorrow = dayOf(at) + 1;

describe('ties', () => {
  it('count by the day, and fade by half in thirty days', () => {
    const ties = noTies();
    for (const day of [0, 0, 3]) addTie(ties, 'ana', 'ben', at + days(day));
    expect(tieOf(ties, 'ana', 'ben', tomorrow + 29)).toMatchObject({ count: 3, first: dayOf(at), last: dayOf(at) + 3 });
    expect(tieOf(ties, 'ana', 'ben', dayOf(at) + 30).weight).toBeCloseTo(2 * 0.5 + 2 ** (-27 / 30), 9);
  });

  it('are read as of a day: what came on it or later is not seen', () => {
    const ties = noTies();
    addTie(ties, 'ana', 'ben', at);
    expect(tieOf(ties, 'ana', 'ben', dayOf(at))).toEqual({ count: 0, weight: 0 });
    expect(tieOf(ties, 'ana', 'ben', tomorrow).count).toBe(1);
  });

  it('are the same whatever the order, and taking back leaves no trace', () => {
    const deeds = [0, 5, 2, 2, 9].map((day, index) => ['ana', index % 2 === 0 ? 'ben' : 'cem', at + days(day)] as const);
    const [forwards, backwards] = [noTies(), noTies()];
    for (const deed of deeds) addTie(forwards, ...deed);
    for (const deed of [...deeds].reverse()) addTie(backwards, ...deed);
    expect(backwards).toEqual(forwards);
    for (const deed of [...deeds.slice(2), ...deeds.slice(0, 2)]) removeTie(forwards, ...deed);
    expect(forwards).toEqual(noTies());
  });

  it('leave out who reaches only themselves, but not a person and a site of one name', () => {
    const [one, two] = [noTies(), noTies(true)];
    addTie(one, 'ana', 'ana', at);
    addTie(two, 'ana', 'ana', at);
    expect([one.out.size, two.out.size]).toEqual([0, 1]);
  });

  it('of one end are bounded: a million recipients are counted, not kept', () => {
    const ties = noTies();
    for (let index = 0; index < MOST_TIES + 1_000; index += 1) addTie(ties, 'list', `member${index}`, at);
    expect(ties.out.get('list')?.size).toBe(MOST_TIES);
    expect(ties.ignored).toBe(1_000);
    removeTie(ties, 'list', `member${MOST_TIES + 5}`, at);
    expect(ties.ignored).toBe(999);
    expect(ties.out.get('list')?.size).toBe(MOST_TIES);
  });

  it('forget what is too old to weigh, and nothing else', () => {
    const ties = noTies();
    addTie(ties, 'ana', 'ben', at);
    addTie(ties, 'ana', 'cem', at + days(40));
    expect(forget(ties, dayOf(at) + 10)).toBe(1);
    expect(tieOf(ties, 'ana', 'ben', tomorrow).count).toBe(0);
    expect(ties.in.has('ben')).toBe(false);
    expect(begunBy(ties, 'ana', tomorrow + 50).count).toBe(1);
    expect(forget(ties, dayOf(at) + 10)).toBe(0);
  });
});
