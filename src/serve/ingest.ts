// POST /v1/ingest/{source}: records from programs that hold a key. What is answered with 202 is on disk.
//
// Bodies stream: a line, a document and a message have their largest size, and a whole body too. A sender that is
// faster than the database waits a moment and is then asked to come back; sending the same again changes nothing.

import { Router } from 'express';
import type { Request, RequestHandler, Response } from 'express';
import { rateLimit } from 'express-rate-limit';
import { sourceIds } from '../ingest/read.ts';
import { ClosingError, FullError, sentAs } from '../jobs/intake/intake.ts';
import type { Door, Intake, Received } from '../jobs/intake/intake.ts';
import { JournalError } from '../jobs/intake/journal.ts';
import type { Doorkeeper } from '../jobs/keys.ts';
import type { Logger } from '../log.ts';
import { minutes, seconds } from '../model/time.ts';
import type { Millis } from '../model/time.ts';
import { unzipped, utf8 } from '../tenant/bytes.ts';
import type { Bytes } from '../tenant/bytes.ts';
import type { Format } from '../tenant/format.ts';
import { LARGEST_MESSAGE } from '../tenant/message.ts';
import { recordsIn } from '../tenant/telemetry.ts';
import type { RawRecord } from '../tenant/telemetry.ts';

export interface IngestOptions {
  readonly intake: Intake;
  readonly keys: Doorkeeper;
  /** Ids of sources somebody wrote down, beside our own. */
  readonly mappings?: readonly string[];
  readonly limits?: Partial<IngestLimits>;
}

export interface IngestLimits {
  /** Bytes of a body as it is sent. */
  readonly body: number;
  /** Bytes of lines once decompressed. */
  readonly lines: number;
  /** Bytes of what has to be read whole, once decompressed: a JSON document, a message. */
  readonly whole: number;
  /** How long a request waits for room in the queue before it is sent away. */
  readonly patience: Millis;
  /** Requests a minute, for one key. */
  readonly requests: number;
}

const LIMITS: IngestLimits = {
  body: 1024 ** 3,
  lines: 8 * 1024 ** 3,
  whole: LARGEST_MESSAGE,
  patience: seconds(5),
  requests: 1_200,
};
/** Guesses a minute, from one address. */
const MOST_GUESSES = 60;
/** When to come back, in seconds. */
const SOON = 5;
const LATER = 30;

export function ingestEndpoint({ intake, keys, mappings = [], limits: given }: IngestOptions, log: Logger): Router {
  const limits = { ...LIMITS, ...given };
  const sources = ['auto', ...sourceIds, ...mappings];
  return Router()
    .post('/v1/ingest/:source', guesses(), authorised(keys), rates(limits.requests), receive(intake, sources, limits, log))
    .all('/v1/ingest/:source', (_, response) =>
      problem(response.set('allow', 'POST'), 405, 'Method not allowed', 'Records are sent with POST.'),
    )
    .all('/v1/ingest', (_, response) => problem(response, 404, 'Not found', whichSources(sources)));
}

const whichSources = (sources: readonly string[]): string =>
  `Send to /v1/ingest/SOURCE, where SOURCE is one of ${sources.join(', ')}.`;

interface Sender {
  readonly key: string;
}

const authorised =
  (keys: Doorkeeper): RequestHandler =>
  async (request, response, next) => {
    const [, given] = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '') ?? [];
    const verdict = given === undefined ? 'unknown' : await keys.check(given);
    if (verdict === 'unanswered')
      retry(response, 503, LATER, 'Unavailable', 'The key cannot be checked while the database is away.');
    else if (verdict === 'unknown')
      problem(
        response.set('www-authenticate', 'Bearer realm="skein"'),
        401,
        'Unauthorized',
        given === undefined
          ? 'Send a key: Authorization: Bearer KEY. "skein key create" makes one.'
          : 'The key is not known, or has been revoked.',
      );
    else if (!verdict.scopes.includes('ingest')) problem(response, 403, 'Forbidden', 'The key may not send records.');
    else {
      response.locals['sender'] = { key: verdict.id } satisfies Sender;
      next();
    }
  };

/** Whoever guesses keys is slowed down; whoever has one is not counted. */
const guesses = (): RequestHandler =>
  rateLimit({
    ...{ windowMs: minutes(1), limit: MOST_GUESSES, standardHeaders: false, legacyHeaders: false },
    skipSuccessfulRequests: true,
    requestWasSuccessful: (_, response) => response.statusCode !== 401,
    handler: (_, response) => retry(response, 429, 60, 'Too many requests', 'Too many unknown keys came from this address.'),
  });

const rates = (limit: number): RequestHandler =>
  rateLimit({
    ...{ windowMs: minutes(1), limit, standardHeaders: 'draft-8', legacyHeaders: false },
    keyGenerator: (_, response) => (response.locals['sender'] as Sender).key,
    handler: (_, response) =>
      retry(response, 429, SOON, 'Too many requests', `A key may send ${limit} requests a minute: put more records into each.`),
  });

function receive(
  intake: Intake,
  sources: readonly string[],
  limits: IngestLimits,
  log: Logger,
): RequestHandler<{ source: string }> {
  return async (request, response) => {
    const { source } = request.params;
    const format = formatOf(request);
    const length = Number(request.headers['content-length'] ?? 0);
    const bound = format !== undefined && isWhole(format) ? Math.min(limits.body, limits.whole) : limits.body;
    if (!sources.includes(source)) problem(response, 404, 'No such source', whichSources(sources), { sources });
    else if (format === undefined) problem(response.set('accept-post', ACCEPTED), 415, 'Unsupported media type', TAKEN);
    else if (length > bound) problem(response, 413, 'Too large', tooLarge(bound));
    else if (intake.isFull()) retry(response, 429, SOON, 'Full', 'More has arrived than the database has taken in yet.');
    else {
      const door = intake.door({ ...(source === 'auto' ? {} : { source }), durable: true, patience: limits.patience });
      await take(request, response, door, { format, file: sentAs(source), limits, log });
    }
  };
}

interface Task {
  readonly format: Format;
  readonly file: string;
  readonly limits: IngestLimits;
  readonly log: Logger;
}

async function take(request: Request, response: Response, door: Door, { format, file, limits, log }: Task): Promise<void> {
  try {
    for await (const raw of recordsOf(request, format, file, limits)) await door.put(raw);
    const received = await door.flush();
    response.status(202).json(told(received));
  } catch (error) {
    // What came before counts, and is said: sent again it would be a duplicate.
    const so = await soFar(door);
    // A sender that hung up hears nothing.
    if (request.destroyed && !response.writable) return;
    refuse(response, error, so, log);
  }
}

const told = ({ accepted, rejected, rejects }: Received) => ({
  accepted,
  rejected,
  rejects: rejects.map(({ line, path, why }) => ({ line, ...(path === undefined ? {} : { path }), why })),
});

async function soFar(door: Door): Promise<object> {
  for (let attempt = 1; attempt <= 2; attempt += 1)
    try {
      return told(await door.flush());
    } catch {
      // What was gathered and found no room is given up by that; the second time nothing waits.
      continue;
    }
  return {};
}

function refuse(response: Response, error: unknown, soFar: object, log: Logger): void {
  // The rest of the body is not read, so the connection is of no further use.
  response.set('connection', 'close');
  if (error instanceof FullError) retry(response, 429, SOON, 'Full', error.message, soFar);
  else if (error instanceof ClosingError) retry(response, 503, LATER, 'Stopping', error.message, soFar);
  else if (error instanceof TooLargeError) problem(response, 413, 'Too large', error.message, soFar);
  else if (error instanceof JournalError) {
    log.error({ err: error }, 'records cannot be accepted');
    retry(response, 503, LATER, 'Unavailable', 'What arrives cannot be kept at the moment.', soFar);
  } else {
    log.error({ err: error }, 'a request to take in records failed');
    problem(response, 500, 'Internal error', 'Something went wrong here; the log says more.', soFar);
  }
}

/** The body is larger than it may be. */
class TooLargeError extends Error {}

const tooLarge = (bytes: number): string =>
  `At most ${bytes >= 2 ** 20 ? `${Math.floor(bytes / 2 ** 20)} MiB` : `${bytes} bytes`} are taken: send it in parts, one record a line.`;

const FORMATS: Readonly<Record<string, Format>> = {
  'application/x-ndjson': 'lines',
  'application/ndjson': 'lines',
  'application/jsonl': 'lines',
  'application/x-jsonlines': 'lines',
  'application/gzip': 'lines',
  'application/octet-stream': 'lines',
  'application/json': 'document',
  'text/plain': 'log',
  'text/csv': 'csv',
  'message/rfc822': 'message',
};
const ACCEPTED = Object.keys(FORMATS).join(', ');
const TAKEN = `Send one of ${ACCEPTED}, as it is or with Content-Encoding: gzip.`;

function formatOf({ headers }: Request<{ source: string }>): Format | undefined {
  const encoding = (headers['content-encoding'] ?? 'identity').toLowerCase();
  if (!['identity', 'gzip', 'x-gzip'].includes(encoding)) return undefined;
  const type = (headers['content-type'] ?? 'application/x-ndjson').split(';')[0] ?? '';
  return FORMATS[type.trim().toLowerCase()];
}

async function* recordsOf(request: Request, format: Format, file: string, limits: IngestLimits): AsyncGenerator<RawRecord> {
  // Stopping early must not take the connection down: there is an answer to give.
  const sent = request.iterator({ destroyOnReturn: false }) as Bytes;
  const most = isWhole(format) ? limits.whole : limits.lines;
  const bytes = utf8(bounded(unzipped(bounded(sent, limits.body)), most));
  for await (const batch of recordsIn(bytes, file, format)) yield* batch;
}

/** Whether it is read into memory as a whole. */
const isWhole = (format: Format): boolean => format === 'document' || format === 'message';

async function* bounded(bytes: Bytes, most: number): AsyncGenerator<Uint8Array> {
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > most) throw new TooLargeError(tooLarge(most));
    yield chunk;
  }
}

/** RFC 9457. */
function problem(response: Response, status: number, title: string, detail: string, more: object = {}): void {
  response
    .status(status)
    .type('application/problem+json')
    .send(JSON.stringify({ type: 'about:blank', title, status, detail, ...more }));
}

function retry(response: Response, status: number, afterSeconds: number, title: string, detail: string, more: object = {}): void {
  problem(response.set('retry-after', String(afterSeconds)), status, title, detail, more);
}
