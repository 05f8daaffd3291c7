// The mail view in a real browser, shown what is made to break out of such views: no script runs, nothing is asked of
// anybody, nothing leads away and no dialog opens, neither through the page that is written anew nor, should that one day
// let something through, by the frame and its policy alone. Without either the same does run: so this can fail.
//
// Recorded mails that ran script in webmails once are shown too, where they are at hand; they are shown in the frame alone.

import express from 'express';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import type { Server as HttpServer } from 'node:http';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Browser, type Page, type Request } from 'playwright-core';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from '../../src/graph/local/java.ts';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import { unreadMessage } from '../../src/ingest/message-record.ts';
import { shownLetter } from '../../src/mail/shown-letter.ts';
import { consolePages } from '../../src/serve/console.ts';
import { lettersIn } from '../../src/tenant/letters.ts';
import { letter as plainLetter, mailFacts } from './mail-answers.ts';

const program = process.env.CHROMIUM ?? '/usr/bin/chromium';
const isThere = existsSync(program);
if (!isThere) console.log(`skipped: there is no Chromium at ${program} (set CHROMIUM)`);

const recorded = join(root, '../shared/data/email-xss-wooyun/malious-sample');
const hasRecorded = existsSync(recorded);
if (isThere && !hasRecorded) console.log('skipped: ../shared/data/email-xss-wooyun not present');

/** What is tried in mail, each on its own way to do something. `URL` is a place that would hear of it. */
const payloads: readonly string[] = [
  '<script>alert(1)</script>',
  '<script src="http://URL/s.js"></script>',
  '<img src=x onerror="alert(1)">',
  '<img src="http://URL/pixel.png" srcset="http://URL/2x.png 2x">',
  '<svg onload="alert(1)"><image href="http://URL/svg.png"/></svg>',
  '<svg><script>alert(1)</script></svg>',
  '<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></p></noscript>',
  '<iframe srcdoc="<script>top.alert(1)</script>"></iframe>',
  '<iframe src="javascript:alert(1)"></iframe>',
  '<iframe src="http://URL/frame"></iframe>',
  '<object data="http://URL/object"></object><embed src="http://URL/embed">',
  '<video src="http://URL/video" autoplay onerror="alert(1)"></video><audio src="http://URL/audio"></audio>',
  '<meta http-equiv="refresh" content="0;url=http://URL/refresh">',
  '<base href="http://URL/"><img src="relative.png">',
  '<link rel="stylesheet" href="http://URL/sheet.css"><link rel="preload" as="image" href="http://URL/preload.png">',
  '<link rel="preconnect" href="http://URL/"><link rel="dns-prefetch" href="http://URL/">',
  '<link rel="prefetch" href="http://URL/prefetch"><link rel="icon" href="http://URL/icon.png">',
  '<style>@import url("http://URL/import.css"); body { background: url(http://URL/body.png) }</style>',
  '<style>@font-face { font-family: f; src: url(http://URL/font.woff) } p { font-family: f }</style><p>text</p>',
  '<div style="background-image: url(http://URL/inline.png)">text</div>',
  '<p style="width: expression(alert(1))">text</p>',
  '<table background="http://URL/table.png"><tr><td background="http://URL/cell.png">text</td></tr></table>',
  '<form action="http://URL/form" id="f"><input autofocus onfocus="alert(1)"></form><script>f.submit()</script>',
  '<details open ontoggle="alert(1)">text</details>',
  '<body onload="alert(1)" background="http://URL/page.png">text',
  '<marquee onstart="alert(1)">text</marquee>',
  '<a href="javascript:alert(1)" autofocus onfocus="alert(1)" tabindex="1">text</a>',
  '<input type="image" src="http://URL/button.png">',
  '<template><img src=x onerror="alert(1)"></template><p>text</p>',
  '"><img src=x onerror=alert(1)><"',
  '</body></html><script>alert(1)</script>',
  "<div><style>x{}</style><img src='http://URL/late.png' loading='eager'></div>",
  '<plaintext><script>alert(1)</script>',
  '<!--><script>alert(1)</script>-->',
  '<xmp><img src=x onerror=alert(1)></xmp>',
  '\u0000<scr\u0000ipt>alert(1)</scr\u0000ipt>',
];

/** In the place of a name, a subject, a file's name or a header. */
const nasty = '"><img src=x onerror=alert(1)><script>alert(1)</script>\u202e';

const made = (html: string): RawMessage => ({
  ...unreadMessage(''),
  ...{ defects: [], html, text: html, subject: nasty, size: html.length },
  from: { name: nasty, address: `${nasty}@x.test` },
  headers: [{ name: nasty, value: nasty }],
  attachments: [{ filename: `${nasty}.html`, mimeType: 'text/html', size: 1, sha256: 'a'.repeat(64) }],
});

async function recordedMails(): Promise<RawMessage[]> {
  const raws: RawMessage[] = [];
  for (const name of readdirSync(recorded)
    .filter((one) => one.endsWith('.eml'))
    .sort())
    for await (const letter of lettersIn(join(recorded, name)))
      raws.push('raw' in letter ? letter.raw : unreadMessage(letter.why));
  return raws;
}

/** What a browser did that a mail must not make it do. */
interface Deeds {
  readonly dialogs: string[];
  readonly requests: string[];
  readonly ways: string[];
}

const none: Deeds = { dialogs: [], requests: [], ways: [] };

describe.skipIf(!isThere)('a mail in the mail view', () => {
  const folder = mkdtempSync(join(tmpdir(), 'skein-mail-view-'));
  const deeds: Deeds = { dialogs: [], requests: [], ways: [] };
  /** What the browser says it kept from doing something. */
  const refusals: string[] = [];
  const mails: { raw: RawMessage; isRaw: boolean }[] = [];
  let web: HttpServer;
  let outside: Server;
  let browser: Browser;
  let page: Page;
  let url: string;
  let elsewhere: string;

  const shownBy = (id: string) => {
    const mail = mails[Number(id)];
    if (mail === undefined) throw new Error(`there is no mail ${id}`);
    const { message, html, hidden, ...letter } = shownLetter(mail.raw);
    const parties = { from: message.author === undefined ? [] : [message.author], replyTo: [], to: [], cc: [] };
    return {
      ...{ ...plainLetter, ...letter, ...parties, subject: message.subject, writtenAt: null },
      ...{ hidden, html: mail.isRaw ? (mail.raw.html ?? null) : (html ?? null), size: 1, hops: [] },
    };
  };

  const answer = (query: string, { id = '' }: { id?: string }): unknown => {
    const viewer = { name: 'local', role: 'ADMIN' };
    if (query.startsWith('query Letter')) return { email: { key: id, letter: shownBy(id) } };
    if (query.startsWith('query Mail('))
      return { viewer, email: { ...mailFacts, key: id, subject: mails[Number(id)]?.raw.subject ?? null } };
    return { response: { mode: 'confirm', tenant: null, killSwitch: { on: false, by: null, at: null, reason: null } } };
  };

  beforeAll(async () => {
    await build({ root: join(root, 'web'), logLevel: 'error', build: { outDir: folder } });
    const app = express().use(consolePages({ folder }));
    app.post('/graphql', express.json(), (request, response) => {
      const { query, variables } = request.body as { query: string; variables?: { id?: string } };
      response.json({ data: answer(query, variables ?? {}) });
    });
    // The same mail as no mail may be shown: neither written anew, nor in a frame, nor under a policy.
    app.get('/unguarded/:id', (request, response) => {
      response.type('html').send(mails[Number(request.params.id)]?.raw.html ?? '');
    });
    web = app.listen(0, '127.0.0.1');
    await new Promise((resolve) => web.once('listening', resolve));
    url = `http://127.0.0.1:${(web.address() as AddressInfo).port}`;

    // Everything that would leave this machine comes here instead, and is heard of, down to the opening of a connection.
    outside = createServer((socket) => {
      socket.once('data', (bytes) => {
        const [asked = ''] = bytes.toString('latin1').split('\r\n');
        // What the browser asks its maker by itself, whatever it shows.
        if (!/^[A-Z]+ (?:https?:\/\/)?[\w.-]+\.(?:google|googleapis|gstatic|gvt1)\.com[:/]/.test(asked))
          deeds.requests.push(`sent: ${asked}`);
        socket.end('HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ncontent-length: 4\r\nconnection: close\r\n\r\nhere');
      });
      socket.on('error', () => undefined);
    });
    await new Promise<void>((resolve) => outside.listen(0, '127.0.0.1', resolve));
    elsewhere = 'elsewhere.test';
    browser = await chromium.launch({
      executablePath: program,
      args: ['--no-sandbox', '--disable-gpu', `--proxy-server=http://127.0.0.1:${(outside.address() as AddressInfo).port}`],
    });
    page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    watch(page);
  }, 180_000);

  afterAll(async () => {
    await browser.close();
    web.close();
    outside.close();
    rmSync(folder, { recursive: true });
  });

  function watch(of: Page): void {
    of.on('dialog', (dialog) => {
      deeds.dialogs.push(dialog.message());
      void dialog.dismiss().catch(() => undefined);
    });
    const asked = (request: Request): void => {
      const to = request.url();
      if (!to.startsWith(url) && !/^(?:data|blob|about):/.test(to)) deeds.requests.push(to);
    };
    of.on('requestfinished', asked);
    // What a policy refuses never leaves the page.
    of.on('requestfailed', (request) => (/csp/i.test(request.failure()?.errorText ?? '') ? undefined : asked(request)));
    of.on('framenavigated', (frame) => {
      const at = frame.url();
      // A frame in the frame that was refused its page shows the browser's own.
      const isOurs = at.startsWith(`${url}/mail/`) || /^(?:about:|chrome-error:|$)/.test(at);
      if (!isOurs || (frame === of.mainFrame() && at.startsWith('chrome-error:'))) deeds.ways.push(at);
    });
    of.on('console', (message) => (/^(?:Blocked|Refused|.*violates)/.test(message.text()) ? refusals.push(message.text()) : 0));
    of.on('popup', (popup) => deeds.ways.push(`popup ${popup.url()}`));
  }

  const taken = (): Deeds => ({
    ...{ dialogs: deeds.dialogs.splice(0), requests: deeds.requests.splice(0), ways: deeds.ways.splice(0) },
  });

  /** Shows each as designed, as text and as it came, and gives what the browser did. */
  async function shown(raws: readonly RawMessage[], isRaw: boolean): Promise<Deeds & { readonly framed: number }> {
    refusals.length = 0;
    mails.splice(0, mails.length, ...raws.map((raw) => ({ raw, isRaw })));
    taken();
    await page.goto(`${url}/mail/0`);
    await page.locator('.mail-content').waitFor({ timeout: 60_000 });
    let framed = 0;
    for (const [id, raw] of raws.entries()) {
      await turnTo(`/mail/${id}?tab=designed`);
      await page.locator(`.mail-content .tab.here[href="/mail/${id}?tab=designed"]`).waitFor({ timeout: 20_000 });
      if (raw.html !== undefined) {
        await page.locator('iframe.mail-frame').waitFor();
        const frame = page.frames().find((one) => one !== page.mainFrame());
        await frame?.waitForLoadState('load', { timeout: 5_000 }).catch(() => undefined);
        framed += 1;
      }
      for (const key of ['t', 's']) await page.keyboard.press(key);
    }
    await page.waitForTimeout(1_000);
    return { ...taken(), framed };
  }

  /** As a click on one of our own links does. */
  const turnTo = (path: string) =>
    page.evaluate(`history.pushState(null, '', ${JSON.stringify(path)}); dispatchEvent(new PopStateEvent('popstate'))`);

  const ours = () => payloads.map((html) => made(html.replaceAll('URL', elsewhere)));

  it('without any of it, runs and calls home: this can fail', async () => {
    mails.splice(0, mails.length, ...ours().map((raw) => ({ raw, isRaw: true })));
    taken();
    const loose = await browser.newPage();
    watch(loose);
    for (const id of mails.keys()) {
      await loose.goto(`${url}/unguarded/${id}`, { waitUntil: 'commit' }).catch(() => undefined);
      await loose.waitForTimeout(mails[id]?.raw.html?.includes('refresh') === true ? 1_000 : 60);
    }
    await loose.close();
    const done = taken();
    expect(done.dialogs.length).toBeGreaterThan(10);
    expect(new Set(done.requests.filter((one) => one.includes(elsewhere))).size).toBeGreaterThan(15);
    expect(done.ways.some((one) => one.includes('refresh'))).toBe(true);
  }, 300_000);

  it('as it is written anew, does nothing', async () => {
    const done = await shown(ours(), false);
    expect(done).toEqual({ ...none, framed: payloads.length });
    // Nothing is left in it that even tries.
    expect(refusals).toEqual([]);
  }, 300_000);

  it('as it came, does nothing either: the frame and its policy hold alone', async () => {
    const done = await shown(ours(), true);
    expect(done).toEqual({ ...none, framed: payloads.length });
    expect(refusals.filter((one) => one.startsWith('Blocked script')).length).toBeGreaterThan(5);
  }, 180_000);

  it('as it came, leads nowhere when a link or a button in it is pressed', async () => {
    const way = `http://${elsewhere}/clicked`;
    const html = ['_self', '_top', '_blank', '_parent']
      .map((target) => `<a href="${way}" target="${target}">${target}</a> `)
      .join('')
      .concat(`<form action="${way}"><button>send</button></form>`);
    mails.splice(0, mails.length, { raw: made(html), isRaw: true });
    taken();
    await page.goto(`${url}/mail/0?tab=designed`);
    const inside = page.frameLocator('iframe.mail-frame');
    await inside.getByText('_self').waitFor({ timeout: 20_000 });
    for (const target of ['_top', '_blank', '_parent']) await inside.getByText(target, { exact: true }).click();
    await inside.getByRole('button', { name: 'send' }).click();
    await inside.getByText('_self').click();
    await page.waitForTimeout(500);
    const done = taken();
    expect(done.dialogs).toEqual([]);
    expect(done.requests).toEqual([]);
    expect(done.ways.filter((one) => one.includes(elsewhere))).toEqual([]);
    expect(new URL(page.url()).pathname).toBe('/mail/0');
  }, 60_000);

  it.skipIf(!hasRecorded)(
    'that ran script in a webmail once does nothing here, written anew or as it came',
    async () => {
      const raws = await recordedMails();
      expect(raws.length).toBeGreaterThan(100);
      const pages = raws.filter(({ html }) => html !== undefined).length;
      expect(pages).toBeGreaterThan(50);
      expect(await shown(raws, false)).toEqual({ ...none, framed: pages });
      expect(refusals).toEqual([]);
      expect(await shown(raws, true)).toEqual({ ...none, framed: pages });
    },
    900_000,
  );
});
