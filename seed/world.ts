// The company on its calendar, and what it remembers from one day to the next.

import type { Instant } from '../src/model/time.ts';
import type { Calendar } from './calendar.ts';
import type { Chronicle } from './chronicle.ts';
import type { Message } from './message.ts';
import type { Rng } from './random.ts';
import type { Mailbox, Person, Tenant } from './tenant.ts';

/** For a while somebody's text messages and calls go elsewhere. */
export interface Diversion {
  readonly person: Person;
  readonly from: Instant;
  readonly until: Instant;
}

/** Before the first day: everything that is known in advance. */
export interface Scene {
  readonly tenant: Tenant;
  readonly calendar: Calendar;
  /** Journeys, new phones, migrations …: everything out of the ordinary that is nobody's crime. */
  readonly chronicle: Chronicle;
  readonly rng: Rng;
}

export interface World extends Scene {
  readonly diversions: readonly Diversion[];
  readonly post: Post;
  /** Which telemetry this company keeps. */
  readonly telemetry: Telemetry;
}

export interface Telemetry {
  /** Share of messages kept whole (`.eml`) beside their row in the trace; every message alike, whoever sent it. */
  readonly wholeMessages: number;
  /** Rows of the message trace. */
  readonly messageTrace: boolean;
  /** Records of the offices' network sensors. */
  readonly network: boolean;
  /** Alerts of other products, right ones and wrong ones. */
  readonly alerts: boolean;
  /** Sign-ins no person waits for: refreshed tokens, service principals. */
  readonly nonInteractive: boolean;
}

/** Mail on its way; what is sent today is read from tomorrow on. */
export interface Post {
  send(to: Mailbox, message: Message): void;
  recent(mailbox: Mailbox): readonly Message[];
  deliver(): void;
}

const kept = 12;

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
export const isDiverted = ({ diversions }: World, person: Person, at: Instant): boolean =>
  diversions.some((diversion) => diversion.person === person && at >= diversion.from && at < diversion.until);
