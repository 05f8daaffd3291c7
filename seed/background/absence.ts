// Days on which somebody does not work though they are with the company: their
// weekdays off, holidays, leave, illness, the long breaks. No dice: one can ask
// about any day without having lived the days before.

import { days } from '../../src/model/time.ts';
import { localDay, type Calendar, type LocalDay } from '../calendar.ts';
import type { Person } from '../tenant.ts';
import { lot, lotOf } from './lot.ts';

/** Whether that is one of their days at work; journeys are not asked about. */
export function worksOn(calendar: Calendar, person: Person, index: number): boolean {
  const day = localDay(calendar, index, person.office.region);
  return isRostered(person, day) && leaveOn(calendar, person, day) === undefined && !isIll(person, index);
}

/** Somebody has to be there on holidays where work goes round the clock. */
function isRostered({ habits, id }: Person, { index, weekday, holiday }: LocalDay): boolean {
  if (!habits.weekdays.includes(weekday)) return false;
  return !holiday || (habits.rotates && (index + id.charCodeAt(0)) % 2 === 0);
}

export interface Spell {
  readonly from: number;
  readonly until: number;
}

/** The leave that day lies in, both ends included; undefined when there is none. */
export function leaveOn(calendar: Calendar, person: Person, day: LocalDay): Spell | undefined {
  const { index } = day;
  const spell = [quarterlyLeave(person, index), summerLeave(calendar, person, index)].find(
    (found) => found !== undefined && index >= found.from && index <= found.until,
  );
  if (spell !== undefined) return spell;
  return day.yearEnd && !person.habits.rotates && lot(person, 'turn of the year') < 0.6
    ? { from: index, until: index }
    : undefined;
}

const quarter = 91;
const lengths = [0, 0, 1, 2, 4, 6, 8, 11] as const;

/** Once in most quarters: a long weekend, a week, two. */
function quarterlyLeave(person: Person, index: number): Spell | undefined {
  const phase = Math.floor(lot(person, 'quarter') * quarter);
  const number = Math.floor((index + phase) / quarter);
  if (lot(person, 'takes leave', number) > 0.75) return undefined;
  const from = number * quarter - phase + Math.floor(lot(person, 'leave', number) * 78);
  return { from, until: from + lotOf(person, 'length of leave', number, lengths) };
}

const summer = { northern: { month: 6, day: 1, spread: 45 }, southern: { month: 0, day: 2, spread: 24 } };

/** Two weeks when schools are closed. */
function summerLeave(calendar: Calendar, person: Person, index: number): Spell | undefined {
  const epoch = calendar.start - calendar.shift;
  const year = new Date(epoch + days(index)).getUTCFullYear();
  if (lot(person, 'summer', year) > 0.55) return undefined;
  const { month, day, spread } = person.office.city.latitude > 0 ? summer.northern : summer.southern;
  const begins = Math.round((Date.UTC(year, month, day) - epoch) / days(1));
  const from = begins + Math.floor(lot(person, 'summer leave', year) * spread);
  return { from, until: from + 12 };
}

const betweenColds = 42;

function isIll(person: Person, index: number): boolean {
  const phase = Math.floor(lot(person, 'colds') * betweenColds);
  const number = Math.floor((index + phase) / betweenColds);
  if (lot(person, 'falls ill', number) > 0.35) return false;
  const from = number * betweenColds - phase + Math.floor(lot(person, 'cold', number) * 36);
  return index >= from && index <= from + lotOf(person, 'length of cold', number, [0, 0, 1, 2, 4]);
}
