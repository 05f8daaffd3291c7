import { describe, expect, it } from 'vitest';
import { labelsOf, verdictOf } from '../../../bench/incidents/families.ts';
import { fromOffice, missing, partial, retimed, twin } from '../../../bench/incidents/variations.ts';
import { createRng } from '../../../seed/random.ts';
import { days, hours, minutes } from '../../../src/model/time.ts';
import { ana, found, start, touched } from '../../correlate/found.ts';

describe('the verdict on an attack', () => {
  const labels = new Map([
    ['a', 'theft'],
    ['b', 'theft'],
    ['c', 'theft'],
    ['d', 'fraud'],
  ]);

  it('is one, whole and pure', () => {
    expect(verdictOf('theft', [['a', 'b', 'c'], ['d']], labels)).toEqual({ isOne: true, purity: 1, completeness: 1 });
  });

  it('tells what is torn and what is foreign', () => {
    const verdict = verdictOf('theft', [['a', 'b', 'x'], ['c'], ['d']], labels);
    expect(verdict).toEqual({ isOne: false, purity: 3 / 4, completeness: 2 / 3 });
    expect(verdictOf('theft', [['a', 'b', 'c', 'd']], labels)).toEqual({ isOne: true, purity: 3 / 4, completeness: 1 });
  });

  it('is none of what was never found', () => {
    expect(verdictOf('nothing', [['a']], labels)).toBeUndefined();
  });

  it('goes by what a finding accuses most', () => {
    const truth = new Map([
      ['e1', 'theft'],
      ['e2', 'fraud'],
      ['e3', 'fraud'],
    ]);
    const findings = [found('a', { because: ['e1', 'e2', 'e3'] }), found('b', { because: ['e9'] })];
    expect([...labelsOf(findings, truth)]).toEqual([['a', 'fraud']]);
  });
});

describe('variations', () => {
  const story = ['a', 'b', 'c', 'd'].map((id, index) =>
    found(id, { about: [ana, touched('Session', 's'), touched('IP', '203.0.113.7')], at: start + index * days(2) }),
  );
  const sitting = [...story, found('e', { at: start + minutes(20) })];

  it('change the pauses within their bounds, and no sitting', () => {
    for (const seed of ['x', 'y', 'z']) {
      const told = retimed(sitting, createRng(seed));
      expect(told.map(({ id }) => id)).toEqual(['a', 'e', 'b', 'c', 'd']);
      const gaps = told.slice(1).map(({ at }, index) => at - (told[index]?.lastAt ?? 0));
      expect(gaps[0]).toBe(minutes(20));
      for (const gap of gaps.slice(1)) {
        expect(gap).toBeGreaterThanOrEqual(hours(1) - 1);
        expect(gap).toBeLessThanOrEqual(days(14) + 1);
      }
    }
  });

  it('miss some findings, never all but one', () => {
    const counts = Array.from({ length: 60 }, (_, index) => missing(story, createRng(`miss ${index}`)).length);
    expect(Math.min(...counts)).toBeGreaterThanOrEqual(2);
    expect(Math.min(...counts)).toBeLessThan(story.length);
    expect(Math.max(...counts)).toBe(story.length);
  });

  it('tell less, of one kind, and never nothing', () => {
    const told = Array.from({ length: 20 }, (_, index) =>
      partial([...story, found('n', { about: [touched('IP', '192.0.2.9')] })], createRng(`${index}`)),
    );
    expect(told.flat().every(({ about }) => about.length > 0)).toBe(true);
    expect(told.flat().some(({ id, about }) => id !== 'n' && about.length < 3)).toBe(true);
  });

  it('make a twin that shares nothing but what both are given', () => {
    const [one, other] = [fromOffice(story, '192.0.2.77', 30), fromOffice(twin(story), '192.0.2.77', 30)];
    const keys = new Set(one.flatMap(({ about }) => about.map(({ label, key }) => `${label} ${key}`)));
    const shared = new Set(
      other.flatMap(({ about }) => about.map(({ label, key }) => `${label} ${key}`)).filter((it) => keys.has(it)),
    );
    expect([...shared]).toEqual(['IP 192.0.2.77']);
    expect(other.map(({ id }) => id)).not.toEqual(one.map(({ id }) => id));
  });
});
