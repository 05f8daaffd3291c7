// Ordinary sign-ins: mostly a token that still holds, now and then a prompt, a
// typing error, a phone without signal.

import { minutes, seconds, type Instant } from '../../src/model/time.ts';
import { signIn } from '../acts.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import { targets, type Target } from '../wire/apps.ts';
import type { Outcome } from '../wire/sign-in.ts';
import { isDiverted, type World } from '../world.ts';
import { momentAtWork, type Attendance } from './attendance.ts';

/** All of a working day's sign-ins at the laptop. */
export function signsInAtWork(world: World, rng: Rng, session: Session, day: Attendance, index: number): SeedRecord[] {
  const { person } = session;
  const first: Target = person.habits.desktopOutlook ? targets.office : targets.outlookWeb;
  const later = rng.some(usualTargets(person), rng.int(1, 3));
  return [
    ...goThrough(world, rng, session, first, day.from, isPromptedOn(rng, person, index)),
    ...later.flatMap((target) => goThrough(world, rng, session, target, momentAtWork(rng, day), false)),
  ];
}

export const signsInByPhone = (world: World, rng: Rng, session: Session, at: Instant): SeedRecord[] =>
  goThrough(world, rng, session, targets.outlookMobile, at, rng.chance(0.06));

function usualTargets(person: Person): readonly Target[] {
  const everybody = [targets.teams, targets.officeHome, targets.sharePoint, targets.teamsWeb];
  return person.team === 'it' ? [targets.azurePortal, targets.azurePortal, ...everybody] : everybody;
}

/** A token lasts a fortnight; each person's began on a day of their own. */
function isPromptedOn(rng: Rng, person: Person, index: number): boolean {
  const phase = person.puid.charCodeAt(person.puid.length - 1) % 14;
  return index % 14 === phase || rng.chance(0.05);
}

/** One go at the sign-in page: whatever goes wrong first, then in. */
export function goThrough(
  world: World,
  rng: Rng,
  session: Session,
  target: Target,
  at: Instant,
  prompted: boolean,
): SeedRecord[] {
  // While somebody else gets their text messages, the old token has to do.
  const asks = prompted && !isDiverted(world, session.person, at);
  const outcomes = hurdles(rng, asks);
  const correlationId = rng.guid();
  let when = at - outcomes.length * seconds(25);

  return outcomes.flatMap((outcome) => {
    when += seconds(rng.between(6, 40));
    const secondFactor = asks ? session.person.secondFactor : 'claim';
    return signIn(world, rng, { at: when, session, target, outcome, secondFactor, correlationId });
  });
}

function hurdles(rng: Rng, prompted: boolean): Outcome[] {
  const outcomes: Outcome[] = [];
  if (rng.chance(prompted ? 0.07 : 0.012)) outcomes.push('wrongPassword');
  if (outcomes.length > 0 && rng.chance(0.25)) outcomes.push('wrongPassword');
  if (prompted && rng.chance(0.55)) outcomes.push(rng.chance(0.75) ? 'factorRequired' : 'strongRequired');
  if (prompted && rng.chance(0.05)) outcomes.push(rng.chance(0.6) ? 'unreachable' : 'unanswered');
  if (rng.chance(0.04)) outcomes.push('keepSignedIn');
  return [...outcomes, prompted ? 'successPrompted' : 'success'];
}

/** Long enough before an act for it to belong to this sign-in. */
export const shortlyBefore = (rng: Rng, at: Instant): Instant => at - minutes(rng.between(1, 6));
