// The company on its calendar, and what it remembers from one day to the next.

import type { Instant } from '../src/model/time.ts';
import type { Calendar } from './calendar.ts';
import type { Cast } from './cast.ts';
import type { Message } from './message.ts';
import type { Rng } from './random.ts';
import type { Mailbox, Person, Tenant } from './tenant.ts';

/** For a while somebody's text messages go elsewhere. */
export interface Diversion {
  readonly person: Person;
  readonly from: Instant;
  readonly until: Instant;
}

export interface World {
  readonly tenant: Tenant;
  readonly calendar: Calendar;
  readonly cast: Cast;
  readonly rng: Rng;
  readonly diversion: Diversion;
  readonly post: Post;
}

/** Mail on its way; what is sent today is read from tomorrow on. */
export interface Post {
  send(to: Mailbox, message: Message): void;
  recent(mailbox: Mailbox): readonly Message[];
  deliver(): void;
}

const kept = 40;

export function createPost(): Post {
  const delivered = new Map<string, Message[]>();
  const travelling: { to: Mailbox; message: Message }[] = [];

  return {
    send: (to, message) => void travelling.push({ to, message }),
    recent: (mailbox) => delivered.get(mailbox.guid) ?? [],
    deliver() {
      for (const { to, message } of travelling.splice(0)) {
        delivered.set(to.guid, [message, ...(delivered.get(to.guid) ?? [])].slice(0, kept));
      }
    },
  };
}

/** Whether a text message to this person would reach somebody else just now. */
export const isDiverted = ({ diversion }: World, person: Person, at: Instant): boolean =>
  diversion.person === person && at >= diversion.from && at < diversion.until;
