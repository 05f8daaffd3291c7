// What people do, as the records each act leaves. Ids are drawn here, so that
// the writers in wire/ only write.

import type { Instant } from '../src/model/time.ts';
import type { Rng } from './random.ts';
import type { SeedRecord } from './record.ts';
import type { Session } from './session.ts';
import type { Mailbox, Person, Site } from './tenant.ts';
import type { Target } from './wire/apps.ts';
import type { Actor, DirectoryChange } from './wire/directory.ts';
import { entraAudit, securityInfo } from './wire/entra-audit.ts';
import { entraSignIn } from './wire/entra-sign-in.ts';
import { m365Directory } from './wire/m365-directory.ts';
import type { FileAct } from './wire/m365-file.ts';
import type { MailboxAct, MailClient } from './wire/m365-mailbox.ts';
import { m365SignIn } from './wire/m365-sign-in.ts';
import type { Outcome, SecondFactor } from './wire/sign-in.ts';
import type { World } from './world.ts';

export interface SignIn {
  readonly at: Instant;
  readonly session: Session;
  readonly target: Target;
  readonly outcome: Outcome;
  readonly secondFactor: SecondFactor;
  /** Attempts of one go at the sign-in page share it. */
  readonly correlationId: string;
  readonly phoneNumber?: string;
}

/** One attempt to sign in: an Entra record and its twin in the audit log. */
export function signIn(world: World, rng: Rng, attempt: SignIn): SeedRecord[] {
  const { person } = attempt.session;
  const whole = {
    phoneNumber: person.phoneNumber,
    ...attempt,
    id: rng.guid(),
    typed: typedName(rng, person.upn),
    milliseconds: rng.int(60, 480),
  };
  return [entraSignIn(world.tenant, whole), m365SignIn(world.tenant, whole)];
}

/** People type their names as they please, and the log keeps what they typed. */
function typedName(rng: Rng, upn: string): string {
  if (rng.chance(0.93)) return upn.toLowerCase();
  return rng.chance(0.8) ? upn.charAt(0).toUpperCase() + upn.slice(1).toLowerCase() : upn.toUpperCase();
}

export const mailboxAct = (rng: Rng, at: Instant, session: Session, mailbox: Mailbox, client: MailClient): MailboxAct => ({
  at,
  id: rng.guid(),
  session,
  mailbox,
  client,
});

export const fileAct = (rng: Rng, at: Instant, session: Session, site: Site): FileAct => ({
  at,
  id: rng.guid(),
  correlationId: rng.guid(),
  session,
  site,
  mapped: rng.chance(0.03),
});

export const asPerson = (session: Session): Actor => ({
  kind: 'person',
  person: session.person,
  address: session.place.address,
  userAgent: session.device.userAgent,
});

/** A change in the directory: a record in the audit log and its twin in Entra's. */
export function changeDirectory(world: World, rng: Rng, change: Omit<DirectoryChange, 'ids' | 'correlationId'>): SeedRecord[] {
  const ids = { m365: rng.guid(), entra: directoryId(rng) };
  const whole = { ...change, ids, correlationId: rng.guid() };
  return [m365Directory(world.tenant, whole), entraAudit(whole)];
}

/** The registration pages' own note, in Entra's log alone. */
export function noteSecurityInfo(
  rng: Rng,
  at: Instant,
  actor: Actor,
  person: Person,
  activity: string,
  reason: string,
): SeedRecord {
  const id = `Authentication Methods_${rng.guid()}_${rng.hex(5).toUpperCase()}_${rng.int(1000000, 99999999)}`;
  return securityInfo({ at, id, correlationId: rng.guid(), actor, person, activity, reason });
}

/** Core Directory names its records after their correlation, a partition and a count. */
const directoryId = (rng: Rng) => `Directory_${rng.guid()}_${rng.hex(5).toUpperCase()}_${rng.int(1000000, 99999999)}`;
