// The HTTP server: GraphQL, health, records that are sent, and the console's pages.

import { expressMiddleware } from '@as-integrations/express5';
import express, { type ErrorRequestHandler, type Express, type RequestHandler } from 'express';
import helmet from 'helmet';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ApolloServer } from '@apollo/server';
import type { Graph } from '../graph/graph.ts';
import type { Logger } from '../log.ts';
import type { ResponseMode } from '../model/action.ts';
import type { BrowserAddress } from './browser-link.ts';
import { changes, type Changes } from './changes.ts';
import { consolePages } from './console.ts';
import { loaders, localViewer, type Context, type Decisions } from './context.ts';
import { AddressError, masked, PortTakenError, type Code } from './errors.ts';
import { apollo } from './graphql.ts';
import { inUrl, isLoopback, onlyFromHere } from './guard.ts';
import { health } from './health.ts';
import { ingestEndpoint, type IngestOptions } from './ingest.ts';
import { live } from './live.ts';
import { openings } from './opened.ts';

export interface ServeOptions {
  readonly graph: Graph;
  readonly host: string;
  /** 0 asks for any free one. */
  readonly port: number;
  readonly log: Logger;
  readonly decisions: Decisions;
  /** The schedule, the last runs and the next; left out, there is none. */
  readonly jobs?: Context['jobs'];
  /** What people said may change what is judged: called when the pipeline had better run. */
  readonly rejudge?: () => void;
  /** Where records that are sent go; left out, none are taken. */
  readonly ingest?: IngestOptions;
  /** Where Neo4j Browser is, if there is one that we know of. */
  readonly browser?: BrowserAddress;
  /** What the machine may do, for the console to say. */
  readonly mode?: ResponseMode;
  /** The tenant of Microsoft 365 that actions are carried out in; left out, it is a simulated one. */
  readonly tenant?: string;
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

  const news = changes(options.graph, log);
  const context = contextOf(options, news);
  const subscriptions = live({ http, host, log, context });
  http.on('request', app(options, graphql, url, context));
  log.info({ url }, 'serving');
  let stopped: Promise<void> | undefined;
  const stop = async (): Promise<void> => {
    news.stop();
    await subscriptions.stop();
    await graphql.stop();
  };
  return { url, stop: () => (stopped ??= stop()) };
}

const none = () => Promise.resolve([]);
const nothing = (): void => undefined;

/** Makes one for each request. */
const contextOf = (
  { graph, decisions, browser, tenant, mode = 'confirm', jobs = none, rejudge = nothing }: ServeOptions,
  news: Changes,
): (() => Context) => {
  const clock = Date.now;
  const shared = { graph, decisions, mode, jobs, rejudge, changes: news, clock, openings: openings(graph, clock) };
  return () => ({
    ...{ ...shared, viewer: localViewer, load: loaders(graph) },
    ...(browser !== undefined && { browser }),
    ...(tenant !== undefined && { tenant }),
  });
};

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
  { host, browser, mode, ready, log, ingest }: ServeOptions,
  graphql: ApolloServer<Context>,
  url: string,
  contextOfRequest: () => Context,
): Express {
  const context = () => Promise.resolve(contextOfRequest());

  return express()
    .use(headers, onlyFromHere(host), health(ready), ...(ingest === undefined ? [] : [ingestEndpoint(ingest, log)]))
    .all('/graphql', express.json({ limit: '256kb' }), whateverBody, expressMiddleware(graphql, { context }))
    .use(consolePages({ browser, mode }))
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
