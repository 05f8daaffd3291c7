// Ordinary sign-ins: mostly a token that still holds, now and then a prompt, a
// typing error, a phone without signal.

import { minutes, seconds, type Instant } from '../../src/model/time.ts';
import { signIn } from '../acts/sign-in.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import { onDay, teamOf, type Person, type SecondFactor } from '../tenant.ts';
import { targets, type Target } from '../wire/apps.ts';
import type { Outcome } from '../wire/sign-in.ts';
import { isDiverted, type World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import { lot } from './lot.ts';
import { isAt, type PersonDay } from './today.ts';

/** All of a working day's sign-ins at the laptop. */
export function signsInAtWork(world: World, day: PersonDay): SeedRecord[] {
  const { person, attendance, desk } = day;
  const rng = day.rng.fork('sign-ins');
  const first: Target = person.habits.desktopOutlook ? targets.office : targets.outlookWeb;
  const later = Array.from({ length: rng.poisson(1.1) }, () => rng.pick(usualTargets(person)));
  return [
    ...goThrough(world, rng, desk, first, attendance.from, isPrompted(rng, day)),
    ...later.flatMap((target) => goThrough(world, rng, desk, target, momentAtWork(rng, attendance), rng.chance(0.02))),
    ...(isAbroad(day) && rng.chance(0.25) ? isBlocked(world, rng, day) : []),
  ];
}

export const signsInByPhone = (world: World, rng: Rng, session: Session, at: Instant): SeedRecord[] =>
  goThrough(world, rng, session, targets.outlookMobile, at, rng.chance(0.06));

const everybodys: readonly Target[] = [
  ...[targets.teams, targets.teams, targets.officeHome, targets.officeHome, targets.sharePoint, targets.sharePoint],
  ...[targets.teamsWeb, targets.oneDriveSync, targets.myApps, targets.authenticationBroker],
];
const administrators: readonly Target[] = [
  ...[targets.azurePortal, targets.azurePortal, targets.azurePortal, targets.exchangePowerShell, targets.graphPowerShell],
  ...[targets.azurePowerShell, targets.graphExplorer],
  ...everybodys,
];

const usualTargets = (person: Person): readonly Target[] =>
  teamOf(person).department.kind === 'it' ? administrators : everybodys;

/** A token lasts a fortnight, each person's from a day of their own; a new machine or a strange network asks again. */
function isPrompted(rng: Rng, { person, index, attendance }: PersonDay): boolean {
  const phase = Math.floor(lot(person, 'token') * 14);
  if ((index + phase) % 14 === 0 || person.stays.from === index) return true;
  if (person.laptops.some(({ from }) => from === index)) return true;
  const away = attendance.place.city !== onDay(person.homes, index).city && !attendance.atOffice;
  return rng.chance(away ? 0.35 : 0.04);
}

/** One go at the sign-in page: whatever goes wrong first, then in. */
export function goThrough(
  world: World,
  rng: Rng,
  session: Session,
  target: Target,
  at: Instant,
  prompted: boolean,
): SeedRecord[] {
  const { person } = session;
  if (!prompted && rng.chance(0.05)) return withoutSecondFactor(world, rng, session, target, at);
  const outcomes = prompted ? promptedOutcomes(rng, person.secondFactor, isOutOfReach(world, person, at)) : claimOutcomes(rng);
  return attempts(world, rng, session, target, at, outcomes, prompted ? person.secondFactor : 'claim');
}

/** Some applications no policy asks a second factor for. */
function withoutSecondFactor(world: World, rng: Rng, session: Session, target: Target, at: Instant): SeedRecord[] {
  const requirement = 'singleFactorAuthentication';
  const more = { secondFactor: 'claim', requirement, correlationId: rng.guid() } as const;
  return signIn(world, rng, { at, session, target, outcome: 'success', ...more });
}

/** Attempts one after another, the last of them at about `at`; one go at the page shares its correlation id. */
export function attempts(
  world: World,
  rng: Rng,
  session: Session,
  target: Target,
  at: Instant,
  outcomes: readonly Outcome[],
  secondFactor: SecondFactor | 'claim',
): SeedRecord[] {
  const correlationId = rng.guid();
  let when = at - outcomes.length * seconds(25);
  return outcomes.flatMap((outcome) => {
    when += seconds(rng.between(6, 40));
    return signIn(world, rng, { at: when, session, target, outcome, secondFactor, correlationId });
  });
}

/** While somebody else gets their text messages and calls, no prompt of their own reaches them. */
const isOutOfReach = (world: World, person: Person, at: Instant): boolean =>
  (person.secondFactor === 'sms' || person.secondFactor === 'call') && isDiverted(world, person, at);

function claimOutcomes(rng: Rng): Outcome[] {
  const outcomes = typingErrors(rng, 0.055);
  if (rng.chance(0.006)) outcomes.push('factorRequired');
  if (rng.chance(0.028)) outcomes.push('keepSignedIn');
  return [...outcomes, 'success'];
}

function promptedOutcomes(rng: Rng, secondFactor: SecondFactor, outOfReach: boolean): Outcome[] {
  const outcomes = typingErrors(rng, secondFactor === 'passkey' ? 0.01 : 0.11);
  if (rng.chance(0.12)) outcomes.push(rng.chance(0.6) ? 'factorRequired' : 'strongRequired');
  if (outOfReach)
    return [...outcomes, ...(rng.chance(0.4) ? (['unanswered', 'unanswered'] as const) : (['unanswered'] as const))];
  if (rng.chance(0.06)) outcomes.push(mishap(rng, secondFactor));
  if (rng.chance(0.04)) outcomes.push('keepSignedIn');
  return [...outcomes, 'successPrompted'];
}

function typingErrors(rng: Rng, often: number): Outcome[] {
  if (!rng.chance(often)) return [];
  if (rng.chance(0.02)) return ['noSuchUser'];
  if (rng.chance(0.72)) return ['wrongPassword'];
  if (rng.chance(0.75)) return ['wrongPassword', 'wrongPassword'];
  return rng.chance(0.6)
    ? ['wrongPassword', 'wrongPassword', 'wrongPassword', 'locked']
    : ['wrongPassword', 'wrongPassword', 'wrongPassword'];
}

/** What goes wrong with each method: a phone in a drawer, a thumb on the wrong button, a digit too many. */
const mishaps: Readonly<Record<SecondFactor, readonly [Outcome, ...Outcome[]]>> = {
  app: ['unanswered', 'unanswered', 'unanswered', 'declined'],
  sms: ['wrongCode', 'unanswered', 'unreachable'],
  call: ['unreachable', 'unreachable', 'unanswered'],
  code: ['wrongCode'],
  passkey: ['unanswered'],
};

const mishap = (rng: Rng, secondFactor: SecondFactor): Outcome => rng.pick(mishaps[secondFactor]);

/** Conditional access does not like countries the company has no office in. */
const isAbroad = ({ person, attendance: { place, atOffice } }: PersonDay): boolean =>
  !atOffice && place.city.country !== person.office.region.country;

/** An administrators' page, or an old mail program, is refused from there. */
function isBlocked(world: World, rng: Rng, day: PersonDay): SeedRecord[] {
  const target = isAt(day, 'private-vpn') === undefined ? targets.officeHome : targets.sharePoint;
  return attempts(world, rng, day.desk, target, momentAtWork(rng, day.attendance), ['blockedByPolicy'], 'claim');
}

/** Old mail programs and half-configured phones try in vain; seldom, and always with an ordinary error. */
export function strayAttempts(world: World, day: PersonDay): SeedRecord[] {
  const rng = day.rng.fork('stray');
  if (!rng.chance(0.013)) return [];
  const { person, desk, attendance } = day;
  const at = momentAtWork(rng, attendance);
  if (rng.chance(0.3))
    return attempts(world, rng, desk, rng.pick([targets.imap, targets.exchangeWebServices]), at, ['blockedByPolicy'], 'claim');
  const outcome = rng.pick<Outcome>(['blockedByPolicy', 'expiredPassword', 'factorRequired', 'consentRequired', 'locked']);
  return attempts(world, rng, desk, rng.pick(usualTargets(person)), at, [outcome], 'claim');
}

/** Those who work at a command line type a code on a second page, now and then too late. */
export function signsInByCode(world: World, day: PersonDay): SeedRecord[] {
  const { person, desk, attendance } = day;
  const { kind } = teamOf(person).department;
  const rng = day.rng.fork('device code');
  if ((kind !== 'it' && kind !== 'engineering' && kind !== 'research') || !rng.chance(0.012)) return [];
  const outcomes: Outcome[] = rng.chance(0.15) ? ['deviceCodePending', 'flowExpired'] : ['deviceCodePending', 'success'];
  const at = momentAtWork(rng, attendance);
  const more = {
    session: desk,
    target: targets.azureCli,
    secondFactor: 'claim',
    protocol: 'deviceCode',
    correlationId: rng.guid(),
  } as const;
  return outcomes.flatMap((outcome, turn) =>
    signIn(world, rng, { at: at + seconds(turn * rng.between(20, 240)), outcome, ...more }),
  );
}

/** Long enough before an act for it to belong to this sign-in. */
export const shortlyBefore = (rng: Rng, at: Instant): Instant => at - minutes(rng.between(1, 6));
