// How much people do, and when.

import { hours } from '../../../src/model/time.ts';
import { listOf, localDayOf, perDay, perRecord, weekOf, wholeWeeks } from '../measure.ts';
import type { Collector, Measure } from '../measure.ts';
import type { Sample, Tally } from '../sample.ts';
import { isAct } from '../telemetry.ts';
import type { Seen } from '../telemetry.ts';

const actor = (seen: Seen): string | undefined => (isAct(seen) ? seen.who : undefined);
const hourOf = ({ local }: Seen): number => Math.floor(local / hours(1)) % 24;
/** 0 is Monday. */
const weekdayOf = (seen: Seen): number => (localDayOf(seen) + 3) % 7;

/** From one record of a person to their next. Two at once are a second apart: logs know no smaller step. */
function gaps(): Collector<Sample> {
  const times = new Map<string, number[]>();
  return {
    take(seen) {
      const who = actor(seen);
      if (who !== undefined) listOf(times, who).push(seen.event.at);
    },
    finish: () =>
      [...times.values()].flatMap((theirs) => {
        const ascending = Float64Array.from(theirs).sort();
        const between = Array.from(ascending.subarray(1), (at, place) => Math.max(1_000, at - (ascending[place] ?? at)) / 60_000);
        return between.length === 0 ? [] : [between];
      }),
  };
}

const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

/** Every hour of the week by its name, in order. */
export const hoursOfWeek: readonly string[] = weekdays.flatMap((day) =>
  Array.from({ length: 24 }, (_, hour) => `${day} ${String(hour).padStart(2, '0')}`),
);

/** Of whole weeks alone: in thirty days some weekdays come five times. */
function byHourOfWeek(whose: (seen: Seen) => string | undefined): Collector<Tally> {
  const counts = new Map<string, Map<number, Float64Array>>();
  const whole = wholeWeeks();
  return {
    take(seen) {
      const who = whose(seen);
      if (who === undefined) return;
      const day = localDayOf(seen);
      whole.take(day);
      const weeks = counts.get(who) ?? new Map<number, Float64Array>();
      counts.set(who, weeks);
      const week = weeks.get(weekOf(day)) ?? new Float64Array(hoursOfWeek.length);
      weeks.set(weekOf(day), week);
      const hour = weekdayOf(seen) * 24 + hourOf(seen);
      week[hour] = (week[hour] ?? 0) + 1;
    },
    finish: () => ({
      cells: hoursOfWeek,
      groups: [...counts.values()]
        .flatMap((weeks) => {
          const counted = [...weeks].filter(([week]) => whole.has(week)).map(([, hours]) => hours);
          return counted.length === 0
            ? []
            : [hoursOfWeek.map((_, hour) => counted.reduce((sum, it) => sum + (it[hour] ?? 0), 0))];
        })
        .map((sums) => Float64Array.from(sums)),
    }),
  };
}

export const hourOfWeek: Measure = {
  ...{ id: 'hour-of-week', title: 'Hour of the week', axis: 'local hour of the week', form: 'mix' },
  collect: () => byHourOfWeek(actor),
};

/** Of whole messages, which alone tell when they were written. */
export const hourOfWriting: Measure = {
  ...{ id: 'hour-of-writing', title: 'Hour of the week in which mail is written', axis: 'local hour of the week', form: 'mix' },
  collect: () =>
    byHourOfWeek(({ event, letter }) =>
      event.kind === 'mail' && letter?.writtenAt !== undefined ? (event.author ?? event.sender) : undefined,
    ),
};

const count = { form: 'numbers', by: 'median', unit: 'count', scale: 'log' } as const;
const share = { form: 'numbers', by: 'mean', unit: 'share', scale: 'linear' } as const;

export const activity: readonly Measure[] = [
  {
    ...{ id: 'records-per-day', title: 'Records per person and day', axis: 'records on a day with any', ...count },
    collect: () => perDay(actor),
  },
  {
    ...{ id: 'sign-ins-per-day', title: 'Sign-ins per person and day', axis: 'interactive sign-ins on a day with any', ...count },
    collect: () => perDay((seen) => (seen.event.kind === 'signIn' ? actor(seen) : undefined)),
  },
  {
    ...{ id: 'files-per-day', title: 'File records per person and day', axis: 'file records on a day with any', ...count },
    collect: () => perDay((seen) => (seen.event.kind === 'fileAccess' && !seen.event.automatic ? seen.who : undefined)),
  },
  {
    ...{ id: 'gap', title: 'Time to a person’s next record', axis: 'time', ...count, unit: 'minutes' },
    collect: gaps,
  },
  hourOfWeek,
  hourOfWriting,
  {
    ...{ id: 'night', title: 'Share of records at night', axis: 'share from 22 to 6 local', ...share },
    collect: () => perRecord((seen) => (isAct(seen) ? hourOf(seen) < 6 || hourOf(seen) >= 22 : undefined)),
  },
  {
    ...{ id: 'weekend', title: 'Share of records at weekends', axis: 'share on Saturday and Sunday', ...share },
    collect: () => perRecord((seen) => (isAct(seen) ? weekdayOf(seen) >= 5 : undefined)),
  },
];
