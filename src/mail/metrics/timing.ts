// When a message was written and came: by its own clock, by ours, and by the habits of whoever it is from.

import { offsetsIn } from '../../learn/zone.ts';
import { dayOf, hours } from '../../model/time.ts';
import type { Instant } from '../../model/time.ts';
import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { Message } from '../message.ts';
import type { Reading } from '../reading.ts';

const version = 1;

export const timing: readonly Metric[] = [
  metric({
    id: 'timing.date-missing',
    version,
    unit: 'flag',
    from: 'head',
    title: 'does not say when it was written',
    of: ({ message }) => dateOf(message) === undefined,
  }),
  metric({
    id: 'timing.date-unreadable',
    version,
    unit: 'flag',
    from: 'head',
    title: 'says when it was written in a way that is no date',
    of: ({ message }) => (dateOf(message) === undefined ? undefined : message.written === undefined),
  }),
  metric({
    id: 'timing.dates',
    version,
    unit: 'count',
    from: 'head',
    title: 'headers that say when it was written',
    of: ({ message }) => message.headers.all('date').length,
  }),
  metric({
    id: 'timing.written-ahead',
    version,
    unit: 'hours',
    from: 'head',
    title: 'hours by which it says it was written after it came; nought where it was not',
    of: ({ message }) => apart(message, (ahead) => Math.max(0, ahead)),
  }),
  metric({
    id: 'timing.written-before',
    version,
    unit: 'hours',
    from: 'head',
    title: 'hours by which it says it was written before it came; nought where it was not',
    of: ({ message }) => apart(message, (ahead) => Math.max(0, -ahead)),
  }),
  metric({
    id: 'timing.in-future',
    version,
    unit: 'flag',
    from: 'head',
    title: 'says it was written more than an hour after it came',
    of: ({ message }) => apart(message, (ahead) => ahead > 1),
  }),
  metric({
    id: 'timing.long-ago',
    version,
    unit: 'flag',
    from: 'head',
    title: 'says it was written more than a week before it came',
    of: ({ message }) => apart(message, (ahead) => ahead < -WEEK),
  }),
  metric({
    id: 'timing.before-mail',
    version,
    unit: 'flag',
    from: 'head',
    title: 'says it was written before 1995, when hardly anybody wrote mail',
    of: ({ message }) => (dateOf(message) === undefined ? undefined : (yearIn(message) ?? MAIL) < MAIL),
  }),
  metric({
    id: 'timing.zone',
    version,
    unit: 'text',
    from: 'head',
    title: 'the zone its author’s clock says it is in, as hours and minutes ahead of UTC',
    of: ({ message }) => zoneIn(message),
  }),
  metric({
    id: 'timing.zone-impossible',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the zone its author’s clock says it is in is nowhere',
    of: ({ message }) => withZone(message, (minutes) => !isSomewhere(minutes)),
  }),
  metric({
    id: 'timing.weekday-wrong',
    version,
    unit: 'flag',
    from: 'head',
    title: 'the day of the week it says it was written on is not that of the date',
    of: ({ message }) => isWrongWeekday(message),
  }),
  metric({
    id: 'timing.author-hour',
    version,
    unit: 'count',
    from: 'head',
    title: 'hour of the day on its author’s clock, from 0 to 23',
    of: ({ message }) => withZone(message, (minutes) => local(message.written, minutes)?.hour),
  }),
  metric({
    id: 'timing.hour',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'hour of the day where most of its recipients live, from 0 to 23',
    of: (reading) => received(reading)?.hour,
  }),
  metric({
    id: 'timing.weekday',
    version,
    unit: 'text',
    from: 'tenant',
    title: 'day of the week where most of its recipients live',
    of: (reading) => WEEKDAYS[received(reading)?.weekday ?? -1],
  }),
  metric({
    id: 'timing.is-weekend',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'came on a Saturday or a Sunday where most of its recipients live',
    of: (reading) => when(reading, ({ weekday }) => weekday >= SATURDAY),
  }),
  metric({
    id: 'timing.is-out-of-hours',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'came at a weekend, or before seven or after twenty hours, where most of its recipients live',
    of: (reading) => when(reading, ({ weekday, hour }) => weekday >= SATURDAY || hour < MORNING || hour >= EVENING),
  }),
  metric({
    id: 'timing.usual-hour',
    version,
    unit: 'share',
    from: 'tenant',
    title: 'share of its author’s earlier mail that came within an hour of this hour of the day; of ten messages and more',
    of: (reading) => usual(reading),
  }),
  metric({
    id: 'timing.is-unusual-hour',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'of thirty earlier messages and more of its author, not one in fifty came within an hour of this hour of the day',
    of: (reading) => isUnusual(reading),
  }),
];

/** Hours. */
const WEEK = 7 * 24;
const MAIL = 1995;
const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'] as const;
const SATURDAY = 5;
const MORNING = 7;
const EVENING = 20;
const ENOUGH = 10;
const PLENTY = 30;
const RARE = 0.02;

const LONGEST = 100;
const dateOf = ({ headers }: Message): string | undefined => headers.first('date')?.trim().slice(0, LONGEST) || undefined;

/** Of the hours from when it came to when it says it was written. */
function apart<T>({ written, at, hops }: Message, of: (ahead: number) => T): T | undefined {
  // Without a server's line the one time there is would be held against itself.
  return written === undefined || at === undefined || !hops.some((hop) => hop.at !== undefined)
    ? undefined
    : of((written - at) / hours(1));
}

/** The year as it is written: what is too long ago to be believed is no date to anybody else. */
function yearIn(message: Message): number | undefined {
  const year = /^(?:[a-z]{1,9},?\s{0,3})?\d{1,2}[\s-]{1,3}[a-z]{3,9}[\s-]{1,3}(\d{4})\b/i.exec(dateOf(message) ?? '')?.[1];
  return year === undefined ? undefined : Number(year);
}

const zoneIn = (message: Message): string | undefined => /:\d\d\s{0,5}([+-]\d{4})(?!\d)/.exec(dateOf(message) ?? '')?.[1];

function withZone<T>(message: Message, of: (minutes: number) => T): T | undefined {
  const zone = zoneIn(message);
  if (zone === undefined) return undefined;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
  return of(zone.startsWith('-') ? -minutes : minutes);
}

/** From Baker Island to Kiribati, by the quarter of an hour. */
const isSomewhere = (minutes: number): boolean => minutes >= -12 * 60 && minutes <= 14 * 60 && minutes % 15 === 0;

interface Local {
  /** 0 is Monday. */
  readonly weekday: number;
  readonly hour: number;
}

function local(at: Instant | undefined, minutesAhead: number): Local | undefined {
  if (at === undefined) return undefined;
  const shifted = at + minutesAhead * 60_000;
  // 1970-01-01 was a Thursday.
  return { weekday: (((dayOf(shifted) + 3) % 7) + 7) % 7, hour: Math.floor((shifted - dayOf(shifted) * hours(24)) / hours(1)) };
}

function isWrongWeekday(message: Message): boolean | undefined {
  const said = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]{0,6},?\s/i.exec(dateOf(message) ?? '')?.[1]?.toLowerCase();
  const weekday = withZone(message, (minutes) => local(message.written, minutes)?.weekday);
  return said === undefined || weekday === undefined ? undefined : !WEEKDAYS[weekday]?.toLowerCase().startsWith(said);
}

function received({ message, history }: Reading): Local | undefined {
  if (!history.isKnown || history.zone === undefined || message.at === undefined) return undefined;
  return local(message.at, offsetsIn(history.zone)(dayOf(message.at)));
}

function when<T>(reading: Reading, of: (local: Local) => T): T | undefined {
  const found = received(reading);
  return found === undefined ? undefined : of(found);
}

function usual({ message, history }: Reading, least = ENOUGH): number | undefined {
  const counts = history.isKnown ? (history.sender?.hours ?? []) : [];
  const all = counts.reduce((sum, count) => sum + count, 0);
  if (all < least || message.at === undefined) return undefined;
  const hour = local(message.at, 0)?.hour ?? 0;
  const near = [23, 0, 1].reduce((sum, step) => sum + (counts[(hour + step) % 24] ?? 0), 0);
  return near / all;
}

function isUnusual(reading: Reading): boolean | undefined {
  const share = usual(reading, PLENTY);
  return share === undefined ? undefined : share < RARE;
}
