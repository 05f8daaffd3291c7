// How an intruder is stopped, seen from both sides: what the owner or an
// administrator does, and what the intruder meets on coming back. Steps of the
// owner's side are told under the stage they answer.

import { hours, type Instant } from '../../src/model/time.ts';
import type { Rng } from '../random.ts';
import type { Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import type { Outcome } from '../wire/sign-in.ts';
import { atTheirDesk, sitDownAs, type Intruder } from './infrastructure.ts';
import { administratorOn, dayOfMoment, nextAtWork, ownSession } from './people.ts';
import type { Act, Plan, Step } from './programme.ts';
import { changesOwnPassword, locksOut } from './steps/methods.ts';
import { signsIn } from './steps/sign-in.ts';
import { together } from './steps/together.ts';

export interface Stopped {
  readonly plan: Plan;
  readonly rng: Rng;
  readonly intruder: Intruder;
  readonly victim: Person;
  /** Whether they ever had the password, and so try it again. */
  readonly knowsPassword?: boolean;
}

/** Somebody or something comes between, in one of the ways it happens. */
export const stopsOf =
  ({ plan, rng, intruder, victim, knowsPassword = true }: Stopped) =>
  (after: Instant): Step[] => {
    const dice = rng.fork('stops');
    const how = dice.pick(['owner', 'administrator', 'administrator', 'policy', 'silence'] as const);
    const act = how === 'silence' || how === 'policy' ? undefined : counter(plan, dice, victim, after, how);
    if (how === 'silence') return [];
    if (!knowsPassword) return act === undefined ? [] : [act];
    const back = shutOut(plan, dice, intruder, victim, act?.at ?? after, how === 'policy' ? 'blockedByPolicy' : 'wrongPassword');
    return act === undefined ? back : [act, ...back];
  };

/** On the next day at work the owner becomes suspicious, or the help desk does. */
function counter(plan: Plan, rng: Rng, victim: Person, after: Instant, who: 'owner' | 'administrator'): Step | undefined {
  const found = nextAtWork(plan, rng, victim, after + hours(rng.lognormal(5, 1.1)));
  if (found === undefined) return undefined;
  const { day, at } = found;
  const name = who === 'owner' ? 'owner-changes-password' : 'administrator-steps-in';
  return {
    name,
    stage: 'credential-access',
    at,
    act: who === 'owner' ? byOwner(plan, rng, victim, day) : byAdministrator(plan, rng, victim, at),
  };
}

function byOwner(plan: Plan, rng: Rng, victim: Person, day: Parameters<typeof ownSession>[2]): Act {
  const changes = changesOwnPassword(ownSession(plan.scene, victim, day));
  if (rng.chance(0.5)) return changes;
  const administrator = administratorOn(plan.scene, day.index);
  return together(changes, locksOut(administrator, victim, { resets: false, revokes: true, disables: false }));
}

function byAdministrator(plan: Plan, rng: Rng, victim: Person, at: Instant): Act {
  const administrator: Session = administratorOn(plan.scene, dayOfMoment(plan.scene, at));
  return locksOut(administrator, victim, { resets: true, revokes: rng.chance(0.8), disables: rng.chance(0.2) });
}

/** They knock once more and are not let in; some do not even try. */
function shutOut(plan: Plan, rng: Rng, intruder: Intruder, victim: Person, after: Instant, outcome: Outcome): Step[] {
  if (rng.chance(0.25)) return [];
  const index = dayOfMoment(plan.scene, after) + rng.int(0, 2);
  const at = Math.max(atTheirDesk(rng, plan.scene, intruder, index), after + hours(rng.between(0.5, 9)));
  const times = Array.from({ length: rng.int(1, 4) }, () => outcome);
  const act = signsIn(sitDownAs(rng, intruder, victim), times, { target: targets.officeHome, secondFactor: 'claim' });
  return [{ name: 'shut-out', stage: 'initial-access', at, act }];
}
