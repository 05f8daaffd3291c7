// What somebody does to a company, step by step. A step is a function; a
// programme puts steps at moments; playing it yields raw records and, beside
// them, the truth. A family plans programmes of its kind in any company.

import { days, type Instant } from '../../src/model/time.ts';
import { localTime } from '../calendar.ts';
import { strangeDevice, type Device } from '../device.ts';
import { placeAt, type Exit, type Place } from '../network.ts';
import type { Rng } from '../random.ts';
import { labelled, type SeedRecord, type Stage } from '../record.ts';
import { openSession, type Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import type { Diversion, Scene, World } from '../world.ts';

/** Does one thing and returns the records it leaves; all randomness from `rng`. */
export type Act = (world: World, at: Instant, rng: Rng) => SeedRecord[];

export interface Step {
  /** Unique within its programme. */
  readonly name: string;
  readonly stage: Stage;
  readonly at: Instant;
  readonly act: Act;
}

export type Ending =
  /** It reached what it was for. */
  | 'impact'
  /** The intruder lost interest or patience, or had no more luck. */
  | 'gave-up'
  /** A password changed, a session expired, a bank said no. */
  | 'stopped'
  /** Nobody meant harm. */
  | 'benign';

export interface Programme {
  /** `family-1`; what the truth calls it. */
  readonly id: string;
  readonly family: string;
  readonly kind: FamilyKind;
  /** Object ids of the people, and addresses of the mailboxes, it acts on or as, the first first. */
  readonly victims: readonly string[];
  readonly ending: Ending;
  /** When the harm was done, or would have been had nobody and nothing come between. */
  readonly impactAt?: Instant;
  /** In order of time. */
  readonly steps: readonly Step[];
  readonly diversions?: readonly Diversion[];
}

export type FamilyKind = 'attack' | 'look-alike';

export interface Plan {
  readonly scene: Scene;
  readonly id: string;
  /** The first and the last local day on which it may do anything. */
  readonly from: number;
  readonly until: number;
  /** This programme's own; who is at work when is said by the scene's. */
  readonly rng: Rng;
  /** Object ids of people other programmes already act on; to be left alone while anybody else will do. */
  readonly taken: ReadonlySet<string>;
}

export interface Family {
  readonly id: string;
  readonly kind: FamilyKind;
  /** Kept apart: nothing is ever fitted or set on it. */
  readonly unseen: boolean;
  /** One sentence. */
  readonly says: string;
  /** Public descriptions it was written from. */
  readonly sources: readonly string[];
  /** Fewest days it needs between `from` and `until`. */
  readonly days: number;
  /** Undefined when this company has nobody it could happen to. */
  plan(plan: Plan): Programme | undefined;
}

/** What a programme's steps of one UTC day leave, each record with its truth beside it. */
export function playDay(world: World, programme: Programme, index: number): SeedRecord[] {
  const from = world.calendar.start + days(index);
  const today = programme.steps.filter(({ at }) => at >= from && at < from + days(1));

  return today.flatMap(({ name, stage, at, act }) => {
    const truth = { programme: programme.id, step: name, stage };
    const rng = world.rng.fork(`${programme.id}/${name}`);
    return act(world, at, rng).map((record) => labelled(record, truth));
  });
}

/** Their machine behind that exit, signed in as the victim. */
export const intrude = (rng: Rng, victim: Person, exit: Exit, device: Device = strangeDevice(rng)): Session =>
  openSession(rng, victim, placeAt(rng, exit.carrier, exit.city), device);

/** The same intruder from elsewhere: same machine, same session. */
export const moveTo = (session: Session, place: Place): Session => ({ ...session, place });

/** A moment of somebody's local day; `minute` from their midnight. */
export const momentOn = (scene: Scene, person: Person, index: number, minute: number): Instant =>
  localTime(scene.calendar, index, minute, person.office.city.zone);
