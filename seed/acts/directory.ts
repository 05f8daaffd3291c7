// Changes in the directory, whoever makes them and whatever they are made to.

import type { Instant } from '../../src/model/time.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Person } from '../tenant.ts';
import type { Actor, DirectoryChange, Modified } from '../wire/directory.ts';
import { entraAudit, securityInfo } from '../wire/entra-audit.ts';
import { m365Directory } from '../wire/m365-directory.ts';
import type { World } from '../world.ts';

/** Who does it: somebody at a machine, or a service. */
export type By = Session | Actor;

export const asPerson = (session: Session): Actor => ({
  kind: 'person',
  person: session.person,
  address: session.place.address,
  userAgent: session.device.userAgent,
});

export const actorOf = (by: By): Actor => ('kind' in by ? by : asPerson(by));

/** Drawn here unless the caller has changes that belong together. */
export type Change = Omit<DirectoryChange, 'ids' | 'correlationId'> & { readonly correlationId?: string };

/** A change in the directory: a record in the audit log and its twin in Entra's. */
export function changeDirectory(world: World, rng: Rng, change: Change): SeedRecord[] {
  const m365 = rng.guid();
  const correlationId = change.correlationId ?? rng.guid();
  const ids = { m365, entra: `Directory_${correlationId}_${partition(rng)}` };
  const whole = { ...change, ids, correlationId };
  return [m365Directory(world.tenant, whole), entraAudit(whole)];
}

export const updateUser = (
  world: World,
  rng: Rng,
  actor: Actor,
  person: Person,
  at: Instant,
  modified: readonly Modified[],
): SeedRecord[] =>
  changeDirectory(world, rng, {
    at,
    actor,
    activity: 'Update user',
    category: 'UserManagement',
    operationType: 'Update',
    person,
    modified,
  });

/** The registration pages' own note, in Entra's log alone. */
export function noteSecurityInfo(
  rng: Rng,
  at: Instant,
  actor: Actor,
  person: Person,
  activity: string,
  reason: string,
): SeedRecord {
  const correlationId = rng.guid();
  const id = `Authentication Methods_${correlationId}_${partition(rng)}`;
  return securityInfo({ at, id, correlationId, actor, person, activity, reason });
}

/** Records are named after their correlation, a partition and a count. */
const partition = (rng: Rng) => `${rng.hex(5).toUpperCase()}_${rng.int(1000000, 99999999)}`;
