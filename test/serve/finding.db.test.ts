import { expect, it } from 'vitest';
import { rfc3339 } from '../../src/model/time.ts';
import { graph } from '../support/neo4j.ts';
import { ask, finding, given, incident, noon, started } from './support.ts';

interface Page {
  readonly findings: {
    readonly edges: readonly { readonly node: { readonly id: string } }[];
    readonly pageInfo: { readonly endCursor: string };
    readonly totalCount: number;
  };
}

it('findings come in the order they happened, page by page', async () => {
  const db = await graph();
  await given(db, { findings: [finding('c', { at: noon - 5 }), finding('b'), finding('a')] });
  const server = await started({ graph: db });
  const page = async (variables: object) =>
    (
      await ask<Page>(
        server,
        'query ($after: String) { findings(first: 2, after: $after) { edges { node { id } } pageInfo { endCursor } totalCount } }',
        variables,
      )
    ).data.findings;

  const first = await page({});
  expect(first).toMatchObject({ edges: [{ node: { id: 'c' } }, { node: { id: 'a' } }], totalCount: 3 });
  expect(await page({ after: first.pageInfo.endCursor })).toMatchObject({ edges: [{ node: { id: 'b' } }] });
});

it('a finding names its records, those it was compared with, and the incident that holds it', async () => {
  const db = await graph();
  const held = finding('held', { because: ['e1', 'e2'], context: ['e3'] });
  await given(db, { incidents: [incident('i1', { findings: ['held'] })], findings: [held, finding('free', { at: noon + 1 })] });
  const { data } = await ask(
    await started({ graph: db }),
    '{ findings { edges { node { id at severity surpriseBits about { label key role } because records context stage incidentId } } } }',
  );

  expect(data).toMatchObject({
    findings: {
      edges: [
        {
          node: {
            id: 'held',
            at: rfc3339(noon),
            severity: 'medium',
            surpriseBits: 12.5,
            about: [{ label: 'User', key: 'ana', role: 'actor' }],
            because: ['e1', 'e2'],
            records: ['record of e1', 'record of e2'],
            context: ['record of e3'],
            stage: 'access',
            incidentId: 'i1',
          },
        },
        { node: { id: 'free', context: [], incidentId: null } },
      ],
    },
  });
});

it('how surprising the act was is told with its counts, and of what nobody did is not', async () => {
  const db = await graph();
  const surprise = {
    ...{ bits: 11.6, percentile: 0.9971, of: 412, atLeast: 1 },
    parts: [{ dimension: 'country', value: 'GH', bits: 9.1, alone: 9.4 }],
  };
  await given(db, { findings: [finding('a', { surprise }), finding('b')] });
  const { data, errors } = await ask(
    await started({ graph: db }),
    '{ findings { edges { node { surprise { bits percentile of atLeast says parts { dimension value bits alone } } } } } }',
  );
  expect(errors).toBeUndefined();
  const says = 'rarer than 99.7\u202f% of acts of the kind (one of 412 own earlier ones was as rare): country Ghana (9.1 bits)';
  expect(data).toEqual({ findings: { edges: [{ node: { surprise: { ...surprise, says } } }, { node: { surprise: null } }] } });
});
