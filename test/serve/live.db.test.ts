// Subscriptions as a program sees them.

import { createClient, type Client } from 'graphql-ws';
import { afterEach, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import * as actions from '../../src/graph/actions.ts';
import * as incidents from '../../src/graph/incidents.ts';
import type { Serving } from '../../src/serve/server.ts';
import { graph } from '../support/neo4j.ts';
import { action, given, incident, nowhere, started } from './support.ts';

const clients: Client[] = [];
afterEach(async () => {
  for (const client of clients.splice(0)) await client.dispose();
});

const socketOf = ({ url }: Serving) => `${url.replace('http', 'ws')}/graphql`;

function listening(server: Serving, query: string) {
  const client = createClient({ url: socketOf(server), webSocketImpl: WebSocket, retryAttempts: 0 });
  clients.push(client);
  return client.iterate({ query });
}

const close = (db: Parameters<typeof incidents.handle>[0], id: string) =>
  incidents.handle(db, id, { by: 'bo', at: 1 }, (it) => ({ handling: { ...it, status: 'closed' }, what: 'closed', details: '' }));

describe('a subscription', () => {
  it('hears of an incident that changes, and again from where it was', async () => {
    const db = await graph();
    await given(db, { incidents: [incident('i1'), incident('i2')] });
    const server = await started({ graph: db });
    const news = listening(server, 'subscription { incidentChanged { id status changedAt } }');
    const next = news.next();
    const heard = async (): Promise<unknown> => {
      await close(db, 'i2');
      return Promise.race([next, Promise.resolve(null)]);
    };
    await expect.poll(heard, { timeout: 20_000 }).not.toBeNull();
    expect((await next).value).toMatchObject({ data: { incidentChanged: { id: 'i2', status: 'closed' } } });

    const past = listening(server, 'subscription { incidentChanged(after: "2020-01-01T00:00:00.000Z") { id } }');
    const ids = [(await past.next()).value, (await past.next()).value];
    expect(ids).toMatchObject([{ data: { incidentChanged: { id: 'i1' } } }, { data: { incidentChanged: { id: 'i2' } } }]);
  }, 60_000);

  it('hears of an action that changes, and again from where it was', async () => {
    const db = await graph();
    await given(db, { incidents: [incident('i1')], actions: [action('a1'), action('a2', { order: 2 })] });
    const server = await started({ graph: db });
    const next = listening(server, 'subscription { actionChanged { id status decidedBy } }').next();
    const deny = (id: string) =>
      actions.advance(db, id, (it) => ({
        action: { ...it, status: 'denied', decidedBy: 'bo' },
        ...{ at: 1, who: 'bo', what: 'denied', details: '' },
      }));
    const heard = async (): Promise<unknown> => {
      await deny('a2');
      return Promise.race([next, Promise.resolve(null)]);
    };
    await expect.poll(heard, { timeout: 20_000 }).not.toBeNull();
    expect((await next).value).toEqual({ data: { actionChanged: { id: 'a2', status: 'denied', decidedBy: 'bo' } } });

    const past = listening(server, 'subscription { actionChanged(after: "2020-01-01T00:00:00.000Z") { id } }');
    const ids = [(await past.next()).value, (await past.next()).value];
    expect(ids).toMatchObject([{ data: { actionChanged: { id: 'a1' } } }, { data: { actionChanged: { id: 'a2' } } }]);
  }, 60_000);
});

describe('a socket', () => {
  const opened = (url: string, headers: Record<string, string>) =>
    new Promise<number>((resolve) => {
      const socket = new WebSocket(url, 'graphql-transport-ws', { headers });
      socket.on('open', () => {
        socket.terminate();
        resolve(101);
      });
      socket.on('unexpected-response', (_, { statusCode = 0 }) => resolve(statusCode));
      socket.on('error', () => undefined);
    });

  it('is opened to our own pages and to programs, and to nobody else', async () => {
    const server = await started();
    expect(await opened(socketOf(server), {})).toBe(101);
    expect(await opened(socketOf(server), { origin: server.url })).toBe(101);
    expect(await opened(socketOf(server), { origin: 'http://evil.example' })).toBe(403);
    expect(await opened(socketOf(server), { host: 'rebound.example' })).toBe(403);
    expect(await opened(`${socketOf(server)}x`, {})).toBe(404);
  });

  it.each([
    ['a question', '{ viewer { name } }', 'BAD_REQUEST'],
    ['what is no subscription of ours', 'subscription { nothing }', 'BAD_REQUEST'],
    [
      'more than one may ask',
      `subscription { ${Array.from({ length: 90 }, (_, n) => `a${n}: incidentChanged { id }`).join(' ')} }`,
      '',
    ],
  ])('takes no %s', async (_, query, code) => {
    const refusal: unknown = await listening(await started(), query)
      .next()
      .catch((error: unknown) => error);
    expect(JSON.stringify(refusal)).toContain(code);
    expect(refusal).toMatchObject([{ message: expect.any(String) as string }]);
  });

  it('does not hold up the end', async () => {
    const server = await started({ graph: { ...nowhere, run: () => Promise.resolve([]) } });
    listening(server, 'subscription { incidentChanged { id } }')
      .next()
      .catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, 200));
    const before = performance.now();
    await server.stop();
    expect(performance.now() - before).toBeLessThan(1_000);
  });
});
