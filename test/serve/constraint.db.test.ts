// What people say of which findings belong together, as they say it.

import { beforeEach, describe, expect, it } from 'vitest';
import type { Graph } from '../../src/graph/graph.ts';
import { graph } from '../support/neo4j.ts';
import { ask, given, incident, started } from './support.ts';
import type { Serving } from '../../src/serve/server.ts';

const fields = `constraint { kind from to by reason undoneBy undoneReason } incidents { id constraints { id undoneBy } }
  userErrors { code message path } clientMutationId`;

let db: Graph;
let server: Serving;
let rejudged: number;
beforeEach(async () => {
  db = await graph();
  rejudged = 0;
  server = await started({ graph: db, rejudge: () => (rejudged += 1) });
  await given(db, {
    incidents: [incident('i1', { findings: ['f1', 'f2', 'f3'] }), incident('i2', { findings: ['f4', 'f5'] })],
  });
});

interface Done {
  readonly constraint: { readonly id?: string } | null;
}

const mutate = async (name: string, input: object, wanted = fields): Promise<unknown> => {
  const type = `${name[0]?.toUpperCase() ?? ''}${name.slice(1)}Input`;
  const query = `mutation ($input: ${type}!) { done: ${name}(input: $input) { ${wanted} } }`;
  const { data, errors } = await ask<{ done: unknown } | null>(server, query, { input });
  return errors ?? data?.done;
};
const idOf = async (name: string, input: object) =>
  ((await mutate(name, input, 'constraint { id }')) as Done).constraint?.id ?? '';
const audited = async () =>
  (await ask(server, '{ audit(first: 9) { edges { node { who what details } } totalCount } auditVerified { intact } }')).data;

const reason = 'She called.';
const pinned = { from: 'f1', to: 'f4', reason };

describe('a constraint', () => {
  it('is answered with the incidents it is on, filed in the audit, and makes the pipeline run', async () => {
    expect(await mutate('pinLink', { ...pinned, reason: ` ${reason} `, clientMutationId: 'm' })).toEqual({
      constraint: { kind: 'pin', from: ['f1'], to: ['f4'], by: 'local', reason, undoneBy: null, undoneReason: null },
      incidents: ['i1', 'i2'].map((id) => ({ id, constraints: [{ id: expect.any(String) as string, undoneBy: null }] })),
      ...{ userErrors: [], clientMutationId: 'm' },
    });
    expect(rejudged).toBe(1);
    expect(await audited()).toEqual({
      audit: { edges: [{ node: { who: 'local', what: 'findings pinned', details: `f1 and f4: ${reason}` } }], totalCount: 1 },
      auditVerified: { intact: true },
    });
    const { data } = await ask(server, '{ incident(id: "i1") { handled { who what details } } }');
    expect(data).toEqual({
      incident: { handled: [{ who: 'local', what: 'findings pinned', details: `f1 and f4: ${reason}` }] },
    });
  });

  it('said twice, or the other way round, is one', async () => {
    for (const [name, turned] of [
      ['pinLink', { from: 'f4', to: 'f1' }],
      ['cutLink', { from: 'f2', to: 'f1' }],
    ] as const) {
      const first = await idOf(name, { ...turned, reason });
      expect(first).toMatch(/^con-/);
      expect(await idOf(name, { from: turned.to, to: turned.from, reason: 'Once more.' })).toBe(first);
    }
    expect(await audited()).toMatchObject({ audit: { totalCount: 2 } });
  });

  it('that contradicts another is refused with whose it is, and changes nothing', async () => {
    await mutate('pinLink', pinned);
    expect(await mutate('cutLink', pinned)).toMatchObject({
      ...{ constraint: null, incidents: [] },
      userErrors: [
        {
          ...{ code: 'ILLEGAL_STATE', path: ['input', 'from'] },
          message: expect.stringMatching(/^f1 and f4 are pinned together by local since 20.*con-/) as string,
        },
      ],
    });
    expect(rejudged).toBe(1);
    expect(await audited()).toMatchObject({ audit: { totalCount: 1 } });
  });

  it('is undone once, stays visible, and makes way for the contrary', async () => {
    const id = await idOf('pinLink', pinned);
    for (const why of ['Not hers.', 'Again.'])
      expect(await mutate('undoConstraint', { id, reason: why })).toMatchObject({
        constraint: { reason, undoneBy: 'local', undoneReason: 'Not hers.' },
        incidents: [{ constraints: [{ id, undoneBy: 'local' }] }, { constraints: [{ id, undoneBy: 'local' }] }],
        userErrors: [],
      });
    expect(await mutate('cutLink', pinned)).toMatchObject({ constraint: { kind: 'cut' }, userErrors: [] });
    expect(await audited()).toMatchObject({ audit: { totalCount: 3 } });
    expect(await mutate('undoConstraint', { id: 'con-0', reason })).toMatchObject({
      constraint: null,
      userErrors: [{ code: 'NOT_FOUND', message: 'there is no constraint "con-0"', path: ['input', 'id'] }],
    });
  });

  it('keeps what is written as it is written, and never takes it for more', async () => {
    const hostile = `<img src=x onerror=alert(1)> ' }) DETACH DELETE n // \u202e \${x}`;
    expect(await mutate('pinLink', { ...pinned, reason: hostile })).toMatchObject({ constraint: { reason: hostile } });
    expect(await mutate('pinLink', { ...pinned, to: hostile })).toMatchObject({
      userErrors: [{ code: 'NOT_FOUND', message: `no finding ${JSON.stringify(hostile)} stands`, path: ['input', 'to'] }],
    });
    expect((await ask(server, '{ incidents { totalCount } findings { totalCount } }')).data).toEqual({
      incidents: { totalCount: 2 },
      findings: { totalCount: 5 },
    });
  });

  it.each([
    ['splitIncident', { id: 'i1', findings: ['f1'] }],
    ['mergeIncidents', { ids: ['i1', 'i2'] }],
    ['pinLink', { from: 'f1', to: 'f4' }],
    ['cutLink', { from: 'f1', to: 'f2' }],
    ['undoConstraint', { id: 'con-0' }],
  ])('is not said without a reason of 500 characters at most: %s', async (name, input) => {
    expect(await mutate(name, { ...input, reason: ' ' })).toMatchObject({
      ...{ constraint: null, userErrors: [{ code: 'REASON_REQUIRED', path: ['input', 'reason'] }] },
    });
    expect(await mutate(name, { ...input, reason: 'x'.repeat(501) })).toMatchObject([
      { message: 'input.reason: expected at most 500 characters, found 501', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(await audited()).toMatchObject({ audit: { totalCount: 0 } });
    expect(rejudged).toBe(0);
  });

  it('is not on a finding and itself', async () => {
    expect(await mutate('cutLink', { from: 'f1', to: 'f1', reason })).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});

describe('a split', () => {
  const split = (findings: readonly string[], id = 'i1') => mutate('splitIncident', { id, findings, reason });

  it('is one cut between two sides, however often it is said', async () => {
    const cut = { constraint: { kind: 'cut', from: ['f1', 'f3'], to: ['f2'] }, incidents: [{ id: 'i1' }], userErrors: [] };
    expect(await split(['f3', 'f1'])).toMatchObject(cut);
    expect(await split(['f1', 'f3'])).toMatchObject(cut);
    expect(await audited()).toMatchObject({
      audit: { edges: [{ node: { what: 'incident split', details: `2 findings kept from 1: ${reason}` } }], totalCount: 1 },
    });
  });

  it.each([
    ['all it holds', ['f1', 'f2', 'f3'], 'i1', 'ILLEGAL_STATE', /nothing would be left/],
    ['what it does not hold', ['f4'], 'i1', 'ILLEGAL_STATE', /^it does not hold the finding "f4"$/],
    ['nothing', [], 'i1', 'ILLEGAL_STATE', /^no finding is named/],
    ['an incident that is not there', ['f1'], 'i9', 'NOT_FOUND', /^there is no incident "i9"$/],
  ])('of %s is refused', async (_, findings, id, code, message) => {
    expect(await split(findings, id)).toMatchObject({
      constraint: null,
      userErrors: [{ code, message: expect.stringMatching(message) as string }],
    });
    expect(await audited()).toMatchObject({ audit: { totalCount: 0 } });
  });

  it('against what somebody pinned is refused', async () => {
    await mutate('pinLink', { from: 'f1', to: 'f2', reason });
    expect(await split(['f1'])).toMatchObject({
      userErrors: [{ code: 'ILLEGAL_STATE', message: expect.stringMatching(/^f1 and f2 are pinned together/) as string }],
    });
  });
});

describe('a merge', () => {
  const merge = (ids: readonly string[]) => mutate('mergeIncidents', { ids, reason });

  it('pins the anchors, however often it is said', async () => {
    const pin = { constraint: { kind: 'pin', from: ['f1'], to: ['f4'] }, incidents: [{ id: 'i1' }, { id: 'i2' }] };
    expect(await merge(['i2', 'i1'])).toMatchObject(pin);
    expect(await merge(['i1', 'i2'])).toMatchObject(pin);
    expect(await audited()).toMatchObject({
      audit: { edges: [{ node: { what: 'incidents merged', details: `i2 with i1: ${reason}` } }], totalCount: 1 },
    });
  });

  it('of what is one already changes nothing', async () => {
    await given(db, { incidents: [incident('i1', { findings: ['f1', 'f2', 'f3', 'f4', 'f5'] })] });
    expect(await merge(['i1', 'i2'])).toMatchObject({ constraint: null, incidents: [{ id: 'i1' }], userErrors: [] });
    expect(await audited()).toMatchObject({ audit: { totalCount: 0 } });
  });

  it('of incidents that hold what somebody parted is refused', async () => {
    await mutate('cutLink', { from: 'f3', to: 'f5', reason });
    expect(await merge(['i1', 'i2'])).toMatchObject({
      userErrors: [{ code: 'ILLEGAL_STATE', message: expect.stringMatching(/^f3 and f5 are kept apart by local/) as string }],
    });
  });

  it('takes two incidents that are there', async () => {
    expect(await merge(['i1', 'i9'])).toMatchObject({ userErrors: [{ code: 'NOT_FOUND', path: ['input', 'ids'] }] });
    for (const ids of [['i1', 'i1'], [], Array.from({ length: 101 }, (_, n) => `i${n}`)])
      expect(await merge(ids)).toMatchObject([{ extensions: { code: 'BAD_USER_INPUT' } }]);
  });
});
