// The ways records write an instant. All are UTC unless they say otherwise.

import type { Instant } from '../model/time.ts';

const EARLIEST: Instant = Date.UTC(1990, 0, 1);
const LATEST: Instant = Date.UTC(2100, 0, 1);

/** What is wrong with an instant that could be read: a clock nobody had set, or a corrupt record. */
export const instantProblem = (at: Instant): string | undefined =>
  at >= EARLIEST && at < LATEST ? undefined : `expected a time between 1990 and 2100, found ${new Date(at).toISOString()}`;

export function instantOf(text: string): Instant | undefined {
  return fromRfc3339(text) ?? fromAspNet(text) ?? fromAmerican(text);
}

// 2026-01-05T03:12:09.1234567Z; the unified audit log leaves out the zone letter and means UTC.
const RFC_3339 = /^(\d{4})-(\d\d)-(\d\d)[T ](\d\d):(\d\d):(\d\d)(?:[.,](\d+))?\s*(Z|[+-]\d\d:?\d\d)?$/i;

function fromRfc3339(text: string): Instant | undefined {
  const match = RFC_3339.exec(text);
  if (match === null) return undefined;
  const [, year, month, day, hour, minute, second, fraction = '', zone = 'Z'] = match;
  const local = utc(year, month, day, hour, minute, second, fraction);
  return local === undefined ? undefined : local - offsetOf(zone);
}

function offsetOf(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}

// Message trace: /Date(1767582729000)/. An offset only tells where the clock hung; the number is UTC already.
const ASP_NET = /^\/Date\((-?\d{1,15})(?:[+-]\d{4})?\)\/$/;

function fromAspNet(text: string): Instant | undefined {
  const match = ASP_NET.exec(text);
  const at = Number(match?.[1]);
  return match === null || Math.abs(at) > 8.64e15 ? undefined : at;
}

// Portal exports: 1/5/2026, 3:12:09.123 AM.
const AMERICAN = /^(\d{1,2})\/(\d{1,2})\/(\d{4}),? (\d{1,2}):(\d\d):(\d\d)(?:\.(\d+))? ([AP])M$/i;

function fromAmerican(text: string): Instant | undefined {
  const match = AMERICAN.exec(text);
  if (match === null) return undefined;
  const [, month, day, year, hour, minute, second, fraction = '', half = ''] = match;
  if (Number(hour) < 1 || Number(hour) > 12) return undefined;

  const hours = (Number(hour) % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
  return utc(year, month, day, String(hours), minute, second, fraction);
}

type Digits = string | undefined;

function utc(
  year: Digits,
  month: Digits,
  day: Digits,
  hour: Digits,
  minute: Digits,
  second: Digits,
  fraction: string,
): Instant | undefined {
  const inRange = within(month, 1, 12) && within(hour, 0, 23) && within(minute, 0, 59) && within(second, 0, 60);
  // The calendar rolls 30 February over into March instead of refusing it.
  if (!inRange || !within(day, 1, daysIn(Number(year), Number(month)))) return undefined;

  const millis = Number(fraction.slice(0, 3).padEnd(3, '0'));
  return Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second), millis);
}

const within = (digits: Digits, least: number, most: number): boolean => Number(digits) >= least && Number(digits) <= most;
const daysIn = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate();
