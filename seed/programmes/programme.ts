// What an intruder does, step by step. A step is a function; a programme puts
// steps on days; playing it yields raw records and, beside them, the truth.

import { days, minutes, seconds, type Instant } from '../../src/model/time.ts';
import { strangeDevice } from '../device.ts';
import { placeAt, type Carrier, type City } from '../network.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord, Stage } from '../record.ts';
import { openSession, type Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import type { World } from '../world.ts';

/** The intruder's session is on the victim's account. */
export type Act = (world: World, intruder: Session, at: Instant, rng: Rng) => SeedRecord[];

export interface Step {
  readonly name: string;
  readonly stage: Stage;
  readonly at: Instant;
  readonly intruder: Session;
  readonly act: Act;
}

export interface Programme {
  readonly name: string;
  readonly steps: readonly Step[];
}

/** What a programme's steps of one UTC day leave, each record with its truth beside it. */
export function playDay(world: World, programme: Programme, index: number): SeedRecord[] {
  const from = world.calendar.start + days(index);
  const today = programme.steps.filter(({ at }) => at >= from && at < from + days(1));

  return today.flatMap(({ name, stage, at, intruder, act }) => {
    const rng = world.rng.fork(`${programme.name}/${name}`);
    const truth = { programme: programme.name, step: name, stage };
    // People are not punctual to the second.
    return act(world, intruder, at + seconds(rng.between(0, 40)), rng).map((record) => ({ ...record, truth }));
  });
}

export interface Exit {
  readonly carrier: Carrier;
  readonly city: City;
}

/** Their machine behind that exit, signed in as the victim. */
export const intrude = (rng: Rng, victim: Person, exit: Exit): Session =>
  openSession(rng, victim, placeAt(rng, exit.carrier, exit.city), strangeDevice(rng));

/** A moment of a day; `clock` in minutes UTC, so chosen that it is the same date in Australia. */
export const momentOn = (start: Instant, index: number, clock: number): Instant => start + days(index) + minutes(clock);
