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
      else if (world.role === 'VIEWER' && query.startsWith('query Letter')) response.json(refusedLetter);
      else response.json({ data: answers(query, variables) });
    });
    server = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => server.once('listening', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    browser = await chromium.launch({ executablePath: program, args: ['--no-sandbox', '--disable-gpu'] });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.clock.install();
    page.on('console', (message) => {
      // The clock that we install is a script, which the frame of a mail refuses as it refuses any.
      const isOurs = /WebSocket|ERR_EMPTY_RESPONSE|^Blocked script execution in 'about:srcdoc'/;
      if (message.type() === 'error' && !isOurs.test(message.text())) complaints.push(message.text());
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
    expect(await page.locator('.mode').allInnerTexts()).toEqual(['Simulated tenant', 'Asks first']);
    world.killSwitch = { on: true, by: 'j.kim', at: '2026-01-05T09:14:00.000Z', reason: '\u202eaudit' };
    await page.goto(`${url}/queue`);
    await page.getByText('Stopped since 09:14').waitFor(soon);
    expect(await page.locator('.mode.stopped').getAttribute('title')).toBe('By j.kim: ⟨RLO⟩audit');
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

  const said = () => world.said.splice(0);
  /** The dialog that asks why, answered. */
  const because = async (reason: string, verb: string) => {
    const dialog = page.getByRole('dialog');
    expect(await dialog.getByRole('button', { name: verb }).isDisabled()).toBe(true);
    await dialog.getByLabel('Reason (required)').fill(reason);
    await dialog.getByRole('button', { name: verb }).click();
    await dialog.waitFor({ state: 'detached', ...soon });
  };

  it('findings are split off by the keyboard alone, with a reason, and it is said where they went', async () => {
    said();
    await page.goto(`${url}/incident/inc-4?tab=findings`);
    await page.getByRole('checkbox').first().waitFor(soon);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('1');
    await page.keyboard.press('x');
    expect(await page.getByText('1 finding chosen').count()).toBe(1);
    await page.keyboard.press('s');
    const dialog = page.getByRole('dialog');
    await dialog.waitFor(soon);
    expect(await dialog.innerText()).toContain('You can undo it under History.');
    expect(await violations()).toEqual([]);
    await page.keyboard.type('Another story.');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await dialog.waitFor({ state: 'detached', ...soon });
    expect(said()).toEqual([{ what: 'Split', variables: { id: 'inc-4', findings: ['g1'], reason: 'Another story.' } }]);
    await page.getByText('Split off 1 finding.').waitFor(soon);

    const { paired } = world;
    world.moved = { g1: 'inc-7' };
    world.paired = { ...paired, findings: paired.findings.slice(1), links: [] };
    await asksAgain();
    await page.getByRole('link', { name: 'inc-7' }).waitFor(soon);
    await page.getByRole('link', { name: 'Findings 1' }).waitFor(soon);
    expect(await page.getByRole('button', { name: /^Show/ }).count()).toBe(0);
    world.paired = paired;
    world.moved = {};
  }, 60_000);

  it('all of an incident cannot be split off', async () => {
    await page.goto(`${url}/incident/inc-4?tab=findings`);
    for (const number of ['1', '1a']) await page.getByRole('checkbox', { name: `Choose finding ${number}`, exact: true }).check();
    await page.getByRole('button', { name: /^Split off/ }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Reason (required)').fill('All of it.');
    expect(await dialog.innerText()).toContain('nothing would be left here');
    expect(await dialog.getByRole('button', { name: 'Split off 2 findings' }).isDisabled()).toBe(true);
    await page.keyboard.press('Escape');
  }, 60_000);

  it('a link is cut where its line is in the picture, and pinned where it is listed', async () => {
    await page.goto(`${url}/incident/inc-4`);
    await page.locator('.canvas canvas').first().waitFor(soon);
    const edge = page.getByRole('button', { name: /^What ties 1 and 1a/ });
    await edge.click();
    expect(await page.getByRole('dialog').innerText()).toMatch(/both in one session[\s\S]*same session: very strong/);
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Cut… 1 and 1a' }).click();
    await page.getByRole('heading', { name: 'Cut 1 from 1a?' }).waitFor(soon);
    await because('Two people.', 'Cut them apart');
    // A locator, as the page's policy lets no string be watched for as script.
    await page.locator('[aria-label^="What ties 1"]:focus').waitFor(soon);
    await page.goto(`${url}/incident/inc-4?tab=findings`);
    await page.getByRole('button', { name: 'Pin… 1 and 1a' }).click();
    await because('One person.', 'Pin them together');
    expect(said()).toEqual([
      { what: 'Cut', variables: { from: 'g1', to: 'g2', reason: 'Two people.' } },
      { what: 'Pin', variables: { from: 'g1', to: 'g2', reason: 'One person.' } },
    ]);
  }, 60_000);

  it('a number tells of its finding, its links, and how to cut it off', async () => {
    await page.goto(`${url}/incident/inc-4`);
    await page.locator('.timeline .chip').first().click(soon);
    const facts = page.getByRole('dialog', { name: 'Finding 1' });
    await facts.waitFor(soon);
    expect(await facts.innerText()).toContain('⟨RLO⟩<img src=x onerror=alert(1)>');
    expect(await facts.innerText()).toContain('same session: very strong');
    expect(await violations()).toEqual([]);
    await facts.getByRole('button', { name: 'Cut from this incident…' }).click();
    await because('Not his.', 'Split off 1 finding');
    expect(said()).toEqual([{ what: 'Split', variables: { id: 'inc-4', findings: ['g1'], reason: 'Not his.' } }]);
  }, 60_000);

  it('incidents merge by an id that is known, and what may belong with it is offered', async () => {
    await page.goto(`${url}/incident/inc-4`);
    await page.getByText('May belong together with').waitFor(soon);
    await page.getByRole('button', { name: 'Merge… with inc-3' }).click();
    const dialog = page.getByRole('dialog');
    const other = dialog.getByLabel('Id or address of the other incident');
    expect(await other.inputValue()).toBe('inc-3');
    await other.fill('inc-99');
    await page.clock.runFor(300);
    await dialog.getByText('There is no such incident.').waitFor(soon);
    await other.fill(`${url}/incident/inc-2?tab=notes`);
    await page.clock.runFor(300);
    await dialog.getByText('A new device or phone').waitFor(soon);
    await because('One phone.', 'Merge them');
    expect(said()).toEqual([{ what: 'Merge', variables: { ids: ['inc-4', 'inc-2'], reason: 'One phone.' } }]);
  }, 60_000);

  const constraint = {
    ...{ id: 'c1', kind: 'cut', from: ['g1'], to: ['x1'], by: hostile, at: '2026-01-05T12:00:00.000Z', reason: hostile },
    ...{ undoneBy: null, undoneAt: null, undoneReason: null },
  };

  it('what people said stays visible, beside the finding and in the history, and is undone with a reason', async () => {
    const { paired } = world;
    world.paired = { ...paired, constraints: [constraint] };
    world.moved = { x1: 'inc-7' };
    await page.goto(`${url}/incident/inc-4?tab=findings`);
    await page.getByRole('checkbox').first().waitFor(soon);
    expect(await page.locator('.said-mark').count()).toBe(1);
    await page.goto(`${url}/incident/inc-4?tab=history`);
    await page.getByText('Keep apart').waitFor(soon);
    await page.getByRole('link', { name: 'inc-7' }).waitFor(soon);
    expect(await page.locator('.said').innerText()).toContain('“⟨RLO⟩<img src=x onerror=alert(1)>”');
    expect(await violations()).toEqual([]);
    await page.getByRole('button', { name: 'Undo…' }).click();
    await because('They were one after all.', 'Undo it');
    expect(said()).toEqual([{ what: 'Undo', variables: { id: 'c1', reason: 'They were one after all.' } }]);
    world.paired = {
      ...paired,
      constraints: [{ ...constraint, undoneBy: 'bo', undoneAt: '2026-01-05T13:00:00.000Z', undoneReason: 'One.' }],
    };
    await asksAgain();
    await page.getByText('Undone by bo').waitFor(soon);
    expect(await page.getByRole('button', { name: 'Undo…' }).count()).toBe(0);
    world.paired = paired;
    world.moved = {};
  }, 60_000);

  it('the history compares two moments, and says what was believed at one', async () => {
    await page.goto(`${url}/incident/inc-4?tab=history`);
    const between = page.locator('.between');
    await between.getByText('Took up').waitFor(soon);
    expect(await between.getByRole('heading', { level: 2 }).innerText()).toBe('Between 5 Jan 09:20 and 5 Jan 11:30');
    expect(await between.innerText()).toMatch(/A new rule[\s\S]*Account takeover[\s\S]*The chance rose by 40 points\./);
    expect(await between.locator('.incident-list a').allInnerTexts()).toEqual(['inc-0', 'inc-3']);
    expect(await page.locator('.life').innerText()).toContain('⟨RLO⟩<img src=x onerror=alert(1)>: incident split');
    await page.getByRole('radio', { name: /^Compare to 2026-01-05 09:20/ }).check();
    expect(new URL(page.url()).searchParams.get('to')).toBe('2026-01-05T09:20:00.000Z');
    await page.getByLabel('Day and time, UTC').fill('2026-01-05T10:00');
    await page.locator('.at-moment').getByText('A new rule').waitFor(soon);
    await page.getByLabel('Day and time, UTC').fill('2026-01-04T10:00');
    await page.locator('.at-moment').getByText('Nothing was known of it.').waitFor(soon);
    expect(await violations()).toEqual([]);
  }, 60_000);

  it('similar incidents say how alike, why, what differs, what came next and how it ended', async () => {
    await page.goto(`${url}/incident/inc-4?tab=similar`);
    const alike = page.locator('.alike');
    await alike.waitFor(soon);
    const text = await alike.innerText();
    for (const part of [
      '82\u202f%',
      'very alike',
      'judged an attack by bo',
      'Only that one: mail sent out.',
      '2 h later',
      '3 times',
    ])
      expect(text).toContain(part);
    expect(text).toContain('⟨RLO⟩<img src=x onerror=alert(1)>');
    expect(await alike.locator('.chip').allInnerTexts()).toEqual(['1']);
    expect(await violations()).toEqual([]);
    await page.goto(`${url}/incident/inc-2?tab=similar`);
    await page.getByText('Nothing like it has happened here.').waitFor(soon);
  }, 60_000);

  it('whoever may only look is told which role it takes', async () => {
    world.role = 'VIEWER';
    await page.goto(`${url}/incident/inc-4?tab=findings`);
    await page.getByText('This needs the role ANALYST; you have VIEWER.').waitFor(soon);
    expect(await page.getByRole('button', { name: 'Cut… 1 and 1a' }).isDisabled()).toBe(true);
    await page.keyboard.press('m');
    expect(await page.getByRole('dialog').count()).toBe(0);
    world.role = 'ADMIN';
  }, 60_000);

  it('hunting finds ways between two things, says when they are vague, and leads on', async () => {
    await page.goto(`${url}/queue`);
    await page.locator('.row').first().waitFor(soon);
    await page.keyboard.press('g');
    await page.keyboard.press('h');
    await page.getByLabel('From: which one').fill('priya@contoso.test');
    await page.getByLabel('To: which one').fill('192.0.2.7');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('Enter');
    await page.locator('.way').waitFor(soon);
    expect(await page.locator('.way').innerText()).toMatch(/UserLoggedIn by .*<img src=x onerror=alert\(1\)>, from 192\.0\.2\.7/);
    const status = await page.locator('.hunt > p[role=status]').innerText();
    expect(status).toMatch(/^One way\. .*may say nothing\..*not all of it was walked/);
    expect(await violations()).toEqual([]);
    await page.getByRole('link', { name: 'From here' }).click();
    expect(new URL(page.url()).searchParams.get('from')).toBe('IP:192.0.2.7');
    await page.goto(`${url}/hunt?from=User%3Apriya%40contoso.test&to=IP%3A192.0.2.8`);
    await page.getByText('No address is known as 192.0.2.8.').waitFor(soon);
    expect(await page.getByRole('link', { name: /^Open in Neo4j Browser/ }).count()).toBe(1);
  }, 60_000);

  const shownHostile = '⟨RLO⟩<img src=x onerror=alert(1)>';

  it('the list of mail shows hostile subjects and senders as text, and the keyboard is enough', async () => {
    await page.goto(`${url}/queue`);
    await page.locator('.row').first().waitFor(soon);
    for (const key of ['g', 'm']) await page.keyboard.press(key);
    await page.locator('.mail-rows .row').nth(1).waitFor(soon);
    const [first = '', second = ''] = await page.locator('.mail-rows .row').allInnerTexts();
    for (const part of ['100', shownHostile, `${shownHostile}@x.test`, '3', 'hold', '17 mails, convicted'])
      expect(first).toContain(part);
    expect(second).toMatch(/not judged[\s\S]*No subject[\s\S]*nobody named[\s\S]*no time/);
    expect(await page.title()).toBe('Mail · Skein');
    expect(await page.locator('.mail-rows img').count()).toBe(0);
    expect(await violations()).toEqual([]);
    await page.keyboard.press('j');
    expect(new URL(page.url()).searchParams.get('sel')).toBe('m2@x.test');
    await page.keyboard.press('k');
    await page.keyboard.press('Enter');
    await page.locator('.mail-content').waitFor(soon);
    expect(new URL(page.url()).pathname).toBe('/mail/m1%40x.test');
    await page.goto(`${url}/mail?least=80`);
    await page.getByText('No mail fits this.').waitFor(soon);
    expect(await violations()).toEqual([]);
  }, 60_000);

  it('one mail says what, why, what was done and how to undo it; all that is hostile in it is text', async () => {
    await page.goto(`${url}/mail/m1%40x.test`);
    await page.locator('.mail-content').waitFor(soon);
    const text = await page.locator('.mail-page').innerText();
    for (const part of [
      ...['Why 100', 'Threatens with a deadline', 'Extortion with a wallet', 'Campaign of 17', 'held 17 of 17', 'Undo…'],
      ...['1 held, 1 let in', 'by j.kim', 'Tag the mail', 'Pay now ⟨RLO⟩cod.exe', '<script>alert(1)</script>'],
      ...['hxxps://evil[.]example/x', 'shows contoso.test and leads to evil.example', 'invoice⟨RLO⟩fdp.exe'],
      ...['hidden, 212 characters', 'in the colour of its ground', shownHostile, 'mx.contoso.test'],
    ])
      expect(text).toContain(part);
    expect(await page.locator('.mail-page img, .mail-page script, .mail-page iframe').count()).toBe(0);
    expect(await page.locator('.mail-content a[href^="http"]').count()).toBe(0);
    const points = (await page.locator('.mail-why .waterfall td.right').allInnerTexts()).map((it) =>
      Number(it.replace('\u2212', '-')),
    );
    expect(points.slice(0, -1).reduce((sum, one) => sum + one, 0)).toBe(points.at(-1));
    expect(points.at(-1)).toBe(100);
    expect(await page.title()).toBe('A mail · Skein');
    expect(await violations()).toEqual([]);
  }, 60_000);

  it('as designed it stands in a frame without any leave; the source is text', async () => {
    await page.keyboard.press('d');
    const frame = page.locator('iframe.mail-frame');
    await frame.waitFor(soon);
    expect(await frame.getAttribute('sandbox')).toBe('');
    expect(await page.frameLocator('iframe.mail-frame').locator('mark').innerText()).toBe('[hidden: words]');
    expect(await violations()).toEqual([]);
    await page.keyboard.press('s');
    await page.locator('.mail-source').waitFor(soon);
    expect(await page.locator('.mail-source').innerText()).toContain(`X-${shownHostile}`);
    expect(await violations()).toEqual([]);
  }, 60_000);

  it('whoever may not read it sees its score and reasons, and which role it takes', async () => {
    world.role = 'VIEWER';
    await page.goto(`${url}/mail/m1%40x.test`);
    await page.getByText('it takes the role ANALYST, and theirs is VIEWER').waitFor(soon);
    expect(await page.locator('.mail-why').innerText()).toContain('Threatens with a deadline');
    expect(await page.locator('.mail-text').count()).toBe(0);
    expect(await page.getByRole('button', { name: 'Undo…' }).count()).toBe(0);
    expect(await violations()).toEqual([]);
    world.role = 'ADMIN';
  }, 60_000);

  it('what was done to a mail is undone from its view, with the dialog that every action has', async () => {
    said();
    await page.goto(`${url}/mail/m1%40x.test`);
    await page.getByRole('button', { name: 'Undo…' }).click(soon);
    await page.getByRole('dialog').getByRole('button', { name: 'Undo it' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached', ...soon });
    expect(said()).toEqual([{ what: 'Revert', variables: { id: 'h1', reason: null } }]);
  }, 60_000);

  it('a campaign says why it is held, which mails are in it, where they are, and has one undo', async () => {
    await page.goto(`${url}/campaign/c1`);
    await page.locator('.campaign-members').waitFor(soon);
    const text = await page.locator('.campaign-page').innerText();
    for (const part of [
      'Campaign of 17',
      'convicted',
      `same wallet ${shownHostile}`,
      '16 held, 1 let in',
      `words alike: ${shownHostile}`,
      '9 caught by themselves',
      '8 only as part of it',
    ])
      expect(text).toContain(part);
    expect(await page.getByRole('button', { name: 'Undo…' }).count()).toBe(1);
    expect(await page.locator('.campaign-page img').count()).toBe(0);
    const picture = page.getByRole('img', { name: /^17 mails from 12 Jan( 2026)? 03:00 to .* 05:00, at most 12 at once$/ });
    expect(await picture.count()).toBe(1);
    expect(await page.locator('.over-time .convicted').textContent()).toMatch(/^convicted 12 Jan( 2026)? 04:18$/);
    expect(await violations()).toEqual([]);
    await page
      .getByRole('link', { name: /open the mail/ })
      .first()
      .click();
    await page.locator('.mail-content').waitFor(soon);
    expect(new URL(page.url()).pathname).toBe('/mail/m1%40x.test');
  }, 60_000);

  it('a mail or a campaign that is not there says so', async () => {
    await page.goto(`${url}/mail/nobody`);
    await page.getByText('There is no such mail.').waitFor(soon);
    await page.goto(`${url}/campaign/none`);
    await page.getByText('There is no such campaign.').waitFor(soon);
    expect(await violations()).toEqual([]);
  }, 60_000);

  it('the mail of an incident leads to its own view', async () => {
    const { paired } = world;
    const campaign = {
      label: 'Campaign',
      key: 'c1',
      role: 'mail',
      firstAt: '2026-01-05T09:14:00.000Z',
      lastAt: '2026-01-05T09:14:00.000Z',
    };
    world.paired = { ...paired, entities: [...paired.entities, campaign] };
    await page.goto(`${url}/incident/inc-4`);
    await page.locator('.mail-here a').click(soon);
    await page.locator('.campaign-members').waitFor(soon);
    expect(new URL(page.url()).pathname).toBe('/campaign/c1');
    world.paired = paired;
    await page.goto(`${url}/incident/inc-4`);
    await page.locator('.timeline').waitFor(soon);
    expect(await page.locator('.mail-here').count()).toBe(0);
  }, 60_000);

  it('and in all of it the policy was never broken, nor did anything fail', () => {
    expect(complaints).toEqual([]);
  });
});

/** What the API says to whoever may not read people's mail. */
const refusedLetter = {
  data: { email: { key: 'm1@x.test', letter: null } },
  errors: [{ message: 'it takes the role ANALYST, and theirs is VIEWER', extensions: { code: 'FORBIDDEN' } }],
};

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
