// In which time zone somebody lives, and which hour of their week an instant is.
//
// Hours are counted in UTC and turned into the person's own when read, by the rules the zone had on that day: neither
// daylight saving nor a move to another zone has to be learned twice. Of a country with several zones and no
// coordinates, the one in the middle stands for all; it is wrong by an hour or two, and the same way every day.

import zoneAt from '@photostructure/tz-lookup';
import { getCountry, getTimezone } from 'countries-and-timezones';
import type { Place } from '../model/event.ts';
import { hours, midnightOf } from '../model/time.ts';
import type { Day } from '../model/time.ts';

/** IANA name, e.g. `Europe/Madrid`; undefined where neither coordinates nor a country are known. */
export function zoneOf({ latitude, longitude, country }: Place): string | undefined {
  // 0/0 is how some databases write "somewhere"
  if (latitude !== undefined && longitude !== undefined && (latitude !== 0 || longitude !== 0)) return at(latitude, longitude);
  return country === undefined ? undefined : zoneOfCountry(country);
}

function at(latitude: number, longitude: number): string | undefined {
  if (Math.abs(latitude) > 90 || Math.abs(longitude) > 180) return undefined;
  return zoneAt(latitude, longitude);
}

const byCountry = new Map<string, string | undefined>();

function zoneOfCountry(code: string): string | undefined {
  if (!byCountry.has(code)) byCountry.set(code, middleZone(code));
  return byCountry.get(code);
}

function middleZone(code: string): string | undefined {
  const zones = (getCountry(code)?.timezones ?? []).map((name) => getTimezone(name));
  zones.sort((a, b) => a.utcOffset - b.utcOffset || (a.name < b.name ? -1 : 1));
  return zones[Math.floor((zones.length - 1) / 2)]?.name;
}

const WEEK_HOURS = 168;
/** 1970-01-01 was a Thursday, three days after a Monday. */
const SINCE_MONDAY = 3 * 24;

/** 0 is Monday from midnight, 167 Sunday from 23; `hour` is an hour of the UTC day, `offset` minutes ahead of UTC. */
export function hourOfWeek(day: Day, hour: number, offset: number): number {
  const local = day * 24 + hour + Math.floor(offset / 60) + SINCE_MONDAY;
  return ((local % WEEK_HOURS) + WEEK_HOURS) % WEEK_HOURS;
}

const offsets = new Map<string, Map<Day, number>>();
const MOST_DAYS = 4_000;

/** Minutes ahead of UTC at noon of a UTC day, in one zone; without a zone, UTC. */
export function offsetsIn(zone: string | undefined): (day: Day) => number {
  if (zone === undefined) return () => 0;
  const known = offsets.get(zone) ?? new Map<Day, number>();
  offsets.set(zone, known);
  return (day) => {
    const found = known.get(day);
    if (found !== undefined) return found;
    if (known.size >= MOST_DAYS) known.clear();
    const offset = minutesAhead(zone, midnightOf(day) + hours(12));
    known.set(day, offset);
    return offset;
  };
}

const formats = new Map<string, Intl.DateTimeFormat>();

function minutesAhead(zone: string, instant: number): number {
  const format = formats.get(zone) ?? new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  formats.set(zone, format);
  const name = format.formatToParts(instant).find(({ type }) => type === 'timeZoneName')?.value ?? '';
  const [, sign = '+', hour = '0', minute = '0'] = /GMT([+-])(\d+):?(\d*)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hour) * 60 + Number(minute));
}
