import { array, assert, constantFrom, integer, option, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compared } from '../../src/correlate/similar/comparison.ts';
import { continuationOf } from '../../src/correlate/similar/continuation.ts';
import { corpusOf } from '../../src/correlate/similar/corpus.ts';
import { featuresOf, MOST_IN_VIEW, stepFeature, viewOf, views } from '../../src/correlate/similar/features.ts';
import type { Features } from '../../src/correlate/similar/features.ts';
import { featuresIn, signatureOf } from '../../src/correlate/similar/signature.ts';
import type { Found, Story, Tie } from '../../src/correlate/similar/story.ts';
import { days, hours } from '../../src/model/time.ts';
import { ana, bo, found, start, touched } from './found.ts';

/** Findings of these detections, an hour apart, all about Ana, each tied to the one before. */
function story(...names: string[]): Story {
  const findings = names.map((detection, index) =>
    found(`${detection}-${index}`, { detection, title: detection, at: start + hours(index) }),
  );
  return { findings, links: chained(findings) };
}

const chained = (findings: readonly Found[]): Tie[] =>
  findings.slice(1).map((to, index) => ({ from: findings[index]?.id ?? '', to: to.id, mechanism: 'account' }));

/** How similar two are, among some others. */
function similarity(a: Story, b: Story, among: readonly Story[] = []): number {
  const corpus = corpusOf();
  for (const [index, other] of [a, b, ...among].entries()) corpus.put(String(index), 0, featuresOf(other));
  return corpus.nearest(featuresOf(a), 9, '0').find(({ id }) => id === '1')?.similarity ?? 0;
}

const anyStory = array(
  record({
    gap: integer({ min: 1, max: 200 }),
    detection: constantFrom('one', 'two', 'three', 'four'),
    about: subarray([ana, bo, touched('IP', '192.0.2.1'), touched('Rule', 'r')], { minLength: 1 }),
  }),
  { minLength: 1, maxLength: 12 },
).map((all): Story => {
  let at = start;
  const findings = all.map(({ gap, ...given }, index) => found(`f${index}`, { ...given, at: (at += hours(gap)) }));
  return { findings, links: chained(findings) };
});

const closeTo = (value: number): number => expect.closeTo(value, 7) as number;

/** The similarity of two of a corpus in the words of its definition. */
function byDefinition(a: Story, b: Story, corpus: readonly Story[]): number {
  const [one, other] = [featuresOf(a), featuresOf(b)];
  const sets = corpus.map(featuresOf);
  const idf = (feature: number): number =>
    Math.log((sets.length + 1) / Math.max(1, sets.filter((set) => set.has(feature)).length)) + 0.01;
  const sum = (features: readonly number[]): number => features.reduce((total, feature) => total + idf(feature), 0);
  const indices = views.flatMap((_, view) => {
    const either = [...new Set([...one, ...other])].filter((feature) => viewOf(feature) === view);
    return either.length === 0 ? [] : [sum(either.filter((it) => one.has(it) && other.has(it))) / sum(either)];
  });
  return indices.reduce((total, index) => total + index, 0) / indices.length;
}

/** The same on other people, at another time, under other ids. */
const elsewhere = ({ findings, links }: Story): Story => ({
  findings: findings.map((one) => ({
    ...one,
    id: `elsewhere ${one.id}`,
    at: one.at + days(77),
    about: one.about.map((about) => ({ ...about, key: `other ${about.key}` })),
  })),
  links: links.map((link) => ({ ...link, from: `elsewhere ${link.from}`, to: `elsewhere ${link.to}` })),
});

describe('two incidents', () => {
  it('are wholly similar when the same befell others at another time', () => {
    assert(
      property(anyStory, anyStory, (one, other) => {
        expect(similarity(one, elsewhere(one), [other])).toBe(1);
      }),
    );
  });

  it('are as similar the one way as the other, from 0 to 1', () => {
    assert(
      property(anyStory, anyStory, (one, other) => {
        const there = similarity(one, other);
        expect(similarity(other, one)).toBe(there);
        expect(there >= 0 && there <= 1).toBe(true);
      }),
    );
  });

  it('are the same in whatever order their findings and links come', () => {
    assert(
      property(anyStory, ({ findings, links }) => {
        const turned = { findings: [...findings].reverse(), links: [...links].reverse() };
        expect(signatureOf(featuresOf(turned))).toBe(signatureOf(featuresOf({ findings, links })));
      }),
    );
  });

  it('are the more similar the more they share, and not at all when nothing', () => {
    const short = story('sign-in', 'method', 'rule');
    const longer = story('sign-in', 'method', 'rule', 'files');
    const unrelated = {
      findings: [found('x', { detection: 'beacon', stage: 'impact', about: [touched('Device', 'd')] })],
      links: [],
    };
    expect(similarity(short, longer, [unrelated])).toBeGreaterThan(similarity(short, unrelated, [longer]));
    expect(similarity(short, unrelated)).toBe(0);
  });

  it('that share what is rare are more similar than those that share what all have', () => {
    const crowd = Array.from({ length: 20 }, (_, index) => story('sign-in', `own-${index}`));
    const asked = story('sign-in', 'consent');
    expect(similarity(asked, story('other', 'consent'), crowd)).toBeGreaterThan(
      similarity(asked, story('sign-in', 'other'), crowd),
    );
  });

  it('are told apart by order, by pace, and by what ties their findings', () => {
    const one = story('sign-in', 'method', 'rule');
    const slower = { ...one, findings: one.findings.map((finding, index) => ({ ...finding, at: start + days(3 * index) })) };
    const otherwise = { ...one, links: one.links.map((link) => ({ ...link, mechanism: 'session' as const })) };
    for (const other of [story('rule', 'method', 'sign-in'), slower, otherwise]) expect(similarity(one, other)).toBeLessThan(1);
  });

  it('are told apart by the techniques of other products’ alerts, whose detection is one', () => {
    const alert = (technique: string): Story => ({
      findings: [found('a', { detection: 'alert', techniques: [technique] })],
      links: [],
    });
    expect(similarity(alert('T1110.003'), alert('T1110'))).toBe(1);
    expect(similarity(alert('T1110'), alert('T1486'))).toBeLessThan(1);
  });
});

describe('features', () => {
  it('come back from a signature', () => {
    assert(
      property(anyStory, (one) => {
        const features = featuresOf(one);
        expect([...featuresIn(signatureOf(features))]).toEqual([...features]);
      }),
    );
    expect(featuresIn('')).toHaveLength(0);
  });

  it('are few, of nothing, of one finding and of 5,000', () => {
    const many = Array.from({ length: 5_000 }, (_, index) => `detection-${(index * index) % 97}`);
    const began = performance.now();
    const features = featuresOf(story(...many));
    expect(performance.now() - began).toBeLessThan(5_000);
    expect(features.size).toBeLessThanOrEqual(views.length * MOST_IN_VIEW);
    expect(featuresOf({ findings: [], links: [] }).size).toBe(0);
    expect(featuresOf(story('one')).size).toBeGreaterThan(0);
  });
});

describe('a corpus', () => {
  const features = (...names: string[]): Features => featuresOf(story(...names));

  it('gives the most similar first, of equals the latest, and not the one that is asked for', () => {
    const corpus = corpusOf();
    corpus.put('early', 1, features('a', 'b'));
    corpus.put('late', 2, features('a', 'b'));
    corpus.put('part', 3, features('a', 'c'));
    corpus.put('own', 4, features('a', 'b'));
    expect(corpus.nearest(features('a', 'b'), 3, 'own').map(({ id }) => id)).toEqual(['late', 'early', 'part']);
    expect(corpus.nearest(features('a', 'b'), 1, 'own')).toHaveLength(1);
    expect(corpus.nearest(new Set(), 3)).toEqual([]);
  });

  it('counts what is in it now: what changed once, what was dropped not at all', () => {
    const corpus = corpusOf();
    const step = stepFeature(found('x', { detection: 'a', title: 'a' }));
    corpus.put('one', 1, features('a'));
    corpus.put('one', 2, features('a', 'b'));
    corpus.put('two', 1, features('a'));
    expect([corpus.size, corpus.holding(step)]).toEqual([2, 2]);
    corpus.drop('one');
    corpus.drop('nothing');
    expect([corpus.size, corpus.holding(step)]).toEqual([1, 1]);
    expect(corpus.nearest(features('a', 'b'), 5).map(({ id }) => id)).toEqual(['two']);
  });

  it('says the same whatever it held before as one built from nothing', () => {
    const step = record({ id: constantFrom('a', 'b', 'c', 'd', 'e'), at: integer({ min: 1, max: 3 }), story: option(anyStory) });
    assert(
      property(array(step, { maxLength: 25 }), anyStory, (steps, asked) => {
        const corpus = corpusOf();
        const stands = new Map<string, { at: number; its: Features }>();
        for (const { id, at, story } of steps) {
          stands.delete(id);
          if (story === null) corpus.drop(id);
          else {
            stands.set(id, { at, its: featuresOf(story) });
            corpus.put(id, at, featuresOf(story));
          }
        }
        const fresh = corpusOf();
        for (const [id, { at, its }] of [...stands].reverse()) fresh.put(id, at, its);
        const wanted = featuresOf(asked);
        for (const most of [1, 9]) expect(corpus.nearest(wanted, most, 'a')).toEqual(fresh.nearest(wanted, most, 'a'));
        expect([corpus.size, ...[...wanted].map((it) => corpus.idf(it))]).toEqual([
          fresh.size,
          ...[...wanted].map((it) => fresh.idf(it)),
        ]);
        for (const feature of wanted)
          expect(corpus.holding(feature)).toBe([...stands.values()].filter(({ its }) => its.has(feature)).length);
      }),
    );
  });

  it('weighs every incident: the few most similar are the first of all', () => {
    assert(
      property(array(anyStory, { minLength: 1, maxLength: 15 }), anyStory, integer({ min: 1, max: 5 }), (all, asked, most) => {
        const corpus = corpusOf();
        for (const [index, one] of all.entries()) corpus.put(String(index), index % 3, featuresOf(one));
        const ranking = corpus.nearest(featuresOf(asked), all.length);
        expect(corpus.nearest(featuresOf(asked), most)).toEqual(ranking.slice(0, most));
        expect(ranking.map(({ similarity }) => similarity)).toEqual(
          all
            .map((one) => byDefinition(asked, one, all))
            .filter((it) => it > 0)
            .sort((a, b) => b - a)
            .map((it) => closeTo(it)),
        );
      }),
      { numRuns: 40 },
    );
  });

  it('keeps what was put in last', () => {
    const corpus = corpusOf();
    for (const id of ['one', 'two', 'one', 'three']) corpus.put(id, 0, features('a'));
    corpus.keep(2);
    expect(corpus.nearest(features('a'), 5).map(({ id }) => id)).toEqual(['one', 'three']);
  });
});

describe('what came next', () => {
  const evenly = (): number => 1;
  const after = (here: Story, there: Story) => {
    const { behind, next } = continuationOf(here.findings, there.findings, evenly);
    return { behind: behind?.id, next: next.map(({ finding, times, after }) => [finding.id, times, after / hours(1)]) };
  };

  it('is what came after the place that is most like this one, each kind once', () => {
    const there = story('sign-in', 'method', 'rule', 'files', 'rule', 'files', 'mail');
    expect(after(story('sign-in', 'method'), there)).toEqual({
      behind: 'method-1',
      next: [
        ['rule-2', 2, 1],
        ['files-3', 2, 2],
        ['mail-6', 1, 5],
      ],
    });
  });

  it('is not what only repeats what was there, and nothing where the other came no further', () => {
    expect(after(story('sign-in'), story('sign-in', 'sign-in', 'rule'))).toEqual({
      behind: 'sign-in-1',
      next: [['rule-2', 1, 1]],
    });
    expect(after(story('sign-in', 'rule'), story('sign-in', 'rule'))).toEqual({ behind: 'rule-1', next: [] });
  });

  it('is unknown where nothing is alike', () => {
    expect(after(story('sign-in'), story('beacon'))).toEqual({ behind: undefined, next: [] });
  });
});

describe('a comparison', () => {
  it('tells the course both took, what both have besides, what ties it, and what only one has', () => {
    const weight = ({ detection }: { detection: string }): number => (detection === 'rule' ? 3 : 1);
    const { course, besides, ties, onlyHere, onlyThere } = compared(
      story('sign-in', 'method', 'rule', 'mail'),
      story('method', 'sign-in', 'rule', 'files'),
      weight,
    );
    expect(course.map(({ here, there }) => [here.id, there.id])).toEqual([
      ['method-1', 'method-0'],
      ['rule-2', 'rule-2'],
    ]);
    expect(besides.map(({ here }) => here.id)).toEqual(['sign-in-0']);
    expect(ties).toEqual([]);
    expect([onlyHere, onlyThere].map((only) => only.map(({ id }) => id))).toEqual([['mail-3'], ['files-3']]);
    expect(compared(story('a', 'b'), story('a', 'b', 'c'), weight).ties.map(({ mechanism }) => mechanism)).toEqual(['account']);
  });
});
