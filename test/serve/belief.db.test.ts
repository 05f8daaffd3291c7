import { beforeEach, expect, it } from 'vitest';
import * as beliefs from '../../src/graph/beliefs.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import type { Incident } from '../../src/model/incident.ts';
import { hours } from '../../src/model/time.ts';
import { escalation } from '../support/incidents.ts';
import { graph } from '../support/neo4j.ts';
import { ask, finding, given, incident, noon, started } from './support.ts';

const found = [0, 1, 2, 3].map((n) => finding(`f${n}`, { at: noon + hours(n) }));
const story = (id: string, findings: readonly string[], more: Partial<Incident> = {}) => incident(id, { findings, ...more });

let db: Graph;
beforeEach(async () => {
  db = await graph();
  await given(db, { findings: found, incidents: [story('a', ['f1', 'f3'], { escalation: escalation(0.31, noon) })] });
});

const rfc3339 = (at: number) => new Date(at).toISOString();
const moments = async (id: string) => ((await beliefs.chronicles(db, [id])).get(id) ?? []).map(({ at }) => at);
const plain = (says: readonly string[]) => says.map((it) => it.replaceAll('\u202f', ' '));

interface Entry {
  readonly says: readonly string[];
}

it('a finding that came late keeps its letter; the chronicle says when it came, and what was believed before', async () => {
  await incidents.save(db, [story('a', ['f1', 'f2', 'f3'], { escalation: escalation(0.78, noon) })]);
  const [first = 0, second = 0] = await moments('a');
  const { data, errors } = await ask<{
    incident: { chronicle: readonly Entry[]; difference: Entry };
  }>(
    await started({ graph: db }),
    `query ($before: DateTime!, $after: DateTime!, $never: DateTime!) { incident(id: "a") {
      findings { id number label }
      chronicle { at id title score probability band status verdict added removed says }
      before: believed(at: $before) { at id probability band findings }
      after: believed(at: $after) { at probability findings }
      never: believed(at: $never) { at }
      difference(from: $before, to: $after) { from { probability } to { probability } added removed merged parted says }
    } }`,
    { before: rfc3339(first), after: rfc3339(second), never: rfc3339(first - 1) },
  );

  expect(errors).toBeUndefined();
  expect(data.incident).toMatchObject({
    findings: [
      { id: 'f1', number: 1, label: '1' },
      { id: 'f2', number: 2, label: '1a' },
      { id: 'f3', number: 3, label: '2' },
    ],
    chronicle: [
      {
        ...{ at: rfc3339(first), id: 'a', title: 'Incident a', status: 'open', verdict: null },
        added: ['f1', 'f3'],
        removed: [],
      },
      { at: rfc3339(second), probability: 0.78, band: 'high', added: ['f2'] },
    ],
    before: { at: rfc3339(first), id: 'a', probability: 0.31, band: 'medium', findings: ['f1', 'f3'] },
    after: { at: rfc3339(second), probability: 0.78, findings: ['f1', 'f2', 'f3'] },
    never: null,
    difference: { from: { probability: 0.31 }, to: { probability: 0.78 }, added: ['f2'], removed: [], merged: [], parted: [] },
  });
  expect(data.incident.chronicle.map(({ says }) => plain(says))).toEqual([
    ['It holds two findings: 1 and 2.'],
    ['One finding came to it: 1a.', 'Probability went from 31 % to 78 %.'],
  ]);
  expect(plain(data.incident.difference.says)).toEqual(['One finding came to it: 1a.', 'Probability went from 31 % to 78 %.']);
});

it('of what it went by before it tells under that id, and of whom it took up', async () => {
  await given(db, { findings: found, incidents: [story('a', ['f1', 'f3']), story('c', ['f2'])] });
  const [first = 0] = await moments('a');
  await incidents.save(db, [story('b', ['f0', 'f1', 'f2', 'f3'])]);
  const { data } = await ask(
    await started({ graph: db }),
    `query ($from: DateTime!, $to: DateTime!) { incident(id: "a") {
      id believed(at: $from) { id findings } difference(from: $from, to: $to) { merged added says }
    } }`,
    { from: rfc3339(first), to: '2999-01-01T00:00:00Z' },
  );
  expect(data).toMatchObject({
    incident: {
      id: 'b',
      believed: { id: 'a', findings: ['f1', 'f3'] },
      difference: {
        merged: ['c'],
        added: ['f0', 'f2'],
        says: expect.arrayContaining([
          'It was joined with c.',
          'Two findings came to it: 0a and 1a.',
          'From then on it went by b.',
        ]) as string[],
      },
    },
  });
});

it('a finding that no incident holds has no number', async () => {
  const { data } = await ask(await started({ graph: db }), '{ findings(first: 10) { edges { node { id label } } } }');
  expect(data).toEqual({
    findings: {
      edges: expect.arrayContaining([{ node: { id: 'f0', label: null } }, { node: { id: 'f3', label: '2' } }]) as unknown[],
    },
  });
});

it('is read together, however many incidents and moments are asked for', async () => {
  const many = Array.from({ length: 10 }, (_, n) => story(`i${n}`, [`g${n}`]));
  await given(db, { incidents: many });
  const asked: string[] = [];
  const told: Graph = { ...db, run: (query, params) => (asked.push(query.name), db.run(query, params)) };
  const time = '"2999-01-01T00:00:00Z"';
  const { errors } = await ask(
    await started({ graph: told }),
    `{ incidents(first: 10) { edges { node { chronicle { says } believed(at: ${time}) { findings } findings { label }
       difference(from: ${time}, to: ${time}) { says } } } } }`,
  );
  expect(errors).toBeUndefined();
  expect(asked.filter((name) => name.startsWith('beliefs/')).sort()).toEqual([
    'beliefs/labels',
    'beliefs/numbers',
    'beliefs/of-incidents',
  ]);
});
