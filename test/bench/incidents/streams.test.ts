import { describe, expect, it } from 'vitest';
import { judgedStream, recordsOf } from '../../../bench/incidents/judged.ts';
import { streamOf } from '../../../bench/incidents/streams.ts';
import type { Mode } from '../../../bench/incidents/streams.ts';
import { hours } from '../../../src/model/time.ts';

const nowhere = (): undefined => undefined;
const modes: readonly Mode[] = ['apart', 'overlapping'];
const streams = modes.map((mode) => {
  const stream = streamOf('test', mode);
  return { mode, stream, ...judgedStream(stream.alerts, stream.domain, nowhere) };
});

describe.each(streams)('a stream of attacks $mode', ({ mode, stream, findings, truth }) => {
  const spans = new Map<string, number[]>();
  for (const finding of findings)
    for (const label of new Set(finding.because.map((id) => truth.get(id) ?? '')))
      if (label.startsWith('attack')) spans.set(label, [...(spans.get(label) ?? []), finding.at, finding.lastAt]);
  const ordered = [...spans.values()].map((times) => [Math.min(...times), Math.max(...times)] as const).sort(([a], [b]) => a - b);

  it('holds eight to twenty attacks of three to twelve alerts, and as many strays', () => {
    const labels = stream.alerts.map(({ label }) => label);
    const attacks = new Set(labels.filter((label) => label.startsWith('attack')));
    expect(attacks.size).toBeGreaterThanOrEqual(8);
    expect(attacks.size).toBeLessThanOrEqual(20);
    for (const attack of attacks) {
      const size = labels.filter((label) => label === attack).length;
      expect(size).toBeGreaterThanOrEqual(3);
      expect(size).toBeLessThanOrEqual(12);
    }
    const strays = labels.filter((label) => label.startsWith('stray'));
    expect(strays.length).toBe(labels.length / 2);
    expect(new Set(strays).size).toBe(strays.length);
  });

  it('is read by the product: every alert but what sensors always say is evidence of a finding, and of one only', () => {
    const accused = findings.flatMap(({ because }) => because);
    expect(new Set(accused).size).toBe(accused.length);
    const quiet = [...truth].filter(([id]) => !accused.includes(id)).map(([, label]) => label);
    expect(quiet.length).toBeLessThan(0.1 * truth.size);
    // An attack may do what always draws an alert there; hardly ever does it.
    expect(quiet.filter((label) => label.startsWith('attack')).length).toBeLessThanOrEqual(0.02 * truth.size);
    const groups = recordsOf(
      findings.map(({ id }) => [id]),
      findings,
    );
    expect(groups.flat().sort()).toEqual(accused.sort());
  });

  it('is apart or overlaps, as it says', () => {
    const gaps = ordered.slice(1).map(([begins], index) => begins - (ordered[index]?.[1] ?? 0));
    if (mode === 'apart') expect(Math.min(...gaps)).toBeGreaterThan(hours(35));
    else expect(gaps.filter((gap) => gap < 0).length).toBeGreaterThan(gaps.length / 2);
  });
});

it('names administrators, servers and programs in more than one attack, and attacked people in strays', () => {
  const attacksOn = new Map<string, Set<string>>();
  const inStrays = new Set<string>();
  for (const seed of ['one', 'two', 'three', 'four']) {
    const { alerts, domain } = streamOf(seed, 'overlapping');
    const { findings, truth } = judgedStream(alerts, domain, nowhere);
    for (const { about, because } of findings)
      for (const { label, key } of about)
        for (const of of because.map((id) => truth.get(id) ?? '')) {
          const entity = `${label} ${seed} ${key}`;
          if (of.startsWith('attack')) attacksOn.set(entity, (attacksOn.get(entity) ?? new Set()).add(of));
          else inStrays.add(entity);
        }
  }
  const labelsOf = (entities: readonly string[]): string[] => [...new Set(entities.map((it) => it.split(' ')[0] ?? ''))];
  const shared = [...attacksOn].filter(([, attacks]) => attacks.size > 1).map(([entity]) => entity);
  expect(labelsOf(shared)).toEqual(expect.arrayContaining(['User', 'Device', 'File']));
  expect(labelsOf([...attacksOn.keys()].filter((it) => inStrays.has(it)))).toEqual(
    expect.arrayContaining(['User', 'Device', 'IP']),
  );
});

it('is the same for the same seed, and another for another', () => {
  expect(streamOf('test', 'apart')).toEqual(streamOf('test', 'apart'));
  expect(streamOf('test', 'apart')).not.toEqual(streamOf('other', 'apart'));
});

it('says which alert cannot be read', () => {
  expect(() =>
    judgedStream([{ record: { SystemAlertId: 'x', AlertName: 'no time' }, label: 'a' }], 'contoso.test', nowhere),
  ).toThrow(/alert 1 of the stream cannot be read/);
});
