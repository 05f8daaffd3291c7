// Three lists at once, and a database that goes away under a running server.

import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { expect, it } from 'vitest';
import { openGraph } from '../../src/graph/neo4j.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { createLog } from '../../src/log.ts';
import { schema } from '../../src/serve/schema.ts';
import { graph, neo4jAddress, statement } from '../support/neo4j.ts';
import { action, ask, everything, given, incident, send, started } from './support.ts';

it('one query of three 50-row lists with every field is answered', async () => {
  const db = await graph();
  const fifty = Array.from({ length: 50 }, (_, n) => incident(`i${n}`));
  await given(db, { incidents: fifty, actions: fifty.map(({ id }) => action(`act-${id}`, { incident: id })) });
  const list = (name: string) => {
    const type = schema.getQueryType()?.getFields()[name]?.type;
    return type === undefined ? '' : `${name}(first: 50) ${everything(type)}`;
  };
  const { data, errors } = await ask(
    await started({ graph: db }),
    `{ ${list('incidents')} ${list('findings')} ${list('actions')} }`,
  );

  expect(errors).toBeUndefined();
  expect(data).toMatchObject({ incidents: { totalCount: 50 }, findings: { totalCount: 50 }, actions: { totalCount: 50 } });
});

it('when the database goes away the process lives, is not ready, and says so to those who ask', async () => {
  await graph();
  const wire = await wireTo(new URL(neo4jAddress().uri));
  const db = await openGraph({ ...neo4jAddress(), uri: `bolt://127.0.0.1:${wire.port}` }, createLog('silent'), { retryMs: 0 });
  const server = await started({ graph: db, ready: () => reachable(db) });
  expect((await send(`${server.url}/readyz`)).status).toBe(200);

  wire.cut();
  expect((await ask(server, '{ incidents { totalCount } }')).errors).toMatchObject([
    { extensions: { code: 'DATABASE_UNAVAILABLE' } },
  ]);
  expect((await send(`${server.url}/healthz`)).status).toBe(200);
  await expect.poll(async () => (await send(`${server.url}/readyz`)).status, { timeout: 9_000, interval: 500 }).toBe(503);
  await db.close();
});

const reachable = (db: Graph) => db.run(statement('RETURN 1'), {}).then(() => true);

/** A connection to the database that can be cut. */
async function wireTo({ hostname, port }: URL) {
  const ends = new Set<Socket>();
  const wire = createServer((near) => {
    const far = connect(Number(port), hostname);
    for (const end of [near, far]) ends.add(end.on('error', () => undefined));
    near.pipe(far).pipe(near);
  });
  await new Promise<void>((resolve) => wire.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    wire.close();
    for (const end of ends) end.destroy();
  };
  return { port: (wire.address() as AddressInfo).port, cut };
}
