import { assert, integer, property, tuple } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { explain, mostNamed } from '../../src/correlate/explanation.ts';
import type { Explanation } from '../../src/correlate/explanation.ts';
import { forest } from '../../src/correlate/forest.ts';
import { parted, partition } from '../../src/correlate/partition.ts';
import { thingOf } from '../../src/model/finding.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Link } from '../../src/model/incident.ts';
import { hours, minutes } from '../../src/model/time.ts';
import { storyA, storyB } from '../support/incidents.ts';
import { anyFindings, anyWords, shuffled } from './any-findings.ts';
import { ana, bo, found, start, touched } from './found.ts';

const keys = ({ things }: Explanation): string[] => things.map(({ key }) => key);
const told = (findings: readonly Finding[], most = 24, links: readonly Link[] = []) => explain({ findings, links }, most);

/** How many trees the things stand in, by the ties. */
function treesIn({ things, ties }: Explanation): number {
  const trees = forest(things.map(thingOf));
  for (const { from, to } of ties) trees.join(thingOf(from), thingOf(to));
  return new Set(things.map((it) => trees.rootOf(thingOf(it)))).size;
}

const address = touched('IP', '203.0.113.7');
const rule = touched('Rule', 'hide');

describe('an explanation', () => {
  it('hangs what was used and touched on who was, by the findings that name both', () => {
    const explanation = told([
      found('a', { about: [ana, address] }),
      found('b', { at: start + hours(1), stage: 'evasion', says: 'hid mail', about: [ana, address, rule] }),
    ]);
    expect(explanation.things.map(({ key, part, findings }) => [part, key, findings])).toEqual([
      ['cameFrom', '203.0.113.7', ['a', 'b']],
      ['who', 'ana', ['a', 'b']],
      ['touched', 'hide', ['b']],
    ]);
    expect(explanation.ties).toEqual([
      expect.objectContaining({
        from: { label: 'IP', key: '203.0.113.7' },
        to: { label: 'User', key: 'ana' },
        findings: ['a', 'b'],
      }),
      {
        from: { label: 'User', key: 'ana' },
        to: { label: 'Rule', key: 'hide' },
        ...{ findings: ['b'], at: start + hours(1), weight: 0.75, because: 'hid mail' },
      },
    ]);
  });

  it('leaves out a country and a session that an address tells of, and what only stood by', () => {
    const [country, session, office] = [touched('Country', 'GH'), touched('Session', 's'), touched('IP', '192.0.2.1', 400)];
    const explanation = told([found('a', { about: [ana, address, country, session, office] })]);
    expect(keys(explanation)).toEqual(['203.0.113.7', 'ana']);
    expect(explanation.all).toBe(5);
    expect(keys(told([found('a', { about: [ana, country] })]))).toEqual(['GH', 'ana']);
  });

  it('keeps what only stood by where it falls apart without it', () => {
    const office = touched('IP', '192.0.2.1', 400);
    const explanation = told([found('a', { about: [ana, office] }), found('b', { about: [bo, office] })]);
    expect(keys(explanation)).toEqual(['ana', 'bo', '192.0.2.1']);
    expect(explanation.ties).toHaveLength(2);
  });

  it('folds what no finding tells apart', () => {
    const files = ['c', 'a', 'b'].map((key) => touched('File', key));
    const explanation = told([found('a', { about: [ana, ...files] }), found('b', { about: [ana, touched('File', 'd')] })]);
    expect(explanation.things.filter(({ label }) => label === 'File')).toMatchObject([
      {
        key: 'a',
        folded: [
          { label: 'File', key: 'b' },
          { label: 'File', key: 'c' },
        ],
      },
      { key: 'd', folded: [] },
    ]);
  });

  it('with room for few keeps what was gravest', () => {
    const low = Array.from({ length: 9 }, (_, n) =>
      found(`low-${n}`, { severity: 'low', about: [ana, touched('File', `f${n}`)] }),
    );
    const explanation = told([...low, found('grave', { severity: 'high', stage: 'evasion', about: [ana, rule] })], 3);
    expect(keys(explanation)).toEqual(['ana', 'f0', 'hide']);
    expect(explanation.all).toBe(11);
  });

  it('with room for few keeps what the escalation rests on', () => {
    const findings = ['a', 'b', 'c'].map((id) => found(id, { about: [ana, touched('File', id)] }));
    const contributions = [{ feature: 'files', says: 'files', value: 1, logit: 2, findings: ['b'] }];
    expect(keys(explain({ findings, links: [], contributions }, 2))).toEqual(['ana', 'b']);
  });

  it('ties by an analyst’s pin what nothing else does, and says so', () => {
    const findings = [found('a', { about: [ana] }), found('b', { at: start + hours(1), about: [bo] })];
    const [{ links } = { links: [] }] = partition(findings, [{ kind: 'pin', from: 'a', to: 'b' }]);
    expect(told(findings, 24, links).ties).toMatchObject([
      { findings: ['a', 'b'], mechanism: 'pinned', weight: 1, because: 'an analyst pinned them together', at: start + hours(1) },
    ]);
    const apart = told(findings);
    expect([apart.things.length, apart.ties]).toEqual([2, []]);
  });

  it('of findings that name nothing, or of none, is empty', () => {
    expect(told([])).toEqual({ things: [], ties: [], all: 0 });
    expect(told([found('a', { about: [] })])).toEqual({ things: [], ties: [], all: 0 });
    expect(keys(told([found('a', { about: [] }), found('b')]))).toEqual(['ana']);
  });

  it('of 2,000 findings on one address is bounded, and made at once', () => {
    const crowd = Array.from({ length: 2_000 }, (_, n) =>
      found(`f${n}`, { at: start + minutes(n), about: [touched('User', `u${n}`), address, touched('Country', 'GH')] }),
    );
    const since = performance.now();
    const explanation = told(crowd);
    expect(performance.now() - since).toBeLessThan(2_000);
    expect([explanation.things.length, explanation.ties.length, explanation.all]).toEqual([24, 23, 2_002]);
    expect(explanation.things.find(({ label }) => label === 'IP')?.findings).toHaveLength(mostNamed);
    expect(treesIn(explanation)).toBe(1);
  });
});

describe.each([
  ['A', storyA(), ['US', 'DE', 'NL'], 'u-priya', ['priya\\.']],
  ['B', storyB(), ['US', 'GH'], 'u-marta', ['receivables@contoso.test', 'remittances@contoso.test']],
] as const)('story %s', (_, { findings }, from, who, touchedThere) => {
  const explanation = told(findings);
  const inPart = (part: string): string[] =>
    explanation.things.filter((it) => it.part === part).flatMap((it) => [it.key, ...it.folded.map(({ key }) => key)]);

  it('came from elsewhere, to one person, and touched what they have', () => {
    expect(inPart('who')).toEqual([who]);
    expect(inPart('cameFrom')).toEqual(expect.arrayContaining([...from]));
    expect(inPart('touched')).toEqual(expect.arrayContaining([...touchedThere]));
    expect(inPart('atRisk')).toEqual([]);
  });

  it('hangs together', () => {
    expect(treesIn(explanation)).toBe(1);
  });
});

describe('whatever the incident', () => {
  const anyIncident = anyFindings(30)
    .filter((all) => all.length > 0)
    .chain((all) => tuple(integer({ min: 1, max: 12 }), shuffled(all), anyWords(all)).map((rest) => [all, ...rest] as const));

  it('it is a tree over at most so many of its things, true of its findings, the same in any order', () => {
    assert(
      property(anyIncident, ([all, most, other, words]) => {
        for (const { findings: ids, links } of parted(all, words).clusters) {
          const inside = all.filter(({ id }) => ids.includes(id));
          const explanation = told(inside, most, links);
          expect(
            told(
              other.filter(({ id }) => ids.includes(id)),
              most,
              links.toReversed(),
            ),
          ).toEqual(explanation);

          const { things, ties } = explanation;
          expect(things.length).toBeLessThanOrEqual(most);
          expect(ties).toHaveLength(things.length - treesIn(explanation));
          if (whole(inside, links) <= 1) expect(treesIn(explanation)).toBeLessThanOrEqual(1);
          for (const { from, to, findings, mechanism } of ties)
            for (const finding of findings.map((id) => inside.find((it) => it.id === id)))
              expect(
                finding?.about.filter((it) => [from, to].some((end) => thingOf(end) === thingOf(it))).length,
              ).toBeGreaterThanOrEqual(mechanism === undefined ? 2 : 1);
        }
      }),
    );
  });

  /** How many parts an incident falls into by what its findings name and its links between those that name anything. */
  function whole(findings: readonly Finding[], links: readonly Link[]): number {
    const naming = findings.filter(({ about }) => about.length > 0);
    const parts = forest([...naming.map(({ id }) => id), ...naming.flatMap(({ about }) => about.map(thingOf))]);
    for (const { id, about } of naming) for (const it of about) parts.join(id, thingOf(it));
    const known = new Set(naming.map(({ id }) => id));
    for (const { from, to } of links) if (known.has(from) && known.has(to)) parts.join(from, to);
    return new Set(naming.map(({ id }) => parts.rootOf(id))).size;
  }
});
