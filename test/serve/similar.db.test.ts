import { expect, it } from 'vitest';
import { featuresOf } from '../../src/correlate/similar/features.ts';
import { signatureOf } from '../../src/correlate/similar/signature.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Finding } from '../../src/model/finding.ts';
import { hours } from '../../src/model/time.ts';
import { graph, statement } from '../support/neo4j.ts';
import { ask, finding, given, incident, noon, started } from './support.ts';

/** An incident of so many findings, an hour apart, about somebody. */
function story(id: string, who: string, ...detections: string[]) {
  const findings = detections.map((detection, n): Finding =>
    finding(`${id}-${n}`, {
      detection,
      title: `Title of ${detection}`,
      at: noon + hours(n),
      about: [{ label: 'User', key: who, role: 'actor' }],
    }),
  );
  const signature = signatureOf(featuresOf({ findings, links: [] }));
  return { findings, incident: incident(id, { findings: findings.map((one) => one.id), signature }) };
}

const query = `query ($id: ID!, $first: Int! = 5) { similarIncidents(id: $id, first: $first) {
  incident { id title } similarity because { text cites } differs { text } until { finding afterMs } next { finding detection title stage times afterMs } verdict ended
} }`;

interface Data {
  readonly similarIncidents: readonly { readonly incident: { readonly id: string } }[] | null;
}

async function stored(db: Graph, ...all: ReturnType<typeof story>[]) {
  await given(db, { incidents: all.map((one) => one.incident), findings: all.flatMap(({ findings }) => findings) });
}

it('of no incident there is nothing, and too many are refused', async () => {
  const server = await started({ graph: await graph() });
  expect((await ask<Data>(server, query, { id: 'none' })).data.similarIncidents).toBeNull();
  const refused = await ask<Data>(server, query, { id: 'none', first: 21 });
  expect(refused.errors).toMatchObject([
    { message: 'first: expected 1 to 20, found 21', extensions: { code: 'BAD_USER_INPUT' } },
  ]);
});

it('similar incidents come with why, what came next, and how they ended', async () => {
  const db = await graph();
  await stored(
    db,
    story('now', 'ana', 'country', 'phone'),
    story('then', 'bo', 'country', 'phone', 'rule', 'rule'),
    story('else', 'cy', 'beacon'),
  );
  await db.run(
    statement("MATCH (i:Incident {id: 'then'}) SET i.status = 'closed', i.verdict = 'truePositive', i.verdictBy = 'dee'"),
    {},
  );
  const { data, errors } = await ask<Data>(await started({ graph: db }), query, { id: 'now' });

  expect(errors).toBeUndefined();
  expect(data.similarIncidents).toEqual([
    {
      incident: { id: 'then', title: 'Incident then' },
      similarity: expect.closeTo(0.5, 0) as number,
      because: [{ text: 'Both: title of country, then title of phone.', cites: ['now-0', 'then-0', 'now-1', 'then-1'] }],
      differs: [{ text: 'Only that one: title of rule.' }],
      until: { finding: 'then-1', afterMs: 0 },
      next: [{ finding: 'then-2', detection: 'rule', title: 'Title of rule', stage: 'access', times: 2, afterMs: hours(1) }],
      ...{ verdict: 'truePositive', ended: 'judged an attack by dee' },
    },
    expect.objectContaining({ incident: { id: 'else', title: 'Incident else' }, verdict: null }),
  ]);
});

it('what changed, merged or went is known with the next question', async () => {
  const db = await graph();
  const [now, one, two] = [story('now', 'ana', 'a', 'b'), story('one', 'bo', 'a', 'c'), story('two', 'cy', 'a', 'b')];
  const server = await started({ graph: db });
  const found = async () => (await ask<Data>(server, query, { id: 'now' })).data.similarIncidents?.map((it) => it.incident.id);

  await stored(db, now, one);
  expect(await found()).toEqual(['one']);
  await stored(db, now, one, two);
  expect(await found()).toEqual(['two', 'one']);
  await stored(db, now, two);
  expect(await found()).toEqual(['two']);

  await db.run(statement('MATCH (n) WHERE n:Incident OR n:Finding DETACH DELETE n'), {});
  await stored(db, now, one);
  expect(await found()).toEqual(['one']);
});

it('isolated low findings are in no list, but may be asked for', async () => {
  const db = await graph();
  const low = story('low', 'ana', 'a');
  await stored(db, story('now', 'bo', 'a', 'b'), { ...low, incident: { ...low.incident, background: true } });
  const server = await started({ graph: db });
  expect((await ask<Data>(server, query, { id: 'now' })).data.similarIncidents).toEqual([]);
  expect((await ask<Data>(server, query, { id: 'low' })).data.similarIncidents?.map((it) => it.incident.id)).toEqual(['now']);
});
