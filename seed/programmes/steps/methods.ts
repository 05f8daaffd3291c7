// Second factors, passwords and devices changed, by whoever is signed in.

import { seconds } from '../../../src/model/time.ts';
import { changePassword, disableUser, registerDevice, resetPassword, revokeSessions } from '../../acts/account.ts';
import type { Device } from '../../device.ts';
import { changePhoneNumber, deleteMethod, registerMethod } from '../../second-factor.ts';
import type { Session } from '../../session.ts';
import type { Person, SecondFactor } from '../../tenant.ts';
import type { Act } from '../programme.ts';

export const changesPhone =
  (session: Session, before: string, after: string): Act =>
  (world, at, rng) =>
    changePhoneNumber(world, rng, session, at, before, after);

export const registersMethod =
  (session: Session, method: SecondFactor, detail?: string): Act =>
  (world, at, rng) =>
    registerMethod(world, rng, session, at, method, detail);

export const deletesMethod =
  (session: Session, method: SecondFactor, detail?: string): Act =>
  (world, at, rng) =>
    deleteMethod(world, rng, session, at, method, detail);

export const registersDevice =
  (session: Session, device: Device): Act =>
  (world, at, rng) =>
    registerDevice(world, rng, session, at, device);

/** Knowing the old one. */
export const changesOwnPassword =
  (session: Session): Act =>
  (world, at, rng) =>
    changePassword(world, rng, session, at);

/** Through the page for those who forgot it. */
export const resetsOwnPassword =
  (session: Session): Act =>
  (world, at, rng) =>
    resetPassword(world, rng, session, at, session.person, 'self');

export interface Measures {
  readonly resets: boolean;
  readonly revokes: boolean;
  readonly disables: boolean;
}

/** An administrator acts on somebody's account. */
export const locksOut =
  (administrator: Session, of: Person, { resets, revokes, disables }: Measures): Act =>
  (world, at, rng) => [
    ...(resets ? resetPassword(world, rng, administrator, at, of, 'admin') : []),
    ...(revokes ? revokeSessions(world, rng, administrator, at + seconds(rng.int(20, 200)), of) : []),
    ...(disables ? disableUser(world, rng, administrator, at + seconds(rng.int(200, 400)), of) : []),
  ];
