// Accounts that are made and closed, and groups people change, because somebody
// joined, left, or went to another team.

import { minutes } from '../../src/model/time.ts';
import { addToGroup, createUser, deleteUser, disableUser, removeFromGroup, revokeSessions } from '../acts/account.ts';
import { updateUser } from '../acts/directory.ts';
import type { Oddity, OddityKind } from '../chronicle.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import { onDay, type Person } from '../tenant.ts';
import type { World } from '../world.ts';
import { administratorAtDesk } from './desk.ts';
import type { Today } from './today.ts';

type Change = (world: World, rng: Rng, today: Today, person: Person, oddity: Oddity) => SeedRecord[];

const changes: Partial<Record<OddityKind, Change>> = { joined, left, 'changed-team': changesTeam };

export function accountsChanged(world: World, today: Today): SeedRecord[] {
  const changed = today.oddities.flatMap((oddity) => {
    const { kind, person } = oddity;
    const change = changes[kind];
    if (change === undefined || person === undefined) return [];
    return change(world, world.rng.fork(`${kind} ${person.id}/${today.index}`), today, person, oddity);
  });
  return [...changed, ...longGone(world, today)];
}

/** Days after the closing on which an account is deleted. */
const kept = 21;

function longGone(world: World, today: Today): SeedRecord[] {
  const gone = world.chronicle.all.filter(({ kind, until }) => kind === 'left' && until + kept === today.index);
  return gone.flatMap(({ person }) => {
    if (person === undefined) return [];
    const rng = world.rng.fork(`deletion of ${person.id}`);
    const { session, at } = administratorAtDesk(rng, today);
    return deleteUser(world, rng, session, at, person);
  });
}

/** The account comes some days before its owner. */
function joined(world: World, rng: Rng, today: Today, person: Person, { from }: Oddity): SeedRecord[] {
  if (today.index !== from) return [];
  const { session, at } = administratorAtDesk(rng, today);
  const { group } = onDay(person.teams, person.stays.from);
  return [
    ...createUser(world, rng, session, at, person),
    ...addToGroup(world, rng, session, at + minutes(2), person, group),
    ...licensed(world, rng, person, at + minutes(rng.between(3, 12))),
  ];
}

/** Licences come through the people system's own service. */
function licensed(world: World, rng: Rng, person: Person, at: number): SeedRecord[] {
  const actor = { kind: 'service', service: world.tenant.services.hrSync } as const;
  const after = ['[SkuName=SPE_E3, AccountId=enabled]'];
  return updateUser(world, rng, actor, person, at, [{ name: 'AssignedLicense', before: [], after }]);
}

/** The account is closed the day after the last, and its tokens with it. */
function left(world: World, rng: Rng, today: Today, person: Person, { until }: Oddity): SeedRecord[] {
  if (today.index !== until) return [];
  const { session, at } = administratorAtDesk(rng, today);
  const { group } = onDay(person.teams, person.stays.until);
  return [
    ...disableUser(world, rng, session, at, person),
    ...revokeSessions(world, rng, session, at + minutes(1), person),
    ...removeFromGroup(world, rng, session, at + minutes(3), person, group),
  ];
}

function changesTeam(world: World, rng: Rng, today: Today, person: Person, { from }: Oddity): SeedRecord[] {
  if (today.index !== from) return [];
  const { session, at } = administratorAtDesk(rng, today);
  const [before, after] = [onDay(person.teams, from - 1), onDay(person.teams, from)];
  const actor = { kind: 'service', service: world.tenant.services.hrSync } as const;
  const department = { name: 'Department', before: [before.department.name], after: [after.department.name] };
  return [
    ...addToGroup(world, rng, session, at, person, after.group),
    ...removeFromGroup(world, rng, session, at + minutes(1), person, before.group),
    ...(before.department === after.department ? [] : updateUser(world, rng, actor, person, at + minutes(40), [department])),
  ];
}
