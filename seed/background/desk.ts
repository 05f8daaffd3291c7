// Where administrators' work is done: who is on duty, and when.

import type { Instant } from '../../src/model/time.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import { isThere, type Person } from '../tenant.ts';
import type { World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import type { Today } from './today.ts';

export interface Desk {
  readonly session: Session;
  readonly at: Instant;
}

/** One of those on duty, at a moment of their day. */
export function administratorAtDesk(rng: Rng, today: Today): Desk {
  const { desk, attendance } = rng.pick(today.onDuty);
  return { session: desk, at: momentAtWork(rng, attendance) };
}

/** Somebody with the company that day; undefined when a few tries find nobody else. */
export function somebody(world: World, rng: Rng, index: number, not: Person): Person | undefined {
  for (let attempt = 0; attempt < 8; attempt++) {
    const person = rng.pick(world.tenant.people);
    if (person !== not && isThere(person, index)) return person;
  }
  return undefined;
}

/** So many times on average, a fraction being left to chance. */
export const times = (rng: Rng, mean: number, act: () => SeedRecord[]): SeedRecord[] =>
  Array.from({ length: rng.poisson(Math.min(mean, 500)) }, act).flat();
