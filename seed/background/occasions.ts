// What does not happen every day, and is nobody's crime: a rule for newsletters,
// a new phone, somebody joining, the help desk at work.

import { minutes, seconds, type Instant } from '../../src/model/time.ts';
import { asPerson, changeDirectory, mailboxAct, noteSecurityInfo } from '../acts.ts';
import { workingDays } from '../calendar.ts';
import { createDevice } from '../device.ts';
import { honestRules } from '../library.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import { adjustAuthenticator, changePhoneNumber, moveAuthenticator, updateUser } from '../second-factor.ts';
import { sessionOn, type Session } from '../session.ts';
import { personOf, type Mailbox, type Person } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import type { Actor } from '../wire/directory.ts';
import { ruleCommand, ruleSaved, type InboxRule } from '../wire/m365-inbox-rule.ts';
import { mailDeleted } from '../wire/m365-mailbox.ts';
import type { World } from '../world.ts';
import { attendance, momentAtWork } from './attendance.ts';
import { mailsIn } from './mail.ts';
import { goThrough } from './sign-ins.ts';

export interface Occasion {
  readonly index: number;
  readonly name: string;
  readonly act: (world: World, rng: Rng, index: number) => SeedRecord[];
}

/** All occasions of the seed, each on its day. */
export function planOccasions(world: World): Occasion[] {
  const rng = world.rng.fork('occasions');
  const { cast, calendar } = world;
  const worked = workingDays(calendar, 1, calendar.dayCount - 1);
  const onSomeDay = (name: string, act: Occasion['act']): Occasion => ({ index: rng.fork(name).pick(worked), name, act });
  const whenIn = (person: Person, name: string, act: Occasion['act']): Occasion => {
    const present = worked.filter((index) => attendance(world, world.rng.fork(`${person.id}/${index}`), person, index)?.working);
    return { index: rng.fork(name).pick(present.length > 0 ? present : worked), name, act };
  };
  const every = (length: number, name: string, act: Occasion['act']) =>
    Array.from({ length: Math.round(calendar.dayCount / length) }, (_, number) => onSomeDay(`${name} ${number}`, act));

  return [
    ...cast.ruleMakers.map((person) => whenIn(person, `rule of ${person.id}`, rule(person))),
    ...cast.newPhones.map((person) => whenIn(person, `new phone of ${person.id}`, newPhone(person))),
    whenIn(cast.newNumber, `new number of ${cast.newNumber.id}`, newNumber(cast.newNumber)),
    whenIn(cast.springCleaner, 'spring cleaning', springCleaning(cast.springCleaner)),
    ...[...cast.joiners].flatMap(([id, index]) => joining(personOf(world.tenant, id), index)),
    ...every(22, 'shared rule by an administrator', administratorRule),
    ...every(45, 'shared rule by a member', memberRule),
    ...every(6, 'group member added', groupMember),
    ...every(9, 'password reset', passwordReset),
    ...every(5, 'people system', peopleSystem),
    ...worked.map((index) => ({ index, name: 'authenticators', act: authenticators })),
  ];
}

export const occasionsOn = (world: World, occasions: readonly Occasion[], index: number): SeedRecord[] =>
  occasions
    .filter((occasion) => occasion.index === index)
    .flatMap((occasion) => occasion.act(world, world.rng.fork(`occasion/${occasion.name}/${index}`), index));

/** At their own machine, where they are that day anyway. */
function atDesk(world: World, rng: Rng, person: Person, index: number): { session: Session; at: Instant } | undefined {
  const day = attendance(world, world.rng.fork(`${person.id}/${index}`), person, index);
  if (!day?.working) return undefined;
  return { session: sessionOn(world, person, person.laptop, day.place, index), at: momentAtWork(rng, day) };
}

const rule =
  (person: Person): Occasion['act'] =>
  (world, rng, index) => {
    const desk = atDesk(world, rng, person, index);
    return desk === undefined ? [] : makesRule(world, rng, desk.session, person.mailbox, desk.at);
  };

/** In Outlook it is saved one way, in webmail another, and sometimes corrected at once. */
function makesRule(world: World, rng: Rng, session: Session, mailbox: Mailbox, at: Instant): SeedRecord[] {
  const made = honestRule(rng);
  if (session.person.habits.desktopOutlook) {
    const ruleId = `${rng.int(10000, 99999)}${rng.int(1000000, 9999999)}${rng.int(1000000, 9999999)}`;
    return [ruleSaved(world.tenant, mailboxAct(rng, at, session, mailbox, 'desktop'), 'AddMailboxRule', made, ruleId)];
  }
  const command = (operation: 'New-InboxRule' | 'Set-InboxRule', when: Instant) =>
    ruleCommand(world.tenant, mailboxAct(rng, when, session, mailbox, 'web'), operation, made, rng.int(1025, 65000));
  return [command('New-InboxRule', at), ...(rng.chance(0.4) ? [command('Set-InboxRule', at + minutes(2))] : [])];
}

function honestRule(rng: Rng): InboxRule {
  const { name, folder, condition, value, markAsRead } = rng.pick(honestRules);
  return {
    name,
    condition: { Name: condition, Value: value },
    moveToFolder: folder,
    markAsRead,
    stopProcessing: rng.chance(0.6),
  };
}

const administratorRule: Occasion['act'] = (world, rng, index) => {
  const shared = rng.pick(world.tenant.sharedMailboxes.filter(({ alias }) => alias === 'servicedesk' || alias === 'berthing'));
  const desk = atDesk(world, rng, rng.pick(world.cast.administrators), index);
  if (desk === undefined) return [];
  const act = mailboxAct(rng, desk.at, desk.session, shared, 'web');
  return [ruleCommand(world.tenant, act, 'Set-InboxRule', honestRule(rng), rng.int(1025, 65000))];
};

const memberRule: Occasion['act'] = (world, rng, index) => {
  const shared = rng.pick(
    world.tenant.sharedMailboxes.filter(({ alias, members }) => alias === 'accountspayable' && members.length > 0),
  );
  const desk = atDesk(world, rng, personOf(world.tenant, shared.members[0] ?? ''), index);
  return desk === undefined ? [] : makesRule(world, rng, desk.session, shared, desk.at);
};

const newPhone =
  (person: Person): Occasion['act'] =>
  (world, rng, index) => {
    const desk = atDesk(world, rng, person, index);
    if (desk === undefined) return [];
    const old = createDevice(rng, 'phone', rng.int(300, 399));
    return [
      ...goThrough(world, rng, desk.session, targets.mySignIns, desk.at - minutes(3), true),
      ...moveAuthenticator(world, rng, desk.session, desk.at, old, person.phone),
    ];
  };

const newNumber =
  (person: Person): Occasion['act'] =>
  (world, rng, index) => {
    const desk = atDesk(world, rng, person, index);
    if (desk === undefined) return [];
    return [
      ...goThrough(world, rng, desk.session, targets.mySignIns, desk.at - minutes(4), true),
      ...changePhoneNumber(
        world,
        rng,
        desk.session,
        desk.at,
        `+61 4${rng.int(10, 99)}${rng.int(100000, 999999)}`,
        person.phoneNumber,
      ),
    ];
  };

/** An afternoon's clearing out before the holidays. */
const springCleaning =
  (person: Person): Occasion['act'] =>
  (world, rng, index) => {
    const desk = atDesk(world, rng, person, index);
    if (desk === undefined) return [];
    const client = person.habits.desktopOutlook ? 'desktop' : 'web';
    return Array.from({ length: rng.int(14, 22) }, (_, number) => {
      const act = mailboxAct(rng, desk.at + seconds(number * rng.int(40, 80)), desk.session, person.mailbox, client);
      const emptying = number % 6 === 5;
      const folder = emptying ? '\\Deleted Items' : rng.pick(['\\Inbox', '\\Sent Items']);
      const messages = mailsIn(world, rng, person, person.mailbox, folder, rng.int(2, 8));
      return mailDeleted(world.tenant, act, emptying ? 'SoftDelete' : 'MoveToDeletedItems', folder, messages);
    });
  };

/** The account comes two days early; its owner registers a phone on the first morning. */
function joining(person: Person, index: number): Occasion[] {
  return [
    { index: Math.max(1, index - 2), name: `account for ${person.id}`, act: createAccount(person) },
    { index, name: `first day of ${person.id}`, act: firstDay(person) },
  ];
}

const createAccount =
  (person: Person): Occasion['act'] =>
  (world, rng, index) => {
    const desk = administratorAtDesk(world, rng, index);
    const change = { actor: asPerson(desk.session), person, category: 'UserManagement', operationType: 'Add' } as const;
    return [
      ...changeDirectory(world, rng, {
        ...change,
        at: desk.at,
        activity: 'Add user',
        modified: [
          { name: 'AccountEnabled', before: [], after: [true] },
          { name: 'DisplayName', before: [], after: [person.displayName] },
          { name: 'UserPrincipalName', before: [], after: [person.upn] },
          { name: 'UserType', before: [], after: ['Member'] },
        ],
      }),
      ...addToGroup(world, rng, desk.session, person, desk.at + minutes(2)),
    ];
  };

const firstDay =
  (person: Person): Occasion['act'] =>
  (world, rng, index) => {
    const desk = atDesk(world, rng, person, index);
    if (desk === undefined) return [];
    const reason = person.secondFactor === 'app' ? 'Authenticator App with Notification and Code' : 'Mobile Phone SMS';
    return [
      noteSecurityInfo(
        rng,
        desk.at,
        asPerson(desk.session),
        person,
        'User registered security info',
        `User registered ${reason}`,
      ),
    ];
  };

/** Whoever of them is in; on a day when none is, the first is called in. */
function administratorAtDesk(world: World, rng: Rng, index: number): { session: Session; at: Instant } {
  const found = world.cast.administrators.map((person) => atDesk(world, rng, person, index)).find((desk) => desk !== undefined);
  if (found !== undefined) return found;
  const [first] = world.cast.administrators;
  return {
    session: sessionOn(world, first, first.laptop, first.office.exit, index),
    at: world.calendar.start + minutes(index * 1440 + 90),
  };
}

const groupMember: Occasion['act'] = (world, rng, index) => {
  const desk = administratorAtDesk(world, rng, index);
  return addToGroup(world, rng, desk.session, someoneElse(world, rng, desk.session.person), desk.at);
};

function addToGroup(world: World, rng: Rng, session: Session, person: Person, at: Instant): SeedRecord[] {
  const group = world.tenant.groups[person.team];
  return changeDirectory(world, rng, {
    at,
    actor: asPerson(session),
    activity: 'Add member to group',
    category: 'GroupManagement',
    operationType: 'Assign',
    person,
    group,
    modified: [
      { name: 'Group.ObjectID', after: group.id },
      { name: 'Group.DisplayName', after: group.displayName },
    ],
  });
}

/** Somebody forgot their password over the holidays. */
const passwordReset: Occasion['act'] = (world, rng, index) => {
  const desk = administratorAtDesk(world, rng, index);
  const person = someoneElse(world, rng, desk.session.person);
  const change = {
    actor: asPerson(desk.session),
    person,
    category: 'UserManagement',
    operationType: 'Update',
    modified: [],
  } as const;
  return [
    ...changeDirectory(world, rng, {
      ...change,
      at: desk.at,
      activity: 'Reset password (by admin)',
      m365Operation: 'Reset user password.',
    }),
    ...changeDirectory(world, rng, { ...change, at: desk.at + 300, activity: 'Update StsRefreshTokenValidFrom Timestamp' }),
  ];
};

function someoneElse(world: World, rng: Rng, than: Person): Person {
  const { takeoverVictim, phoneSwapVictim, joiners } = world.cast;
  const taken = new Set([than, takeoverVictim, phoneSwapVictim]);
  return rng.pick(world.tenant.people.filter((person) => !taken.has(person) && !joiners.has(person.id)));
}

/** The people system writes a new title into the directory at night. */
const peopleSystem: Occasion['act'] = (world, rng, index) => {
  const person = rng.pick(world.tenant.people.filter(({ id }) => !world.cast.joiners.has(id)));
  const actor: Actor = { kind: 'service', service: world.tenant.services.hrSync };
  const at = world.calendar.start + minutes(index * 1440 + 960 + rng.int(0, 30));
  return updateUser(world, rng, actor, person, at, [
    { name: 'JobTitle', before: [person.title], after: [`Senior ${person.title}`] },
  ]);
};

const authenticators: Occasion['act'] = (world, rng, index) => {
  const withApp = world.tenant.people.filter(({ secondFactor, id }) => secondFactor === 'app' && !world.cast.joiners.has(id));
  return rng
    .some(withApp, rng.poisson(withApp.length * 0.04))
    .flatMap((person) =>
      adjustAuthenticator(world, rng, person, world.calendar.start + minutes(index * 1440 + rng.between(0, 480))),
    );
};
