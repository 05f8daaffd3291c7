// Getting in, or trying to.

import { minutes, seconds } from '../../../src/model/time.ts';
import { refresh, signIn, type Refresh, type SignIn } from '../../acts/sign-in.ts';
import type { Session } from '../../session.ts';
import type { Target } from '../../wire/apps.ts';
import type { Outcome } from '../../wire/sign-in.ts';
import type { Act } from '../programme.ts';

type How = Pick<SignIn, 'phoneNumber' | 'protocol' | 'requirement'> & {
  readonly target: Target;
  readonly secondFactor: SignIn['secondFactor'];
  /** Seconds between one attempt and the next. */
  readonly apart?: readonly [from: number, to: number];
};

/** Attempts one after another; a refused prompt means beginning anew. */
export const signsIn =
  (session: Session, outcomes: readonly Outcome[], { apart = [48, 110], ...how }: How): Act =>
  (world, at, rng) => {
    let when = at;
    let correlationId = rng.guid();
    return outcomes.flatMap((outcome, number) => {
      if (number > 0) when += seconds(rng.int(...apart));
      if (number > 0 && refusals.has(outcomes[number - 1] ?? 'success')) correlationId = rng.guid();
      return signIn(world, rng, { ...how, at: when, session, outcome, correlationId });
    });
  };

const refusals: ReadonlySet<Outcome> = new Set(['declined', 'unanswered', 'unreachable', 'wrongCode']);

/** A token that still carries the second factor opens one thing after another. */
export const opens =
  (session: Session, ...targets: readonly Target[]): Act =>
  (world, at, rng) =>
    targets.flatMap((target, number) => {
      const when = at + minutes(number * rng.between(0.4, 6));
      return signIn(world, rng, {
        at: when,
        session,
        target,
        outcome: 'success',
        secondFactor: 'claim',
        correlationId: rng.guid(),
      });
    });

type Renewal = Pick<Refresh, 'target' | 'incomingToken' | 'protocol' | 'outcome'>;

/** A program keeps the session alive: some renewals within a while. Nothing where such sign-ins are not kept. */
export const renews =
  (session: Session, renewal: Renewal, times: number, withinMinutes: number): Act =>
  (world, at, rng) =>
    Array.from({ length: times }, () => at + minutes(rng.between(0, withinMinutes)))
      .sort((a, b) => a - b)
      .flatMap((when) => refresh(world, rng, { ...renewal, at: when, session }));

export interface Guess {
  readonly session: Session;
  readonly outcome: Outcome;
  readonly typed?: string;
}

/** One password after another, or one against many: quickly, with small gaps. */
export const guesses =
  (tries: readonly Guess[], target: Target, protocol: SignIn['protocol'], secondsApart: number): Act =>
  (world, at, rng) => {
    let when = at;
    return tries.flatMap(({ session, outcome, typed }) => {
      when += seconds(rng.lognormal(secondsApart, 0.7));
      const spelled = typed === undefined ? {} : { typed };
      const over = protocol === undefined ? {} : { protocol };
      return signIn(world, rng, {
        ...{ at: when, session, target, outcome, correlationId: rng.guid() },
        ...{ secondFactor: 'claim', requirement: 'singleFactorAuthentication', ...over, ...spelled },
      });
    });
  };
