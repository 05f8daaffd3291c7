// What people's verdicts do to what is judged: benign evidence may teach, an attack's never does, and a score falls by what
// was found harmless. Verdicts are on findings and hold from a moment of event time on, so the outcome is a function of both.

import type { Finding } from '../model/finding.ts';
import type { Ruling, Verdict } from '../model/handling.ts';
import type { Instant } from '../model/time.ts';

const benign: ReadonlySet<Verdict> = new Set(['benignPositive', 'falsePositive']);

/** The last word on each finding, of those spoken by `asOf`. Rulings come in the order they were made. */
export function wordsOn(rulings: readonly Ruling[], asOf: Instant): ReadonlyMap<string, Verdict> {
  const words = new Map<string, Verdict>();
  for (const { verdict, findings, asOf: since } of rulings) if (since <= asOf) for (const id of findings) words.set(id, verdict);
  return words;
}

/** The findings that may teach: those that proved harmless, but for attacks, and those judged benign. */
export function released(harmless: ReadonlySet<string>, findings: readonly Finding[], rulings: readonly Ruling[], asOf: Instant) {
  const words = wordsOn(rulings, asOf);
  const mayTeach = ({ id }: Finding): boolean => {
    const word = words.get(id);
    return word === undefined || word === 'undetermined' ? harmless.has(id) : benign.has(word);
  };
  return new Set(findings.filter(mayTeach).map(({ id }) => id));
}

/** What of an incident still weighs: all but what was judged benign. */
export function weighty(findings: readonly Finding[], rulings: readonly Ruling[], asOf: Instant): readonly Finding[] {
  const words = wordsOn(rulings, asOf);
  return findings.filter(({ id }) => !benign.has(words.get(id) ?? 'undetermined'));
}
