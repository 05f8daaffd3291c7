// The picture in the README: Neo4j Browser, really connected, drawing the worst incident of a running `npm run demo`.
//
//   npx tsx scripts/picture.ts GRAPHQL_URL PASSWORD docs/neo4j-browser.png
//
// CHROMIUM names the browser; by default /usr/bin/chromium.

import { chromium } from 'playwright-core';
import type { Page } from 'playwright-core';

const [api = 'http://127.0.0.1:4000/graphql', password = '', path = 'docs/neo4j-browser.png'] = process.argv.slice(2);

/** The link the API gives for the incident at the top of the queue. */
async function linkOfWorst(): Promise<string> {
  const answer = await fetch(api, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query: '{ incidents(first: 1) { edges { node { id browserLink } } } }' }),
  });
  const { data } = (await answer.json()) as { data: { incidents: { edges: { node: { browserLink: string } }[] } } };
  const link = data.incidents.edges[0]?.node.browserLink;
  if (link === undefined) throw new Error('the queue is empty: is the demo running?');
  return link;
}

async function connect(page: Page): Promise<void> {
  await page.getByTestId('password').fill(password);
  await page.getByTestId('connect').click();
  await page.getByTestId('disconnectedBanner').waitFor({ state: 'detached', timeout: 20_000 });
}

/** The link has put the statement into the editor; a person would only press the button. */
async function draw(page: Page): Promise<void> {
  // Browser reads the schema first, and forgets a statement that is run before.
  await page.waitForTimeout(3_000);
  await page.getByTestId('editor-Run').click();
  await page.locator('svg.neod3viz').first().waitFor({ timeout: 30_000 });
  // The picture settles for a while after it is drawn.
  await page.waitForTimeout(8_000);
  // The frame with the picture alone, as large as it can be; Browser may have put a guide of its own above it.
  const drawn = page.getByTestId('frame').filter({ has: page.locator('svg.neod3viz') });
  await drawn.first().getByTitle('Fullscreen').click();
  await page.waitForTimeout(4_000);
}

const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
});
const page = await browser.newPage({ viewport: { width: 1500, height: 950 } });
await page.goto(await linkOfWorst());
await page.getByTestId('password').waitFor({ timeout: 30_000 });
await connect(page);
await draw(page);
await page.screenshot({ path });
await browser.close();
