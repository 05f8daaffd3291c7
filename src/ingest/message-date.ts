// Dates as mail headers write them (RFC 5322, and what older programs made of it): `Mon, 5 Jan 2026 03:12:09 +0100`.
//
// Not the engine's own reading of dates: that one takes the clock of the machine it runs on where a zone is missing.

import type { Instant } from '../model/time.ts';

const DATE =
  /^\s*(?:[a-z]{3,9}\.?,?\s*)?(\d{1,2})[\s-]+([a-z]{3})[a-z]*\.?[\s-]+(\d{2,4})\s+(\d{1,2})[:.](\d\d)(?:[:.](\d\d))?\s*([+-]\d{4}|[a-z]{1,5})?/i;
const LONGEST = 200;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
/** Hours; a zone that is not here says nothing and counts as UTC, as the standard has it. */
const ZONES: Readonly<Record<string, number>> = { edt: -4, est: -5, cdt: -5, cst: -6, mdt: -6, mst: -7, pdt: -7, pst: -8 };

/** Undefined for what is no date. */
export function messageDate(text: string): Instant | undefined {
  const [, day, monthName, yearText, hour, minute, second = '0', zone = ''] = DATE.exec(text.slice(0, LONGEST)) ?? [];
  const month = MONTHS.indexOf(monthName?.toLowerCase() ?? '');
  if (month < 0) return undefined;

  const inRange = Number(hour) < 24 && Number(minute) < 60 && Number(second) <= 60;
  const midnight = Date.UTC(fullYear(yearText ?? ''), month, Number(day));
  // The calendar rolls 30 February over into March instead of refusing it.
  const isDay = new Date(midnight).getUTCMonth() === month;
  const time = ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
  return inRange && isDay ? midnight + time - offsetOf(zone.toLowerCase()) : undefined;
}

function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4) return year;
  return text.length === 3 || year >= 50 ? 1900 + year : 2000 + year;
}

function offsetOf(zone: string): number {
  if (!/^[+-]/.test(zone)) return (ZONES[zone] ?? 0) * 3_600_000;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3));
  return (zone.startsWith('-') ? -minutes : minutes) * 60_000;
}
