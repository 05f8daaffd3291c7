// The server without a database behind it: who may speak to it, what it refuses, what it gives away, how it ends.

import { getIntrospectionQuery } from 'graphql/index.js';
import { connect, createServer } from 'node:net';
import { text as textOf } from 'node:stream/consumers';
import { setTimeout as pause } from 'node:timers/promises';
import { describe, expect, it, vi } from 'vitest';
import { GraphUnavailableError } from '../../src/graph/graph.ts';
import { AddressError, PortTakenError } from '../../src/serve/errors.ts';
import type { Serving } from '../../src/serve/server.ts';
import { ask, kept, nowhere, send, started } from './support.ts';

const viewer = '{ viewer { name role } }';
const json = { 'content-type': 'application/json' };
const post = (body: unknown, headers: Record<string, string> = json) => ({
  method: 'POST',
  headers,
  body: typeof body === 'string' ? body : JSON.stringify(body),
});
const portOf = ({ url }: Serving) => Number(new URL(url).port);
const codesOf = (text: string) =>
  (JSON.parse(text) as { errors: { extensions: { code: string } }[] }).errors.map((it) => it.extensions.code);

describe('on a loopback address', () => {
  it('whoever asks is the administrator named local', async () => {
    expect(await ask(await started(), viewer)).toEqual({
      status: 200,
      data: { viewer: { name: 'local', role: 'ADMIN' } },
      errors: undefined,
    });
  });

  it('the schema may be asked for, and nothing is guessed of it', async () => {
    const server = await started();
    expect((await ask(server, getIntrospectionQuery())).errors).toBeUndefined();
    const { errors } = await ask(server, '{ viewers { name } }');
    expect(errors).toMatchObject([
      { message: 'Cannot query field "viewers" on type "Query".', extensions: { code: 'GRAPHQL_VALIDATION_FAILED' } },
    ]);
  });

  it.each(['localhost', '127.0.0.1', '[::1]', 'LOCALHOST'])('it answers to %s', async (name) => {
    const server = await started();
    expect((await send(`${server.url}/healthz`, { headers: { host: `${name}:${portOf(server)}` } })).status).toBe(200);
  });

  it.each([
    'rebound.example:PORT',
    'rebound.example',
    'localhost',
    'localhost:1',
    '127.0.0.1.example:PORT',
    'localhost:PORT.example',
  ])('it does not answer to the Host %j', async (name) => {
    const server = await started();
    const headers = { ...json, host: name.replace('PORT', String(portOf(server))) };
    for (const path of ['/', '/graphql', '/healthz', '/readyz']) {
      const { status, text } = await send(`${server.url}${path}`, post({ query: viewer }, headers));
      expect([status, codesOf(text)]).toEqual([403, ['FORBIDDEN']]);
    }
  });

  it('it does not answer to nobody', async () => {
    const server = await started();
    const socket = connect(portOf(server), '127.0.0.1').end('GET /healthz HTTP/1.0\r\n\r\n');
    expect(await textOf(socket)).toMatch(/^HTTP\/1\.1 403 Forbidden\r\n/);
  });

  it('it answers to its own pages, and to no others', async () => {
    const server = await started();
    const from = (origin: string) => send(`${server.url}/graphql`, post({ query: viewer }, { ...json, origin }));

    expect((await from(server.url)).status).toBe(200);
    for (const origin of [
      'http://evil.example',
      'null',
      `https://127.0.0.1:${portOf(server)}`,
      'http://127.0.0.1:1',
      `http://localhost:${portOf(server)}`,
    ])
      expect((await from(origin)).status, origin).toBe(403);
  });

  it('every 127 address is one', async () => {
    const server = await started({ host: '127.0.0.2' });
    expect(server.url).toMatch(/^http:\/\/127\.0\.0\.2:\d+$/);
    expect((await send(`${server.url}/healthz`)).status).toBe(200);
  });
});

describe('it does not listen', () => {
  it.each(['0.0.0.0', '::', '192.0.2.1', 'skein.example', '::ffff:0.0.0.0', ''])(
    'on %j, which is no loopback address',
    async (host) => {
      const error = await started({ host }).catch((it: unknown) => it);
      expect(error).toBeInstanceOf(AddressError);
      expect((error as Error).message).toBe(
        `Skein cannot listen on ${host}: authentication is not configured, so only a loopback address such as 127.0.0.1 is allowed; set HOST to one.`,
      );
    },
  );

  it('on a port that another program has', async () => {
    const other = await started();
    const port = portOf(other);
    const error = await started({ port }).catch((it: unknown) => it);
    expect(error).toBeInstanceOf(PortTakenError);
    expect((error as Error).message).toBe(
      `Port ${port} on 127.0.0.1 is taken by another program: stop that, or set PORT to a free one.`,
    );
  });
});

describe('a request is refused', () => {
  const refusal = async (sent: Parameters<typeof send>[1], path = '/graphql') => {
    const { status, text } = await send(`${(await started()).url}${path}`, sent);
    return { status, codes: codesOf(text), text };
  };

  it('when a form on another page could have sent it', async () => {
    const plain = await refusal(post({ query: viewer }, { 'content-type': 'text/plain' }));
    expect(plain).toMatchObject({ status: 400, codes: ['BAD_REQUEST'], text: expect.stringContaining('CSRF') as string });
    expect(await refusal(post('query=x', { 'content-type': 'application/x-www-form-urlencoded' }))).toMatchObject({
      status: 400,
    });
    expect(await refusal({}, `/graphql?query=${encodeURIComponent(viewer)}`)).toMatchObject({
      status: 400,
      codes: ['BAD_REQUEST'],
    });
  });

  it('when it changes something by GET', async () => {
    const query = encodeURIComponent('mutation { denyAction(input: { id: "a1" }) { userErrors { code } } }');
    expect(await refusal({ headers: { 'apollo-require-preflight': '1' } }, `/graphql?query=${query}`)).toMatchObject({
      status: 405,
      codes: ['BAD_REQUEST'],
    });
  });

  it('when it is several in one', async () => {
    expect(await refusal(post([{ query: viewer }, { query: viewer }]))).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
  });

  it('when its body is not what it says', async () => {
    expect(await refusal(post('{"query": '))).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
    expect(await refusal(post('"text"'))).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
    expect(await refusal(post(''))).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
    expect(await refusal(post({ query: ' '.repeat(300_000) }))).toMatchObject({ status: 413, codes: ['BAD_REQUEST'] });
  });

  it('when it is no GraphQL, or asks for what is not there', async () => {
    expect(await refusal(post({ query: '{ viewer {' }))).toMatchObject({ status: 400, codes: ['GRAPHQL_PARSE_FAILED'] });
    expect(await refusal(post({ query: '{ secrets }' }))).toMatchObject({ status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
    expect(await refusal(post({ query: viewer, operationName: 'Other' }))).toMatchObject({
      status: 400,
      codes: ['OPERATION_RESOLUTION_FAILURE'],
    });
    const variables = { query: 'query ($n: Int!) { incidents(first: $n) { totalCount } }', variables: { n: 'ten' } };
    expect(await refusal(post(variables))).toMatchObject({ status: 400, codes: ['BAD_USER_INPUT'] });
  });

  it('when a persisted query is not the one it says', async () => {
    const extensions = (persistedQuery: object) => post({ query: viewer, extensions: { persistedQuery } });
    expect(await refusal(extensions({ version: 1, sha256Hash: 'wrong' }))).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
    expect(await refusal(extensions({ version: 9, sha256Hash: 'wrong' }))).toMatchObject({ status: 400, codes: ['BAD_REQUEST'] });
  });

  it('when it has too many words', async () => {
    expect(await refusal(post({ query: `{ viewer { ${'name '.repeat(4_001)} } }` }))).toMatchObject({
      status: 400,
      codes: ['GRAPHQL_PARSE_FAILED'],
    });
  });

  it('when its fragments multiply', async () => {
    const links = Array.from({ length: 40 }, (_, n) => `fragment F${n} on Viewer { ...F${n + 1} ...F${n + 1} }`);
    const query = `{ viewer { ...F0 } } ${links.join(' ')} fragment F40 on Viewer { name }`;
    expect(await refusal(post({ query }))).toMatchObject({ status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
  });

  it('when it costs too much, whatever names it gives', async () => {
    const lists = Array.from({ length: 100 }, (_, n) => `i${n}: incidents(first: 200) { edges { node { id } } }`);
    expect(await refusal(post({ query: `{ ${lists.join(' ')} }` }))).toMatchObject({ status: 400, codes: ['QUERY_TOO_COSTLY'] });
  });

  it('when it asks the schema in circles', async () => {
    const query = '{ __schema { types { fields { type { fields { type { fields { type { fields { name } } } } } } } } } }';
    expect(await refusal(post({ query }))).toMatchObject({ status: 400, codes: ['GRAPHQL_VALIDATION_FAILED'] });
  });
});

describe('what goes wrong inside', () => {
  it('is told with a reference, and written to the log beside it', async () => {
    const { log, lines } = kept();
    const { status, errors } = await ask(await started({ log }), '{ list: incidents { totalCount } }');

    expect(status).toBe(200);
    const [error] = errors ?? [];
    const reference = error?.extensions.reference ?? 'none';
    expect(error).toEqual({
      message: `Something went wrong here. The log says more under reference ${reference}.`,
      path: ['list'],
      locations: [{ line: 1, column: 3 }],
      extensions: { code: 'INTERNAL_SERVER_ERROR', reference },
    });
    expect(lines.filter((line) => line.includes(reference) && line.includes('hunter2'))).toHaveLength(1);
  });

  it('is told as a database that is away when it is', async () => {
    const away = () => Promise.reject(new GraphUnavailableError('No Neo4j can be used at bolt://10.0.0.7.'));
    const { errors } = await ask(await started({ graph: { ...nowhere, run: away } }), '{ findings { totalCount } }');
    expect(errors).toEqual([
      {
        message: 'The database cannot be reached. Try again in a moment.',
        path: ['findings'],
        locations: [{ line: 1, column: 3 }],
        extensions: { code: 'DATABASE_UNAVAILABLE' },
      },
    ]);
  });
});

describe('an address that is no view', () => {
  it('allows nothing to be loaded, framed or upgraded', async () => {
    const { headers } = await send(`${(await started()).url}/nothing`);
    expect(headers['content-security-policy']).toBe(
      "default-src 'none';base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
    expect(headers).not.toHaveProperty('strict-transport-security');
    expect(headers).not.toHaveProperty('x-powered-by');
  });

  it('says that nothing is there', async () => {
    const { url } = await started();
    expect(await send(`${url}/console`)).toMatchObject({ status: 404, text: `Nothing is here. Start at ${url}/\n` });
  });
});

describe('health', () => {
  it('of the process is asked without the database', async () => {
    const { url } = await started({ ready: () => Promise.reject(new Error('away')) });
    expect(await send(`${url}/healthz`)).toMatchObject({ status: 200, text: '{"status":"ok"}' });
  });

  it.each([
    ['can be reached', () => Promise.resolve(true), 200, 'ok'],
    ['cannot', () => Promise.resolve(false), 503, 'unavailable'],
    ['fails', () => Promise.reject(new Error('away')), 503, 'unavailable'],
  ])('is readiness only when the database %s', async (_, ready, status, says) => {
    const { url } = await started({ ready });
    expect(await send(`${url}/readyz`)).toMatchObject({ status, text: `{"status":"${says}","database":${status === 200}}` });
  });

  it('gives up on a database that does not answer', async () => {
    const { url } = await started({ ready: () => new Promise(() => undefined) });
    const began = performance.now();
    expect((await send(`${url}/readyz`)).status).toBe(503);
    expect(performance.now() - began).toBeLessThan(4_000);
  });

  it('is asked of the database once in five seconds, however many ask', async () => {
    const now = vi.spyOn(performance, 'now');
    const ready = vi.fn(() => Promise.resolve(true));
    const { url } = await started({ ready });
    now.mockReturnValue(1_000);
    await Promise.all([1, 2, 3].map(() => send(`${url}/readyz`)));
    now.mockReturnValue(5_999);
    await send(`${url}/readyz`);
    expect(ready).toHaveBeenCalledTimes(1);

    ready.mockResolvedValue(false);
    now.mockReturnValue(6_000);
    expect((await send(`${url}/readyz`)).status).toBe(503);
    expect(ready).toHaveBeenCalledTimes(2);
    now.mockRestore();
  });
});

describe('stop', () => {
  it('ends within two seconds, with idle, half-said and unanswered requests open', async () => {
    const never = () => new Promise<never>(() => undefined);
    const server = await started({ graph: { ...nowhere, run: never } });
    const open = await Promise.all([
      said(server, ''),
      said(server, `GET /healthz HTTP/1.1\r\nHost: localhost:${portOf(server)}\r\n\r\n`),
      said(server, 'POST /graphql HTTP/1.1\r\nHost: loc'),
      said(server, hanging(server)),
    ]);
    await pause(100);

    const began = performance.now();
    await server.stop();
    expect(performance.now() - began).toBeLessThan(2_000);
    await Promise.all(open.map(({ closed }) => closed));
    await expect(send(`${server.url}/healthz`)).rejects.toThrow('ECONNREFUSED');
  });

  it('lets a request end that is being answered', async () => {
    let answer: (rows: never[]) => void = () => undefined;
    const answered = new Promise<never[]>((resolve) => (answer = resolve));
    const slow = () => answered;
    const server = await started({ graph: { ...nowhere, run: slow } });
    const asked = ask(server, '{ findings { totalCount } }');
    await pause(100);
    const stopped = server.stop();
    await pause(50);
    answer([]);
    expect((await asked).data).toEqual({ findings: { totalCount: 0 } });
    await stopped;
  });

  it('twice is once', async () => {
    const server = await started();
    await Promise.all([server.stop(), server.stop()]);
    await server.stop();
  });

  it('leaves the port to the next', async () => {
    const server = await started();
    await server.stop();
    const next = createServer();
    await new Promise<void>((resolve, reject) => {
      next.once('error', reject);
      next.listen(portOf(server), '127.0.0.1', resolve);
    });
    next.close();
  });
});

const hanging = (server: Serving): string => {
  const body = JSON.stringify({ query: '{ findings { totalCount } }' });
  const head = [`Host: localhost:${portOf(server)}`, 'Content-Type: application/json', `Content-Length: ${body.length}`];
  return `POST /graphql HTTP/1.1\r\n${head.join('\r\n')}\r\n\r\n${body}`;
};

/** A connection that has sent some text and stays. */
async function said(server: Serving, text: string): Promise<{ closed: Promise<void> }> {
  const socket = connect(portOf(server), '127.0.0.1');
  socket.on('error', () => undefined).resume();
  const closed = new Promise<void>((resolve) => socket.once('close', () => resolve()));
  await new Promise<void>((resolve) => socket.once('connect', resolve));
  socket.write(text);
  return { closed };
}
