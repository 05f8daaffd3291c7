import { array, assert, constantFrom, integer, property, record } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { count, noHabits } from '../../src/learn/habits.ts';
import type { Habits } from '../../src/learn/habits.ts';
import type { Estimate, Rarity } from '../../src/learn/rarity.ts';
import { noPriors, PRIOR_LAG_DAYS, surprise } from '../../src/learn/surprise.ts';
import type { Company } from '../../src/learn/surprise.ts';
import { days } from '../../src/model/time.ts';

const today = 20_000;
const team = Array.from({ length: 20 }, (_, index) => `peer${index}`);
const others = Array.from({ length: 100 }, (_, index) => `other${index}`);
const circles = (peers: readonly string[], people: readonly string[]): Company => ({
  peers: { id: 'team', members: new Set(peers) },
  everybody: { id: 'everybody', members: new Set(people) },
});
const company = circles(['ana', ...team], ['ana', ...team, ...others]);
const peopleOf = ({ everybody }: Company): string[] => [...everybody.members];

/** `each` a day, on every one of the last `span` days. */
function daily(habits: Habits, person: string, value: string, each: number, span: number): Habits {
  for (let day = today - span; day < today; day += 1)
    for (let n = 0; n < each; n += 1) count(habits, person, 'country', value, days(day));
  return habits;
}

/** Everybody at home in AU for two months. */
function settled(): Habits {
  const habits = noHabits();
  for (const person of company.everybody.members) daily(habits, person, 'AU', person === 'ana' ? 10 : 1, 60);
  return habits;
}

const once = (habits: Habits, person: string, value: string, day: number): Habits => {
  count(habits, person, 'country', value, days(day));
  return habits;
};

const rarity = (habits: Habits, value: string, person = 'ana', as = company, day = today): Rarity =>
  surprise({ habits, company: as, person, day, priors: noPriors() }, 'country', value);

describe('surprise', () => {
  it('of what is done every day is next to nothing', () => {
    expect(rarity(settled(), 'AU').bits).toBeLessThan(0.01);
  });

  it('of what neither they, nor their peers, nor anybody has ever shown is beyond 20 bits, with a long past', () => {
    expect(rarity(settled(), 'GH')).toMatchObject({ own: 0, total: 600, peers: 20, peersWith: 0, people: 120, peopleWith: 0 });
    expect(rarity(settled(), 'GH').bits).toBeGreaterThan(20);
  });

  it('is less where a peer has been than where only a stranger to the team has, and less there than where nobody has', () => {
    const peerWas = rarity(once(settled(), 'peer3', 'GH', today - 10), 'GH');
    const strangerWas = rarity(once(settled(), 'other3', 'GH', today - 10), 'GH');

    expect(peerWas).toMatchObject({ peersWith: 1, peopleWith: 1 });
    expect(strangerWas).toMatchObject({ peersWith: 0, peopleWith: 1 });
    expect(peerWas.bits).toBeLessThan(strangerWas.bits - 1);
    expect(strangerWas.bits).toBeLessThan(rarity(settled(), 'GH').bits);
  });

  it('is ordinary where the whole team is, even on somebody’s first day', () => {
    const newcomer = circles([...team, 'new'], [...peopleOf(company), 'new']);
    expect(rarity(settled(), 'AU', 'new', newcomer)).toMatchObject({ own: 0, total: 0, peersWith: 20 });
    expect(rarity(settled(), 'AU', 'new', newcomer).bits).toBeLessThan(0.5);
  });

  it('is low with a thin past, and grows with it', () => {
    const alone = circles([], ['ana']);
    const after = (span: number) => rarity(daily(noHabits(), 'ana', 'AU', 1, span), 'DE', 'ana', alone).bits;
    expect(after(0)).toBeLessThan(8);
    expect(after(2)).toBeLessThan(9);
    expect(after(60)).toBeGreaterThan(after(10));
    expect(after(10)).toBeGreaterThan(after(2));
  });

  it('falls once it has happened, and fades back as months pass', () => {
    const before = rarity(settled(), 'GH').bits;
    const habits = once(settled(), 'ana', 'GH', today);
    const nextTime = rarity(habits, 'GH');
    expect(nextTime).toMatchObject({ own: 1, total: 601 });
    expect(nextTime.bits).toBeLessThan(before - 5);

    for (let day = today; day < today + 120; day += 1)
      for (let n = 0; n < 10; n += 1) count(habits, 'ana', 'country', 'AU', days(day));
    expect(rarity(habits, 'GH', 'ana', company, today + 120).bits).toBeGreaterThan(nextTime.bits + 3);
  });

  it('counts what the person did undecayed, today included', () => {
    const habits = once(once(once(settled(), 'ana', 'DE', today - 200), 'ana', 'DE', today - 1), 'ana', 'DE', today);
    expect(rarity(habits, 'DE')).toMatchObject({ own: 3, total: 603 });
  });

  it('says how sure it is: the more was seen, the closer the bounds, and on whose past it rests', () => {
    const known = rarity(settled(), 'GH') as Estimate;
    const newcomer = rarity(settled(), 'GH', 'new', circles([...team, 'new'], [...peopleOf(company), 'new'])) as Estimate;
    const stranger = rarity(noHabits(), 'GH', 'new', circles([], ['new'])) as Estimate;
    for (const it of [known, newcomer, stranger]) {
      expect(it.low).toBeLessThanOrEqual(it.bits);
      expect(it.high).toBeGreaterThanOrEqual(it.bits);
    }
    expect([known.basis, newcomer.basis, stranger.basis]).toEqual(['own', 'peers', 'nothing']);
    const usual = (span: number) =>
      rarity(daily(noHabits(), 'ana', 'AU', 1, span), 'AU', 'ana', circles([], ['ana'])) as Estimate;
    expect(usual(60).high - usual(60).low).toBeLessThan(usual(5).high - usual(5).low);
  });

  it('is less for who meets new values all the time than for who never does', () => {
    const codes = Array.from({ length: 26 }, (_, index) => `A${String.fromCharCode(65 + index)}`);
    const traveller = noHabits();
    const homebody = noHabits();
    for (const [index, code] of codes.entries()) {
      once(traveller, 'ana', code, today - index - 1);
      once(homebody, 'ana', 'AU', today - index - 1);
    }
    const alone = circles([], ['ana']);
    expect(rarity(traveller, 'GH', 'ana', alone).bits).toBeLessThan(rarity(homebody, 'GH', 'ana', alone).bits - 1);
  });

  it('does not count a person among their own peers', () => {
    const habits = once(settled(), 'ana', 'GH', today - 10);
    expect(rarity(habits, 'GH')).toMatchObject({ own: 1, peers: 20, peersWith: 0, people: 120, peopleWith: 0 });
    expect(rarity(habits, 'GH', 'peer1')).toMatchObject({ own: 0, peers: 20, peersWith: 1, people: 120, peopleWith: 1 });
  });

  it('is the same whoever asked first that day', () => {
    const habits = once(settled(), 'ana', 'GH', today - 10);
    const shared = noPriors();
    const first = ['peer1', 'ana', 'other1'].map((person) =>
      surprise({ habits, company, person, day: today, priors: shared }, 'country', 'GH'),
    );
    expect(first).toEqual(['peer1', 'ana', 'other1'].map((person) => rarity(habits, 'GH', person)));
  });

  it('does not yet know what a peer did within the last three days', () => {
    const peerOn = (day: number) => rarity(once(settled(), 'peer3', 'GH', day), 'GH');
    expect(peerOn(today - 1)).toEqual(rarity(settled(), 'GH'));
    expect(peerOn(today - PRIOR_LAG_DAYS)).toEqual(rarity(settled(), 'GH'));
    expect(peerOn(today - PRIOR_LAG_DAYS - 1)).toMatchObject({ peersWith: 1 });
  });

  it('has nothing to learn from somebody not seen for a year', () => {
    const habits = once(settled(), 'gone', 'GH', today - 400);
    const withThem = circles([...company.peers.members, 'gone'], [...peopleOf(company), 'gone']);
    expect(rarity(habits, 'GH', 'ana', withThem)).toEqual(rarity(settled(), 'GH'));
  });

  it('is a number of bits, whatever has happened', () => {
    const acts = array(
      record({
        person: constantFrom('ana', 'peer1', 'other1'),
        value: constantFrom('AU', 'DE'),
        day: integer({ min: today - 700, max: today }),
      }),
    );
    assert(
      property(acts, (done) => {
        const habits = noHabits();
        for (const { person, value, day } of done) once(habits, person, value, day);
        const { bits } = rarity(habits, 'DE');
        expect(bits).toBeGreaterThanOrEqual(0);
        expect(bits).toBeLessThan(64);
      }),
    );
  });
});
