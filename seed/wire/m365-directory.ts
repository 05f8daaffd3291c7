// The unified audit log's record of a directory change, twin of the Entra log's.

import type { SeedRecord } from '../record.ts';
import type { Person, Tenant } from '../tenant.ts';
import { operationOf, withFooter, type Actor, type DirectoryChange, type DirectoryObject, type Modified } from './directory.ts';
import { lazily } from './lazy.ts';
import { cutToSecond, isoBare } from './time.ts';

export function m365Directory(tenant: Tenant, change: DirectoryChange): SeedRecord {
  const at = cutToSecond(change.at);
  return lazily({ source: 'm365-audit', at, id: change.ids.m365, feed: 'AzureActiveDirectory' }, () =>
    changeOf(tenant, change, isoBare(at)),
  );
}

function changeOf(tenant: Tenant, change: DirectoryChange, time: string): object {
  const { actor, person, objects = [] } = change;
  return {
    CreationTime: time,
    Id: change.ids.m365,
    Operation: operationOf(change),
    OrganizationId: tenant.id,
    RecordType: 8,
    ResultStatus: 'Success',
    ...actorFields(tenant, actor),
    Version: 1,
    Workload: 'AzureActiveDirectory',
    ClientIP: addressOf(actor),
    ObjectId: person?.upn ?? objectName(objects[0]),
    AzureActiveDirectoryEventType: 1,
    ExtendedProperties: [
      {
        Name: 'additionalDetails',
        Value: JSON.stringify({ ...(person === undefined ? {} : { UserType: 'Member' }), ...userAgent(actor) }),
      },
      { Name: 'extendedAuditEventCategory', Value: objects[0]?.type ?? 'User' },
    ],
    ModifiedProperties: withFooter(change).map(modifiedProperty),
    Actor: actorIds(actor),
    ActorContextId: tenant.id,
    ActorIpAddress: addressOf(actor),
    InterSystemsId: change.correlationId,
    IntraSystemId: change.ids.m365,
    SupportTicketId: '',
    Target: person === undefined ? objectIds(objects[0]) : personIds(person),
    TargetContextId: tenant.id,
  };
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

/** Service principals go by the application they stand for, everything else by what it is. */
function objectName(object: DirectoryObject | undefined): string {
  if (object === undefined) return 'Not Available';
  return object.type === 'ServicePrincipal' && object.appId !== undefined ? object.appId : `${object.type}_${object.id}`;
}

function objectIds(object: DirectoryObject | undefined): object[] {
  if (object === undefined) return [];
  const { type, id, displayName, appId } = object;
  const named = [
    { ID: `${type}_${id}`, Type: 2 },
    { ID: id, Type: 2 },
    { ID: type, Type: 2 },
    { ID: displayName, Type: 1 },
  ];
  if (type !== 'ServicePrincipal' || appId === undefined) return named;
  return [...named, { ID: appId, Type: 2 }, { ID: appId, Type: 4 }];
}
