import { describe, expect, it } from 'vitest';
import type { ActionStatus } from '../../src/model/action.ts';
import type { Decision } from '../../src/jobs/respond.ts';
import type { Decisions } from '../../src/serve/context.ts';
import { graph } from '../support/neo4j.ts';
import { action, ask, given, incident, nowhere, started, noon } from './support.ts';

interface Page {
  readonly actions: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly endCursor: string };
  };
}

const pageQuery = `query ($first: Int! = 50, $after: String, $status: [ActionStatus!]) {
  actions(first: $first, after: $after, status: $status) { edges { node { id } } pageInfo { endCursor } }
}`;

const stored = (id: string, status: ActionStatus, minute: number) => action(id, { status, proposedAt: noon + minute });

describe('actions', () => {
  it('come with those first that wait for an answer, then the newest, page by page', async () => {
    const db = await graph();
    const all = [
      stored('done', 'verified', 9),
      stored('older', 'proposed', 1),
      stored('newer', 'proposed', 2),
      stored('no', 'denied', 3),
    ];
    await given(db, { incidents: [incident('i1')], actions: all });
    const server = await started({ graph: db });
    const page = async (variables: object) => (await ask<Page>(server, pageQuery, variables)).data.actions;
    const ids = ({ edges }: Page['actions']) => edges.map(({ node }) => node.id);

    const first = await page({ first: 3 });
    expect(ids(first)).toEqual(['newer', 'older', 'done']);
    expect(ids(await page({ first: 3, after: first.pageInfo.endCursor }))).toEqual(['no']);
    expect(ids(await page({ status: ['denied', 'verified'] }))).toEqual(['done', 'no']);
  });

  it('of an incident come in the order of its plan', async () => {
    const db = await graph();
    const second = action('second', { order: 2, action: 'disable-account' });
    const ana = { label: 'User', key: 'ana', role: 'actor', part: 'who', stages: [], firstAt: noon, lastAt: noon } as const;
    const both = [incident('i1', { involves: [ana] }), incident('i2', { involves: [ana] })];
    await given(db, { incidents: both, actions: [second, action('first'), action('other', { incident: 'i2' })] });
    const { data } = await ask(await started({ graph: db }), '{ incident(id: "i1") { actions { id } } }');
    expect(data).toEqual({ incident: { actions: [{ id: 'first' }, { id: 'second' }] } });
  });
});

describe('a decision', () => {
  const decide = (verb: string) =>
    `mutation ($input: ${verb[0]?.toUpperCase() ?? ''}${verb.slice(1)}ActionInput!) {
       ${verb}Action(input: $input) { action { id status } userErrors { code message path } clientMutationId }
     }`;

  it.each(['approve', 'deny', 'revert'] as const)('to %s is told to those who decide, with who said it and why', async (verb) => {
    const { decisions, heard } = hearing({ action: action('a1', { status: 'approved' }) });
    const input = { id: 'a1', reason: 'seen on the phone', clientMutationId: 'm1' };
    const { data, errors } = await ask(await started({ decisions, graph: nowhere }), decide(verb), { input });

    expect(errors).toBeUndefined();
    expect(data).toEqual({
      [`${verb}Action`]: { action: { id: 'a1', status: 'approved' }, userErrors: [], clientMutationId: 'm1' },
    });
    expect(heard).toEqual([[verb, 'a1', 'local', 'seen on the phone']]);
  });

  it.each([
    ['NOT_FOUND', 'id'],
    ['ILLEGAL_STATE', 'id'],
    ['NEEDS_ANOTHER_PERSON', 'id'],
    ['NO_INVERSE', 'id'],
    ['EXPIRED', 'id'],
    ['REASON_REQUIRED', 'reason'],
  ] as const)('that is refused as %s is an answer, not an error', async (code, field) => {
    const { decisions } = hearing({ refusal: { code, message: 'This is why.' } });
    const { data, errors, status } = await ask(await started({ decisions }), decide('approve'), { input: { id: 'a1' } });

    expect([status, errors]).toEqual([200, undefined]);
    expect(data).toEqual({
      approveAction: {
        action: null,
        userErrors: [{ code, message: 'This is why.', path: ['input', field] }],
        clientMutationId: null,
      },
    });
  });

  it('without a reason, or with an empty one, gives none', async () => {
    const { decisions, heard } = hearing({ action: action('a1') });
    const server = await started({ decisions });
    for (const reason of [undefined, null, '', '  ']) await ask(server, decide('deny'), { input: { id: 'a1', reason } });
    expect(heard).toEqual(Array.from({ length: 4 }, () => ['deny', 'a1', 'local', undefined]));
  });

  it('with a reason as long as a book is not taken', async () => {
    const { decisions, heard } = hearing({ action: action('a1') });
    const { errors } = await ask(await started({ decisions }), decide('approve'), {
      input: { id: 'a1', reason: 'x'.repeat(2_001) },
    });
    expect(errors).toMatchObject([
      { message: 'input.reason: expected at most 2000 characters, found 2001', extensions: { code: 'BAD_USER_INPUT' } },
    ]);
    expect(heard).toEqual([]);
  });

  it('that fails inside gives nothing away', async () => {
    const { errors } = await ask(await started(), decide('approve'), { input: { id: 'a1' } });
    expect(errors).toMatchObject([{ extensions: { code: 'INTERNAL_SERVER_ERROR' } }]);
    expect(JSON.stringify(errors)).not.toContain('hunter2');
  });
});

/** Decides always the same, and keeps what it was told. */
function hearing(decision: Decision) {
  const heard: unknown[][] = [];
  const hear =
    (verb: string) =>
    (...told: unknown[]) => {
      heard.push([verb, ...told]);
      return Promise.resolve(decision);
    };
  const decisions: Decisions = { approve: hear('approve'), deny: hear('deny'), revert: hear('revert'), ask: hear('ask') };
  return { decisions, heard };
}
