// The pictures of the console in docs: the queue, its worst but one incident, and its mail, as a running `npm run demo` shows them.
//
//   npx tsx scripts/console-pictures.ts http://127.0.0.1:4000 docs
//
// CHROMIUM names the browser; by default /usr/bin/chromium.

import { join } from 'node:path';
import { chromium } from 'playwright-core';

const [address = 'http://127.0.0.1:4000', folder = 'docs'] = process.argv.slice(2);

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu'],
});
const page = await browser.newPage({ viewport: { width: 1440, height: 900 }, colorScheme: 'light', reducedMotion: 'reduce' });

await page.goto(`${address}/queue`);
await page.locator('.small-curve').waitFor({ timeout: 60_000 });
await page.screenshot({ path: join(folder, 'console-queue.png') });

const second = page.locator('.row .title').nth(1);
await second.click();
await page.locator('.timeline .curve').waitFor({ timeout: 60_000 });
// The canvas is loaded by itself, and draws its icons when they come.
await page.locator('.canvas canvas').first().waitFor();
await page.waitForTimeout(1_500);
await page.mouse.move(0, 0);
await page.screenshot({ path: join(folder, 'console-incident.png') });

await page.goto(`${address}/mail`);
await page.locator('.row').first().waitFor({ timeout: 60_000 });
await page.screenshot({ path: join(folder, 'console-mails.png') });
await browser.close();
