// The built pages in a real browser, against answers we wrote: the policy holds, nothing breaks its rules of access, the
// keyboard is enough, and hostile names stay text. Skipped, with one line, where there is no Chromium.

import express from 'express';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import type { Server } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/graph/local/java.ts';
import { consolePages } from '../../src/serve/console.ts';
import { answers, hostile } from './answers.ts';

const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isThere = existsSync(program);
if (!isThere) console.log(`skipped: there is no Chromium at ${program} (set CHROMIUM)`);

describe.skipIf(!isThere)('in a browser', () => {
  const folder = mkdtempSync(join(tmpdir(), 'skein-web-'));
  const complaints: string[] = [];
  let server: Server;
  let browser: Browser;
  let page: Page;
  let url: string;

  beforeAll(async () => {
    await build({ root: join(root, 'web'), logLevel: 'error', build: { outDir: folder } });
    const app = express().use(consolePages({ folder }));
    app.post('/graphql', express.json(), (request, response) => {
      response.json({ data: answers((request.body as { query: string }).query) });
    });
    server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    page.on('console', (message) => {
      if (message.type() === 'error' && !/WebSocket/.test(message.text())) complaints.push(message.text());
    });
    page.on('pageerror', (error) => complaints.push(error.message));
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    server.close();
    rmSync(folder, { recursive: true });
  });

  const violations = async () => {
    await page.evaluate(readFileSync(join(root, 'node_modules/axe-core/axe.min.js'), 'utf8'));
    return page.evaluate('axe.run().then((found) => found.violations.map(({ id }) => id))');
  };

  it('the queue shows a hostile title as text, and never in the title of the page', async () => {
    await page.goto(`${url}/queue`);
    await page.locator('.small-curve').waitFor({ timeout: 60_000 });
    expect(await page.locator('.row .title').first().textContent()).toContain('⟨RLO⟩<img src=x onerror=alert(1)>');
    expect(await page.title()).toBe('Queue (2) · Skein');
    expect(hostile.startsWith('\u202e')).toBe(true);
    expect(await violations()).toEqual([]);
  }, 120_000);

  it('keys move, open, light a finding and lead back', async () => {
    await page.keyboard.press('j');
    expect(new URL(page.url()).searchParams.get('sel')).toBe('inc-2');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.locator('.timeline .curve').waitFor({ timeout: 60_000 });
    await page.keyboard.press('1');
    expect(new URL(page.url()).searchParams.get('f')).toBe('1');
    expect(await page.locator('.chip[data-lit]').count()).toBeGreaterThan(2);
    await page.keyboard.press('p');
    expect(await page.evaluate('document.activeElement.id')).toBe('plan-title');
    expect(await violations()).toEqual([]);
  }, 120_000);

  it('denying asks for a reason first, with the focus on the reason', async () => {
    await page.getByRole('button', { name: 'Deny…' }).click();
    const dialog = page.getByRole('dialog');
    expect(await page.evaluate('document.activeElement.tagName')).toBe('TEXTAREA');
    expect(await dialog.getByRole('button', { name: 'Deny it' }).isDisabled()).toBe(true);
    await page.keyboard.type('The owner is on the phone with us.');
    expect(await dialog.getByRole('button', { name: 'Deny it' }).isDisabled()).toBe(false);
    await page.keyboard.press('Escape');
    expect(await dialog.count()).toBe(0);
  }, 60_000);

  it('the title of a row opens its incident', async () => {
    await page.goto(`${url}/queue`);
    await page.locator('.row .title').first().click();
    await page.locator('.timeline').waitFor({ timeout: 60_000 });
    expect(new URL(page.url()).pathname).toBe('/incident/inc-1');
  }, 60_000);

  it('and in all of it the policy was never broken, nor did anything fail', () => {
    expect(complaints).toEqual([]);
  });
});
