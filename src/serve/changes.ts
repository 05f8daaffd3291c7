// News for subscribers. The graph is all that replicas share, so while somebody waits its clock of changes is read once a
// second; each subscriber then reads what is new to it from its own place, so nothing is kept for the slow ones.

import { setTimeout as pause } from 'node:timers/promises';
import { moment } from '../graph/changes.ts';
import { GraphUnavailableError } from '../graph/graph.ts';
import type { Graph } from '../graph/graph.ts';
import type { Logger } from '../log.ts';
import { seconds } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { masked } from './errors.ts';
import { remembered } from './remembered.ts';

/** Something that changed, and its place in the order of changes; no value when it is no more. */
export interface News<T> {
  readonly at: Instant;
  readonly id: string;
  readonly value: T | undefined;
}

/** What changed after a moment and, within that, after an id, in that order. */
export type Reading<T> = (after: Instant, id: string, limit: number) => Promise<readonly News<T>[]>;

export interface Changes {
  /** What changes at that moment and later, or from now on, until the subscriber goes or the server stops. */
  from<T>(after: Instant | undefined, read: Reading<T>): AsyncIterableIterator<T>;
  stop(): void;
}

const every = seconds(1);
const batch = 100;

export function changes(graph: Graph, log: Logger): Changes {
  const stopping = new AbortController();
  const latest = remembered(() => moment(graph), every * 0.9);

  return {
    from(after, read) {
      const gone = new AbortController();
      const isOver = AbortSignal.any([gone.signal, stopping.signal]);
      const news = newsFrom({ graph, log, latest, isOver }, after, read);
      return {
        next: () => news.next(),
        // A generator that waits hears of its end only when the wait is over.
        return: () => (gone.abort(), news.return(undefined)),
        throw: (error) => (gone.abort(), news.throw(error)),
        [Symbol.asyncIterator]() {
          return this;
        },
      };
    },
    stop: () => stopping.abort(),
  };
}

interface Post {
  readonly graph: Graph;
  readonly log: Logger;
  readonly latest: () => Promise<Instant>;
  readonly isOver: AbortSignal;
}

async function* newsFrom<T>(post: Post, after: Instant | undefined, read: Reading<T>): AsyncGenerator<T, undefined> {
  const { graph, isOver } = post;
  // Ids of what changed at `after` may be unknown to who asks; what changed before now is not asked for.
  let place = after === undefined ? { at: await patiently(post, () => moment(graph)), id: LAST } : { at: after, id: '' };
  while (!isOver.aborted) {
    const { at, id } = place;
    const fresh = await patiently(post, () => read(at, id, batch));
    for (const { value } of fresh) if (value !== undefined) yield value;
    place = fresh.at(-1) ?? place;
    if (fresh.length < batch) await changeAfter(post, place.at);
  }
  return undefined;
}

/** Sorts after every id. */
const LAST = '\u{10FFFF}';

async function changeAfter(post: Post, seen: Instant): Promise<void> {
  while (!post.isOver.aborted && (await patiently(post, post.latest)) <= seen) await breath(post.isOver);
}

/** A database that is away is waited for; anything else ends the subscription, and tells nothing of what it was. */
async function patiently<T>({ log, isOver }: Post, ask: () => Promise<T>): Promise<T> {
  for (;;)
    try {
      return await ask();
    } catch (error) {
      if (!(error instanceof GraphUnavailableError) || isOver.aborted) throw new Error(masked(error, log).message);
      log.debug({ err: error }, 'changes cannot be seen for now');
      await breath(isOver);
    }
}

const breath = (isOver: AbortSignal): Promise<void> =>
  pause(every, undefined, { signal: isOver, ref: false }).catch(() => undefined);
