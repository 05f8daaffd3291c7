// Local clocks, by the time-zone database every JavaScript engine carries.

import { days, minutes, type Instant } from '../src/model/time.ts';

/** By zone, then by UTC day; `changing` on the few days on which clocks are put forward or back. */
const known = new Map<string, Map<number, number | 'changing'>>();
const formats = new Map<string, Intl.DateTimeFormat>();

/** Minutes that zone's clocks are ahead of UTC; throws RangeError for a zone nobody knows. */
export function offsetAt(zone: string, at: Instant): number {
  const day = Math.floor(at / days(1));
  const ofZone = known.get(zone) ?? new Map<number, number | 'changing'>();
  if (ofZone.size === 0) known.set(zone, ofZone);

  let offset = ofZone.get(day);
  if (offset === undefined) ofZone.set(day, (offset = offsetOfDay(zone, day)));
  return offset === 'changing' ? ask(zone, at) : offset;
}

function offsetOfDay(zone: string, day: number): number | 'changing' {
  const atBegin = ask(zone, days(day));
  return atBegin === ask(zone, days(day + 1) - 1) ? atBegin : 'changing';
}

/** Reading a clock through Intl takes microseconds, too long to be done for every record. */
function ask(zone: string, at: Instant): number {
  const shown = formatOf(zone).formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(shown.find((each) => each.type === type)?.value);
  const wall = Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
  return Math.round((wall - Math.floor(at / minutes(1)) * minutes(1)) / minutes(1));
}

function formatOf(zone: string): Intl.DateTimeFormat {
  const found = formats.get(zone);
  if (found !== undefined) return found;
  const parts = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric' } as const;
  const made = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hourCycle: 'h23', calendar: 'gregory', ...parts });
  formats.set(zone, made);
  return made;
}
