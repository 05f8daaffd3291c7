// The HTTP server: GraphQL, health, and a page that says where things are.

import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApolloServer } from '@apollo/server';
import type { Graph } from '../graph/graph.ts';
import type { Logger } from '../log.ts';
import type { BrowserAddress } from './browser-link.ts';
import { loaders, localViewer, type Context, type Decisions } from './context.ts';
import { AddressError, masked, PortTakenError, type Code } from './errors.ts';
import { apollo } from './graphql.ts';
import { inUrl, isLoopback, onlyFromHere } from './guard.ts';
import { health } from './health.ts';
import { startPage } from './start-page.ts';

export interface ServeOptions {
  readonly graph: Graph;
  readonly host: string;
  /** 0 asks for any free one. */
  readonly port: number;
  readonly log: Logger;
  readonly decisions: Decisions;
  /** Where Neo4j Browser is, if there is one that we know of. */
  readonly browser?: BrowserAddress;
  /** Whether the database can be reached and used. */
  readonly ready: () => Promise<boolean>;
}

export interface Serving {
  /** Without a slash at its end. */
  readonly url: string;
  /** Ends within two seconds, whoever is still connected. */
  stop(): Promise<void>;
}

export async function serve(options: ServeOptions): Promise<Serving> {
  const { host, port, log } = options;
  refuseUnguarded(host);
  const http = createServer();
  const graphql = apollo({ http, log, introspection: true });
  await graphql.start();
  const url = await listen(http, host, port).catch(async (error: unknown) => {
    await graphql.stop();
    throw error;
  });

  http.on('request', app(options, graphql, url));
  log.info({ url }, 'serving');
  let stopped: Promise<void> | undefined;
  return { url, stop: () => (stopped ??= graphql.stop()) };
}

function refuseUnguarded(host: string): void {
  if (isLoopback(host)) return;
  throw new AddressError(
    `Skein cannot listen on ${host}: authentication is not configured, so only a loopback address such as 127.0.0.1 is allowed; set HOST to one.`,
  );
}

function listen(http: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    http.once('error', (error: NodeJS.ErrnoException) => reject(inOurWords(error, host, port)));
    http.listen(port, host, () => resolve(`http://${inUrl(host)}:${(http.address() as AddressInfo).port}`));
  });
}

function inOurWords(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE')
    return new PortTakenError(`Port ${port} on ${host} is taken by another program: stop that, or set PORT to a free one.`, {
      cause: error,
    });
  return new AddressError(
    `Skein cannot listen on ${host}, port ${port} (${error.code ?? error.message}): set HOST and PORT to an address of this machine.`,
    {
      cause: error,
    },
  );
}

function app(
  { host, graph, decisions, browser, ready, log }: ServeOptions,
  graphql: ApolloServer<Context>,
  url: string,
): Express {
  const context = (): Promise<Context> =>
    Promise.resolve({ viewer: localViewer, graph, decisions, ...(browser !== undefined && { browser }), load: loaders(graph) });

  return express()
    .use(headers, onlyFromHere(host), health(ready))
    .get('/', (_, response) => response.type('html').send(startPage(url, browser)))
    .all('/graphql', express.json({ limit: '256kb' }), whateverBody, expressMiddleware(graphql, { context }))
    .use((_, response) => response.status(404).type('text').send(`Nothing is here. Start at ${url}/\n`))
    .use(failed(log));
}

// helmet's own policy upgrades plain http, which a server off localhost could not answer; ours allows nothing at all.
const headers = helmet({
  strictTransportSecurity: false,
  contentSecurityPolicy: {
    useDefaults: false,
    directives: { defaultSrc: ["'none'"], baseUri: ["'none'"], formAction: ["'none'"], frameAncestors: ["'none'"] },
  },
});

// Apollo says what is wrong with a missing body, if there is one to speak of.
const whateverBody: RequestHandler = (request, _, next) => {
  request.body ??= {};
  next();
};

interface BodyError {
  readonly status?: number;
  readonly type?: string;
}

/** What goes wrong before GraphQL: bodies that are too large or not what they say. */
const failed =
  (log: Logger): ErrorRequestHandler =>
  (error: BodyError, _, response, next) => {
    if (response.headersSent) next(error);
    else if (error.type === undefined) response.status(500).json({ errors: [masked(error, log)] });
    else response.status(error.status ?? 400).json({ errors: [unreadable(error)] });
  };

const unreadable = ({ type }: BodyError) => ({
  message: type === 'entity.too.large' ? 'The request is larger than 256 kB.' : 'The request cannot be read as JSON.',
  extensions: { code: 'BAD_REQUEST' satisfies Code },
});
