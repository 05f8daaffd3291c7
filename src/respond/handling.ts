// What a person may do with an incident, as pure functions: take it or give it away, close it with a verdict, open it again.
//
// Doing the same twice is no change and no error; what contradicts an earlier word is refused with who said it.

import type { Handling, Verdict } from '../model/handling.ts';
import type { Instant } from '../model/time.ts';

/** What becomes of it, and what the audit says of that. Changes to `undefined` take away what was said. */
export interface Handled {
  readonly handling: Handling;
  readonly what: string;
  readonly details: string;
}

export type Outcome = Handled | 'unchanged' | { readonly refusal: string };

/** An incident that somebody takes is in progress; one that is given back waits for the next. */
export function assign(it: Handling, owner: string | undefined): Outcome {
  if (it.status === 'closed') return { refusal: `it is closed${judge(it)}; reopen it first` };
  if (it.owner === owner) return 'unchanged';
  const { owner: before, ...rest } = it;
  const was = before === undefined ? 'nobody' : before;
  if (owner === undefined) return { handling: { ...rest, status: 'open' }, what: 'incident unassigned', details: `was ${was}'s` };
  return {
    handling: { ...rest, status: 'inProgress', owner },
    what: 'incident assigned',
    details: `to ${owner}, was ${was}'s`,
  };
}

export interface Closing {
  readonly verdict: Verdict;
  readonly by: string;
  readonly at: Instant;
  readonly reason?: string;
}

export function close(it: Handling, { verdict, by, at, reason }: Closing): Outcome {
  if (it.status === 'closed' && it.verdict === verdict) return 'unchanged';
  if (it.status === 'closed') return { refusal: `it is closed already${judge(it)}; reopen it first` };
  return {
    handling: { ...it, status: 'closed', verdict, verdictBy: by, verdictAt: at },
    what: 'incident closed',
    details: reason === undefined ? verdict : `${verdict}: ${reason}`,
  };
}

/** The verdict no longer counts; the audit still tells of it. */
export function reopen(it: Handling): Outcome {
  if (it.status !== 'closed') return 'unchanged';
  const { owner } = it;
  return {
    handling: owner === undefined ? { status: 'open' } : { status: 'inProgress', owner },
    what: 'incident reopened',
    details: `was closed${judge(it)}`,
  };
}

const judge = ({ verdict, verdictBy }: Handling): string =>
  verdict === undefined ? '' : ` as ${verdict}${verdictBy === undefined ? '' : ` by ${verdictBy}`}`;
