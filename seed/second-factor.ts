// What the directory keeps on somebody's second factor, and how a change of it
// is recorded.

import type { Instant } from '../src/model/time.ts';
import { asPerson, changeDirectory, noteSecurityInfo } from './acts.ts';
import type { Rng } from './random.ts';
import type { SeedRecord } from './record.ts';
import type { Session } from './session.ts';
import type { Device } from './device.ts';
import type { Actor, Modified } from './wire/directory.ts';
import type { Person } from './tenant.ts';
import type { World } from './world.ts';

/** The phone number is replaced on the security-info page: the old one is gone. */
export function changePhoneNumber(
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  before: string,
  after: string,
): SeedRecord[] {
  const { person } = session;
  const actor = asPerson(session);
  return [
    ...updateUser(world, rng, actor, person, at, [
      { name: 'StrongAuthenticationUserDetails', before: [userDetails(before)], after: [userDetails(after)] },
    ]),
    noteSecurityInfo(rng, at + 800, actor, person, 'User registered security info', 'User registered Mobile Phone SMS'),
    noteSecurityInfo(
      rng,
      at + 4200,
      actor,
      person,
      'User changed default security info',
      'User changed the default security info to Mobile Phone SMS',
    ),
  ];
}

/** A new handset: the authenticator is registered there and removed from the old one. */
export function moveAuthenticator(
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  before: Device,
  after: Device,
): SeedRecord[] {
  const { person } = session;
  const actor = asPerson(session);
  const [old, fresh] = [phoneApp(world, before), phoneApp(world, after)];
  return [
    noteSecurityInfo(
      rng,
      at,
      actor,
      person,
      'User registered security info',
      'User registered Authenticator App with Notification and Code',
    ),
    ...updateUser(world, rng, actor, person, at + 1200, [
      { name: 'StrongAuthenticationPhoneAppDetail', before: [old], after: [old, fresh] },
    ]),
    noteSecurityInfo(
      rng,
      at + 95_000,
      actor,
      person,
      'User deleted security info',
      'User deleted Authenticator App with Notification and Code',
    ),
    ...updateUser(world, rng, actor, person, at + 96_000, [
      { name: 'StrongAuthenticationPhoneAppDetail', before: [old, fresh], after: [fresh] },
    ]),
  ];
}

/** The strong-authentication service keeps its own count of a phone's clock. */
export function adjustAuthenticator(world: World, rng: Rng, person: Person, at: Instant): SeedRecord[] {
  const app = phoneApp(world, person.phone);
  const drift = rng.int(0, 3);
  const actor: Actor = { kind: 'service', service: world.tenant.services.strongAuthentication };
  return updateUser(world, rng, actor, person, at, [
    {
      name: 'StrongAuthenticationPhoneAppDetail',
      before: [{ ...app, OathTokenTimeDrift: drift }],
      after: [{ ...app, OathTokenTimeDrift: drift + rng.int(1, 3) }],
    },
  ]);
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

const userDetails = (phoneNumber: string) => ({
  PhoneNumber: phoneNumber,
  AlternativePhoneNumber: null,
  Email: null,
  VoiceOnlyPhoneNumber: null,
});

/** A registration stays what it is for as long as the handset does. */
function phoneApp(world: World, phone: Device) {
  const rng = world.rng.fork(`authenticator/${phone.id}`);
  const isIphone = phone.operatingSystem.startsWith('Ios');
  return {
    DeviceName: isIphone ? 'iPhone' : 'Android phone',
    DeviceToken: rng.hex(40),
    DeviceTag: 'SoftwareTokenActivated',
    PhoneAppVersion: '6.8.36',
    OathTokenTimeDrift: 0,
    DeviceId: '00000000-0000-0000-0000-000000000000',
    Id: rng.guid(),
    TimeInterval: 0,
    AuthenticationType: 3,
    NotificationType: isIphone ? 2 : 4,
    AuthenticatorFlavor: 'Authenticator',
    HashFunction: null,
  };
}
