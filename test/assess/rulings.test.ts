import { expect, it } from 'vitest';
import { released, weighty } from '../../src/assess/rulings.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Ruling, Verdict } from '../../src/model/handling.ts';

// Only ids matter here.
const findings = ['f1', 'f2'].map((id) => ({ id }) as Finding);
const ruling = (verdict: Verdict, asOf = 10): Ruling => ({ verdict, asOf, findings: ['f1'] });
const taught = (harmless: string[], rulings: Ruling[], asOf = 20) => [...released(new Set(harmless), findings, rulings, asOf)];

it('what was judged benign may teach from then on', () => {
  expect(taught([], [ruling('benignPositive')])).toEqual(['f1']);
  expect(taught([], [ruling('benignPositive')], 9)).toEqual([]);
});

it('an attack never teaches, however quiet it was', () => {
  expect(taught(['f1', 'f2'], [ruling('truePositive')])).toEqual(['f2']);
});

it('nobody can tell: time decides', () => {
  expect(taught(['f1'], [ruling('undetermined')])).toEqual(['f1']);
  expect(taught([], [ruling('undetermined')])).toEqual([]);
});

it('the last word counts', () => {
  expect(taught([], [ruling('truePositive'), ruling('falsePositive')])).toEqual(['f1']);
});

it('what was found harmless weighs nothing; an attack weighs what it did', () => {
  expect(weighty(findings, [ruling('falsePositive')], 20).map(({ id }) => id)).toEqual(['f2']);
  expect(weighty(findings, [ruling('truePositive')], 20)).toHaveLength(2);
});
