// What people make of incidents, and that it outlives what the pipeline makes of them.

import { describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import { graph } from '../support/neo4j.ts';
import { ask, finding, given, incident, started } from './support.ts';

const fields = 'incident { id status owner verdict notes { by text } formerIds } userErrors { code path }';
const handle = async (db: Graph, name: string, input: object) => {
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${name}(input: $input) { ${fields} } }`;
  const { data, errors } = await ask<{ done: unknown }>(await started({ graph: db }), query, { input });
  return errors ?? data.done;
};
const audited = async (db: Graph) => {
  const query =
    '{ audit(first: 10) { edges { node { order who what target details } } totalCount } auditVerified { intact entries } }';
  return (await ask(await started({ graph: db }), query)).data;
};

describe('an incident', () => {
  it('is assigned, noted, closed and reopened, each once in the audit however often it is said', async () => {
    const db = await graph();
    await given(db, { incidents: [incident('i1')] });
    for (let twice = 0; twice < 2; twice++) {
      expect(await handle(db, 'assignIncident', { id: 'i1', owner: ' bo ' })).toMatchObject({
        incident: { status: 'inProgress', owner: 'bo' },
      });
      expect(await handle(db, 'addNote', { id: 'i1', text: 'called her' })).toMatchObject({
        incident: { notes: [{ by: 'local', text: 'called her' }] },
      });
    }
    for (let twice = 0; twice < 2; twice++)
      expect(await handle(db, 'closeIncident', { id: 'i1', verdict: 'falsePositive', reason: 'a trip' })).toMatchObject({
        incident: { status: 'closed', verdict: 'falsePositive' },
        userErrors: [],
      });
    for (let twice = 0; twice < 2; twice++)
      expect(await handle(db, 'reopenIncident', { id: 'i1' })).toMatchObject({
        incident: { status: 'inProgress', owner: 'bo', verdict: null },
      });
    expect(await audited(db)).toMatchObject({
      audit: {
        totalCount: 4,
        edges: [
          { node: { order: 4, what: 'incident reopened', details: 'was closed as falsePositive by local' } },
          { node: { what: 'incident closed', details: 'falsePositive: a trip', target: 'Incident i1', who: 'local' } },
          { node: { what: 'note added' } },
          { node: { order: 1, what: 'incident assigned', details: "to bo, was nobody's" } },
        ],
      },
      auditVerified: { intact: true, entries: 4 },
    });
  });

  it('that is closed is not judged otherwise, nor given away, before it is reopened', async () => {
    const db = await graph();
    await given(db, { incidents: [incident('i1')] });
    await handle(db, 'closeIncident', { id: 'i1', verdict: 'truePositive' });
    for (const [name, input] of [
      ['closeIncident', { id: 'i1', verdict: 'benignPositive' }],
      ['assignIncident', { id: 'i1', owner: 'bo' }],
    ] as const)
      expect(await handle(db, name, input)).toMatchObject({ incident: null, userErrors: [{ code: 'ILLEGAL_STATE' }] });
  });

  it('that is not there, or a note of nothing, is an answer', async () => {
    const db = await graph();
    expect(await handle(db, 'addNote', { id: 'none', text: 'x' })).toMatchObject({ userErrors: [{ code: 'NOT_FOUND' }] });
    expect(await handle(db, 'addNote', { id: 'none', text: '  ' })).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });

  it('shows what was made of those that became it', async () => {
    const db = await graph();
    await given(db, { incidents: [incident('old'), incident('kept')] });
    await handle(db, 'assignIncident', { id: 'old', owner: 'bo' });
    await handle(db, 'addNote', { id: 'old', text: 'hers' });
    await incidents.save(db, [incident('kept', { findings: ['kept-f', 'old-f'] })]);
    const query = `{ incident(id: "old") { ${fields.slice('incident { '.length, fields.indexOf(' }'))} } formerIds } }`;
    const { data } = await ask(await started({ graph: db }), query);
    expect(data).toMatchObject({
      incident: { id: 'kept', owner: 'bo', notes: [{ text: 'hers' }], formerIds: ['old'] },
    });
  });

  it('that gets another id keeps its verdict, and the verdict stays on the same findings', async () => {
    const db = await graph();
    await given(db, { incidents: [incident('old')] });
    await handle(db, 'closeIncident', { id: 'old', verdict: 'benignPositive' });
    await incidents.save(db, [incident('new', { findings: ['old-f'] })]);
    expect(await incidents.byId(db, 'old')).toMatchObject({ id: 'new', status: 'closed', verdict: 'benignPositive' });
    expect(await incidents.rulings(db)).toMatchObject([{ verdict: 'benignPositive', findings: ['old-f'] }]);
  });
});

it('a finding has its number, its records, and of each the raw text', async () => {
  const db = await graph();
  const [first, second] = [finding('f1', { at: 1 }), finding('f2', { at: 2 })];
  await given(db, { findings: [first, second], incidents: [incident('i1', { findings: ['f1', 'f2'] })] });
  await db.run({ name: 'test', mode: 'write', text: "MATCH (e:Event {id: 'f2-event'}) SET e.raw = '{}', e.at = 2" }, {});
  const query =
    '{ finding(id: "f2") { number evidence { id record at raw } comparedWith { id } } none: finding(id: "f9") { id } }';
  expect((await ask(await started({ graph: db }), query)).data).toEqual({
    finding: {
      number: 2,
      evidence: [{ id: 'f2-event', record: 'record of f2-event', at: '1970-01-01T00:00:00.002Z', raw: '{}' }],
      comparedWith: [],
    },
    none: null,
  });
});
