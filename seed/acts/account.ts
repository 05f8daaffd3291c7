// What is done to accounts: passwords, standing, sessions, groups, roles, devices.

import type { Instant } from '../../src/model/time.ts';
import type { Device } from '../device.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import type { Group, Person } from '../tenant.ts';
import { resources } from '../wire/apps.ts';
import { updatedProperties, type Actor, type DirectoryObject, type Modified } from '../wire/directory.ts';
import { isoSeconds } from '../wire/time.ts';
import type { World } from '../world.ts';
import { actorOf, changeDirectory, type By, type Change } from './directory.ts';

type OfPerson = (world: World, rng: Rng, by: By, at: Instant, of: Person) => SeedRecord[];

/** With a new password every session there is ends. */
export function resetPassword(world: World, rng: Rng, by: By, at: Instant, of: Person, how: 'admin' | 'self'): SeedRecord[] {
  const names =
    how === 'admin'
      ? ({ activity: 'Reset password (by admin)', m365Operation: 'Reset user password.' } as const)
      : ({ activity: 'Reset password (self-service)' } as const);
  return togetherWithSessions(world, rng, by, at, of, { ...names, operationType: 'Reset' });
}

/** One's own, knowing the old one. */
export const changePassword = (world: World, rng: Rng, session: Session, at: Instant): SeedRecord[] =>
  togetherWithSessions(world, rng, session, at, session.person, {
    activity: 'Change password (self-service)',
    m365Operation: 'Change user password.',
    operationType: 'Change',
  });

/** Signs somebody out everywhere. */
export const revokeSessions: OfPerson = (world, rng, by, at, of) =>
  changeDirectory(world, rng, { ...sessionsEnded(by, at, of), correlationId: rng.guid() });

function togetherWithSessions(
  world: World,
  rng: Rng,
  by: By,
  at: Instant,
  of: Person,
  names: Pick<Change, 'activity' | 'm365Operation' | 'operationType'>,
): SeedRecord[] {
  const correlationId = rng.guid();
  const change: Change = { ...userChange(by, at, of), ...names, modified: [], footer: [], correlationId };
  return [
    ...changeDirectory(world, rng, change),
    ...changeDirectory(world, rng, { ...sessionsEnded(by, at, of), correlationId }),
  ];
}

function sessionsEnded(by: By, at: Instant, of: Person): Change {
  const modified = [{ name: 'StsRefreshTokensValidFrom', before: [], after: [isoSeconds(at)] }];
  return { ...userChange(by, at, of), activity: 'Update StsRefreshTokenValidFrom Timestamp', operationType: 'Update', modified };
}

const userChange = (by: By, at: Instant, person: Person) => ({
  at,
  actor: actorOf(by),
  category: 'UserManagement' as const,
  person,
});

const standing =
  (activity: 'Disable account' | 'Enable account', enabled: boolean): OfPerson =>
  (world, rng, by, at, of) =>
    changeDirectory(world, rng, {
      ...userChange(by, at, of),
      activity,
      operationType: 'Update',
      modified: [{ name: 'AccountEnabled', before: [!enabled], after: [enabled] }],
    });

export const disableUser: OfPerson = standing('Disable account', false);
export const enableUser: OfPerson = standing('Enable account', true);

export const createUser: OfPerson = (world, rng, by, at, of) => {
  const modified: Modified[] = [
    { name: 'AccountEnabled', before: [], after: [true] },
    { name: 'DisplayName', before: [], after: [of.displayName] },
    { name: 'JobTitle', before: [], after: [of.title] },
    { name: 'StsRefreshTokensValidFrom', before: [], after: [isoSeconds(at)] },
    { name: 'UserPrincipalName', before: [], after: [of.upn] },
    { name: 'UserType', before: [], after: ['Member'] },
  ];
  const footer = [updatedProperties(modified)];
  return changeDirectory(world, rng, { ...userChange(by, at, of), activity: 'Add user', operationType: 'Add', modified, footer });
};

export const deleteUser: OfPerson = (world, rng, by, at, of) =>
  changeDirectory(world, rng, {
    ...userChange(by, at, of),
    activity: 'Delete user',
    operationType: 'Delete',
    modified: [{ name: 'Is Hard Deleted', before: undefined, after: 'False' }],
    footer: [],
  });

/** The registration service makes the device and then says whose it is. */
export function registerDevice(world: World, rng: Rng, session: Session, at: Instant, device: Device): SeedRecord[] {
  const id = device.id === '' ? rng.guid() : device.id;
  const object: DirectoryObject = {
    type: 'Device',
    id,
    displayName: device.name === '' ? machineName(rng, device) : device.name,
  };
  const actor: Actor = {
    kind: 'service',
    service: {
      id: world.rng.fork('device registration').guid(),
      appId: resources.deviceRegistration.id,
      displayName: resources.deviceRegistration.name,
    },
  };
  const correlationId = rng.guid();
  const shared = { actor, category: 'Device' as const, correlationId };
  const modified = deviceProperties(device, object);
  const owned: Modified[] = [
    { name: 'Device.ObjectID', after: id },
    { name: 'Device.DisplayName', after: object.displayName },
  ];
  const ownership = (activity: string) =>
    changeDirectory(world, rng, {
      ...shared,
      at: at + 1000,
      activity,
      operationType: 'Assign',
      person: session.person,
      objects: [object],
      modified: owned,
    });
  return [
    ...changeDirectory(world, rng, {
      ...shared,
      at,
      activity: 'Add device',
      operationType: 'Add',
      objects: [object],
      modified,
      footer: [updatedProperties(modified)],
    }),
    ...ownership('Add registered owner to device'),
    ...ownership('Add registered users to device'),
  ];
}

/** What Windows and phones call themselves until somebody gives them a name. */
const machineName = (rng: Rng, { kind }: Device): string =>
  kind === 'laptop' ? `DESKTOP-${rng.base64(7).toUpperCase().replace(/[+/]/g, '7')}` : `phone_${rng.hex(6)}`;

function deviceProperties(device: Device, { displayName }: DirectoryObject): Modified[] {
  const system = /^[A-Za-z]+/.exec(device.operatingSystem)?.[0] ?? 'Windows';
  return [
    { name: 'AccountEnabled', before: [], after: [true] },
    { name: 'CloudDisplayName', before: [], after: [displayName] },
    { name: 'CloudDeviceOSType', before: [], after: [system] },
    { name: 'DeviceOSType', before: [], after: [system] },
    { name: 'DeviceTrustType', before: [], after: [device.kind === 'laptop' ? 'AzureAd' : 'Workplace'] },
    { name: 'DisplayName', before: [], after: [displayName] },
  ];
}

type OfGroup = (world: World, rng: Rng, by: By, at: Instant, of: Person, group: Group) => SeedRecord[];

const membership =
  (verb: 'Add member to' | 'Remove member from'): OfGroup =>
  (world, rng, by, at, person, group) =>
    changeDirectory(world, rng, {
      at,
      actor: actorOf(by),
      person,
      activity: `${verb} group`,
      category: 'GroupManagement',
      operationType: verb === 'Add member to' ? 'Assign' : 'Unassign',
      objects: [{ type: 'Group', id: group.id, displayName: group.displayName }],
      modified: changed(verb, [
        ['Group.ObjectID', group.id],
        ['Group.DisplayName', group.displayName],
        ['Group.WellKnownObjectName', ''],
      ]),
    });

export const addToGroup: OfGroup = membership('Add member to');
export const removeFromGroup: OfGroup = membership('Remove member from');

/** What is taken away stands among the old values. */
const changed = (verb: string, properties: readonly (readonly [string, string])[]): Modified[] =>
  properties.map(([name, value]) =>
    verb.startsWith('Add') ? { name, after: value } : { name, before: value, after: undefined },
  );

type OfRole = (world: World, rng: Rng, by: By, at: Instant, of: Person, role: string) => SeedRecord[];

const roleHolding =
  (verb: 'Add member to' | 'Remove member from'): OfRole =>
  (world, rng, by, at, person, role) => {
    const { template, wellKnown } = roleOf(role);
    const id = world.rng.fork(`role/${role}`).guid();
    return changeDirectory(world, rng, {
      at,
      actor: actorOf(by),
      person,
      activity: `${verb} role`,
      category: 'RoleManagement',
      operationType: verb === 'Add member to' ? 'Assign' : 'Unassign',
      objects: [{ type: 'Role', id, displayName: role }],
      modified: changed(verb, [
        ['Role.ObjectID', id],
        ['Role.DisplayName', role],
        ['Role.TemplateId', template],
        ['Role.WellKnownObjectName', wellKnown],
      ]),
    });
  };

/** `role` is a built-in role's display name, e.g. `Global Administrator`. Throws RangeError for another. */
export const assignRole: OfRole = roleHolding('Add member to');
export const removeRole: OfRole = roleHolding('Remove member from');

/** The ids of these are the same in every tenant. */
const roles: Readonly<Record<string, { readonly template: string; readonly wellKnown: string }>> = {
  'Global Administrator': { template: '62e90394-69f5-4237-9190-012177145e10', wellKnown: 'TenantAdmins' },
  'Privileged Role Administrator': { template: 'e8611ab8-c189-46e8-94e1-60213ab1f814', wellKnown: 'PrivilegedRoleAdmins' },
  'Privileged Authentication Administrator': {
    template: '7be44c8a-adaf-4e2a-84d6-ab2649e08a13',
    wellKnown: 'PrivilegedAuthenticationAdmins',
  },
  'Authentication Administrator': { template: 'c4e39bd9-1100-46d3-8c65-fb160da0071f', wellKnown: 'AuthenticationAdmins' },
  'Exchange Administrator': { template: '29232cdf-9323-42fd-ade2-1d097af3e4de', wellKnown: 'ExchangeServiceAdmins' },
  'SharePoint Administrator': { template: 'f28a1f50-f6e7-4571-818b-6a12f2af6b6c', wellKnown: 'SharePointServiceAdmins' },
  'Teams Administrator': { template: '69091246-20e8-4a56-aa4d-066075b2a7a8', wellKnown: 'TeamsServiceAdmins' },
  'User Administrator': { template: 'fe930be7-5e62-47db-91af-98c3a49a38b1', wellKnown: 'UserAccountAdmins' },
  'Helpdesk Administrator': { template: '729827e3-9c14-49f7-bb1b-9608f156bbb8', wellKnown: 'HelpdeskAdmins' },
  'Application Administrator': { template: '9b895d92-2cd3-44c7-9d02-a6ac2d5ea5c3', wellKnown: 'ApplicationAdministrators' },
  'Cloud Application Administrator': {
    template: '158c047a-c907-4556-b7ef-446551a6b5f7',
    wellKnown: 'CloudApplicationAdministrators',
  },
  'Security Administrator': { template: '194ae4cb-b126-40b2-bd5b-6091b380977d', wellKnown: 'SecurityAdmins' },
  'Security Reader': { template: '5d6b6bb7-de71-4623-b4af-96380a352509', wellKnown: 'SecurityReaders' },
  'Conditional Access Administrator': {
    template: 'b1be1c3e-b65d-4f19-8427-f6fa0d97feb9',
    wellKnown: 'ConditionalAccessAdmins',
  },
  'Intune Administrator': { template: '3a2c62db-5318-420d-8d74-23affee5d9d5', wellKnown: 'IntuneServiceAdmins' },
  'Global Reader': { template: 'f2ef992c-3afb-46b9-b7cf-a126ee74c451', wellKnown: 'GlobalReaders' },
  'License Administrator': { template: '4d6ac14f-3453-41d0-bef9-a3e0c569773a', wellKnown: 'LicenseAdmins' },
  'Reports Reader': { template: '4a5d8f65-41da-4de4-8968-e035b65339cf', wellKnown: 'ReportsReaders' },
  'Directory Readers': { template: '88d8e3e3-8f55-4a1e-953a-9b9898b8876b', wellKnown: 'DirectoryReaders' },
};

function roleOf(role: string) {
  const found = roles[role];
  if (found === undefined) throw new RangeError(`role: one of ${Object.keys(roles).join(', ')}; found ${role}`);
  return found;
}
