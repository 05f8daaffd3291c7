// What a company leaves in the logs when nothing is wrong: everybody's ordinary
// days, the programs beside them, and what is out of the ordinary but nobody's
// crime.

import { minutes, type Instant } from '../src/model/time.ts';
import { accountsChanged } from './background/accounts.ts';
import { alertsAbout } from './background/alerts.ts';
import { momentInEvening, momentOff } from './background/attendance.ts';
import { campaignsToday } from './background/campaigns.ts';
import { companyOddities } from './background/company-oddities.ts';
import { exchange, openCorrespondence, type Correspondence } from './background/conversations.ts';
import { filesAtWork } from './background/files.ts';
import { itAtWork } from './background/it-at-work.ts';
import { lettersOf } from './background/letters.ts';
import { mailAtWork, mailOnTheSide } from './background/mail.ts';
import { forwardsWhileAway } from './background/mail-settings.ts';
import { talkAtWork } from './background/meetings.ts';
import { connectionsFrom, nightlyUpdates } from './background/office-network.ts';
import { odditiesOf } from './background/person-oddities.ts';
import { appsFor, programsAtWork } from './background/programs.ts';
import { shortlyBefore, signsInAtWork, signsInByCode, signsInByPhone, strayAttempts } from './background/sign-ins.ts';
import { isAt, onPhone, openToday, type PersonDay, type Today } from './background/today.ts';
import { tokensRenewed } from './background/tokens.ts';
import type { Place } from './network.ts';
import type { SeedRecord } from './record.ts';
import { onDay } from './tenant.ts';
import type { World } from './world.ts';

export interface Life {
  /** One local day of everybody's; days are lived one after another, because mail is answered on later ones. */
  day(index: number): SeedRecord[];
}

export function openLife(world: World): Life {
  const correspondence = openCorrespondence();
  return { day: (index) => live(world, openToday(world, index), correspondence) };
}

function live(world: World, today: Today, correspondence: Correspondence): SeedRecord[] {
  const letters = [...lettersOf(world, today), ...campaignsToday(world, today)];
  const records = exchange(world, today, correspondence, letters);
  for (const day of today.people) for (const record of personDay(world, today, day, correspondence)) records.push(record);
  for (const part of [programsAtWork, itAtWork, accountsChanged, companyOddities])
    for (const record of part(world, today)) records.push(record);
  world.post.deliver();
  return records;
}

function personDay(world: World, today: Today, day: PersonDay, correspondence: Correspondence): SeedRecord[] {
  if (day.attendance.leg === 'flying' || isYetToCome(day)) return [];
  return [
    ...(day.attendance.working ? workingDay(world, today, day, correspondence) : dayOff(world, day, correspondence)),
    ...odditiesOf(world, today, day, correspondence),
    ...tokensRenewed(world, day),
  ];
}

/** Who begins on a Saturday, or ill, has an account that nobody has touched. */
const isYetToCome = (day: PersonDay): boolean => day.index < (isAt(day, 'joined')?.until ?? -Infinity);

function workingDay(world: World, today: Today, day: PersonDay, correspondence: Correspondence): SeedRecord[] {
  return [
    ...signsInAtWork(world, day),
    ...strayAttempts(world, day),
    ...signsInByCode(world, day),
    ...mailAtWork(world, day, correspondence),
    ...filesAtWork(world, day),
    ...talkAtWork(world, day),
    ...appsFor(world, day),
    ...forwardsWhileAway(world, day),
    ...connectionsFrom(world, today, day),
    ...nightlyUpdates(world, today, day),
    ...alertsAbout(world, day),
    ...evening(world, day, correspondence),
  ];
}

function evening(world: World, day: PersonDay, correspondence: Correspondence): SeedRecord[] {
  const rng = day.rng.fork('evening');
  if (day.attendance.leg === 'departing' || !rng.chance(0.45)) return [];
  return onThePhone(world, day, momentInEvening(rng, day.attendance), correspondence);
}

/** Weekends, holidays, leave: the phone, at most. */
function dayOff(world: World, day: PersonDay, correspondence: Correspondence): SeedRecord[] {
  const rng = day.rng.fork('day off');
  if (!rng.chance(day.person.habits.weekendMail)) return [];
  return onThePhone(world, day, momentOff(rng, world, day.index, day.attendance.outside), correspondence);
}

function onThePhone(world: World, day: PersonDay, at: Instant, correspondence: Correspondence): SeedRecord[] {
  const rng = day.rng.fork('phone');
  const session = onPhone(world, day, rng.chance(0.5) ? day.attendance.outside : restingPlace(day));
  return [
    ...(rng.chance(0.3) ? signsInByPhone(world, rng, session, shortlyBefore(rng, at) - minutes(1)) : []),
    ...mailOnTheSide(world, rng, session, at, correspondence),
  ];
}

/** On a journey wherever the evening is spent; else home. */
const restingPlace = ({ person, index, attendance }: PersonDay): Place =>
  attendance.leg === undefined ? onDay(person.homes, index) : attendance.outside;
