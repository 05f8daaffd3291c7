import { array, assert, boolean, constant, integer, property, record, subarray } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { incidentsOf } from '../../src/correlate/incremental.ts';
import type { News } from '../../src/correlate/incremental.ts';
import { incidentId, partition } from '../../src/correlate/partition.ts';
import { usual } from '../../src/correlate/settings.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Cluster, Constraint } from '../../src/model/incident.ts';
import { days, hours } from '../../src/model/time.ts';
import { anyFindings, anyWords, shuffled } from './any-findings.ts';
import { ana, bo, found, start, touched } from './found.ts';

/** What stands after some news. */
function after(standing: ReadonlyMap<string, Finding>, { arrived = [], withdrawn = [] }: News): Map<string, Finding> {
  const gone = new Set(withdrawn);
  return new Map([...[...standing].filter(([id]) => !gone.has(id)), ...arrived.map((one) => [one.id, one] as const)]);
}

/** Batches in any order of time, late ones among them, some withdrawn again, some that come again with other content. */
const anyHistory = anyFindings(30).chain((findings) =>
  record({ findings: shuffled(findings), from: array(integer({ min: 0, max: 30 }), { maxLength: 5 }) }).chain(
    ({ findings: later, from }) => {
      const cuts = [...new Set([0, ...from, later.length])].sort((a, b) => a - b).filter((cut) => cut <= later.length);
      const batches = cuts.slice(1).map((cut, index) => later.slice(cuts[index], cut));
      const news = batches.map((arrived, index) =>
        record({
          again: subarray(batches[index - 1] ?? []),
          withdrawn: subarray(batches.slice(0, index).flatMap((batch) => batch.map(({ id }) => id))),
          isSaid: boolean(),
          constraints: anyWords(later),
        }).map(({ again, withdrawn, isSaid, constraints }): News => ({
          arrived: [...arrived, ...again.map((one): Finding => ({ ...one, severity: 'high', lastAt: one.lastAt + hours(3) }))],
          withdrawn: index % 2 === 0 ? withdrawn : [],
          ...(isSaid ? { constraints } : {}),
        })),
      );
      return news.reduce(
        (all, one) => all.chain((before) => one.map((next) => [...before, next])),
        constant([] as readonly News[]),
      );
    },
  ),
);

describe('incidents kept up to date', () => {
  it('are those of the whole partition after any news, and tell exactly what has changed', () => {
    let told = 0;
    assert(
      property(anyHistory, (history) => {
        const incidents = incidentsOf();
        let standing = new Map<string, Finding>();
        let words: readonly Constraint[] = [];
        let before: readonly Cluster[] = [];
        for (const news of history) {
          const { changed, gone } = incidents.update(news);
          standing = after(standing, news);
          words = news.constraints ?? words;
          const whole = partition([...standing.values()], words);
          expect(incidents.clusters()).toEqual(whole);
          expect(kept(before, changed, gone)).toEqual(new Map(whole.map((it) => [it.id, it])));
          expect(gone.filter((id) => !before.some((it) => it.id === id))).toEqual([]);
          before = whole;
          told += changed.length;
        }
      }),
      { numRuns: 500 },
    );
    expect(told).toBeGreaterThan(1_000);
  });

  const kept = (before: readonly Cluster[], changed: readonly Cluster[], gone: readonly string[]): Map<string, Cluster> => {
    const now = new Map([...before, ...changed].map((it) => [it.id, it]));
    for (const id of gone) now.delete(id);
    return now;
  };

  it('take the same findings one by one, newest first', () => {
    assert(
      property(anyFindings(25), (findings) => {
        const incidents = incidentsOf();
        for (const finding of [...findings].reverse()) incidents.update({ arrived: [finding] });
        expect(incidents.clusters()).toEqual(partition(findings));
        for (const { id } of findings) incidents.update({ withdrawn: [id] });
        expect(incidents.clusters()).toEqual([]);
      }),
      { numRuns: 100 },
    );
  });

  it('tell nothing of others’ incidents, nor of what they heard already', () => {
    const incidents = incidentsOf();
    const all = [found('a'), found('b', { at: start + hours(1) }), found('z', { about: [bo], at: start + days(2) })];
    expect(incidents.update({ arrived: all }).changed.length).toBe(2);
    expect(incidents.update({ arrived: [found('y', { about: [bo], at: start + days(2.1) })] })).toMatchObject({
      changed: [{ findings: ['z', 'y'] }],
      gone: [],
    });
    expect(incidents.update({ arrived: all })).toEqual({ changed: [], gone: [] });
    expect(incidents.update({ withdrawn: ['never'] })).toEqual({ changed: [], gone: [] });
    expect(incidents.update({})).toEqual({ changed: [], gone: [] });

    const constraints: readonly Constraint[] = [{ kind: 'pin', from: 'a', to: 'z' }];
    expect(incidents.update({ constraints }).changed.length).toBe(1);
    expect(incidents.update({ constraints: [...constraints, { kind: 'pin', from: 'z', to: 'a' }] })).toEqual({
      changed: [],
      gone: [],
    });
  });

  it('tell which are no more when an earlier anchor comes to light, or the last finding goes', () => {
    const incidents = incidentsOf();
    incidents.update({ arrived: [found('b', { at: start + hours(1) })] });
    expect(incidents.update({ arrived: [found('a')] })).toMatchObject({
      changed: [{ id: incidentId('a') }],
      gone: [incidentId('b')],
    });
    expect(incidents.update({ withdrawn: ['a', 'b'] })).toEqual({ changed: [], gone: [incidentId('a')] });
  });

  it('go by their settings', () => {
    const pair = [found('a'), found('b', { at: start + hours(1), about: [ana, touched('IP', '203.0.113.7')] })];
    const deaf = { ...usual, binds: 2 };
    const incidents = incidentsOf(deaf);
    incidents.update({ arrived: pair });
    expect(incidents.clusters()).toEqual(partition(pair, [], deaf));
    expect(incidents.clusters().length).toBe(2);
  });
});
