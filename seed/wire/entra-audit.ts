// A line of Microsoft Graph's auditLogs/directoryAudits.

import type { Instant } from '../../src/model/time.ts';
import type { SeedRecord } from '../record.ts';
import type { Person } from '../tenant.ts';
import { withFooter, type Actor, type DirectoryChange, type DirectoryObject, type Modified } from './directory.ts';
import { lazily } from './lazy.ts';
import { cutToSecond, isoTicks } from './time.ts';

/** The Entra log's record of a directory change. */
export function entraAudit(change: DirectoryChange): SeedRecord {
  return write(change.at, change.ids.entra, () => ({
    category: change.category,
    correlationId: change.correlationId,
    activityDisplayName: change.activity,
    loggedByService: 'Core Directory',
    operationType: change.operationType,
    resultReason: '',
    initiatedBy: initiator(change.actor),
    targetResources: targetsOf(change),
    additionalDetails: [...(change.person === undefined ? [] : [userType]), ...userAgentOf(change.actor)],
  }));
}

const userType = { key: 'UserType', value: 'Member' };

export interface SecurityInfoChange {
  readonly at: Instant;
  readonly id: string;
  readonly correlationId: string;
  readonly actor: Actor;
  readonly person: Person;
  /** `User registered security info` and its relatives. */
  readonly activity: string;
  readonly reason: string;
}

/** What the registration pages write; it has no twin in the unified audit log. */
export function securityInfo(change: SecurityInfoChange): SeedRecord {
  return write(change.at, change.id, () => ({
    category: 'UserManagement',
    correlationId: change.correlationId,
    activityDisplayName: change.activity,
    loggedByService: 'Authentication Methods',
    operationType: change.activity.includes('deleted') ? 'Delete' : change.activity.includes('registered') ? 'Add' : 'Update',
    resultReason: change.reason,
    initiatedBy: initiator(change.actor),
    targetResources: [targetUser(change.person, [])],
    additionalDetails: userAgentOf(change.actor),
  }));
}

function write(when: Instant, id: string, rest: () => object): SeedRecord {
  const at = cutToSecond(when);
  return lazily({ source: 'entra-audit', at, id }, () => ({
    id,
    result: 'success',
    activityDateTime: isoTicks(at),
    ...rest(),
  }));
}

function initiator(actor: Actor): object {
  if (actor.kind === 'service') {
    const { id, appId, displayName } = actor.service;
    return { user: null, app: { appId, displayName, servicePrincipalId: id, servicePrincipalName: null } };
  }
  const { id, upn } = actor.person;
  return {
    app: null,
    user: {
      id,
      displayName: null,
      userPrincipalName: upn,
      ipAddress: actor.address,
      userType: null,
      homeTenantId: null,
      homeTenantName: null,
    },
  };
}

const userAgentOf = (actor: Actor): object[] => (actor.kind === 'person' ? [{ key: 'User-Agent', value: actor.userAgent }] : []);

interface Property {
  readonly displayName: string;
  readonly oldValue: string | null;
  readonly newValue: string | null;
}

/** Values are JSON inside the JSON, whatever they are. */
const modifiedProperty = ({ name, before, after }: Modified): Property => ({
  displayName: name,
  oldValue: before === undefined ? null : JSON.stringify(before),
  newValue: after === undefined ? null : JSON.stringify(after),
});

/** What was changed stands with whom it was done to; the rest is only named. */
function targetsOf(change: DirectoryChange): object[] {
  const { person, objects = [] } = change;
  const properties = withFooter(change).map(modifiedProperty);
  const [first, ...others] = objects;
  if (person !== undefined) return [targetUser(person, properties), ...objects.map((object) => targetObject(object, []))];
  return [...(first === undefined ? [] : [targetObject(first, properties)]), ...others.map((object) => targetObject(object, []))];
}

const targetUser = (person: Person, modifiedProperties: readonly Property[]) => ({
  id: person.id,
  displayName: person.displayName,
  type: 'User',
  userPrincipalName: person.upn,
  groupType: null,
  modifiedProperties,
});

/** The names of groups and roles are left to their properties. */
const targetObject = ({ id, type, displayName }: DirectoryObject, modifiedProperties: readonly Property[]) => ({
  id,
  displayName: type === 'Group' || type === 'Role' ? null : displayName,
  type,
  userPrincipalName: null,
  groupType: type === 'Group' ? 'azureAD' : null,
  modifiedProperties,
});
