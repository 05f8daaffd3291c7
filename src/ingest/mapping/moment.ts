// Times as other products write them: as ours, as seconds or milliseconds since 1970, or as a syslog line begins.

import { Field, FieldError } from '../field.ts';
import type { Instant } from '../../model/time.ts';

/** Throws FieldError under `name` when the text is no time, or none between 1990 and 2100. */
export function momentIn(text: string | undefined, name: string): Instant {
  if (text === undefined) throw new FieldError(`.${name}`, 'expected a time, found nothing');
  const iso = fromEpoch(text) ?? fromSyslog(text);
  return new Field({ [name]: iso ?? text }).at(name).instant();
}

const EPOCH = /^(\d{1,11})(?:\.(\d{1,9}))?$|^(\d{12,14})$/;

function fromEpoch(text: string): string | undefined {
  const match = EPOCH.exec(text);
  if (match === null) return undefined;
  const [, seconds, fraction = '', millis] = match;
  return isoOf(millis === undefined ? Number(seconds) * 1_000 + Number(fraction.slice(0, 3).padEnd(3, '0')) : Number(millis));
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
// `Jan 01 2026 00:04:07.030`: with a year; without one nobody knows which.
const SYSLOG = /^([a-z]{3}) +(\d{1,2}) (\d{4}) (\d\d:\d\d:\d\d(?:[.,]\d+)?)$/i;

function fromSyslog(text: string): string | undefined {
  const [, name = '', day = '', year = '', time = ''] = SYSLOG.exec(text) ?? [];
  const month = MONTHS.indexOf(name.toLowerCase());
  return month < 0 ? undefined : `${year}-${String(month + 1).padStart(2, '0')}-${day.padStart(2, '0')}T${time}Z`;
}

const isoOf = (at: number): string => new Date(at).toISOString();
