// What somebody's oddities leave in the logs; journeys, private VPNs and new
// homes leave nothing but where their owner is.

import { minutes, seconds, type Instant } from '../../src/model/time.ts';
import { registerDevice, resetPassword, changePassword } from '../acts/account.ts';
import { consent } from '../acts/application.ts';
import { mailboxAct } from '../acts/mailbox.ts';
import { localTime } from '../calendar.ts';
import type { Oddity, OddityKind } from '../chronicle.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import { changePhoneNumber, deleteMethod, moveAuthenticator, registerMethod } from '../second-factor.ts';
import { onDay, type OAuthApp, type Since } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import { mailDeleted } from '../wire/m365-mailbox.ts';
import type { Outcome } from '../wire/sign-in.ts';
import type { World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import { clientOf, type Correspondence } from './conversations.ts';
import { administratorAtDesk } from './desk.ts';
import { takesFolder } from './files.ts';
import { lotOf } from './lot.ts';
import { makesRule } from './mail-settings.ts';
import { mailOnTheSide, mailsIn } from './mail.ts';
import { attempts, goThrough } from './sign-ins.ts';
import { sessionOn } from '../session.ts';
import { onPhone, type PersonDay, type Today } from './today.ts';

interface Occasion {
  readonly world: World;
  readonly rng: Rng;
  readonly day: PersonDay;
  readonly today: Today;
  readonly oddity: Oddity;
  readonly correspondence: Correspondence;
  /** A moment of their working day. */
  readonly at: Instant;
}

/** On the first day only, unless it says otherwise. */
const traces: Partial<Record<OddityKind, (occasion: Occasion) => SeedRecord[]>> = {
  'new-phone': newPhone,
  'new-number': newNumber,
  'new-laptop': ({ world, rng, day, at }) => registerDevice(world, rng, day.desk, at, day.attendance.device),
  'forgotten-password': forgottenPassword,
  'second-factor-registered-again': registersAgain,
  joined: firstDay,
  'spring-cleaning': springCleaning,
  'inbox-rule': ({ world, rng, day, at }) => makesRule(world, rng, day.desk, day.person.mailbox, at),
  'consented-to-app': agrees,
  'large-download': ({ world, rng, day, at }) =>
    takesFolder(
      world,
      rng,
      day.desk,
      at,
      rng.int(60, 320),
      rng.chance(0.5) ? onDay(day.person.teams, day.index).site : undefined,
    ),
};

/** Every day of it. */
const nightly: Partial<Record<OddityKind, (occasion: Occasion) => SeedRecord[]>> = {
  'works-at-night': worksAtNight,
  'on-call': calledAtNight,
};

export function odditiesOf(world: World, today: Today, day: PersonDay, correspondence: Correspondence): SeedRecord[] {
  return day.oddities.flatMap((oddity) => {
    const trace = nightly[oddity.kind] ?? (happens(oddity, day) ? traces[oddity.kind] : undefined);
    if (trace === undefined || day.attendance.leg === 'flying') return [];
    const rng = day.rng.fork(oddity.kind);
    return trace({ world, rng, day, today, oddity, correspondence, at: momentAtWork(rng, day.attendance) });
  });
}

/** Joining ends with the first day at work; everything else happens when it begins. */
const happens = ({ kind, from, until }: Oddity, { index }: PersonDay): boolean => index === (kind === 'joined' ? until : from);

function newPhone({ world, rng, day, at }: Occasion): SeedRecord[] {
  const { person, attendance, desk, index } = day;
  const before = beforeThat(person.phones, index);
  const phone = onPhone(world, day, attendance.place);
  return [
    ...goThrough(world, rng, desk, targets.mySignIns, at - minutes(3), true),
    ...(person.secondFactor === 'app' ? moveAuthenticator(world, rng, desk, at, before, attendance.phone) : []),
    ...registerDevice(world, rng, phone, at + minutes(rng.between(4, 30)), attendance.phone),
    ...goThrough(world, rng, phone, targets.outlookMobile, at + minutes(rng.between(31, 50)), true),
  ];
}

function newNumber({ world, rng, day, at }: Occasion): SeedRecord[] {
  const { person, desk, index } = day;
  const [before, after] = [beforeThat(person.phoneNumbers, index), onDay(person.phoneNumbers, index)];
  return [
    ...goThrough(world, rng, desk, targets.mySignIns, at - minutes(4), true),
    ...changePhoneNumber(world, rng, desk, at, before, after),
  ];
}

/** What was so before what is so now. */
function beforeThat<T>(spans: readonly [Since<T>, ...Since<T>[]], index: number): T {
  const now = spans.findLastIndex(({ from }) => from <= index);
  return (spans[now - 1] ?? spans[0]).is;
}

/** Typed wrong until it is clear that it is gone; then the help desk or the reset page, and in with the new one. */
function forgottenPassword({ world, rng, day, today }: Occasion): SeedRecord[] {
  const { desk, attendance, person } = day;
  const at = attendance.from + minutes(rng.between(2, 12));
  const tries = Array.from({ length: rng.int(3, 7) }, (): Outcome => 'wrongPassword');
  const locked = tries.length > 5 ? (['locked'] as const) : [];
  const target = person.habits.desktopOutlook ? targets.office : targets.outlookWeb;
  const helped = at + minutes(rng.between(6, 45));
  const byDesk = rng.chance(0.45);
  return [
    ...attempts(world, rng, desk, target, at, [...tries, ...locked], 'claim'),
    ...(byDesk
      ? resetPassword(world, rng, administratorAtDesk(rng, today).session, helped, person, 'admin')
      : resetPassword(world, rng, desk, helped, person, 'self')),
    ...goThrough(world, rng, desk, target, helped + minutes(3), true),
    ...(byDesk ? changePassword(world, rng, desk, helped + minutes(4)) : []),
  ];
}

function registersAgain({ world, rng, day, at }: Occasion): SeedRecord[] {
  const { desk, person } = day;
  return [
    ...goThrough(world, rng, desk, targets.mySignIns, at - minutes(2), true),
    ...registerMethod(world, rng, desk, at, person.secondFactor, detailOf(day)),
    ...(rng.chance(0.6)
      ? deleteMethod(world, rng, desk, at + minutes(rng.between(1, 6)), person.secondFactor, detailOf(day))
      : []),
  ];
}

/** The number for text messages and calls, else the handset. */
function detailOf({ person, attendance, index }: PersonDay): string {
  const byNumber = person.secondFactor === 'sms' || person.secondFactor === 'call';
  return byNumber ? onDay(person.phoneNumbers, index) : attendance.phone.name;
}

/** Whoever comes new registers a second factor and a laptop on the first morning. */
function firstDay({ world, rng, day }: Occasion): SeedRecord[] {
  const { desk, attendance, person } = day;
  const at = attendance.from + minutes(rng.between(10, 40));
  return [
    ...attempts(world, rng, desk, targets.officeHome, at - minutes(3), ['mustRegister'], 'claim'),
    ...registerMethod(world, rng, desk, at, person.secondFactor, detailOf(day)),
    ...registerDevice(world, rng, desk, at + minutes(5), attendance.device),
    ...changePassword(world, rng, desk, at + minutes(9)),
  ];
}

/** An afternoon's clearing out. */
function springCleaning({ world, rng, day, at }: Occasion): SeedRecord[] {
  const { person, desk } = day;
  return Array.from({ length: rng.int(14, 30) }, (_, number) => {
    const act = mailboxAct(rng, at + seconds(number * rng.int(40, 80)), desk, person.mailbox, clientOf(day));
    const emptying = number % 6 === 5;
    const folder = emptying ? '\\Deleted Items' : rng.pick(['\\Inbox', '\\Sent Items']);
    const messages = mailsIn(world, rng, person, person.mailbox, folder, rng.int(2, 8));
    return mailDeleted(world.tenant, act, emptying ? 'SoftDelete' : 'MoveToDeletedItems', folder, messages);
  });
}

/** One asks first and is refused, another is let in at once. */
function agrees({ world, rng, day, at }: Occasion): SeedRecord[] {
  const [first, ...others] = world.tenant.apps.filter((app: OAuthApp) => app.acts === 'delegated');
  if (first === undefined) return [];
  const app = lotOf(day.person, 'app', day.index, [first, ...others]);
  const asked = rng.chance(0.4)
    ? attempts(world, rng, day.desk, targets.officeHome, at - minutes(1), ['consentRequired'], 'claim')
    : [];
  return [...asked, ...consent(world, rng, day.desk, at, app, 'user')];
}

/** A deadline: the laptop again after dinner, until late. */
function worksAtNight({ world, rng, day, correspondence }: Occasion): SeedRecord[] {
  const { person, attendance, index } = day;
  if (!attendance.working || attendance.leg !== undefined) return [];
  const home = onDay(person.homes, index);
  const night = sessionOn(world, person, attendance.device, home, index);
  const at = localTime(world.calendar, index, rng.between(1_270, 1_400), home.city.zone);
  return [
    ...goThrough(world, rng, night, targets.outlookWeb, at, rng.chance(0.1)),
    ...Array.from({ length: rng.int(1, 3) }, (_, step) =>
      mailOnTheSide(world, rng, night, at + minutes(10 + step * 35), correspondence),
    ).flat(),
    ...takesFolder(world, rng, night, at + minutes(rng.between(15, 90)), rng.int(1, 9)),
  ];
}

/** Something is down: an administrator signs in from home in the small hours. */
function calledAtNight({ world, rng, day }: Occasion): SeedRecord[] {
  const { person, attendance, index } = day;
  if (attendance.leg !== undefined) return [];
  const home = onDay(person.homes, index);
  const night = sessionOn(world, person, attendance.device, home, index);
  const at = localTime(world.calendar, index, rng.between(1, 290), home.city.zone);
  return [
    ...goThrough(world, rng, night, targets.azurePortal, at, rng.chance(0.5)),
    ...goThrough(world, rng, night, targets.teams, at + minutes(rng.between(1, 9)), false),
    ...takesFolder(world, rng, night, at + minutes(rng.between(4, 30)), rng.int(1, 4)),
  ];
}
