// How a programme is put together: step after step at a pace, and in the end
// either the harm or a reason why it never came.

import { days, minutes, type Instant, type Millis } from '../../src/model/time.ts';
import type { Rng } from '../random.ts';
import type { Stage } from '../record.ts';
import type { Diversion } from '../world.ts';
import type { Act, Ending, Family, Plan, Programme, Step } from './programme.ts';

export interface Course {
  readonly steps: readonly Step[];
  now(): Instant;
  /** Goes on then, or half an hour or so after the last step where that is later. */
  goTo(at: Instant): void;
  /** A wait in minutes, as long as this intruder's waits are. */
  wait(from: number, to: number): void;
  /** A name used before gets a number. */
  does(name: string, stage: Stage, act: Act): void;
}

/** `slowness` stretches every wait. */
export function openCourse(rng: Rng, slowness = 1): Course {
  const steps: Step[] = [];
  const used = new Map<string, number>();
  let now = -Infinity;

  function unique(name: string): string {
    const count = (used.get(name) ?? 0) + 1;
    used.set(name, count);
    return count === 1 ? name : `${name}-${count}`;
  }

  return {
    steps,
    now: () => now,
    goTo(at) {
      now = Math.max(at, now + minutes(rng.between(18, 70)));
    },
    wait(from, to) {
      now += minutes(rng.between(from, to) * slowness);
    },
    does(name, stage, act) {
      steps.push({ name: unique(name), stage, at: now, act });
      now += minutes(rng.between(0.7, 3) * slowness);
    },
  };
}

export interface Conclusion {
  readonly victims: readonly string[];
  /** The step that is the harm. */
  readonly impact: string;
  /** The step before which nobody gives up or is stopped. */
  readonly earliest: string;
  /** How likely it comes to the harm; two in three unless said. */
  readonly success?: number;
  /** What people and machines do to stop it, and what the intruder sees of that. */
  readonly stops?: (after: Instant) => readonly Step[];
  readonly diversions?: readonly Diversion[];
}

type Named = Pick<Family, 'id' | 'kind'>;

/** The whole course, or as much of it as fate allows. */
export function conclude(plan: Plan, family: Named, course: Course, told: Conclusion): Programme {
  const { impact, earliest } = landmarks(course.steps, told);
  const impactAt = course.steps[impact]?.at ?? Infinity;
  const drawn = drawEnding(plan.rng.fork('fate'), told.success ?? 0.66);
  // Who comes too late for the days there are has, for all these days show, given up.
  const ending = drawn === 'impact' && impactAt >= closesAt(plan) ? 'gave-up' : drawn;
  const kept = ending === 'impact' ? course.steps.length : plan.rng.fork('cut').int(earliest + 1, impact);
  const steps = course.steps.slice(0, kept);
  const stops = ending === 'stopped' ? (told.stops?.(steps.at(-1)?.at ?? 0) ?? []) : [];
  return programme(plan, family, [...steps, ...stops], {
    victims: told.victims,
    ending,
    impactAt,
    ...(told.diversions === undefined ? {} : { diversions: told.diversions }),
  });
}

function drawEnding(rng: Rng, success: number): Ending {
  if (rng.chance(success)) return 'impact';
  return rng.chance(0.5) ? 'gave-up' : 'stopped';
}

function landmarks(steps: readonly Step[], { impact, earliest }: Conclusion): { impact: number; earliest: number } {
  const placeOf = (name: string) => {
    const found = steps.findIndex((step) => step.name === name);
    if (found < 0) throw new Error(`no step is called ${name}`);
    return found;
  };
  return { impact: placeOf(impact), earliest: placeOf(earliest) };
}

/** In order of time, and nothing after the last day it may use. */
export function programme(
  plan: Plan,
  { id: family, kind }: Named,
  steps: readonly Step[],
  rest: Pick<Programme, 'victims' | 'ending' | 'impactAt' | 'diversions'>,
): Programme {
  const inTime = steps.filter(({ at }) => at < closesAt(plan));
  return { id: plan.id, family, kind, ...rest, steps: [...inTime].sort((a, b) => a.at - b.at) };
}

/** Acts go on for a while after their step's moment. */
const margin: Millis = minutes(150);

const closesAt = ({ scene, until }: Plan): Instant => scene.calendar.start + days(until + 1) - margin;
