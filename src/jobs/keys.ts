// Keys by which programs may send records. The secret is shown once; the graph keeps its SHA-256.
//
// A key reads `skein_ID_SECRET`. Its secret has 256 bits of dice in it, so a plain hash is as good as a slow one.

import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Graph } from '../graph/graph.ts';
import * as keys from '../graph/keys.ts';
import { hours, minutes, seconds } from '../model/time.ts';
import type { Instant, Millis } from '../model/time.ts';

/** What a key may do. */
export const scopes = ['ingest'] as const;
export type Scope = (typeof scopes)[number];

export interface NewKey {
  readonly id: string;
  readonly key: string;
  readonly scopes: readonly Scope[];
}

export async function createKey(graph: Graph, given: { scopes: readonly Scope[]; name: string }, now: Instant): Promise<NewKey> {
  const id = randomBytes(8).toString('hex');
  const secret = randomBytes(32).toString('base64url');
  await keys.create(graph, { id, hash: hashOf(secret), name: given.name, scopes: given.scopes, createdAt: now });
  return { id, key: `skein_${id}_${secret}`, scopes: given.scopes };
}

/** Who a key is, or why it is of no use now. */
export type Verdict =
  | { readonly id: string; readonly scopes: readonly string[] }
  /** It was never given out, or has been revoked. */
  | 'unknown'
  /** The database cannot be asked, and the key has not been seen lately. */
  | 'unanswered';

export interface Doorkeeper {
  readonly check: (key: string) => Promise<Verdict>;
}

interface Known {
  readonly hash: string;
  readonly scopes: readonly string[];
  readonly askedAt: Instant;
}

/** So long a key is believed without asking again: revoking one takes no longer than this. */
const BELIEVED = seconds(15);
/** So long it is believed while the database is away. */
const BELIEVED_ALONE = hours(12);
const PATIENCE = seconds(3);
const NOTED_EVERY = minutes(1);
/** A sender who guesses must not fill the memory. */
const MOST_KNOWN = 10_000;

/** Knows keys without asking the database for each request, and goes on while it is away. */
export function doorkeeper(graph: Graph, clock: () => Instant, patience: Millis = PATIENCE): Doorkeeper {
  const known = new Map<string, Known>();
  const notedAt = new Map<string, Instant>();
  /** Who knows that the database is away need not wait for it each time. */
  let awayUntil = 0;

  async function ask(id: string): Promise<Known | 'unknown' | 'unanswered'> {
    const remembered = known.get(id);
    const age = remembered === undefined ? Infinity : clock() - remembered.askedAt;
    const isBelieved = age < (clock() < awayUntil ? BELIEVED_ALONE : BELIEVED);
    if (remembered !== undefined && isBelieved) return remembered;
    const found = await within(patience, keys.byId(graph, id));
    if (found === 'late') {
      awayUntil = clock() + BELIEVED;
      return remembered !== undefined && age < BELIEVED_ALONE ? remembered : 'unanswered';
    }
    known.delete(id);
    if (found === undefined) return 'unknown';
    const now = { ...found, askedAt: clock() };
    if (known.size < MOST_KNOWN) known.set(id, now);
    return now;
  }

  function note(id: string): void {
    if (clock() - (notedAt.get(id) ?? -Infinity) < NOTED_EVERY) return;
    notedAt.set(id, clock());
    // When it was last used is good to know, and nothing waits for it.
    keys.used(graph, id, clock()).catch(() => undefined);
  }

  return {
    async check(key) {
      const [, id, secret] = /^skein_([0-9a-f]{16})_([\w-]{43})$/.exec(key) ?? [];
      if (id === undefined || secret === undefined) return 'unknown';
      const found = await ask(id);
      if (found === 'unknown' || found === 'unanswered') return found;
      if (!timingSafeEqual(Buffer.from(found.hash, 'hex'), Buffer.from(hashOf(secret), 'hex'))) return 'unknown';
      note(id);
      return { id, scopes: found.scopes };
    },
  };
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

/** The answer, or `late` when there is none in time or the question fails. */
async function within<T>(patience: Millis, question: Promise<T>): Promise<T | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), patience);
  });
  try {
    return await Promise.race([question.catch(() => 'late' as const), late]);
  } finally {
    clearTimeout(timer);
  }
}
