// The console's files: which addresses are its views, what the page may load, and what it is told at first.

import express from 'express';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { consolePages, type ConsoleOptions } from '../../src/serve/console.ts';
import { browser, send } from './support.ts';

const folder = mkdtempSync(join(tmpdir(), 'skein-console-'));
mkdirSync(join(folder, 'assets'));
writeFileSync(join(folder, 'index.html'), '<title>Skein</title>');
writeFileSync(join(folder, 'theme.js'), '// first');
writeFileSync(join(folder, 'assets', 'index-1a2b3c.js'), '// all');
afterAll(() => rmSync(folder, { recursive: true }));

const running: Server[] = [];
afterEach(() => {
  for (const server of running.splice(0)) server.close();
});

async function started(options: ConsoleOptions = { folder }): Promise<{ url: string; host: string }> {
  const server = express().use(consolePages(options)).listen(0, '127.0.0.1');
  running.push(server);
  await new Promise((resolve) => server.once('listening', resolve));
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { url: `http://${host}`, host };
}

describe('the page', () => {
  it.each([
    '/',
    '/queue',
    '/queue?sel=x',
    '/incident/inc-1',
    '/incident/inc-1/finding/rule%3Aab',
    '/hunt',
    '/mail',
    '/mail/a%2Fb%40x.test',
    '/campaign/c1',
  ])('is at %s', async (path) => {
    const { status, headers, text } = await send((await started()).url + path);
    expect([status, headers['content-type'], headers['cache-control']]).toEqual([200, 'text/html; charset=utf-8', 'no-cache']);
    expect(text).toBe('<title>Skein</title>');
  });

  it.each(['/mails', '/mail/a/b', '/campaign', '/incident', '/index', '/incident/a/b'])(
    'is not at %s, which is no view',
    async (path) => {
      expect((await send((await started()).url + path)).status).toBe(404);
    },
  );

  it('may load from here alone, and nothing inline', async () => {
    const { url, host } = await started();
    const policy = (await send(url)).headers['content-security-policy'];
    expect(policy).toBe(
      `default-src 'none';script-src 'self';style-src 'self';img-src 'self';connect-src 'self' ws://${host} wss://${host};` +
        "base-uri 'none';form-action 'none';frame-ancestors 'none'",
    );
  });

  it('that is not built says how to build it', async () => {
    const { status, text } = await send((await started({ folder: join(folder, 'nowhere') })).url);
    expect([status, text]).toEqual([503, expect.stringContaining('node scripts/setup.mjs')]);
  });
});

it('files with a hash in their name are kept; the others are asked for again', async () => {
  const { url } = await started();
  const kept = async (path: string) => (await send(url + path)).headers['cache-control'];
  expect(await kept('/assets/index-1a2b3c.js')).toBe('public, max-age=31536000, immutable');
  expect(await kept('/theme.js')).toBe('no-cache');
});

it('nothing above the folder is given away', async () => {
  const { url } = await started();
  for (const path of ['/../package.json', '/%2e%2e/package.json', '/assets/..%2f..%2fpackage.json'])
    expect((await send(url + path)).status).toBeGreaterThanOrEqual(400);
});

describe('what a page is told before it asks', () => {
  it('is where Neo4j Browser is, and what the machine may do', async () => {
    const { url } = await started({ folder, browser, mode: 'confirm' });
    const { text } = await send(`${url}/console.json`);
    expect(JSON.parse(text)).toEqual({ neo4jBrowser: 'http://127.0.0.1:7474/browser/', mode: 'confirm' });
  });

  it('says of what there is not that there is none, and never a password or user', async () => {
    const { text } = await send(`${(await started()).url}/console.json`);
    expect(JSON.parse(text)).toEqual({ neo4jBrowser: null, mode: null });
  });
});
