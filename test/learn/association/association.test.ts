import { describe, expect, it } from 'vitest';
import { associationOf, groundOf } from '../../../src/learn/association/association.ts';
import type { Association, Question } from '../../../src/learn/association/association.ts';
import { addTie, noTies } from '../../../src/learn/association/ties.ts';
import { mailModel, useModel } from '../../../src/learn/association/weights.ts';
import { dayOf, days } from '../../../src/model/time.ts';

const start = Date.UTC(2026, 2, 2, 9);
const asOf = start + days(60);
const before = dayOf(asOf) - 2;

/** Two teams of eight who write to their own each week; two of team a also to two of team b; a partner who writes to team a. */
function company() {
  const [ties, domains] = [noTies(), noTies(true)];
  const member = (team: string, index: number): string => `${team}${index}@contoso.test`;
  for (let week = 0; week < 8; week += 1)
    for (const team of ['a', 'b'])
      for (let from = 0; from < 8; from += 1)
        for (let to = 0; to < 8; to += 1)
          if (from !== to && (from + to + week) % 3 === 0)
            addTie(ties, member(team, from), member(team, to), start + days(week * 7));
  for (let week = 0; week < 8; week += 1)
    for (const to of [0, 1, 2, 3]) {
      addTie(ties, 'kim@fabrikam.test', member('a', to), start + days(week * 7 + 1));
      addTie(domains, 'fabrikam.test', member('a', to), start + days(week * 7 + 1));
      addTie(ties, member('a', to), 'kim@fabrikam.test', start + days(week * 7 + 2));
    }
  const groupOf = (name: string): string | undefined => /^([ab])\d@/.exec(name)?.[1];
  return { ties, domains, ground: groundOf(ties, before, mailModel, { domains, homeDomains: ['contoso.test'], groupOf }) };
}

const { ground, ties } = company();
const ask = (question: Question): Association => associationOf(ground, question, asOf);
const reason = (answer: Association, id: string) => answer.reasons.find((one) => one.id === id);
const inside = (from: string, ...to: string[]): Question => ({ from, domain: 'contoso.test', to });

describe('how likely people hear from a sender', () => {
  it('is high for who writes to them each week, and says how often', () => {
    const answer = ask(inside('a0@contoso.test', 'a1@contoso.test'));
    expect(answer.probability).toBeGreaterThan(0.95);
    expect(reason(answer, 'history')).toMatchObject({ counts: { known: 1 } });
    expect(reason(answer, 'history')?.says).toMatch(/^a0@contoso\.test has reached the recipient before, \d+ times in all$/);
  });

  it('is higher for a colleague of the same team who never wrote than for one of another team', () => {
    const fresh = ties.out.get('a0@contoso.test');
    const silent = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6', 'a7']
      .map((name) => `${name}@contoso.test`)
      .find((name) => fresh?.has(name) !== true);
    const within = ask(inside('a0@contoso.test', silent ?? 'a7@contoso.test')).probability;
    expect(within).toBeGreaterThan(2 * ask(inside('a0@contoso.test', 'b5@contoso.test')).probability);
  });

  it('falls for a domain that looks like a known one, and says which', () => {
    const answer = ask({ from: 'kim@fabrlkam.test', domain: 'fabrlkam.test', to: ['a0@contoso.test'] });
    expect(answer.probability).toBeLessThan(0.02);
    expect(reason(answer, 'lookalike')?.says).toBe('fabrlkam.test looks the same as fabrikam.test, and is not it');
    expect(reason(answer, 'lookalike')?.weight).toBeLessThan(0);
  });

  it('does not fall so for a new domain like no other, nor for the known one', () => {
    const [stranger, partner] = ['northwind.test', 'fabrikam.test'].map((domain) =>
      ask({ from: `kim@${domain}`, domain, to: ['a0@contoso.test'] }),
    );
    const fake = ask({ from: 'kim@fabrlkam.test', domain: 'fabrlkam.test', to: ['a0@contoso.test'] });
    expect(stranger && reason(stranger, 'lookalike')).toBeUndefined();
    expect(stranger?.probability).toBeGreaterThan(4 * fake.probability);
    expect(partner?.probability).toBeGreaterThan(0.9);
  });

  it('is higher for a new sender of a known domain to its people than to strangers of it', () => {
    const to = (name: string) => ask({ from: 'lee@fabrikam.test', domain: 'fabrikam.test', to: [name] }).probability;
    expect(to('a0@contoso.test')).toBeGreaterThan(to('b0@contoso.test'));
  });

  it('is lower for a stranger who writes to many at once than to one of them', () => {
    const team = [0, 1, 2, 3, 4, 5, 6, 7].map((index) => `b${index}@contoso.test`);
    const from = { from: 'new@northwind.test', domain: 'northwind.test' };
    const [one, many] = [ask({ ...from, to: team.slice(0, 1) }), ask({ ...from, to: team })];
    expect(reason(many, 'firstContact')?.weight).toBeLessThan(reason(one, 'firstContact')?.weight ?? 0);
    expect(reason(many, 'firstContact')?.says).toContain('who writes to 8 at once');
    expect(reason(ask(inside('a0@contoso.test', 'b0@contoso.test')), 'firstContact')).toBeUndefined();
  });

  it('is made of its reasons: they add up to its log-odds', () => {
    for (const question of [
      inside('a0@contoso.test', 'a1@contoso.test', 'b1@contoso.test'),
      { from: 'x@northwind.test', domain: 'northwind.test', to: ['a1@contoso.test'] },
    ]) {
      const { probability, bits, baseline, reasons } = ask(question);
      const odds = reasons.reduce((sum, { weight }) => sum + weight, baseline);
      expect(Math.log(probability / (1 - probability))).toBeCloseTo(odds, 6);
      expect(bits).toBeCloseTo(-Math.log2(probability), 6);
      for (const { says } of reasons) expect(says).not.toMatch(/NaN|undefined|Infinity/);
    }
  });

  it('does not depend on the order or doubling of recipients', () => {
    const to = ['a1@contoso.test', 'b1@contoso.test', 'a2@contoso.test'];
    expect(ask(inside('a0@contoso.test', ...[...to].reverse(), ...to))).toEqual(ask(inside('a0@contoso.test', ...to)));
  });

  it('knows only what came before: a tie of tomorrow changes nothing', () => {
    const { ties: more, domains } = company();
    addTie(more, 'b0@contoso.test', 'a5@contoso.test', asOf + days(1));
    const later = groundOf(more, before, mailModel, {
      domains,
      homeDomains: ['contoso.test'],
      groupOf: (name) => /^([ab])\d@/.exec(name)?.[1],
    });
    const question = inside('b0@contoso.test', 'a5@contoso.test');
    expect(associationOf(later, question, asOf)).toEqual(ask(question));
    expect(associationOf(later, question, asOf + days(1)).probability).toBeGreaterThan(ask(question).probability);
  });

  it('needs somebody to hear it', () => {
    expect(() => ask(inside('a0@contoso.test'))).toThrow('names at least one recipient');
  });
});

describe('an odd tenant', () => {
  const sane = ({ probability, bits, reasons }: Association) => {
    expect(probability).toBeGreaterThanOrEqual(0);
    expect(probability).toBeLessThanOrEqual(1);
    expect(Number.isFinite(bits)).toBe(true);
    expect(reasons.every(({ weight, counts }) => [weight, ...Object.values(counts)].every(Number.isFinite))).toBe(true);
  };

  it('without any history is answered', () => {
    const empty = groundOf(noTies(), before, mailModel);
    const answer = associationOf(empty, { from: 'a@northwind.test', domain: 'northwind.test', to: ['b@contoso.test'] }, asOf);
    sane(answer);
    expect(reason(answer, 'domain')?.says).toBe('northwind.test has never written to anybody here');
  });

  it('of one person is answered', () => {
    const lonely = noTies();
    addTie(lonely, 'kim@fabrikam.test', 'ana@contoso.test', start);
    const alone = groundOf(lonely, before, mailModel, { homeDomains: ['contoso.test'], groupOf: () => 'all' });
    sane(associationOf(alone, { from: 'kim@fabrikam.test', domain: 'fabrikam.test', to: ['ana@contoso.test'] }, asOf));
    sane(associationOf(alone, { from: 'ana@contoso.test', domain: 'contoso.test', to: ['ana@contoso.test'] }, asOf));
  });

  it('with a list of 5,000 is answered from a part of it, and says so', () => {
    const list = Array.from({ length: 5_000 }, (_, index) => `m${index}@contoso.test`);
    const all = noTies();
    for (const name of list) addTie(all, 'news@contoso.test', name, start);
    const big = groundOf(all, before, mailModel, { homeDomains: ['contoso.test'] });
    const answer = associationOf(big, { from: 'news@contoso.test', domain: 'contoso.test', to: list }, asOf);
    sane(answer);
    expect(answer).toMatchObject({ lookedAt: 50, of: 5_000 });
    expect(answer.probability).toBeGreaterThan(0.8);
    expect(associationOf(big, { from: 'm7@contoso.test', domain: 'contoso.test', to: list }, asOf).probability).toBeLessThan(
      answer.probability,
    );
  });

  it('in which all happened at one instant is answered', () => {
    const crowd = noTies();
    for (let from = 0; from < 30; from += 1) for (let to = 0; to < 30; to += 1) addTie(crowd, `u${from}`, `u${to}`, start);
    const once = groundOf(crowd, dayOf(start) + 1, mailModel, { groupOf: () => 'all' });
    sane(associationOf(once, { from: 'u1', to: ['u2'] }, start));
    sane(associationOf(once, { from: 'u1', to: ['u2'] }, start - days(4_000)));
    sane(associationOf(once, { from: 'u1', to: ['u2'] }, start + days(4_000)));
  });

  it.each(['x'.repeat(100_000), '\u202E\u0000', 'xn--999999999.test', '', '@', '…'.repeat(300)])(
    'with a domain like %.20j is answered',
    (domain) => {
      sane(ask({ from: `a@${domain}`, domain, to: ['a0@contoso.test'] }));
    },
  );
});

describe('a person and what they use', () => {
  /** Six of finance use two sites each week, six of sales two others; one of each has never opened the second. */
  const uses = noTies(true);
  for (let week = 0; week < 8; week += 1)
    for (const team of ['finance', 'sales'])
      for (let person = 0; person < 6; person += 1)
        for (const site of ['plans', 'reports'])
          if (person > 0 || site === 'plans') addTie(uses, `${team}${person}`, `${team}-${site}`, start + days(7 * week));
  const used = groundOf(uses, before, useModel, { groupOf: (name) => /^(finance|sales)/.exec(name)?.[1] });
  const open = (person: string, site: string) => associationOf(used, { from: person, to: [site] }, asOf);

  it('is likely what they use, or their peers', () => {
    expect(open('finance1', 'finance-plans').probability).toBeGreaterThan(0.95);
    expect(open('finance0', 'finance-reports').probability).toBeGreaterThan(3 * open('finance0', 'sales-reports').probability);
  });

  it('says how many of the peers use it', () => {
    expect(reason(open('finance0', 'finance-reports'), 'groups')?.says).toContain('5 reach the recipient');
  });
});
