// Acts put together, and what other products say to them.

import { minutes } from '../../../src/model/time.ts';
import { alert, type Alert } from '../../acts/alert.ts';
import type { Act } from '../programme.ts';

/** One after another, from the same moment; each draws from dice of its own. */
export const together =
  (...acts: readonly Act[]): Act =>
  (world, at, rng) =>
    acts.flatMap((act, number) => act(world, at, rng.fork(`act ${number}`)));

type Seen = Omit<Alert, 'at' | 'seenAt'>;

/** Another product notices, minutes or hours later, with that chance: products do not see everything. */
export const perhapsNoticed =
  (probability: number, by: Seen): Act =>
  (world, at, rng) =>
    rng.chance(probability) ? alert(world, rng, { ...by, at, seenAt: at + minutes(rng.lognormal(18, 1.1)) }) : [];
