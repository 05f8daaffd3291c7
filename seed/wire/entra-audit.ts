// A line of Microsoft Graph's auditLogs/directoryAudits.

import type { Instant } from '../../src/model/time.ts';
import type { SeedRecord } from '../record.ts';
import type { Person } from '../tenant.ts';
import { withFooter, type Actor, type DirectoryChange, type Modified } from './directory.ts';
import { cutToSecond, isoTicks } from './time.ts';

/** The Entra log's record of a directory change. */
export function entraAudit(change: DirectoryChange): SeedRecord {
  const { actor, person, group } = change;
  const user = targetUser(person, withFooter(change).map(modifiedProperty));

  return write(change.at, change.ids.entra, {
    category: change.category,
    correlationId: change.correlationId,
    activityDisplayName: change.activity,
    loggedByService: 'Core Directory',
    operationType: change.operationType,
    resultReason: '',
    initiatedBy: initiator(actor),
    targetResources: group === undefined ? [user] : [user, targetGroup(group)],
    additionalDetails: [{ key: 'UserType', value: 'Member' }, ...userAgentOf(actor)],
  });
}

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
  return write(change.at, change.id, {
    category: 'UserManagement',
    correlationId: change.correlationId,
    activityDisplayName: change.activity,
    loggedByService: 'Authentication Methods',
    operationType: change.activity.includes('deleted') ? 'Delete' : change.activity.includes('registered') ? 'Add' : 'Update',
    resultReason: change.reason,
    initiatedBy: initiator(change.actor),
    targetResources: [targetUser(change.person, [])],
    additionalDetails: userAgentOf(change.actor),
  });
}

function write(when: Instant, id: string, rest: object): SeedRecord {
  const at = cutToSecond(when);
  return { source: 'entra-audit', at, id, record: { id, result: 'success', activityDateTime: isoTicks(at), ...rest } };
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
  newValue: JSON.stringify(after),
});

const targetUser = (person: Person, modifiedProperties: readonly Property[]) => ({
  id: person.id,
  displayName: person.displayName,
  type: 'User',
  userPrincipalName: person.upn,
  groupType: null,
  modifiedProperties,
});

const targetGroup = (group: { readonly id: string; readonly displayName: string }) => ({
  id: group.id,
  displayName: null,
  type: 'Group',
  userPrincipalName: null,
  groupType: 'azureAD',
  modifiedProperties: [],
});
