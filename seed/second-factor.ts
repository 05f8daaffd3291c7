// What the directory keeps on somebody's second factor, and how a change of it
// is recorded.

import { days, type Instant } from '../src/model/time.ts';
import { asPerson, noteSecurityInfo, updateUser } from './acts/directory.ts';
import type { Rng } from './random.ts';
import type { SeedRecord } from './record.ts';
import type { Session } from './session.ts';
import type { Device } from './device.ts';
import { onDay, type Person, type SecondFactor } from './tenant.ts';
import type { Actor, Modified } from './wire/directory.ts';
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
  const app = phoneApp(world, onDay(person.phones, dayOf(world, at)));
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

/** One more way to be asked for the second factor; `detail` is the phone number, or the device it is on. */
export function registerMethod(
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  method: SecondFactor,
  detail?: string,
): SeedRecord[] {
  const { person } = session;
  const actor = asPerson(session);
  const more = keptOf(world, person, at, method, detail ?? usualDetail(world, person, at, method));
  return [
    noteSecurityInfo(rng, at, actor, person, 'User registered security info', `User registered ${infoNames[method]}`),
    ...updateUser(world, rng, actor, person, at + 1200, differences(keptOf(world, person, at), more)),
  ];
}

/** One way less: of those registered besides, named by the same `detail`, or without one the person's own. */
export function deleteMethod(
  world: World,
  rng: Rng,
  session: Session,
  at: Instant,
  method: SecondFactor,
  detail?: string,
): SeedRecord[] {
  const { person } = session;
  const actor = asPerson(session);
  const usual = keptOf(world, person, at);
  const isOwn = detail === undefined && method === person.secondFactor;
  const [before, after] = isOwn
    ? [usual, none]
    : [keptOf(world, person, at, method, detail ?? usualDetail(world, person, at, method)), usual];
  return [
    noteSecurityInfo(rng, at, actor, person, 'User deleted security info', `User deleted ${infoNames[method]}`),
    ...updateUser(world, rng, actor, person, at + 1200, differences(before, after)),
  ];
}

const infoNames: Readonly<Record<SecondFactor, string>> = {
  app: 'Authenticator App with Notification and Code',
  sms: 'Mobile Phone SMS',
  call: 'Mobile Phone Call and SMS',
  code: 'Authenticator App with Code',
  passkey: 'Passkey (device-bound)',
};

/** What the directory keeps of all of somebody's methods, each under its property. */
interface Kept {
  readonly StrongAuthenticationMethod: readonly object[];
  readonly StrongAuthenticationUserDetails: readonly object[];
  readonly StrongAuthenticationPhoneAppDetail: readonly object[];
  readonly SearchableDeviceKey: readonly object[];
}

const none: Kept = {
  StrongAuthenticationMethod: [],
  StrongAuthenticationUserDetails: [],
  StrongAuthenticationPhoneAppDetail: [],
  SearchableDeviceKey: [],
};

const differences = (before: Kept, after: Kept): Modified[] =>
  (Object.keys(none) as (keyof Kept)[])
    .filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]))
    .map((name) => ({ name, before: before[name], after: after[name] }));

/** Numbers the directory gives them. */
const methodTypes: Readonly<Record<Exclude<SecondFactor, 'passkey'>, number>> = { call: 0, sms: 5, app: 6, code: 7 };

/** The person's own method, and perhaps one more. */
function keptOf(world: World, person: Person, at: Instant, more?: SecondFactor, detail = ''): Kept {
  const own = person.secondFactor;
  const all = more === undefined ? [own] : [own, more];
  const isApp = (method: SecondFactor | undefined): boolean => method === 'app' || method === 'code';
  const isPhone = (method: SecondFactor | undefined): boolean => method === 'sms' || method === 'call';
  const number = isPhone(own) ? onDay(person.phoneNumbers, dayOf(world, at)) : null;

  return {
    StrongAuthenticationMethod: [...new Set(all)].flatMap((method) =>
      method === 'passkey' ? [] : [{ MethodType: methodTypes[method], Default: method === own }],
    ),
    StrongAuthenticationUserDetails: isPhone(more)
      ? [number === null ? userDetails(detail) : userDetails(number, detail)]
      : number === null
        ? []
        : [userDetails(number)],
    StrongAuthenticationPhoneAppDetail: [
      ...(isApp(own) ? [phoneApp(world, onDay(person.phones, dayOf(world, at)))] : []),
      ...(isApp(more)
        ? [appOn(world.rng.fork(`authenticator/${person.id}/${detail}`), detail, /iphone|ipad/i.test(detail))]
        : []),
    ],
    SearchableDeviceKey: [
      ...(own === 'passkey' ? [keyOn(world, person, '')] : []),
      ...(more === 'passkey' ? [keyOn(world, person, detail)] : []),
    ],
  };
}

const usualDetail = (world: World, person: Person, at: Instant, method: SecondFactor): string =>
  method === 'sms' || method === 'call'
    ? onDay(person.phoneNumbers, dayOf(world, at))
    : deviceName(onDay(person.phones, dayOf(world, at)));

const dayOf = ({ calendar }: World, at: Instant): number => Math.floor((at - calendar.start) / days(1));

const userDetails = (phoneNumber: string, alternative: string | null = null) => ({
  PhoneNumber: phoneNumber,
  AlternativePhoneNumber: alternative,
  Email: null,
  VoiceOnlyPhoneNumber: null,
});

const isIphone = ({ operatingSystem }: Device): boolean => operatingSystem.startsWith('Ios');
const deviceName = (phone: Device): string => (isIphone(phone) ? 'iPhone' : 'Android phone');

/** A registration stays what it is for as long as the handset does. */
const phoneApp = (world: World, phone: Device) =>
  appOn(world.rng.fork(`authenticator/${phone.id}`), deviceName(phone), isIphone(phone));

const appOn = (rng: Rng, name: string, iphone: boolean) => ({
  DeviceName: name,
  DeviceToken: rng.hex(40),
  DeviceTag: 'SoftwareTokenActivated',
  PhoneAppVersion: '6.8.36',
  OathTokenTimeDrift: 0,
  DeviceId: '00000000-0000-0000-0000-000000000000',
  Id: rng.guid(),
  TimeInterval: 0,
  AuthenticationType: 3,
  NotificationType: iphone ? 2 : 4,
  AuthenticatorFlavor: 'Authenticator',
  HashFunction: null,
});

const keyOn = (world: World, person: Person, detail: string) => ({
  Usage: 'FIDO',
  KeyIdentifier: world.rng.fork(`passkey/${person.id}/${detail}`).base64(43),
  DeviceId: '00000000-0000-0000-0000-000000000000',
});
