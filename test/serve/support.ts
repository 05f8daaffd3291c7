// A server on any free port, questions to it, and small things to ask for.

import { getNamedType, isObjectType, type GraphQLOutputType } from 'graphql/index.js';
import { request as httpRequest, type IncomingHttpHeaders } from 'node:http';
import { pino } from 'pino';
import { afterEach } from 'vitest';
import * as actions from '../../src/graph/actions.ts';
import * as findings from '../../src/graph/findings.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import { createLog } from '../../src/log.ts';
import type { Action } from '../../src/model/action.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Incident } from '../../src/model/incident.ts';
import { days } from '../../src/model/time.ts';
import type { Decisions } from '../../src/serve/context.ts';
import { serve, type ServeOptions, type Serving } from '../../src/serve/server.ts';
import { at, escalation } from '../support/incidents.ts';
import { statement } from '../support/wipe.ts';

export const browser = {
  http: 'http://127.0.0.1:7474/browser/',
  bolt: 'bolt://127.0.0.1:7687',
  user: 'neo4j',
  database: 'neo4j',
};

const secret = 'bolt://neo4j:hunter2@10.0.0.7';

const broken = () => Promise.reject(new Error(`lost ${secret}`));

/** A door with nothing behind it: whoever opens it learns a secret. */
export const nowhere: Graph = { run: broken, together: broken, reading: broken, close: () => Promise.resolve() };

const undecided: Decisions = { approve: broken, deny: broken, revert: broken, ask: broken };

const running: Serving[] = [];
afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.stop()));
});

export async function started(given: Partial<ServeOptions> = {}): Promise<Serving> {
  const server = await serve({
    graph: nowhere,
    host: '127.0.0.1',
    port: 0,
    log: createLog('silent'),
    decisions: undecided,
    ready: () => Promise.resolve(true),
    ...given,
  });
  running.push(server);
  return server;
}

/** A log, and what was written to it. */
export function kept() {
  const lines: string[] = [];
  return { log: pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) }), lines };
}

export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

export interface Sent {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: string;
}

/** A plain request, with any header at all: fetch sets Host and Origin itself. */
export function send(url: string, { method = 'GET', headers = {}, body }: Sent = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const request = httpRequest(url, { method, headers }, (response) => {
      let text = '';
      response.setEncoding('utf8');
      response.on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, headers: response.headers, text }));
    });
    request.on('error', reject);
    request.end(body);
  });
}

export interface Told {
  readonly message: string;
  readonly path?: readonly (string | number)[];
  readonly extensions: { readonly code: string; readonly reference?: string };
}

export interface Response<T> {
  readonly status: number;
  readonly data: T;
  readonly errors: readonly Told[] | undefined;
}

export async function ask<T = unknown>(
  { url }: Serving,
  query: string,
  variables: object = {},
  more: object = {},
): Promise<Response<T>> {
  const { status, text } = await send(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables, ...more }),
  });
  return { status, ...(JSON.parse(text) as { data: T; errors: readonly Told[] | undefined }) };
}

/** Every field there is below a type, as a selection set, but for those that are asked with arguments or lead back. */
export function everything(type: GraphQLOutputType, way: readonly string[] = []): string {
  const named = getNamedType(type);
  if (!isObjectType(named)) return '';
  const inside = [...way, named.name];
  return `{ ${Object.values(named.getFields())
    .filter((field) => field.args.length === 0 && !inside.includes(getNamedType(field.type).name))
    .map((field) => `${field.name} ${everything(field.type, inside)}`)
    .join(' ')} }`;
}

export const noon = at('2026-03-04 12:00');

export const finding = (id: string, given: Partial<Finding> = {}): Finding => ({
  id,
  detection: 'first-country-or-region',
  title: 'First sign-in from a country',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1078.004'],
  at: noon,
  lastAt: noon,
  severity: 'medium',
  surpriseBits: 12.5,
  says: 'signed in from Germany, where the account was never seen in 412 sign-ins',
  about: [{ label: 'User', key: 'ana', role: 'actor' }],
  because: [`${id}-event`],
  context: [],
  ...given,
});

export const incident = (id: string, given: Partial<Incident> = {}): Incident => ({
  id,
  anchor: given.findings?.[0] ?? `${id}-f`,
  findings: [`${id}-f`],
  links: [],
  background: false,
  title: `Incident ${id}`,
  firstAt: noon,
  lastAt: noon,
  score: 50,
  tactics: [],
  techniques: [],
  involves: [],
  escalation: escalation(0.4, noon),
  narrative: {
    headline: { text: 'Something unusual happened', cites: [`${id}-f`] },
    story: [{ text: 'Ana signed in from Germany.', cites: [`${id}-f`] }],
    timeline: [],
    hypotheses: [],
    unknowns: [],
    checks: [],
  },
  ...given,
});

export const action = (id: string, given: Partial<Action> = {}): Action => ({
  id,
  action: 'revoke-sessions',
  title: 'Sign out everywhere',
  incident: 'i1',
  target: { label: 'User', key: 'ana' },
  mode: 'confirm',
  status: 'proposed',
  because: 'somebody else may hold her session',
  reach: 'one person signs in again',
  reversible: false,
  order: 1,
  proposedAt: noon,
  expiresAt: noon + days(1),
  history: [{ at: noon, status: 'proposed', by: 'skein', says: 'proposed' }],
  ...given,
});

/** Puts into the graph what is given, with the events and the findings that it rests on. */
export async function given(
  graph: Graph,
  what: {
    readonly incidents?: readonly Incident[];
    readonly findings?: readonly Finding[];
    readonly actions?: readonly Action[];
  },
): Promise<void> {
  const known = what.findings ?? [];
  const missing = (what.incidents ?? []).flatMap((it) => it.findings).filter((id) => known.every((it) => it.id !== id));
  const all = [...known, ...missing.map((id) => finding(id))];
  const events = all.flatMap(({ because, context }) => [...because, ...context]).map((id) => ({ id, record: `record of ${id}` }));

  await graph.run(statement('UNWIND $events AS event MERGE (e:Event {id: event.id}) SET e += event'), { events });
  await findings.save(graph, all);
  await incidents.save(graph, what.incidents ?? []);
  await actions.propose(graph, what.actions ?? []);
}
