// What is measured: events of a simulated tenant or of a recorded set, each in the form every reader here gives them.

import { kindOfName } from '../../src/ingest/name.ts';
import type { Event } from '../../src/model/event.ts';
import type { Instant } from '../../src/model/time.ts';

export interface Seen {
  readonly event: Event;
  /** The person who did it, by sign-in name; nobody where a service did, or where the record names no account. */
  readonly who?: string;
  /** What the clock on the wall said there, of a whole message when it was written; told as if it were UTC. */
  readonly local: Instant;
  readonly letter?: Letter;
}

/** What only a whole message tells. */
export interface Letter {
  /** Id of the message it answers. */
  readonly answers?: string;
  /** By the writer's clock: a receiver's may be a mailbox that is emptied once a day. */
  readonly writtenAt?: Instant;
}

/** `internal` may be measured with and not be redistributed. */
export type Terms = 'ours' | 'free' | 'internal';

/** Where events come from. */
export interface Telemetry {
  readonly id: string;
  readonly origin: 'simulated' | 'genuine' | 'generated';
  /** In words: whose, how many, how long. */
  readonly title: string;
  readonly terms: Terms;
  seen(): AsyncIterable<Seen> | Iterable<Seen>;
  /** What a measure finds here is a fair counterpart of this; a measure that is not named finds nothing fair. */
  readonly fairFor: ReadonlyMap<string, string>;
}

/** Guests, service accounts with a mailbox and the like count: no record tells them from people. */
export function personIn({ actor, actorKind }: Event): string | undefined {
  if (actor === undefined || (actorKind !== undefined && actorKind !== 'person')) return undefined;
  return kindOfName(actor) === 'upn' ? actor : undefined;
}

export function seen(event: Event, minutesAhead: number, letter?: Letter): Seen {
  const who = personIn(event);
  return {
    event,
    local: (letter?.writtenAt ?? event.at) + minutesAhead * 60_000,
    ...(who === undefined ? {} : { who }),
    ...(letter === undefined ? {} : { letter }),
  };
}

/** Something a person did themselves: not what passed by mail or network, what a product thought, what a program renewed. */
export const isAct = ({ event }: Seen): boolean =>
  !(event.kind === 'mail' || event.kind === 'connection' || event.kind === 'alert') && !isRenewal(event);

const isRenewal = (event: Event): boolean => event.kind === 'signIn' && !event.interactive;
