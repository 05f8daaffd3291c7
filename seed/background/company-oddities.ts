// What the company's own oddities leave in the logs: migrations, mergers,
// reorganisations, campaigns, tests. A holiday and a sensor's outage leave
// nothing but silence.

import { minutes, seconds } from '../../src/model/time.ts';
import { addToGroup, revokeSessions } from '../acts/account.ts';
import { updateUser } from '../acts/directory.ts';
import { grantMailbox } from '../acts/mailbox.ts';
import { localTime } from '../calendar.ts';
import type { Oddity, OddityKind } from '../chronicle.ts';
import { strangeDevice } from '../device.ts';
import { placeAt, hostingExits } from '../network.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import { openSession } from '../session.ts';
import type { Person } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import type { World } from '../world.ts';
import { administratorAtDesk } from './desk.ts';
import { attempts } from './sign-ins.ts';
import type { Today } from './today.ts';

type Trace = (world: World, rng: Rng, today: Today, oddity: Oddity) => SeedRecord[];

const traces: Partial<Record<OddityKind, Trace>> = {
  'mailbox-migration': migrates,
  reorganisation: reorganises,
  'admin-bulk-work': worksInBulk,
  'penetration-test': isTested,
  merger: comesTogether,
};

export function companyOddities(world: World, today: Today): SeedRecord[] {
  return today.oddities.flatMap((oddity) => {
    const trace = oddity.person === undefined ? traces[oddity.kind] : undefined;
    return trace?.(world, world.rng.fork(`${oddity.kind}/${oddity.from}/${today.index}`), today, oddity) ?? [];
  });
}

/** A share of the people, at least one, but no more than that many. */
function someOf(rng: Rng, today: Today, share: number, most: number): Person[] {
  const count = Math.min(most, Math.max(1, Math.round(today.people.length * share)));
  const found = new Set<Person>();
  for (let attempt = 0; attempt < count * 3 && found.size < count; attempt++) found.add(rng.pick(today.people).person);
  return [...found];
}

/** At night one administrator opens mailbox after mailbox to the program that moves them. */
function migrates(world: World, rng: Rng, today: Today): SeedRecord[] {
  const { desk, person } = rng.pick(today.onDuty);
  let at = localTime(world.calendar, today.index, rng.between(1_260, 1_300), desk.place.city.zone);
  const actor = { kind: 'service', service: world.tenant.services.hrSync } as const;
  return someOf(rng, today, 0.25, 250).flatMap((moved) => {
    at += seconds(rng.between(4, 40));
    const change = { name: 'MSExchMailboxGuid', before: [rng.guid()], after: [moved.mailbox.guid] };
    return [
      ...grantMailbox(world, rng, desk, at, moved.mailbox, person, 'FullAccess'),
      ...updateUser(world, rng, actor, moved, at + seconds(20), [change]),
    ];
  });
}

/** New titles and departments from the people system, new groups from an administrator. */
function reorganises(world: World, rng: Rng, today: Today, { from }: Oddity): SeedRecord[] {
  if (today.index !== from) return [];
  const { session, at } = administratorAtDesk(rng, today);
  const actor = { kind: 'service', service: world.tenant.services.hrSync } as const;
  const night = localTime(world.calendar, today.index, 130, world.tenant.offices[0].city.zone);
  return someOf(rng, today, 0.12, 400).flatMap((person, number) => {
    const to = rng.pick(world.tenant.teams);
    return [
      ...updateUser(world, rng, actor, person, night + seconds(number * 2), [
        { name: 'JobTitle', before: [person.title], after: [rng.pick(to.department.words.titles)] },
      ]),
      ...addToGroup(world, rng, session, at + seconds(number * rng.between(3, 9)), person, to.group),
    ];
  });
}

/** Licences swapped, a group filled, sessions ended before a change: one administrator, many people, minutes. */
function worksInBulk(world: World, rng: Rng, today: Today, { from }: Oddity): SeedRecord[] {
  if (today.index !== from) return [];
  const { session, at } = administratorAtDesk(rng, today);
  const { group } = rng.pick(world.tenant.teams);
  const kind = rng.int(0, 2);
  return someOf(rng, today, 0.2, 120).flatMap((person, number) => {
    const when = at + seconds(number * rng.between(1, 4));
    if (kind === 0) return addToGroup(world, rng, session, when, person, group);
    if (kind === 1) return revokeSessions(world, rng, session, when, person);
    const actor = { kind: 'service', service: world.tenant.services.hrSync } as const;
    const licence = { name: 'AssignedLicense', before: ['[SkuName=SPE_E3]'], after: ['[SkuName=SPE_E5]'] };
    return updateUser(world, rng, actor, person, when, [licence]);
  });
}

/** A consultancy tries passwords from its own server, as was announced; some names are of nobody. */
function isTested(world: World, rng: Rng, today: Today, { place }: Oddity): SeedRecord[] {
  const exit = rng.pick(hostingExits);
  const from = place ?? placeAt(rng, exit.carrier, exit.city);
  const device = strangeDevice(rng);
  let at = localTime(world.calendar, today.index, rng.between(560, 840), world.tenant.offices[0].city.zone);
  return someOf(rng, today, 0.3, 40).flatMap((person) => {
    at += seconds(rng.between(20, 150));
    const session = openSession(rng, person, from, device);
    const outcome = rng.chance(0.12) ? 'noSuchUser' : 'wrongPassword';
    const outcomes = Array.from({ length: rng.int(1, 3) }, () => outcome);
    return attempts(world, rng, session, rng.chance(0.7) ? targets.officeHome : targets.azurePortal, at, outcomes, 'claim');
  });
}

/** The people of the other company get into the common groups; their accounts are made as anybody's are. */
function comesTogether(world: World, rng: Rng, today: Today, { from }: Oddity): SeedRecord[] {
  const { session, at } = administratorAtDesk(rng, today);
  const { group } = world.tenant.teams[0];
  const arrived = today.people.filter(({ person }) => person.stays.from >= from - 2 && person.stays.from <= today.index);
  return arrived.flatMap(({ person }, number) => addToGroup(world, rng, session, at + minutes(number * 0.1), person, group));
}
