// Calls to Microsoft Graph: what it answers when it will not or cannot, in the words every tenant has for that.
//
// 429, 503 and 504 are waited for as Retry-After says, a little while here; longer waits are the caller's, who is told how
// long. A token that is refused is asked for anew, once. A request goes to the one address that was given and nowhere else,
// whatever a next page is said to be at: it carries a token.

import { harmless } from '../mail/shown.ts';
import { TenantError } from '../respond/action.ts';

export interface GraphAccess {
  /** With its version: `https://graph.microsoft.com/v1.0`. */
  readonly base: string;
  /** A bearer token; `anew` after the last one was refused. */
  readonly token: (anew: boolean) => Promise<string>;
  readonly pause: (milliseconds: number) => Promise<void>;
}

export interface GraphRequest {
  readonly method: 'GET' | 'POST' | 'PATCH';
  /** Beginning with a slash, below the base. */
  readonly path: string;
  readonly body?: unknown;
}

/** An answer that is no trouble: 2xx, or one of those the caller said it can use. */
export interface GraphAnswer {
  readonly status: number;
  readonly body: unknown;
}

export interface GraphApi {
  /** `accepts`: statuses beside 2xx that are an answer. */
  send(request: GraphRequest, accepts?: readonly number[]): Promise<GraphAnswer>;
  /** Many at once, in batches; answered in their order. */
  sendAll(requests: readonly GraphRequest[], accepts?: readonly number[]): Promise<readonly GraphAnswer[]>;
  /** The path of an address that an answer gave; undefined where it is not below the base. */
  pathOf(address: string): string | undefined;
}

const TRIES = 4;
/** Longest wait here, and what is waited where nothing is said. */
const LONGEST_WAIT = 5_000;
const USUAL_WAIT = 1_000;
const TIMEOUT = 60_000;
const MOST_BYTES = 32 * 1024 * 1024;
/** What Microsoft Graph takes in one batch, and batches sent at once. */
const BATCH = 20;
const AT_ONCE = 4;

const passing = new Set([429, 503, 504]);

interface Raw extends GraphAnswer {
  readonly retryAfter: number | undefined;
}

export function graphApi({ base, token, pause }: GraphAccess): GraphApi {
  async function once({ method, path, body }: GraphRequest, anew: boolean): Promise<Raw> {
    const headers = {
      authorization: `Bearer ${await token(anew)}`,
      ...(body !== undefined && { 'content-type': 'application/json' }),
    };
    try {
      const response = await fetch(`${base}${path}`, {
        ...{ method, headers, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT) },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      const retryAfter = secondsIn(response.headers.get('retry-after'));
      return { status: response.status, retryAfter, body: parsed(await bounded(response)) };
    } catch (error) {
      if (error instanceof TenantError) throw error;
      throw new TenantError('unavailable', `Microsoft Graph cannot be reached: ${(error as Error).message}`);
    }
  }

  async function send(request: GraphRequest, accepts: readonly number[] = []): Promise<GraphAnswer> {
    let anew = false;
    for (let tried = 1; ; tried += 1) {
      const answer = await once(request, anew);
      if (isAnswer(answer, accepts)) return answer;
      const again = answer.status === 401 ? !anew : isWorthWaiting(answer) && tried < TRIES;
      if (!again) throw troubleOf(request, answer);
      if (answer.status === 401) anew = true;
      else await pause(waitFor(answer));
    }
  }

  async function batch(requests: readonly GraphRequest[], accepts: readonly number[]): Promise<readonly GraphAnswer[]> {
    const answers = new Map<number, GraphAnswer>();
    for (let tried = 1; ; tried += 1) {
      const open = [...requests.keys()].filter((at) => !answers.has(at));
      if (open.length === 0) return requests.map((_, at) => answers.get(at) ?? { status: 0, body: undefined });
      const body = { requests: open.map((at) => inBatch(requests[at], at)) };
      const { body: answered } = await send({ method: 'POST', path: '/$batch', body });
      const waits: Raw[] = [];
      for (const [at, answer] of answersIn(answered)) {
        const request = requests[at];
        if (request === undefined) continue;
        if (isAnswer(answer, accepts)) answers.set(at, answer);
        else if (isWorthWaiting(answer) && tried < TRIES) waits.push(answer);
        else throw troubleOf(request, answer);
      }
      if (waits.length > 0) await pause(Math.max(...waits.map(waitFor)));
      else if (answers.size < requests.length)
        throw new TenantError('unavailable', 'Microsoft Graph left requests of a batch unanswered');
    }
  }

  return {
    send,
    async sendAll(requests, accepts = []) {
      const batches = Array.from({ length: Math.ceil(requests.length / BATCH) }, (_, n) =>
        requests.slice(n * BATCH, (n + 1) * BATCH),
      );
      const answers: GraphAnswer[] = [];
      for (let from = 0; from < batches.length; from += AT_ONCE) {
        const some = await Promise.all(batches.slice(from, from + AT_ONCE).map((one) => batch(one, accepts)));
        answers.push(...some.flat());
      }
      return answers;
    },
    pathOf: (address) => (address.startsWith(`${base}/`) ? address.slice(base.length) : undefined),
  };
}

const isAnswer = ({ status }: GraphAnswer, accepts: readonly number[]): boolean =>
  (status >= 200 && status < 300) || accepts.includes(status);

const isWorthWaiting = ({ status, retryAfter }: Raw): boolean =>
  passing.has(status) && (retryAfter ?? USUAL_WAIT) <= LONGEST_WAIT;

const waitFor = ({ retryAfter }: Raw): number => retryAfter ?? USUAL_WAIT;

/** What stands for the answer in the words of every tenant; nothing of a message's content is in them. */
function troubleOf({ method, path }: GraphRequest, { status, body, retryAfter }: Raw): TenantError {
  const where = `${method} ${(path.split('?')[0] ?? path).replace(/\/(users|messages)\/[^/]+/g, '/$1/…')}`;
  const said = `Microsoft Graph answered ${status}${codeIn(body)} to ${where}`;
  if (status === 429) return new TenantError('throttled', said, retryAfter);
  if (status >= 500) return new TenantError('unavailable', said, retryAfter);
  if (status === 401) return new TenantError('forbidden', `${said}: look at the client's secret or certificate`);
  if (status === 403) return new TenantError('forbidden', `${said}: look at the permissions the application was given`);
  if (status === 404) return new TenantError('notFound', said);
  return new TenantError('refused', said);
}

function codeIn(body: unknown): string {
  const code = field(field(body, 'error'), 'code');
  return typeof code === 'string' && code !== '' ? ` (${harmless(code)})` : '';
}

/** A field of a JSON object; undefined where it is none. */
export const field = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && name in value ? (value as Record<string, unknown>)[name] : undefined;

const inBatch = (request: GraphRequest | undefined, at: number) => ({
  ...{ id: String(at), method: request?.method, url: request?.path },
  ...(request?.body !== undefined && { headers: { 'Content-Type': 'application/json' }, body: request.body }),
});

function answersIn(body: unknown): readonly (readonly [number, Raw])[] {
  const responses = field(body, 'responses');
  if (!Array.isArray(responses)) throw new TenantError('unavailable', 'Microsoft Graph answered a batch without its responses');
  return responses.map((one: unknown) => {
    const headers = field(one, 'headers');
    const retryAfter = field(headers, 'Retry-After') ?? field(headers, 'retry-after');
    const status = Number(field(one, 'status'));
    return [Number(field(one, 'id')), { status, body: field(one, 'body'), retryAfter: secondsIn(retryAfter) }] as const;
  });
}

/** Milliseconds; a date, which Microsoft Graph does not give, counts as nothing said. */
function secondsIn(text: unknown): number | undefined {
  const seconds = typeof text === 'string' || typeof text === 'number' ? Number(text) : Number.NaN;
  return text !== '' && Number.isFinite(seconds) && seconds >= 0 ? seconds * 1_000 : undefined;
}

async function bounded(response: Response): Promise<string> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > MOST_BYTES) throw new TenantError('refused', `Microsoft Graph answered more than ${MOST_BYTES} bytes`);
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

function parsed(text: string): unknown {
  try {
    return text === '' ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
