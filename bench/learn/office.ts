// A small office whose days are plain and known to the hour, as events: what may be added to it is all that is odd.

import type { Event, FileAccess, MailAccess, SignIn } from '../../src/model/event.ts';
import { inOrder } from '../../src/model/event.ts';
import { days, hours, minutes } from '../../src/model/time.ts';
import type { Instant } from '../../src/model/time.ts';
import { offsetsIn } from '../../src/learn/zone.ts';
import { dayOf } from '../../src/model/time.ts';

/** Where somebody sits. */
export interface Seat {
  readonly address: string;
  readonly asn: number;
  readonly country: string;
  readonly device?: string;
}

export const ZONE = 'Europe/Madrid';
export const personAt = (number: number): string => `p${number}@contoso.test`;
export const deskOf = (number: number): Seat => ({
  ...{ address: `192.0.2.${number % 250}`, asn: 64_500, country: 'ES', device: `laptop-${number}` },
});

interface Act {
  readonly actor: string;
  readonly at: Instant;
  readonly seat: Seat;
}

const base = ({ actor, at, seat }: Act, what: string) => {
  const id = `${what}/${actor}/${at}`;
  return {
    ...{ id, source: 'office', record: id, act: id, at, actor, actorKind: 'person' as const, outcome: 'success' as const },
    ...seat,
  };
};

export const signInOf = (act: Act): SignIn => ({
  ...base(act, 'sign-in'),
  ...{ kind: 'signIn', operation: 'UserLoggedIn', code: 0, interactive: true, client: 'browser' },
});

export const mailOpened = (act: Act, items: number): MailAccess => ({
  ...base(act, 'mail'),
  ...{ kind: 'mailAccess', operation: 'MailItemsAccessed', mailbox: act.actor, access: 'bind', throttled: false, items },
  ...{ folders: ['Inbox'], messages: [], client: 'browser' },
});

export const fileTaken = (act: Act, number: number): FileAccess => ({
  ...base(act, `file-${number}`),
  ...{ kind: 'fileAccess', operation: 'FileDownloaded', deed: 'downloaded', automatic: false },
  ...{ file: `https://contoso.test/sites/work/${number % 7}/f${number}.docx`, name: `f${number}.docx` },
  site: 'https://contoso.test/sites/work',
});

/** An instant by the office's own clock. */
export const localTime = (midnight: Instant, hour: number): Instant =>
  midnight + hours(hour) - minutes(offsetsIn(ZONE)(dayOf(midnight)));

/** Working days of `people` from `start`: a sign-in, a few mails and files, at hours the dice choose. `isOff` gives days off. */
export function officeDays(
  people: number,
  start: Instant,
  dayCount: number,
  rng: () => number,
  isOff: (midnight: Instant) => boolean = () => false,
): Event[] {
  const events: Event[] = [];
  for (let day = 0; day < dayCount; day += 1) {
    const midnight = start + days(day);
    const weekday = new Date(midnight).getUTCDay();
    if (weekday === 0 || weekday === 6 || isOff(midnight)) continue;
    for (let person = 0; person < people; person += 1) events.push(...workOf(person, midnight, rng));
  }
  return events;
}

function workOf(person: number, midnight: Instant, rng: () => number): Event[] {
  const [actor, seat] = [personAt(person), deskOf(person)];
  const at = (hour: number): Instant => localTime(midnight, hour) + Math.floor(rng() * minutes(50));
  return [
    ...[9, 13].map((hour) => signInOf({ actor, seat, at: at(hour) })),
    ...[9, 11, 14, 16].map((hour) => mailOpened({ actor, seat, at: at(hour) }, 2 + Math.floor(rng() * 6))),
    ...[10, 15].map((hour) => fileTaken({ actor, seat, at: at(hour) }, Math.floor(rng() * 400))),
  ];
}

export const inTime = (events: readonly Event[]): Event[] => [...events].sort(inOrder);
