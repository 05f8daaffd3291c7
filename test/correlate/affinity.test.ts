import { describe, expect, it } from 'vitest';
import { linksBetween } from '../../src/correlate/affinity.ts';
import { usual } from '../../src/correlate/settings.ts';
import type { About, Finding, Severity } from '../../src/model/finding.ts';
import type { Link } from '../../src/model/incident.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import { ana, bo, found, start, touched } from './found.ts';

/** Findings of Ana and of Bo that share one entity, or two of Ana, so long apart; what binds them, if anything. */
function linkOver(shared: About, gap: number, severity: Severity = 'medium', later: Severity = severity): Link | undefined {
  const both =
    shared.label === 'User'
      ? [[shared], [shared]]
      : [
          [ana, shared],
          [bo, shared],
        ];
  const [about = [], laterAbout = []] = both;
  const links = linksBetween([
    found('a', { about, severity }),
    found('b', { about: laterAbout, severity: later, at: start + gap }),
  ]);
  expect(links.length).toBeLessThanOrEqual(1);
  return links.find(({ weight }) => weight >= usual.binds);
}

const mailed = (about: About): About => (about.label === 'Email' ? { ...about, role: 'mail' } : about);
const pairs = (findings: readonly Finding[]): string[] => linksBetween(findings).map(({ from, to }) => `${from}–${to}`);

describe('a bridge', () => {
  it.each(['Session', 'AuthMethod', 'Rule'] as const)('does not expire when it is a %s', (label) => {
    const near = linkOver(touched(label, 'x'), 0);
    expect(linkOver(touched(label, 'x'), days(200))?.weight).toBe(near?.weight);
    expect(near).toMatchObject({ decay: 1, beyondChance: 1 });
  });

  it('keeps its meaning when it is a mailbox two serious findings are about, though after months it may be chance', () => {
    const mailbox = touched('Mailbox', 'x');
    const link = (gap: number, severity: Severity) =>
      linksBetween([
        found('a', { about: [ana, mailbox], severity }),
        found('b', { about: [bo, mailbox], severity, at: start + gap }),
      ])[0];
    expect(link(days(10), 'medium')?.decay).toBe(1);
    expect(link(days(2), 'low')?.decay).toBeLessThan(1);
    expect(linkOver(mailbox, days(4))).toBeDefined();
    expect(linkOver(mailbox, days(200))).toBeUndefined();
  });

  it('lasts as long as a foothold does', () => {
    const days12 = (stage: 'access' | 'foothold') =>
      linksBetween([found('a', { stage }), found('b', { at: start + days(12) })])[0];
    expect(days12('foothold')).toMatchObject({ decay: 1 });
    expect(days12('foothold')?.weight).toBeGreaterThanOrEqual(usual.binds);
    expect(days12('access')?.weight ?? 0).toBeLessThan(usual.binds);
  });

  it('is company by chance on what is found odd every other day', () => {
    const busy = (every: number) => {
      const noise = Array.from({ length: 14 }, (_, n) => found(`n${n}`, { at: start + days(n * every) }));
      const last = start + days(14 * every);
      const all = [...noise, found('y', { at: last }), found('z', { at: last + days(2) })];
      return linksBetween(all).find(({ from, to }) => from === 'y' && to === 'z');
    };
    expect(busy(2)?.beyondChance).toBeLessThan(0.45);
    expect(linkOver(ana, days(2))?.beyondChance).toBeGreaterThan(0.8);
  });

  it('tells less where one finding was made at home and the other in a strange place', () => {
    const from = (bits: number): Pick<Finding, 'surprise'> => ({
      surprise: { bits, percentile: 1, of: 9, atLeast: 0, parts: [{ dimension: 'country', value: 'X', bits, alone: bits }] },
    });
    const between = (a: number, b: number) =>
      linksBetween([found('a', from(a)), found('b', { ...from(b), at: start + days(2) })])[0];
    expect(between(14, 14)).toMatchObject({ agreement: 1 });
    expect(between(1, 1)).toMatchObject({ agreement: 1 });
    expect(between(1, 14)?.agreement).toBeLessThan(1);
    expect(between(1, 14)?.because).toMatch(/, once from a usual place and once from a strange one$/);
    expect(between(6, 14)).toMatchObject({ agreement: 1 });
  });

  it('tells no less of a mail, which says who wrote it and not where they sat', () => {
    const told = (dimension: string, alone: number): Pick<Finding, 'surprise'> => ({
      surprise: { bits: 14, percentile: 1, of: 9, atLeast: 0, parts: [{ dimension, value: 'X', bits: 14, alone }] },
    });
    const after = (about: readonly About[]) =>
      linksBetween([
        found('taken', told('country', 14)),
        found('later', { ...told('correspondent', 14), about, at: start + minutes(30) }),
      ])[0];
    expect(after([ana, touched('Email', 'm')])?.agreement).toBe(1);
    // At a desk of which nothing is strange.
    expect(after([ana, touched('IP', '198.51.100.10')])?.agreement).toBeLessThan(1);
  });

  it('fades where it is a mailbox that a mail only reached', () => {
    const box = (role: About['role']): About => ({ label: 'Mailbox', key: 'bo', role, spread: 1 });
    const after = (role: About['role']) =>
      linksBetween([
        found('lure', { about: [ana, touched('Email', 'm'), box(role)].map(mailed) }),
        found('taken', { about: [box('mailbox')], at: start + days(4) }),
      ])[0];
    expect(after('mailbox')?.decay).toBe(1);
    expect(after('target')?.decay).toBeLessThan(1);
  });

  it('binds medium findings over five days, and over eight, but not over twelve, when it is an account', () => {
    expect(linkOver(ana, days(5))).toMatchObject({ mechanism: 'account', bridge: { label: 'User', key: 'ana' } });
    expect(linkOver(ana, days(8))).toBeDefined();
    expect(linkOver(ana, days(12))).toBeUndefined();
  });

  it('leads on from whom a mail reached, and not back to what was theirs before', () => {
    const reached: About = { label: 'User', key: 'ana', role: 'target', spread: 1 };
    const lure = (at: number) => found('lure', { about: [touched('Email', 'm'), reached].map(mailed), severity: 'high', at });
    const taken = (at: number) => found('taken', { about: [ana], severity: 'high', at });
    expect(pairs([lure(start), taken(start + days(1))])).toEqual(['lure–taken']);
    expect(pairs([taken(start), lure(start + days(1))])).toEqual([]);
    // A change made to an account is one that was in other hands.
    const changed = found('changed', { about: [bo, reached], severity: 'high', at: start + days(1) });
    expect(pairs([taken(start), changed])).toEqual(['taken–changed']);
  });

  it('expires in hours when it is an address', () => {
    const address = touched('IP', '203.0.113.7');
    expect(linkOver(address, hours(2))).toMatchObject({ mechanism: 'address', reason: 'sharedIndicators' });
    expect(linkOver(address, hours(24))).toBeUndefined();
  });

  it('does not expire so soon when it is an address the same account comes from', () => {
    const address = touched('IP', '203.0.113.7');
    const weight = (who: About) =>
      linksBetween([found('a', { about: [ana, address] }), found('b', { about: [who, address], at: start + days(2) })]).find(
        ({ mechanism }) => mechanism === 'address',
      )?.weight ?? 0;
    expect(weight(ana)).toBeGreaterThan(0.5);
    expect(weight(bo)).toBeLessThan(0.3);
  });

  it('binds nobody when hundreds come through it', () => {
    expect(linkOver(touched('IP', '192.0.2.1', 300), minutes(1))).toBeUndefined();
    expect(linkOver(touched('IP', '192.0.2.1', 1), minutes(1))).toBeDefined();
    expect(linkOver(touched('Device', 'jump host', 40), minutes(1))).toBeUndefined();
    expect(linkOver(touched('Mailbox', 'info@contoso.test', 40), minutes(1))).toBeUndefined();
  });

  it('binds the only two who touched it, and less the more others there are', () => {
    const weights = [2, 3, 5, 9].map((spread) => linkOver(touched('Session', 's', spread), 0)?.weight ?? 0);
    expect(weights).toEqual([1, 0.8, 0.6667, 0.5714]);
    expect(linkOver(touched('AuthMethod', 'phone:+233200000007', 2), days(30))).toMatchObject({
      mechanism: 'method',
      specificity: 1,
    });
  });

  it('is no less an account’s own because many act on it', () => {
    expect(linkOver({ ...ana, spread: 50 }, hours(1))?.specificity).toBe(1);
  });

  it('is weaker company when a finding is low, and weakest when it only informs', () => {
    const weights = (['high', 'medium', 'low', 'informational'] as const).map(
      (severity) => linkOver(ana, 0, 'medium', severity)?.strength ?? 0,
    );
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
    expect(new Set(weights)).toEqual(new Set([0.9, 0.805, 0.6971]));
    expect(linkOver(ana, days(8), 'medium')).toBeDefined();
    expect(linkOver(ana, days(8), 'medium', 'low')).toBeUndefined();
    expect(linkOver(ana, hours(2), 'medium', 'informational')).toBeDefined();
    expect(linkOver(ana, days(4), 'medium', 'informational')).toBeUndefined();
    expect(linkOver(ana, days(4), 'informational', 'informational')).toBeUndefined();
  });

  it('is measured from the last evidence of the earlier finding', () => {
    const long = found('a', { lastAt: start + days(10) });
    expect(linksBetween([long, found('b', { at: start + days(12) })])).toMatchObject([{ gapMs: days(2) }]);
    expect(linksBetween([long, found('b', { at: start + days(3) })])).toMatchObject([{ gapMs: 0, decay: 1 }]);
  });

  it('says what it is, how many others touched it, and how long apart', () => {
    expect(linkOver(touched('Rule', 'r', 2), minutes(5))?.because).toBe(
      'the same rule (r), which nobody else had touched, within the hour',
    );
    expect(linkOver(touched('Session', 's', 3), hours(5))?.because).toMatch(
      /^in the same session \(s\), which 1 .*, 5 hours apart$/,
    );
    expect(linkOver(ana, days(5))?.because).toBe('the same account (ana), 5 days apart');
  });

  it('is not a country or a network', () => {
    for (const label of ['Country', 'Asn'] as const) expect(linkOver(touched(label, 'x'), 0)).toBeUndefined();
  });

  it('is a message and an app for weeks, a link for two days, a domain for hours', () => {
    const binds = (label: 'Email' | 'App' | 'Url' | 'Domain', gap: number) => linkOver(touched(label, 'x'), gap)?.mechanism;
    expect([binds('Email', days(14)), binds('App', days(10)), binds('Url', days(1)), binds('Domain', hours(6))]).toEqual([
      'mail',
      'app',
      'link',
      'domain',
    ]);
    expect([binds('Email', days(40)), binds('App', days(20)), binds('Url', days(3)), binds('Domain', days(1))]).toEqual(
      Array<undefined>(4).fill(undefined),
    );
  });
});

describe('links', () => {
  it('are as strong as their parts together, and strong enough', () => {
    const shared = [ana, touched('Session', 's', 2), touched('IP', '203.0.113.7'), touched('Rule', 'r')];
    const links = linksBetween([0, 1, 2, 3].map((n) => found(`f${n}`, { about: shared, at: start + hours(n) })));
    expect(links.length).toBeGreaterThan(6);
    for (const { weight, specificity, strength, decay, beyondChance, agreement } of links) {
      expect(weight).toBeCloseTo(specificity * strength * decay * beyondChance * agreement, 3);
      expect(weight).toBeGreaterThanOrEqual(usual.tells);
      for (const part of [specificity, strength, decay, beyondChance, agreement]) expect(part).toBeLessThanOrEqual(1);
    }
  });

  it('of one mechanism between two findings are one, the strongest', () => {
    const sessions = [touched('Session', 's0', 3), touched('Session', 's1', 2)];
    const links = linksBetween([found('a', { about: [ana, ...sessions] }), found('b', { about: [bo, ...sessions] })]);
    expect(links).toMatchObject([{ mechanism: 'session', bridge: { key: 's1' }, weight: 1 }]);
  });

  it('do not join a finding to itself when it names somebody twice', () => {
    expect(linksBetween([found('a', { about: [ana, { ...ana, role: 'target' }] })])).toEqual([]);
  });

  it('do not join two people who share nothing', () => {
    expect(linksBetween([found('a', { about: [ana] }), found('b', { about: [bo] })])).toEqual([]);
  });

  it('reach over one finding that is cut out', () => {
    expect(pairs(['a', 'b', 'c'].map((id, n) => found(id, { at: start + hours(n) })))).toEqual(['a–b', 'a–c', 'b–c']);
  });

  it('reach over any number of small findings to the last serious one', () => {
    const small = ['s1', 's2', 's3', 's4'].map((id, n) =>
      found(id, { severity: 'informational', at: start + days(4) + minutes(n) }),
    );
    expect(pairs([found('a'), ...small, found('z', { at: start + days(4) + hours(1) })])).toContain('a–z');
  });
});
