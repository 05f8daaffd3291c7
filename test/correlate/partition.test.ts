import { array, assert, constantFrom, integer, property, record, shuffledSubarray, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentId, partition } from '../../src/correlate/partition.ts';
import { inOrder } from '../../src/model/event.ts';
import { severities } from '../../src/model/finding.ts';
import type { About, Finding } from '../../src/model/finding.ts';
import type { Cluster, Constraint } from '../../src/model/incident.ts';
import { days, hours } from '../../src/model/time.ts';
import { ana, bo, found, start, touched } from './found.ts';

const held = (clusters: readonly Cluster[]): string[] => clusters.map(({ findings }) => findings.join(' '));
const pin = (from: string, to: string): Constraint => ({ kind: 'pin', from, to });
const cut = (from: string, to: string): Constraint => ({ kind: 'cut', from, to });

const entities = [
  ana,
  bo,
  touched('Session', 's'),
  touched('IP', '203.0.113.7'),
  touched('IP', '192.0.2.1', 90),
  touched('Rule', 'r'),
];

/** Whatever may be found in a month, some of it at once. */
const anyFindings = array(
  record({
    hour: integer({ min: 0, max: 24 * 30 }),
    severity: constantFrom(...severities),
    detection: constantFrom('one', 'two'),
    about: subarray(entities, { minLength: 1 }),
  }),
  { maxLength: 25 },
).map((all) =>
  all.map(({ hour, ...given }, index) => found(`f${String(index).padStart(2, '0')}`, { ...given, at: start + hours(hour) })),
);

describe('incidents', () => {
  it('are one when an attack waits five days, and two when it is two people’s', () => {
    expect(held(partition([found('a'), found('b', { at: start + days(5) })]))).toEqual(['a b']);
    expect(held(partition([found('a'), found('b', { about: [bo] })]))).toEqual(['a', 'b']);
  });

  it('hold every finding exactly once, in (at, id) order', () => {
    assert(
      property(anyFindings, (findings) => {
        const clusters = partition(findings);
        expect(clusters.flatMap(({ findings: ids }) => ids).sort()).toEqual(findings.map(({ id }) => id).sort());

        const order = [...findings].sort(inOrder).map(({ id }) => id);
        for (const { anchor, id, findings: ids } of clusters) {
          expect(ids).toEqual(order.filter((one) => ids.includes(one)));
          expect([anchor, id]).toEqual([ids[0], incidentId(ids[0] ?? '')]);
        }
        expect(clusters.map(({ anchor }) => anchor)).toEqual(
          order.filter((one) => clusters.some(({ anchor }) => anchor === one)),
        );
      }),
    );
  });

  it('do not depend on the order in which findings or constraints came', () => {
    const constraints = [pin('f00', 'f01'), cut('f02', 'f03'), pin('f05', 'f04'), pin('f01', 'f02')];
    const shuffled = anyFindings.chain((findings) =>
      record({
        findings: constantFrom(findings),
        later: shuffledSubarray(findings, { minLength: findings.length }),
        words: shuffledSubarray(constraints, { minLength: constraints.length }),
      }),
    );
    assert(
      property(shuffled, ({ findings, later, words }) => {
        expect(partition(later, words)).toEqual(partition(findings, constraints));
      }),
    );
  });

  it('hold only links between their own findings, and every link there is', () => {
    assert(
      property(anyFindings, (findings) => {
        for (const { findings: ids, links, background } of partition(findings)) {
          for (const { from, to } of links) expect(ids).toEqual(expect.arrayContaining([from, to]));
          expect(links.length === 0).toBe(background || ids.length === 1);
        }
      }),
    );
  });

  it('keep their id while they grow, and take another when an earlier anchor comes to light', () => {
    const first = [found('b', { at: start + hours(5) }), found('c', { at: start + hours(6) })];
    const idOf = (findings: readonly Finding[]) => partition(findings).map(({ id }) => id);
    expect(idOf([...first, found('d', { at: start + days(2) })])).toEqual(idOf(first));
    expect(idOf([...first, found('a')])).toEqual([incidentId('a')]);
    expect(idOf([...first, found('elsewhere', { about: [bo] })])).toContain(incidentId('b'));
  });

  it('of nothing are none', () => {
    expect(partition([])).toEqual([]);
    expect(partition([], [pin('a', 'b')])).toEqual([]);
  });
});

describe('isolated small findings', () => {
  const low = (id: string, at: number, given: Partial<Finding> = {}) =>
    found(id, { severity: 'low', at: start + days(at), ...given });

  it('wait together, one incident a detection and person', () => {
    const clusters = partition([
      low('a', 0),
      low('b', 20),
      low('c', 40, { severity: 'informational' }),
      low('d', 60, { detection: 'another' }),
      low('e', 80, { about: [bo] }),
    ]);
    expect(held(clusters)).toEqual(['a b c', 'd', 'e']);
    expect(clusters.every(({ background }) => background)).toBe(true);
  });

  it('stand for themselves when one of them is not small', () => {
    expect(partition([found('a')])).toMatchObject([{ findings: ['a'], background: false }]);
  });

  it('wait apart where an analyst parted them, each with the first it may be with', () => {
    const four = [low('a', 0), low('b', 20), low('c', 40), low('d', 60)];
    expect(held(partition(four, [cut('a', 'c')]))).toEqual(['a b d', 'c']);
    expect(held(partition(four, [cut('c', 'a'), cut('a', 'd')]))).toEqual(['a b', 'c d']);
  });

  it('wait in (at, id) order, wherever else they hung together', () => {
    const heap = [low('a', 0), low('b', 0.2), low('d', 0.4)];
    const alone = low('c', 0.3, { about: [touched('User', 'ana'), touched('Domain', 'nobody.test')] });
    const apart = { ...alone, at: start + days(0.3) };
    const words = [cut('a', 'd'), cut('b', 'd'), cut('c', 'a'), cut('c', 'b'), cut('c', 'd')];
    for (const { findings } of partition([...heap, apart], words)) expect(findings).toEqual([...findings].sort());
    expect(held(partition([...heap, apart], words))).toEqual(['a b', 'c', 'd']);
  });

  it('are an incident when something binds them', () => {
    expect(partition([low('a', 0), low('b', 0.2)])).toMatchObject([{ findings: ['a', 'b'], background: false }]);
  });
});

describe('an analyst', () => {
  const chain = [found('a'), found('b', { at: start + hours(1) })];

  it('cuts what is linked', () => {
    expect(held(partition(chain, [cut('a', 'b')]))).toEqual(['a', 'b']);
    expect(held(partition(chain, [cut('b', 'a')]))).toEqual(['a', 'b']);
  });

  it('cuts a finding out, and what lies on both sides of it stays together', () => {
    const three = [...chain, found('c', { at: start + hours(2) })];
    expect(held(partition(three, [cut('a', 'b'), cut('b', 'c')]))).toEqual(['a c', 'b']);
  });

  it('pins what nothing links', () => {
    const strangers = [found('a'), found('z', { about: [bo], severity: 'low', at: start + days(90) })];
    const [incident] = partition(strangers, [pin('z', 'a')]);
    expect(incident).toMatchObject({
      findings: ['a', 'z'],
      background: false,
      links: [{ mechanism: 'pinned', weight: 1, because: 'an analyst pinned them together' }],
    });
  });

  it('pins twice what is pinned once', () => {
    const strangers = [found('a'), found('z', { about: [bo] })];
    expect(partition(strangers, [pin('a', 'z'), pin('z', 'a')])).toEqual(partition(strangers, [pin('a', 'z')]));
  });

  it('has no say over findings that no longer stand', () => {
    expect(held(partition(chain, [pin('a', 'gone'), cut('gone', 'b')]))).toEqual(['a b']);
  });
});

describe('two waves of one attack', () => {
  const address = touched('IP', '203.0.113.7');
  const wave = (name: string, who: readonly (typeof ana)[], day: number, place: readonly (typeof ana)[]) =>
    Array.from({ length: 8 }, (_, n) =>
      found(`${name}${n}`, { about: [who[n % who.length] ?? ana, ...place], at: start + days(day) + hours(n), severity: 'high' }),
    );

  it('are one where the same account comes from the same address, whoever else was in the first', () => {
    const waves = [...wave('a', [bo, bo, ana], 0, [address]), ...wave('b', [ana], 2, [address])];
    expect(partition(waves)).toHaveLength(1);
  });

  it('are two where somebody merely works in the account that another attack was on', () => {
    const others = Array.from({ length: 4 }, (_, n) => touched('User', `other${n}`));
    const first = wave('a', [bo, bo, bo, bo, bo, bo, bo, ana], 0, [address]);
    const second = wave('b', [...others, ana], 2, [touched('Device', 'somewhere else')]);
    expect(partition([...first, ...second]).length).toBeGreaterThan(1);
  });
});

describe('a lure out of one account, and another account taken', () => {
  const sender = [0, 1, 2, 3].map((n) => found(`ana ${n}`, { at: start + hours(n), severity: 'high' }));
  const lure = (role: About['role']) =>
    found('lure', {
      about: [ana, { label: 'Email', key: 'm', role: 'mail' }, { ...bo, role }],
      ...{ at: start + hours(4), severity: 'low' },
    });
  const taken = (from: number) =>
    [0, 1, 2, 3, 4, 5, 6].map((n) => found(`bo ${n}`, { about: [bo], at: start + hours(from + n), severity: 'high' }));
  const stories = (all: readonly Finding[]) => partition(all).map(({ findings: { length } }) => length);

  it('are one where the mail reached whom the other begins with', () => {
    expect(stories([...sender, lure('target'), ...taken(6)])).toEqual([12]);
  });

  it('are two where the other was merely named with it, or had begun before', () => {
    expect(stories([...sender, lure('actor'), ...taken(6)])).toEqual([5, 7]);
    expect(stories([...sender, lure('target'), ...taken(-2)])).toHaveLength(2);
  });
});

describe('an oversize incident', () => {
  /** 200 findings of two people, one after another, that meet once. */
  const each = (n: number, who: typeof ana) =>
    Array.from({ length: n }, (_, index) =>
      found(`${who.key}${String(index).padStart(3, '0')}`, { about: [who], at: start + hours(index) }),
    );
  const meeting = found('meeting', { about: [ana, bo], at: start + hours(100) });
  const flood = [...each(100, ana), ...each(100, bo), meeting];

  it('is split where it hangs together least, every finding kept', () => {
    const clusters = partition(flood);
    expect(clusters.length).toBeGreaterThan(1);
    expect(clusters.flatMap(({ findings }) => findings).sort()).toEqual(flood.map(({ id }) => id).sort());
    expect(clusters.every(({ findings }) => findings.length >= 1)).toBe(true);
  });

  it('is split the same way every time', () => {
    assert(
      property(shuffledSubarray(flood, { minLength: flood.length }), (shuffled) => {
        expect(held(partition(shuffled))).toEqual(held(partition(flood)));
      }),
      { numRuns: 5 },
    );
  });

  it('is not split between two findings an analyst pinned together', () => {
    const ends = ['ana000', 'bo099'] as const;
    const apart = partition(flood).find(({ findings }) => findings.includes(ends[0]));
    expect(apart?.findings).not.toContain(ends[1]);

    const together = partition(flood, [pin(...ends)]).find(({ findings }) => findings.includes(ends[0]));
    expect(together?.findings).toContain(ends[1]);
  });
});
