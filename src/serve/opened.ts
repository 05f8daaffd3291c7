// That somebody looked into a message is kept in the audit, as an action on it is: once an hour for one person and message,
// however often their page asks again; what one question opens is one entry.

import * as audit from '../graph/audit.ts';
import type { Graph } from '../graph/graph.ts';
import { hours } from '../model/time.ts';
import type { Instant } from '../model/time.ts';

export interface Openings {
  /** Resolves once it is kept: what could not be kept may not be shown. */
  opened(who: string, message: string): Promise<void>;
}

const AGAIN_AFTER = hours(1);
/** Remembered; what is forgotten is kept once more. */
const MOST = 10_000;
const LONGEST_LIST = 4_000;

export function openings(graph: Graph, clock: () => Instant): Openings {
  const told = new Map<string, { readonly at: Instant; readonly kept: Promise<void> }>();
  const waiting = new Map<string, { readonly messages: string[]; readonly kept: Promise<void> }>();

  const flush = async (who: string, messages: readonly string[]): Promise<void> => {
    await new Promise((resolve) => setImmediate(resolve));
    waiting.delete(who);
    await graph.together((tx) => audit.append(tx, { at: clock(), who, what: 'mail read', ...named(messages) }));
  };

  const keep = (who: string, message: string): Promise<void> => {
    const there = waiting.get(who);
    if (there !== undefined) {
      there.messages.push(message);
      return there.kept;
    }
    const messages = [message];
    const kept = flush(who, messages);
    waiting.set(who, { messages, kept });
    return kept;
  };

  return {
    opened(who, message) {
      const key = JSON.stringify([who, message]);
      const at = clock();
      const before = told.get(key);
      if (before !== undefined && at - before.at < AGAIN_AFTER) return before.kept;
      const kept = keep(who, message);
      told.delete(key);
      told.set(key, { at, kept });
      const [oldest] = told.keys();
      if (told.size > MOST && oldest !== undefined) told.delete(oldest);
      // What failed is tried again by whoever asks next.
      kept.catch(() => told.delete(key));
      return kept;
    },
  };
}

function named(messages: readonly string[]): { readonly target: string; readonly details: string } {
  const [first = ''] = messages;
  if (messages.length === 1) return { target: `Email ${first}`, details: '' };
  const list = messages.join(', ');
  const details = list.length > LONGEST_LIST ? `${list.slice(0, LONGEST_LIST)}…` : list;
  return { target: `${messages.length} mails`, details };
}
