// What holds of every partition: simulated findings, and recorded ones where somebody has put them.

import { existsSync } from 'node:fs';
import { assert, property, record, constant } from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { findingsOf, pathOf, recordedIn } from '../../bench/incidents/reading.ts';
import type { Recorded } from '../../bench/incidents/reading.ts';
import { incidentsOf } from '../../src/correlate/incremental.ts';
import { partition } from '../../src/correlate/partition.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Constraint } from '../../src/model/incident.ts';
import { anyFindings, anyWords, shuffled } from './any-findings.ts';

/** Which pairs of findings are together. */
function togetherIn(findings: readonly Finding[], words: readonly Constraint[]): (a: string, b: string) => boolean {
  const place = new Map(partition(findings, words).flatMap(({ findings: ids, id }) => ids.map((one) => [one, id] as const)));
  return (a, b) => place.get(a) === place.get(b);
}

const known = (findings: readonly Finding[], words: readonly Constraint[]): Constraint[] => {
  const ids = new Set(findings.map(({ id }) => id));
  return words.filter(({ from, to }) => ids.has(from) && ids.has(to) && from !== to);
};

/** No cut pair is together; a pinned pair is, unless putting together all that pins ask for would put a cut pair together. */
function expectWordsKept(findings: readonly Finding[], words: readonly Constraint[]): void {
  const together = togetherIn(findings, words);
  const cuts = known(findings, words).filter(({ kind }) => kind === 'cut');
  const pins = known(findings, words).filter(({ kind }) => kind === 'pin');
  for (const { from, to } of cuts) expect(together(from, to), `${from} and ${to} are cut`).toBe(false);

  const chains = chainsOf(pins);
  const isForbidden = (id: string): boolean =>
    cuts.some(({ from, to }) => chains(from) === chains(id) && chains(to) === chains(id));
  for (const { from, to } of pins) if (!isForbidden(from)) expect(together(from, to), `${from} and ${to} are pinned`).toBe(true);
}

/** Finding → the least finding that pins lead to from it. */
function chainsOf(pins: readonly Constraint[]): (id: string) => string {
  const least = new Map<string, string>();
  const of = (id: string): string => least.get(id) ?? id;
  for (let again = true; again;) {
    again = false;
    for (const { from, to } of pins) {
      const lower = of(from) < of(to) ? of(from) : of(to);
      for (const id of [from, to])
        if (of(id) !== lower) {
          least.set(id, lower);
          again = true;
        }
    }
  }
  return of;
}

const simulated = anyFindings(40).chain((findings) =>
  anyWords(findings).chain((words) =>
    record({
      ...{ findings: constant(findings), words: constant(words) },
      ...{ later: shuffled(findings), otherWords: shuffled(words) },
    }),
  ),
);

describe('any findings, in any order', () => {
  it('make the same incidents with the same ids', () => {
    let together = 0;
    assert(
      property(simulated, ({ findings, later, words, otherWords }) => {
        const clusters = partition(findings, words);
        expect(partition(later, otherWords)).toEqual(clusters);
        expect(clusters.flatMap(({ findings: ids }) => ids).sort()).toEqual(findings.map(({ id }) => id).sort());
        together += clusters.filter((cluster) => cluster.findings.length > 1).length;
      }),
      { numRuns: 500 },
    );
    expect(together).toBeGreaterThan(500);
  });

  it('stand as analysts said', () => {
    assert(
      property(simulated, ({ findings, words }) => {
        expectWordsKept(findings, words);
      }),
      { numRuns: 500 },
    );
  });
});

it('gives a cut before a chain of pins', () => {
  assert(
    property(anyFindings(10), (findings) => {
      const [a, b, c] = findings.map(({ id }) => id);
      if (a === undefined || b === undefined || c === undefined) return;
      const together = togetherIn(findings, [
        { kind: 'pin', from: a, to: b },
        { kind: 'pin', from: b, to: c },
        { kind: 'cut', from: c, to: a },
      ]);
      expect(together(a, c)).toBe(false);
      expect(together(a, b) || together(b, c)).toBe(true);
    }),
  );
});

const recorded: readonly (readonly [string, readonly string[]])[] = [
  ['an audit log', [pathOf('invictus-o365', 'auditdata_unique_dev_before_2021-06-01.jsonl.gz')]],
  [
    'a company’s month',
    ['entraid_signin', 'entraid_audit', 'entraid_risk_detection', 'office_audit'].map((name) =>
      pathOf('faketshirt', 'dev_attack_2026-01', `${name}.json.gz`),
    ),
  ],
];
const isThere = recorded.every(([, paths]) => paths.every((path) => existsSync(path)));
if (!isThere) console.log('skipped: recorded findings are not present');

describe.skipIf(!isThere).each(recorded)('findings of %s', (_, paths) => {
  let findings: readonly Finding[] = [];

  beforeAll(async () => {
    const records: Recorded[] = [];
    for (const path of paths) for await (const one of recordedIn(path, () => undefined)) records.push(one);
    findings = findingsOf(records);
  }, 60_000);

  it('make the same incidents in any order, all at once or one by one, and stand as analysts said', () => {
    expect(findings.length).toBeGreaterThan(10);
    const any = shuffled(findings).chain((later) => record({ later: constant(later), words: anyWords(findings) }));
    assert(
      property(any, ({ later, words }) => {
        const whole = partition(findings, words);
        expect(partition(later, words)).toEqual(whole);
        const incidents = incidentsOf();
        for (const finding of later) incidents.update({ arrived: [finding], constraints: words });
        expect(incidents.clusters()).toEqual(whole);
        expectWordsKept(findings, words);
      }),
      { numRuns: 10 },
    );
  });
});
