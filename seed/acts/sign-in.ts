// Signing in, in every way there is: people at the sign-in page, programs that
// renew tokens, accounts whose password is in a program, applications.

import { days, type Instant } from '../../src/model/time.ts';
import type { Device } from '../device.ts';
import type { Place } from '../network.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import { onDay, type Person, type SecondFactor, type ServiceAccount, type ServicePrincipal } from '../tenant.ts';
import { isLegacy, targets, type App, type Target } from '../wire/apps.ts';
import { entraAppSignIn, entraSignIn } from '../wire/entra-sign-in.ts';
import { m365SignIn } from '../wire/m365-sign-in.ts';
import type { Attempt, Outcome, Protocol, Requirement } from '../wire/sign-in.ts';
import type { World } from '../world.ts';

export interface SignIn {
  readonly at: Instant;
  readonly session: Session;
  readonly target: Target;
  readonly outcome: Outcome;
  /** How the second factor was met, or should have been; `claim` is a token that already carries it. */
  readonly secondFactor: 'claim' | SecondFactor;
  /** Attempts of one go at the sign-in page share it. */
  readonly correlationId: string;
  /** The number a text message or call goes to; the person's own when left out. */
  readonly phoneNumber?: string;
  readonly protocol?: Protocol;
  readonly requirement?: Requirement;
  /** The name as it was typed, where it is not the person's: for `noSuchUser`. */
  readonly typed?: string;
}

/** One attempt to sign in: an Entra record and its twin in the audit log. */
export function signIn(world: World, rng: Rng, attempt: SignIn): SeedRecord[] {
  const { session, at, target, outcome, secondFactor, correlationId } = attempt;
  const { person, place, device } = session;
  const usual = typedName(rng, outcome === 'noSuchUser' ? misspelt(rng, person.upn) : person.upn);
  return both(world, {
    at,
    id: rng.guid(),
    correlationId,
    target,
    outcome,
    secondFactor,
    place,
    device,
    who: person,
    sessionId: session.id,
    phoneNumber: attempt.phoneNumber ?? phoneNumberOf(world, person, at),
    typed: attempt.typed ?? usual,
    milliseconds: rng.int(60, 480),
    protocol: attempt.protocol ?? 'none',
    requirement: attempt.requirement ?? 'multiFactorAuthentication',
    incomingToken: 'none',
    interactive: true,
  });
}

export interface Refresh {
  readonly at: Instant;
  readonly session: Session;
  readonly target: Target;
  readonly incomingToken: 'refreshToken' | 'primaryRefreshToken';
  readonly outcome?: Outcome;
  /** How the session was begun: tokens keep it for life. */
  readonly protocol?: Protocol;
}

/** A program renews its token, and nobody sits there. Entra's log alone. */
export function refresh(world: World, rng: Rng, renewal: Refresh): SeedRecord[] {
  const { at, session, target, incomingToken } = renewal;
  const [id, correlationId, milliseconds] = [rng.guid(), rng.guid(), rng.int(20, 140)];
  if (!world.telemetry.nonInteractive) return [];
  const { person, place, device } = session;
  const attempt: Attempt = {
    at,
    id,
    correlationId,
    target,
    incomingToken,
    milliseconds,
    place,
    device,
    who: person,
    sessionId: session.id,
    outcome: renewal.outcome ?? 'success',
    secondFactor: 'claim',
    phoneNumber: '',
    typed: person.upn.toLowerCase(),
    protocol: renewal.protocol ?? 'none',
    requirement: 'multiFactorAuthentication',
    interactive: false,
  };
  return [entraSignIn(world.tenant, attempt)];
}

/** An application signs in as itself. Entra's log alone. */
export function appSignIn(
  world: World,
  rng: Rng,
  it: { readonly at: Instant; readonly app: ServicePrincipal; readonly place: Place; readonly resource: App },
): SeedRecord[] {
  const [id, correlationId] = [rng.guid(), rng.guid()];
  if (!world.telemetry.nonInteractive) return [];
  const { at, app, place, resource } = it;
  return [entraAppSignIn(world.tenant, { at, app, place, resource, id, correlationId, credentialId: secretOf(app) })];
}

/** The one secret it has, under a name of its own: its id's digits backwards. */
function secretOf({ id }: ServicePrincipal): string {
  const digits = Array.from(id.replaceAll('-', '')).reverse().join('');
  return `${digits.slice(0, 8)}-${digits.slice(8, 12)}-4${digits.slice(13, 16)}-a${digits.slice(17, 20)}-${digits.slice(20)}`;
}

/** An account no person uses signs in with the password a program keeps. */
export function serviceSignIn(
  world: World,
  rng: Rng,
  it: { readonly at: Instant; readonly account: ServiceAccount; readonly outcome: Outcome; readonly place?: Place },
): SeedRecord[] {
  const { at, account, outcome } = it;
  const target = serviceTargets[account.purpose];
  return both(world, {
    at,
    outcome,
    target,
    id: rng.guid(),
    correlationId: rng.guid(),
    who: account,
    place: it.place ?? account.place,
    device: programOf(account),
    sessionId: rng.guid(),
    secondFactor: 'claim',
    phoneNumber: '',
    typed: account.upn.toLowerCase(),
    milliseconds: rng.int(40, 260),
    protocol: 'ropc',
    requirement: 'singleFactorAuthentication',
    incomingToken: 'none',
    interactive: true,
  });
}

const both = ({ tenant }: World, attempt: Attempt): SeedRecord[] => [entraSignIn(tenant, attempt), m365SignIn(tenant, attempt)];

const serviceTargets: Readonly<Record<ServiceAccount['purpose'], Target>> = {
  backup: targets.exchangeWebServices,
  scanner: targets.smtp,
  sync: targets.directorySync,
  monitoring: targets.graphPowerShell,
};

const programOf = (account: ServiceAccount): Device => ({
  kind: 'laptop',
  id: '',
  name: '',
  operatingSystem: '',
  browser: '',
  browserType: 'Other',
  userAgent: isLegacy(serviceTargets[account.purpose]) ? 'BAV2ROPC' : account.userAgent,
  managed: false,
});

const phoneNumberOf = ({ calendar }: World, person: Person, at: Instant): string =>
  onDay(person.phoneNumbers, Math.floor((at - calendar.start) / days(1)));

/** People type their names as they please, and the log keeps what they typed. */
function typedName(rng: Rng, upn: string): string {
  if (rng.chance(0.93)) return upn.toLowerCase();
  return rng.chance(0.8) ? upn.charAt(0).toUpperCase() + upn.slice(1).toLowerCase() : upn.toUpperCase();
}

/** Two letters change places. */
function misspelt(rng: Rng, upn: string): string {
  const at = rng.int(1, Math.max(1, upn.indexOf('@') - 2));
  return upn.slice(0, at) + upn.charAt(at + 1) + upn.charAt(at) + upn.slice(at + 2);
}
