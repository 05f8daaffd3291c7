// The console's built files, and what a page needs to know before it asks anything. It knows nothing about incidents:
// those the page asks of GraphQL.

import express, { Router, type RequestHandler, type Response } from 'express';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../graph/local/java.ts';
import type { ResponseMode } from '../model/action.ts';
import type { BrowserAddress } from './browser-link.ts';

export interface ConsoleOptions {
  readonly browser?: BrowserAddress | undefined;
  readonly mode?: ResponseMode | undefined;
  /** Where the built files are. */
  readonly folder?: string;
}

const built = join(root, 'dist', 'web');

/** Paths that are views of the console: the page is the same, and reads its address itself. */
const views = ['/', '/queue', '/incident/:id', '/incident/:id/finding/:finding', '/hunt', '/mail', '/mail/:id', '/campaign/:id'];

export function consolePages({ browser, mode, folder = built }: ConsoleOptions): Router {
  const page: RequestHandler = (_, response) => {
    if (!existsSync(join(folder, 'index.html'))) {
      notBuilt(response);
      return;
    }
    response.set('cache-control', 'no-cache').sendFile('index.html', { root: folder });
  };

  return Router()
    .get('/console.json', (_, response) => {
      response.set('cache-control', 'no-cache').json({
        neo4jBrowser: browser === undefined ? null : new URL('/browser/', browser.http).href,
        mode: mode ?? null,
      });
    })
    .get(views, policy, page)
    .use(express.static(folder, { index: false, redirect: false, setHeaders: howLong }));
}

/** Everything comes from here and nothing is inline. Safari does not take 'self' for a socket, so that is named. */
const policy: RequestHandler = (request, response, next) => {
  const { host = '' } = request.headers;
  response.set(
    'content-security-policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      "style-src 'self'",
      "img-src 'self'",
      `connect-src 'self' ws://${host} wss://${host}`,
      "base-uri 'none'",
      "form-action 'none'",
      "frame-ancestors 'none'",
    ].join(';'),
  );
  next();
};

/** What has a hash in its name is that for ever. */
const howLong = (response: Response, path: string) =>
  response.set('cache-control', /[/\\]assets[/\\]/.test(path) ? 'public, max-age=31536000, immutable' : 'no-cache');

function notBuilt(response: Response): void {
  response
    .status(503)
    .type('text')
    .send('The console is not built. Start Skein with `npm run skein -- up`, or run `node scripts/setup.mjs`, then reload.\n');
}
