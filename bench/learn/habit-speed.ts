// How fast the core learns and judges, without a database: acts counted a second, and microseconds to say how surprising one is.
//
// A tenant of as many people as the size asks for, each with sixty days behind them; then a day's acts are judged and counted
// one by one, as a run does it. Priors of a day are read once and kept, so the first who asks pays for the others: the figure
// is the mean over the whole day.

import { dawn, noMemory, remember, surpriseOf, teach } from '../../src/detect/memory.ts';
import type { Memory } from '../../src/detect/memory.ts';
import type { Event } from '../../src/model/event.ts';
import { seeded } from '../../src/model/seeded.ts';
import { dayOf, days } from '../../src/model/time.ts';
import type { BenchOptions, SpeedPart } from '../bench.ts';
import { meanInterval } from '../interval.ts';
import { inTime, officeDays } from './office.ts';

const PEOPLE = 2_000;
const PAST = 40;
const START = Date.UTC(2026, 0, 5);
const GOALS = { events: 50_000, microseconds: 50 };

export function measure({ size = PEOPLE }: BenchOptions): Promise<SpeedPart> {
  const past = inTime(officeDays(size, START, PAST, seeded('speed')));
  const today = inTime(officeDays(size, START + days(PAST + 2), 3, seeded('today')));
  const taught = pieces(past, 10).map((some) => perSecond(some, (memory, event) => teach(memory, event, 2)));
  const memory = noMemory([]);
  for (const event of past) learn(memory, event);
  const judged = pieces(today, 10).map((some) => microseconds(memory, some));
  const [teaching, judging] = [summary(taught), summary(judged)];
  return Promise.resolve({
    ...{ people: size, events: past.length, taughtPerSecond: teaching, judgedMicroseconds: judging, goals: GOALS },
    says: [
      `habits: ${whole(teaching.mean)} acts counted a second (95 %: ${whole(teaching.low)} to ${whole(teaching.high)}; goal ${whole(GOALS.events)}), ${whole(past.length)} acts of ${whole(size)} people`,
      `surprise: ${judging.mean.toFixed(1)} µs an act (95 %: ${judging.low.toFixed(1)} to ${judging.high.toFixed(1)}; goal ${GOALS.microseconds}), ${whole(today.length)} acts`,
    ],
  });
}

function learn(memory: Memory, event: Event): void {
  if (dayOf(event.at) !== memory.today) dawn(memory, dayOf(event.at));
  remember(memory, event);
  teach(memory, event, 2);
}

function perSecond(events: readonly Event[], count: (memory: Memory, event: Event) => void): number {
  const memory = noMemory([]);
  const since = performance.now();
  for (const event of events) count(memory, event);
  return events.length / ((performance.now() - since) / 1_000);
}

/** Judging alone; what is judged teaches outside the clock. */
function microseconds(memory: Memory, events: readonly Event[]): number {
  let spent = 0;
  for (const event of events) {
    if (dayOf(event.at) !== memory.today) dawn(memory, dayOf(event.at));
    const since = performance.now();
    surpriseOf(memory, event);
    spent += performance.now() - since;
    remember(memory, event);
    teach(memory, event, 2);
  }
  return (spent / events.length) * 1_000;
}

function pieces<T>(all: readonly T[], count: number): T[][] {
  const size = Math.ceil(all.length / count);
  return Array.from({ length: count }, (_, index) => all.slice(index * size, (index + 1) * size)).filter(
    ({ length }) => length > 0,
  );
}

function summary(values: readonly number[]) {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return { mean, ...meanInterval(values, seeded('summary')) };
}

const whole = (value: number): string => Math.round(value).toLocaleString('en');
