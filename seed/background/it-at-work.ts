// What administrators and the directory's own services do on any day, whatever
// happens: groups, permissions, titles, the clocks of authenticators.

import { minutes } from '../../src/model/time.ts';
import { addToGroup, assignRole, disableUser, enableUser, removeFromGroup, removeRole } from '../acts/account.ts';
import { addCredential, consent } from '../acts/application.ts';
import { updateUser } from '../acts/directory.ts';
import { bypassAudit, transportRule } from '../acts/exchange.ts';
import { grantFolder, grantMailbox } from '../acts/mailbox.ts';
import { localTime } from '../calendar.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import { adjustAuthenticator } from '../second-factor.ts';
import { personOf } from '../tenant.ts';
import { pickWeighted } from '../weighted.ts';
import type { World } from '../world.ts';
import { administratorAtDesk, somebody, times } from './desk.ts';
import { changesSharedRule, makesRule } from './mail-settings.ts';
import { momentAtWork } from './attendance.ts';
import { atWork, type Today } from './today.ts';

export function itAtWork(world: World, today: Today): SeedRecord[] {
  const rng = world.rng.fork(`it/${today.index}`);
  const services = [
    ...peopleSystem(world, rng.fork('people system'), today),
    ...authenticators(world, rng.fork('authenticators'), today),
  ];
  // Weekends are for whoever is on call.
  if (atWork(today).length < today.people.length / 3) return services;
  const { length: people } = today.people;
  return [
    ...services,
    ...times(rng, people / 380, () => groups(world, rng, today)),
    ...times(rng, people / 1_500, () => permissions(world, rng, today)),
    ...times(rng, people / 900, () => delegates(world, rng, today)),
    ...times(rng, people / 25_000 + 0.008, () => roles(world, rng, today)),
    ...times(rng, world.tenant.sharedMailboxes.length / 170, () => sharedRule(world, rng, today)),
    ...times(rng, people / 9_000, () => locksOut(world, rng, today)),
    ...times(rng, 1 / 90, () => agrees(world, rng, today)),
    ...times(rng, 1 / 60, () => rotatesSecret(world, rng, today)),
    ...times(rng, 1 / 240, () => disclaimer(world, rng, today)),
    ...times(rng, 1 / 420, () => exempts(world, rng, today)),
  ];
}

function groups(world: World, rng: Rng, today: Today): SeedRecord[] {
  const { session, at } = administratorAtDesk(rng, today);
  const person = somebody(world, rng, today.index, session.person);
  if (person === undefined) return [];
  const { group } = rng.pick(world.tenant.teams);
  const change = rng.chance(0.75) ? addToGroup : removeFromGroup;
  return change(world, rng, session, at, person, group);
}

/** Somebody is to work in a shared mailbox, or for a while in that of a colleague. */
function permissions(world: World, rng: Rng, today: Today): SeedRecord[] {
  const { session, at } = administratorAtDesk(rng, today);
  const person = somebody(world, rng, today.index, session.person);
  const colleague = person === undefined ? undefined : pickWeighted(rng, person.circle.colleagues);
  if (person === undefined || colleague === undefined) return [];
  const { sharedMailboxes } = world.tenant;
  const mailbox = sharedMailboxes.length > 0 && rng.chance(0.8) ? rng.pick(sharedMailboxes) : colleague.mailbox;
  return [
    ...grantMailbox(world, rng, session, at, mailbox, person, 'FullAccess'),
    ...(rng.chance(0.6) ? grantMailbox(world, rng, session, at + minutes(1), mailbox, person, 'SendAs') : []),
  ];
}

/** One's own calendar, or the inbox to an assistant. */
function delegates(world: World, rng: Rng, today: Today): SeedRecord[] {
  const day = rng.pick(today.people);
  const colleague = pickWeighted(rng, day.person.circle.colleagues);
  if (!day.attendance.working || colleague === undefined) return [];
  const folder = day.person.rank === 'executive' && rng.chance(0.4) ? '\\Inbox' : '\\Calendar';
  return grantFolder(world, rng, day.desk, momentAtWork(rng, day.attendance), day.person.mailbox, folder, colleague);
}

const everydayRoles = [
  'Helpdesk Administrator',
  'User Administrator',
  'Teams Administrator',
  'Exchange Administrator',
  'Reports Reader',
] as const;

/** Mostly given to a colleague in the same trade, sometimes taken away again the same day. */
function roles(world: World, rng: Rng, today: Today): SeedRecord[] {
  const { session, at } = administratorAtDesk(rng, today);
  const others = world.tenant.administrators.filter((person) => person !== session.person);
  const person = others.length > 0 && rng.chance(0.8) ? rng.pick(others) : somebody(world, rng, today.index, session.person);
  if (person === undefined) return [];
  const role = rng.pick(everydayRoles);
  return [
    ...assignRole(world, rng, session, at, person, role),
    ...(rng.chance(0.35) ? removeRole(world, rng, session, at + minutes(rng.between(30, 240)), person, role) : []),
  ];
}

/** Two times in three an administrator, else one of its members. */
function sharedRule(world: World, rng: Rng, today: Today): SeedRecord[] {
  const shared = rng.pick(world.tenant.sharedMailboxes);
  const { session, at } = administratorAtDesk(rng, today);
  if (shared.members.length === 0 || rng.chance(0.67)) return changesSharedRule(world, rng, session, shared, at);
  const member = today.byId.get(personOf(world.tenant, rng.pick(shared.members)).id);
  if (member?.attendance.working !== true) return [];
  return makesRule(world, rng, member.desk, shared, momentAtWork(rng, member.attendance));
}

/** The wrong account is closed, and opened again when its owner calls. */
function locksOut(world: World, rng: Rng, today: Today): SeedRecord[] {
  const { session, at } = administratorAtDesk(rng, today);
  const person = somebody(world, rng, today.index, session.person);
  if (person === undefined) return [];
  return [
    ...disableUser(world, rng, session, at, person),
    ...enableUser(world, rng, session, at + minutes(rng.between(4, 40)), person),
  ];
}

/** A colleague whose programs fill the log is left out of it. */
function exempts(world: World, rng: Rng, today: Today): SeedRecord[] {
  const { session, at } = administratorAtDesk(rng, today);
  const others = world.tenant.administrators.filter((person) => person !== session.person);
  return others.length === 0 ? [] : bypassAudit(world, rng, session, at, rng.pick(others));
}

function agrees(world: World, rng: Rng, today: Today): SeedRecord[] {
  const { session, at } = administratorAtDesk(rng, today);
  const { apps } = world.tenant;
  return apps.length === 0 ? [] : consent(world, rng, session, at, rng.pick(apps), 'admin');
}

/** Before the old one runs out. */
function rotatesSecret(world: World, rng: Rng, today: Today): SeedRecord[] {
  const { session, at } = administratorAtDesk(rng, today);
  const { apps } = world.tenant;
  return apps.length === 0 ? [] : addCredential(world, rng, session, at, rng.pick(apps));
}

/** The legal department wants copies of what mentions a case. */
function disclaimer(world: World, rng: Rng, today: Today): SeedRecord[] {
  const { session, at } = administratorAtDesk(rng, today);
  const archive =
    world.tenant.sharedMailboxes.find(({ department }) => department.kind === 'legal') ?? world.tenant.sharedMailboxes[0];
  if (archive === undefined) return [];
  const words = [rng.pick(world.tenant.projects.length > 0 ? world.tenant.projects.map(({ name }) => name) : ['claim'])];
  return transportRule(world, rng, session, at, { name: `Retain ${words[0] ?? ''}`, words, copyTo: archive.address });
}

const atNight = (world: World, rng: Rng, index: number) =>
  localTime(world.calendar, index, rng.between(120, 165), world.tenant.offices[0].city.zone);

/** The people system writes new titles, managers and offices into the directory at night. */
function peopleSystem(world: World, rng: Rng, today: Today): SeedRecord[] {
  const actor = { kind: 'service', service: world.tenant.services.hrSync } as const;
  return times(rng, today.people.length / 330, () => {
    const { person } = rng.pick(today.people);
    const before = [person.title];
    const change = rng.chance(0.5)
      ? { name: 'JobTitle', before, after: [`Senior ${person.title}`] }
      : {
          name: 'PhysicalDeliveryOfficeName',
          before: [person.office.city.name],
          after: [`${person.office.city.name} ${rng.int(1, 9)}`],
        };
    return updateUser(world, rng, actor, person, atNight(world, rng, today.index), [change]);
  });
}

/** The strong-authentication service corrects for the clocks of people's phones. */
function authenticators(world: World, rng: Rng, today: Today): SeedRecord[] {
  return times(rng, today.people.length * 0.03, () => {
    const { person } = rng.pick(today.people);
    if (person.secondFactor !== 'app') return [];
    const at = localTime(world.calendar, today.index, rng.between(400, 1_300), person.office.city.zone);
    return adjustAuthenticator(world, rng, person, at);
  });
}
