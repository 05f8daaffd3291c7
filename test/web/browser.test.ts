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
import { answers, hostile, later, world } from './answers.ts';

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
      const { query, variables } = request.body as { query: string; variables?: { id?: string } };
      if (world.isAway) request.socket.destroy();
      else response.json({ data: answers(query, variables) });
    });
    server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.clock.install();
    page.on('console', (message) => {
      if (message.type() === 'error' && !/WebSocket|ERR_EMPTY_RESPONSE/.test(message.text())) complaints.push(message.text());
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

  const soon = { timeout: 15_000 };
  /** Without a socket the page asks every five seconds: nobody need wait for that. */
  const asksAgain = () => page.clock.fastForward(5_000);

  it('the findings say how surprising the act was, hostile names as text', async () => {
    await page.goto(`${url}/incident/inc-1?tab=findings`);
    const told = page.getByText('rarer than 99.7 % of acts of the kind');
    await told.first().waitFor(soon);
    expect(await told.first().textContent()).toContain('⟨RLO⟩<img src=x onerror=alert(1)>');
    expect(await violations()).toEqual([]);
  }, 60_000);

  it('a note keeps its lines', async () => {
    const [first] = world.incidents;
    world.incidents[0] = {
      ...first,
      notes: [{ id: 'n1', at: '2026-01-05T10:00:00.000Z', by: 'local', text: 'one\r\ntwo\u202e' }],
    } as never;
    await page.goto(`${url}/incident/inc-1?tab=notes`);
    await page.locator('.written').waitFor(soon);
    expect((await page.locator('.written').innerText()).trimEnd()).toBe('one\ntwo⟨RLO⟩');
  }, 60_000);

  it('closing asks what it was, and takes no answer for granted', async () => {
    await page.goto(`${url}/incident/inc-1`);
    await page.locator('.timeline .curve').waitFor(soon);
    await page.keyboard.press('c');
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: 'Close it' }).isDisabled()).toBe(true);
    await page.keyboard.press('Space');
    expect(await dialog.getByLabel('Attack').isChecked()).toBe(true);
    await dialog.getByRole('button', { name: 'Close it' }).click();
    await page.waitForURL('**/queue');
  }, 60_000);

  it('a finding that comes waits to be asked for, and holds the plan until then', async () => {
    await page.goto(`${url}/incident/inc-1`);
    await page.locator('.timeline .curve').waitFor(soon);
    const [first] = world.incidents;
    world.incidents[0] = { ...first, findings: [...(first?.findings ?? []), later] } as never;
    await asksAgain();
    await page.getByText('1 new finding since you opened this.').waitFor(soon);
    expect(await page.getByRole('button', { name: 'Approve this step…' }).isDisabled()).toBe(true);
    expect(await page.getByRole('link', { name: 'Findings 1' }).count()).toBe(1);
    await page.keyboard.press('.');
    await page.getByRole('link', { name: 'Findings 2' }).waitFor();
    expect(await page.getByRole('button', { name: 'Approve this step…' }).isEnabled()).toBe(true);
    world.incidents[0] = first as never;
    await asksAgain();
    await page.getByText('1 finding no longer here since you opened this.').waitFor(soon);
    await page.keyboard.press('.');
    await page.getByRole('link', { name: 'Findings 1' }).waitFor();
  }, 60_000);

  it('what changes without new findings shows by itself, and the picture is not drawn again', async () => {
    await page.locator('.canvas canvas').first().waitFor();
    await page.evaluate("document.querySelector('.canvas canvas').dataset.drawn = 'before'");
    const [first] = world.incidents;
    world.incidents[0] = { ...first, owner: 'j.kim', escalation: { ...first?.escalation, probability: 0.42 } } as never;
    await asksAgain();
    await page.getByText('j.kim').waitFor(soon);
    expect(await page.locator('.reasons .big-chance strong').innerText()).toBe('42\u202f%');
    expect(await page.locator('.canvas canvas[data-drawn]').count()).toBe(1);
    world.incidents[0] = first as never;
  }, 60_000);

  it('without a connection nothing can be decided, and with one it can again', async () => {
    world.isAway = true;
    await asksAgain();
    await page.getByText('No connection to Skein since').waitFor(soon);
    for (const name of ['Approve this step…', 'Deny…', /^Take/, /^Close…/])
      expect(await page.getByRole('button', { name }).isDisabled()).toBe(true);
    expect(await page.getByText('Needs a connection.').count()).toBe(1);
    await page.keyboard.press('c');
    expect(await page.getByRole('dialog').count()).toBe(0);
    world.isAway = false;
    await asksAgain();
    await page.getByText('No connection to Skein since').waitFor({ state: 'detached', ...soon });
    expect(await page.getByRole('button', { name: 'Approve this step…' }).isEnabled()).toBe(true);
  }, 60_000);

  it('an id that was merged away leads on and says so; one that never was says that', async () => {
    await page.goto(`${url}/incident/inc-0`);
    await page.getByText('inc-0 was merged into inc-1').waitFor(soon);
    await page.getByRole('link', { name: 'Go to its own address' }).click();
    expect(new URL(page.url()).pathname).toBe('/incident/inc-1');
    await page.goto(`${url}/incident/inc-9`);
    await page.getByText('There is no such incident.').waitFor(soon);
  }, 60_000);

  it('a row that is closed elsewhere stays in its place, but counts no more', async () => {
    await page.goto(`${url}/queue`);
    await page.locator('.row').nth(1).waitFor(soon);
    const [gone] = world.incidents.splice(0, 1);
    await asksAgain();
    await page.getByText('No longer open', { exact: true }).waitFor(soon);
    expect(await page.locator('.row').count()).toBe(2);
    expect(await page.locator('.amount').allInnerTexts()).toEqual(['1', '1']);
    await page.keyboard.press('.');
    await page.locator('.row.gone').waitFor({ state: 'detached' });
    expect(await page.locator('.row').count()).toBe(1);
    world.incidents.unshift(gone as never);
  }, 60_000);

  it('that the machine was stopped is said on top, and by whom to whoever asks', async () => {
    expect(await page.locator('.mode').innerText()).toBe('Asks first');
    world.killSwitch = { on: true, by: 'j.kim', at: '2026-01-05T09:14:00.000Z', reason: '\u202eaudit' };
    await page.goto(`${url}/queue`);
    await page.getByText('Stopped since 09:14').waitFor(soon);
    expect(await page.locator('.mode').getAttribute('title')).toBe('By j.kim: ⟨RLO⟩audit');
    expect(await violations()).toEqual([]);
  }, 60_000);

  it.each([
    [1440, 900],
    [1280, 720],
  ])(
    'at %i × %i no number covers another, a name or the edge',
    async (width, height) => {
      await page.setViewportSize({ width, height });
      await page.goto(`${url}/incident/inc-3`);
      await page.locator('.timeline .curve').waitFor(soon);
      await page.locator('.canvas canvas').first().waitFor();
      expect(await covering(page)).toEqual([]);
      expect(await violations()).toEqual([]);
    },
    60_000,
  );

  it('and in all of it the policy was never broken, nor did anything fail', () => {
    expect(complaints).toEqual([]);
  });
});

interface Box {
  readonly says: string;
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

/** Runs in the page: of a name what is written, not the room that it was given. */
const boxesOf = `(selector) => [...document.querySelectorAll(selector)].map((element) => {
  const range = document.createRange();
  range.selectNodeContents(element);
  const { left, right, top, bottom } = (element.matches('.label *') ? range : element).getBoundingClientRect();
  return { says: element.textContent, left, right, top, bottom };
})`;

const touch = (a: Box, b: Box): boolean => a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** Pairs of marks, or of a mark and something else, that touch: by what they say. */
async function covering(page: Page): Promise<string[]> {
  const boxes = (selector: string) => page.evaluate<Box[]>(`(${boxesOf})(${JSON.stringify(selector)})`);
  const touching = async (marked: string, other: string): Promise<string[]> => {
    const [marks, others] = [await boxes(marked), await boxes(other)];
    expect(marks.length * others.length).toBeGreaterThan(0);
    return marks.flatMap((mark, index) =>
      [...marks.slice(index + 1), ...others].flatMap((it) => (touch(mark, it) ? `${mark.says} on ${it.says}` : [])),
    );
  };
  return [
    ...(await touching('.timeline .mark', '.timeline .lane-name, .timeline .jump')),
    ...(await touching('.on-line', '.over-canvas .label b, .over-canvas .label .under')),
    ...(await touching('.waterfall .total b', '.waterfall .total .bar')),
  ];
}
