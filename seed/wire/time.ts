// The ways products write an instant.

import { seconds, type Instant } from '../../src/model/time.ts';

/** Entra sign-ins: `2026-01-05T03:12:09Z`. */
export const isoSeconds = (at: Instant): string => `${isoBare(at)}Z`;

/** The unified audit log: UTC, and no zone letter to say so. */
export const isoBare = (at: Instant): string => new Date(at).toISOString().slice(0, 19);

/** Seven decimals, the last four of which are given: `2026-01-05T03:12:09.4171032Z`. */
export const isoTicks = (at: Instant, ticks = '0000'): string => `${new Date(at).toISOString().slice(0, 23)}${ticks}Z`;

/** Most logs cut instants off at the second rather than round them. */
export const cutToSecond = (at: Instant): Instant => Math.floor(at / seconds(1)) * seconds(1);

const weekdays = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] as const;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'] as const;

/** Mail: `Mon, 5 Jan 2026 14:12:09 +1100`; the offset in minutes ahead of UTC. */
export function mailDate(at: Instant, offset = 0): string {
  const local = new Date(at + offset * 60_000);
  const sign = offset < 0 ? '-' : '+';
  const zone = `${sign}${twoDigits(Math.floor(Math.abs(offset) / 60))}${twoDigits(Math.abs(offset) % 60)}`;
  const day = `${weekdays[local.getUTCDay()] ?? ''}, ${local.getUTCDate()} ${months[local.getUTCMonth()] ?? ''}`;
  const clock = [local.getUTCHours(), local.getUTCMinutes(), local.getUTCSeconds()].map(twoDigits).join(':');
  return `${day} ${local.getUTCFullYear()} ${clock} ${zone}`;
}

const twoDigits = (number: number): string => (number < 10 ? `0${number}` : String(number));
