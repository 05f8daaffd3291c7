// Subscriptions over a web socket (graphql-transport-ws), with the same guard and the same limits as everything else.
// Questions and mutations are not taken here: POST is for those.

import { makeServer } from 'graphql-ws';
import {
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  parse,
  validate,
  type ExecutionArgs,
  type GraphQLFormattedError,
} from 'graphql/index.js';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer, type WebSocket } from 'ws';
import type { Logger } from '../log.ts';
import { seconds } from '../model/time.ts';
import type { Context } from './context.ts';
import { refusedAtOnce, tellingOf } from './errors.ts';
import { troubleWith } from './guard.ts';
import { mostTokens, refuseCostly, refuseDeep } from './limits.ts';
import { schema } from './schema.ts';

export interface LiveOptions {
  readonly http: Server;
  readonly host: string;
  readonly log: Logger;
  /** A new one for each subscription. */
  readonly context: () => Context;
}

/** Sockets at a time, and subscriptions on each. */
const mostSockets = 100;
const mostSubscriptions = 20;
const longestMessage = 262_144;

/** A client that has not answered for this long is gone. */
const stillThere = seconds(15);
/** A client that does not answer our goodbye is cut off after this. */
const lastWords = seconds(0.3);

export interface Live {
  stop(): Promise<void>;
}

export function live({ http, host, log, context }: LiveOptions): Live {
  const sockets = new WebSocketServer({ noServer: true, maxPayload: longestMessage, handleProtocols: theProtocol });
  const tell = telling(log);
  const graphql = makeServer({
    connectionInitWaitTimeout: seconds(5),
    onSubscribe: ({ subscriptions }, _, { query, variables, operationName }) => {
      try {
        refuseMany(subscriptions);
        return argumentsOf({ query, variables: variables ?? undefined, operationName: operationName ?? undefined }, context());
      } catch (error) {
        return [asGraphql(error)];
      }
    },
    onNext: (_, __, ___, ____, { data = null, errors }) =>
      errors === undefined ? undefined : { data, errors: errors.map(tell) },
    onError: (_, __, ___, errors) => errors.map(tell),
  });

  sockets.on('connection', (socket: WebSocket) => {
    socket.on('error', (error) => log.debug({ err: error }, 'a subscriber failed'));
    const closed = graphql.opened(doorOf(socket, log), {});
    socket.once('close', (code, reason) => void closed(code, String(reason)));
  });
  http.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    socket.on('error', () => socket.destroy());
    const refusal = refusalOf(request, host, sockets.clients.size);
    if (refusal !== undefined) return void socket.end(`HTTP/1.1 ${refusal}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
    sockets.handleUpgrade(request, socket, head, (client) => sockets.emit('connection', client, request));
  });

  const pulse = watchOver(sockets);
  return {
    async stop() {
      clearInterval(pulse);
      const ended = new Promise<void>((resolve) => sockets.close(() => resolve()));
      for (const client of sockets.clients) {
        client.close(1001, 'Skein stops');
        setTimeout(() => client.terminate(), lastWords).unref();
      }
      await ended;
    },
  };
}

const theProtocol = (offered: ReadonlySet<string>): string | false =>
  offered.has('graphql-transport-ws') ? 'graphql-transport-ws' : false;

/** The socket as graphql-ws wants it. What is sent waits for the client, and so does what is read for it. */
const doorOf = (socket: WebSocket, log: Logger) => ({
  protocol: socket.protocol,
  send: (text: string) =>
    new Promise<void>((resolve, reject) => {
      if (socket.readyState !== socket.OPEN) resolve();
      else socket.send(text, (error) => (error instanceof Error ? reject(error) : resolve()));
    }),
  close: (code?: number, reason?: string) => socket.close(code, reason),
  onMessage: (take: (text: string) => Promise<void>) =>
    socket.on('message', (message: Buffer) => {
      take(message.toString()).catch((error: unknown) => {
        log.warn({ err: error }, 'a subscriber was not understood');
        socket.close(4400, 'The message cannot be understood.');
      });
    }),
});

function refusalOf(request: IncomingMessage, host: string, open: number): string | undefined {
  if (troubleWith(request, host) !== undefined) return '403 Forbidden';
  if (request.url?.split('?')[0] !== '/graphql') return '404 Not Found';
  return open >= mostSockets ? '503 Service Unavailable' : undefined;
}

function refuseMany(subscriptions: object): void {
  if (Object.keys(subscriptions).length <= mostSubscriptions) return;
  throw refusedAtOnce('BAD_REQUEST', `At most ${mostSubscriptions} subscriptions are taken on one connection.`);
}

interface Asked {
  readonly query: string;
  readonly variables: Record<string, unknown> | undefined;
  readonly operationName: string | undefined;
}

/** What is to be run, once it is known to be a subscription within the limits. */
function argumentsOf({ query, variables, operationName }: Asked, contextValue: Context): ExecutionArgs {
  const document = parse(query, { maxTokens: mostTokens });
  const [wrong] = validate(schema, document, undefined, { maxErrors: 1, hideSuggestions: true });
  if (wrong !== undefined) throw wrong;
  if (getOperationAST(document, operationName)?.operation !== OperationTypeNode.SUBSCRIPTION)
    throw refusedAtOnce('BAD_REQUEST', 'Only subscriptions are taken here; send questions and mutations by POST.');
  refuseDeep(document, { operationName, variables });
  refuseCostly(schema, document, { operationName, variables });
  return { schema, document, contextValue, variableValues: variables ?? null, operationName: operationName ?? null };
}

const asGraphql = (error: unknown): GraphQLError =>
  error instanceof GraphQLError ? error : new GraphQLError('', { originalError: error as Error });

/** Tells of an error as over HTTP, where alone a status has a meaning. */
function telling(log: Logger): (error: GraphQLError) => GraphQLFormattedError {
  const tell = tellingOf(log);
  return (error) => {
    const told = tell(error.toJSON(), error);
    return { ...told, extensions: Object.fromEntries(Object.entries(told.extensions ?? {}).filter(([name]) => name !== 'http')) };
  };
}

/** Asks every client now and then whether it is there, and drops those who have not answered since. */
function watchOver(sockets: WebSocketServer): NodeJS.Timeout {
  const asked = new WeakSet<WebSocket>();
  return setInterval(() => {
    for (const client of sockets.clients) {
      if (asked.has(client)) client.terminate();
      asked.add(client);
      client.once('pong', () => asked.delete(client)).ping();
    }
  }, stillThere).unref();
}
