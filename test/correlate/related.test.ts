import { assert, property } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parted } from '../../src/correlate/partition.ts';
import { relatedIn } from '../../src/correlate/related.ts';
import { usual } from '../../src/correlate/settings.ts';
import type { Constraint, Related } from '../../src/model/incident.ts';
import type { Finding } from '../../src/model/finding.ts';
import { days, hours } from '../../src/model/time.ts';
import { anyFindings, anyWords, shuffled } from './any-findings.ts';
import { ana, bo, found, start, touched } from './found.ts';

function related(findings: readonly Finding[], words: readonly Constraint[] = []): Map<string, readonly Related[]> {
  const { clusters, evidence } = parted(findings, words);
  const names = new Map(clusters.map(({ id, anchor }) => [id, anchor]));
  return new Map(
    [...relatedIn(clusters, evidence, words)].map(([id, list]) => [
      names.get(id) ?? '',
      list.map((one) => ({ ...one, id: names.get(one.id) ?? '' })),
    ]),
  );
}

const pairOf = ({ from, to }: Pick<Constraint, 'from' | 'to'>): string => [from, to].sort().join(' ');
const cut: Constraint = { kind: 'cut', from: 'a', to: 'b' };

describe('two incidents one piece of evidence apart', () => {
  const address = touched('IP', '203.0.113.7', 3);
  const apart = (gap: number): Finding[] => [
    found('a', { about: [ana, address] }),
    found('b', { at: start + gap, about: [bo, address] }),
  ];
  const gap = hours(9);

  it('are related, each by its own finding, with the reason', () => {
    expect(parted(apart(gap)).clusters).toHaveLength(2);
    const found = related(apart(gap));
    expect(found.get('a')).toEqual([
      {
        id: 'b',
        weight: expect.any(Number) as number,
        mechanism: 'address',
        bridge: { label: 'IP', key: '203.0.113.7' },
        because: 'the same address (203.0.113.7), which 1 other had touched, 9 hours apart',
        ...{ from: 'a', to: 'b' },
      },
    ]);
    expect(found.get('b')).toMatchObject([{ id: 'a', from: 'b', to: 'a' }]);
  });

  it('are not where the evidence is old, or one of them waits in the background', () => {
    expect(related(apart(days(4))).size).toBe(0);
    const [one, other] = apart(gap);
    expect(related([{ ...(one as Finding), severity: 'low' }, other as Finding]).size).toBe(0);
  });

  it('are one where it binds, and one incident is not related to itself', () => {
    expect(parted(apart(hours(1))).clusters).toHaveLength(1);
    expect(related(apart(hours(1))).size).toBe(0);
  });
});

describe('what an analyst parted', () => {
  const pair = [found('a'), found('b', { at: start + hours(2) })];

  it('is related no more by what was judged', () => {
    expect(parted(pair).clusters).toHaveLength(1);
    expect(parted(pair, [cut]).clusters).toHaveLength(2);
    expect(related(pair, [cut]).size).toBe(0);
  });

  it('is by other evidence, which says so', () => {
    const session = touched('Session', 's');
    const findings = [
      ...[found('a', { about: [ana, session] }), found('b', { at: start + hours(2), about: [bo] })],
      ...[found('c', { at: start + hours(1), about: [ana, session] }), found('d', { at: start + hours(3), about: [bo, ana] })],
    ];
    const [first] = related(findings, [cut, { kind: 'cut', from: 'a', to: 'd' }]).get('a') ?? [];
    expect(first).toMatchObject({ from: 'c', to: 'd' });
    expect(first?.because).toMatch(/; an analyst parted other findings of the two$/);
  });
});

it('nobody is related to more than a few, and those are the strongest', () => {
  const address = touched('IP', '203.0.113.7', 3);
  const crowd = Array.from({ length: 40 }, (_, n) =>
    found(`f${String(n).padStart(2, '0')}`, { at: start + hours(13) * n, about: [touched('User', `u${n}`), address] }),
  );
  const all = related(crowd);
  expect(all.size).toBeGreaterThan(0);
  for (const list of all.values()) {
    expect(list.length).toBeLessThanOrEqual(usual.related.most);
    expect(list.map(({ weight }) => weight)).toEqual(list.map(({ weight }) => weight).toSorted((a, b) => b - a));
  }
});

it('whatever the findings: mutual, between standing incidents, strong enough, the same in any order', () => {
  assert(
    property(
      anyFindings(40)
        .filter((all) => all.length > 0)
        .chain((all) => shuffled(all).chain((other) => anyWords(all).map((words) => [all, other, words] as const))),
      ([all, other, words]) => {
        const { clusters, evidence } = parted(all, words);
        const found = relatedIn(clusters, evidence, words);
        const again = parted(other, words);
        expect(relatedIn(again.clusters, again.evidence, words.toReversed())).toEqual(found);

        const standing = new Map(clusters.filter((it) => !it.background).map((it) => [it.id, it.findings]));
        for (const [id, list] of found)
          for (const { id: partner, weight, from, to } of list) {
            expect(weight).toBeGreaterThanOrEqual(usual.related.from);
            expect([standing.get(id), standing.get(partner)]).toEqual([
              expect.arrayContaining([from]),
              expect.arrayContaining([to]),
            ]);
            expect(found.get(partner)).toContainEqual(expect.objectContaining({ id, weight, from: to, to: from }));
            expect(words.filter(({ kind }) => kind === 'cut').map(pairOf)).not.toContain(pairOf({ from, to }));
          }
      },
    ),
  );
});
