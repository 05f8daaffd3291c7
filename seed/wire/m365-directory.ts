// The unified audit log's record of a directory change, twin of the Entra log's.

import type { SeedRecord } from '../record.ts';
import type { Person, Tenant } from '../tenant.ts';
import { operationOf, withFooter, type Actor, type DirectoryChange, type Modified } from './directory.ts';
import { cutToSecond, isoBare } from './time.ts';

export function m365Directory(tenant: Tenant, change: DirectoryChange): SeedRecord {
  const at = cutToSecond(change.at);
  const { actor, person } = change;

  const record = {
    CreationTime: isoBare(at),
    Id: change.ids.m365,
    Operation: operationOf(change),
    OrganizationId: tenant.id,
    RecordType: 8,
    ResultStatus: 'Success',
    ...actorFields(tenant, actor),
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ClientIP: addressOf(actor),
    ObjectId: person.upn,
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      { Name: 'additionalDetails', Value: JSON.stringify({ UserType: 'Member', ...userAgent(actor) }) },
      { Name: 'extendedAuditEventCategory', Value: change.group === undefined ? 'User' : 'Group' },
    ],
    ModifiedProperties: withFooter(change).map(modifiedProperty),
    Actor: actorIds(actor),
    ActorContextId: tenant.id,
    ActorIpAddress: addressOf(actor),
    InterSystemsId: change.correlationId,
    IntraSystemId: change.ids.m365,
    SupportTicketId: '',
    Target: personIds(person),
    TargetContextId: tenant.id,
  };
  return { source: 'm365-audit', at, id: change.ids.m365, record };
}

function actorFields(tenant: Tenant, actor: Actor): object {
  if (actor.kind === 'service') return { UserKey: 'Not Available', UserType: 4, UserId: `ServicePrincipal_${actor.service.id}` };
  return { UserKey: `${actor.person.puid}@${tenant.domain}`, UserType: 0, UserId: actor.person.upn };
}

/** For what a service does there is no address to tell. */
const addressOf = (actor: Actor): string => (actor.kind === 'person' ? actor.address : '');

const userAgent = (actor: Actor) => (actor.kind === 'person' ? { 'User-Agent': actor.userAgent } : {});

/** A list is written over several lines, plain text without quotes. */
const modifiedProperty = ({ name, before, after }: Modified) => ({ Name: name, NewValue: text(after), OldValue: text(before) });

function text(value: unknown): string {
  if (value === undefined) return '';
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2).replaceAll('\n', '\r\n');
}

function actorIds(actor: Actor): object[] {
  if (actor.kind === 'person') return personIds(actor.person);
  const { id, appId, displayName } = actor.service;
  return [
    { ID: displayName, Type: 1 },
    { ID: appId, Type: 2 },
    { ID: `ServicePrincipal_${id}`, Type: 2 },
    { ID: id, Type: 2 },
    { ID: 'ServicePrincipal', Type: 2 },
  ];
}

const personIds = (person: Person) => [
  { ID: `User_${person.id}`, Type: 2 },
  { ID: person.id, Type: 2 },
  { ID: 'User', Type: 2 },
  { ID: person.upn, Type: 5 },
  { ID: person.puid, Type: 3 },
];
