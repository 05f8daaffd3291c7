// Story B, exactly as it is known: stories/b-phone-swap/README.md has it as a
// table. With `vary`, the shared mailboxes, exits, names and days are drawn.
// After: a vendor's public account of an attack, told in February 2021.

import { hours, seconds } from '../../../src/model/time.ts';
import { carriers, cities, type Exit } from '../../network.ts';
import type { Rng } from '../../random.ts';
import type { Session } from '../../session.ts';
import type { Person, SharedMailbox, SiteFile } from '../../tenant.ts';
import { targets, type Target } from '../../wire/apps.ts';
import type { InboxRule } from '../../wire/m365-inbox-rule.ts';
import { programme } from '../course.ts';
import { aboutWords, inventFolder, inventRuleName, numberOf } from '../inventions.ts';
import { candidates, mostPresent, worksIn } from '../people.ts';
import { phoneSwapSharedMailboxes } from '../phone-swap-shared-mailboxes.ts';
import { intrude, momentOn, type Plan, type Programme, type Step } from '../programme.ts';
import { goesThroughFiles, sitesOf } from '../steps/files.ts';
import { deletesMail, readsMail } from '../steps/mail.ts';
import { changesPhone } from '../steps/methods.ts';
import { makesRule } from '../steps/rules.ts';
import { opens, signsIn } from '../steps/sign-in.ts';

export interface PhoneSwapPlan {
  readonly victim: Person;
  /** Shared mailboxes whose mail is hidden; credit control's is always one. */
  readonly shared: readonly SharedMailbox[];
  /** Indices of the day of the change, the day of the rules, the day it is changed back. */
  readonly days: readonly [number, number, number];
  /** Local minutes at which each of them begins. */
  readonly clocks: readonly [number, number, number];
  /** Where the number is changed, and where most of the work is done. */
  readonly exits: readonly [Exit, Exit];
  readonly phoneNumber: string;
  readonly ruleName: string;
  readonly ruleFolder: string;
}

const unitedStates: Exit = { carrier: carriers.comcastHome, city: cities.orlando };
const ghana: Exit = { carrier: carriers.mtnGhana, city: cities.accra };
const otherUnitedStates: Exit = { carrier: carriers.spectrumTexasHome, city: cities.houston };
const otherGhana: Exit = { carrier: carriers.vodafoneGhana, city: cities.kumasi };
const britain: Exit = { carrier: carriers.btHome, city: cities.london };

/** As it is told: sign-ins from the United States and from Ghana, within three days; `vary` draws such things instead. */
export function tellPhoneSwap(plan: Plan, vary = false): Programme {
  const first = plan.scene.calendar.dayCount - 12;
  const victim = phoneSwapVictim(plan, first);
  const rng = plan.rng.fork('plan');
  const told: PhoneSwapPlan = {
    victim,
    shared: chooseShared(rng.fork('shared'), victim, 3),
    days: [first, first + 1, first + 2],
    clocks: [rng.int(810, 850), rng.int(1080, 1170), rng.int(750, 850)],
    exits: [unitedStates, ghana],
    phoneNumber: `+1 407${rng.int(2000000, 9999999)}`,
    ruleName: 'Remit',
    ruleFolder: 'RSS Feeds',
  };
  return playedOut(plan, vary ? { ...told, ...variation(rng.fork('variation'), victim, first) } : told);
}

function variation(rng: Rng, victim: Person, first: number): Partial<PhoneSwapPlan> {
  const second = first + rng.int(0, 1);
  return {
    shared: chooseShared(rng, victim, rng.int(1, 3)),
    days: [first, second, second + 1],
    exits: [rng.pick([unitedStates, otherUnitedStates, britain]), rng.pick([ghana, otherGhana])],
    ruleName: inventRuleName(rng, victim),
    ruleFolder: inventFolder(rng, victim),
  };
}

/** A clerk, not the lead of finance, who sees too much to be typical; at work, and of those best one with text messages and several mailboxes. */
function phoneSwapVictim(plan: Plan, first: number): Person {
  const free = candidates(plan, ({ id }) => !plan.taken.has(id));
  const clerks = free.filter((person) => worksIn('finance')(person) && person.rank === 'member');
  const inCreditControl = clerks.filter(({ circle }) => circle.shared.some(({ alias }) => alias === 'creditcontrol'));
  const several = inCreditControl.filter(({ circle }) => circle.shared.length >= 3);
  const bySms = (people: readonly Person[]) => people.filter(({ secondFactor }) => secondFactor === 'sms');
  const suited = [bySms(several), several, bySms(inCreditControl), inCreditControl].flatMap((list) => list.slice(0, 12));
  return mostPresent(plan, [suited, clerks, free].find((list) => list.length > 0) ?? [], first, first + 2);
}

function chooseShared(rng: Rng, { circle }: Person, count: number): SharedMailbox[] {
  const creditControl = circle.shared.filter(({ alias }) => alias === 'creditcontrol');
  const others = circle.shared.filter(({ alias }) => alias !== 'creditcontrol');
  return [...creditControl, ...rng.some(others, count - creditControl.length)];
}

function playedOut(plan: Plan, told: PhoneSwapPlan): Programme {
  const near = onExit(plan, told, intrude(plan.rng.fork('near'), told.victim, told.exits[0]));
  const far = onExit(plan, told, intrude(plan.rng.fork('far'), told.victim, told.exits[1]));
  const steps = [...theChange(told, near), ...theReading(told, far), ...theRules(told, far), ...theEnd(told, near)];
  const changed = steps.find(({ name }) => name === 'number-changed')?.at ?? 0;
  const restored = steps.find(({ name }) => name === 'number-restored')?.at ?? 0;
  return programme({ ...plan, id: phoneSwapSharedMailboxes.id }, phoneSwapSharedMailboxes, steps, {
    victims: [told.victim.id, ...told.shared.map(({ address }) => address)],
    ending: 'stopped',
    // What the rules were for: payment requests in the name of a shared mailbox, a day or so later.
    impactAt: restored + hours(20),
    diversions: [{ person: told.victim, from: changed, until: restored }],
  });
}

interface Seat {
  readonly session: Session;
  readonly step: (name: string, stage: Step['stage'], day: 0 | 1 | 2, after: number, act: Step['act']) => Step;
}

/** Puts steps behind one of the two exits, at minutes after a day's beginning. */
const onExit = (plan: Plan, told: PhoneSwapPlan, session: Session): Seat => ({
  session,
  step(name, stage, day, after, act) {
    // People are not punctual to the second.
    const late = seconds(plan.rng.fork(`late ${name}`).between(0, 40));
    return { name, stage, at: momentOn(plan.scene, told.victim, told.days[day], told.clocks[day] + after) + late, act };
  },
});

const byText = (target: Target, phoneNumber: string) => ({ target, secondFactor: 'sms', phoneNumber }) as const;

/** A stolen token opens the security page; the next sign-in already texts the new number. */
function theChange({ victim, phoneNumber, days }: PhoneSwapPlan, { session, step }: Seat): Step[] {
  const look = readsMail(session, victim.mailbox, ['\\Inbox', '\\Sent Items'], 4);
  return [
    step('security-page', 'initial-access', 0, 0, opens(session, targets.mySignIns)),
    step('number-changed', 'persistence', 0, 6, changesPhone(session, numberOf(victim, days[0]), phoneNumber)),
    step('near-sign-in', 'initial-access', 0, 31, signsIn(session, ['successPrompted'], byText(targets.outlookWeb, phoneNumber))),
    step('first-look', 'discovery', 0, 34, look),
  ];
}

function theReading({ victim, phoneNumber }: PhoneSwapPlan, { session, step }: Seat): Step[] {
  const { mailbox } = victim;
  const [site] = sitesOf(victim);
  const folders = ['\\Inbox', '\\Sent Items', '\\Inbox', `\\${mailbox.projectFolder}`];
  return [
    step('far-sign-in', 'initial-access', 0, 250, signsIn(session, ['successPrompted'], byText(targets.outlookWeb, phoneNumber))),
    step('mail-read', 'collection', 0, 254, readsMail(session, mailbox, folders, 16)),
    step('files', 'collection', 0, 300, goesThroughFiles(session, site, worst(site.files, 3))),
  ];
}

const worst = (files: readonly SiteFile[], count: number): SiteFile[] =>
  [...files].sort((a, b) => Number(b.sensitive) - Number(a.sensitive)).slice(0, count);

/** First the clerk's own mailbox, then the shared ones, each in its own way. */
function theRules(told: PhoneSwapPlan, { session, step }: Seat): Step[] {
  const { mailbox } = told.victim;
  const again = signsIn(session, ['successPrompted'], byText(targets.outlookWeb, told.phoneNumber));
  const inShared = told.shared.flatMap((shared, number) => [
    step(`shared-read-${shared.alias}`, 'collection', 1, 18 + number * 12, readsMail(session, shared, ['\\Inbox'], 2)),
    step(`shared-rule-${shared.alias}`, 'persistence', 1, 25 + number * 12, tampers(told, session, shared, number)),
  ]);
  return [
    step('far-sign-in-again', 'initial-access', 1, 0, again),
    step('outlook-sign-in', 'initial-access', 1, 9, opens(session, targets.office)),
    step('own-rule', 'persistence', 1, 12, makesRule(session, mailbox, hidingRule(told), 'New-InboxRule')),
    ...inShared,
    step('mail-read-again', 'collection', 1, 70, readsMail(session, mailbox, ['\\Inbox', '\\Sent Items'], 8)),
    step(
      'mail-deleted',
      'defense-evasion',
      1,
      96,
      deletesMail(session, ['MoveToDeletedItems', 'SoftDelete', 'HardDelete', 'SoftDelete']),
    ),
  ];
}

function theEnd({ victim, phoneNumber, days }: PhoneSwapPlan, { session, step }: Seat): Step[] {
  const again = signsIn(session, ['successPrompted'], byText(targets.outlookWeb, phoneNumber));
  const deletes = deletesMail(session, ['MoveToDeletedItems', 'HardDelete', 'HardDelete', 'SoftDelete']);
  return [
    step('near-sign-in-again', 'initial-access', 2, 0, again),
    step('tracks-deleted', 'defense-evasion', 2, 8, deletes),
    step('security-page-again', 'initial-access', 2, 35, opens(session, targets.mySignIns)),
    step('number-restored', 'defense-evasion', 2, 40, changesPhone(session, phoneNumber, numberOf(victim, days[0]))),
  ];
}

/** One mailbox gets a rule of its own, one has an honest rule bent, one gets it through Outlook. */
function tampers(told: PhoneSwapPlan, session: Session, shared: SharedMailbox, number: number): Step['act'] {
  if (number === 1) return makesRule(session, shared, { ...hidingRule(told), name: 'Bank notices' }, 'Set-InboxRule');
  return makesRule(session, shared, hidingRule(told), number === 2 ? 'Outlook' : 'New-InboxRule');
}

const hidingRule = (told: PhoneSwapPlan): InboxRule => ({
  name: told.ruleName,
  condition: aboutWords(['invoice', 'remittance', 'bank details', 'payment']),
  moveToFolder: told.ruleFolder,
  markAsRead: true,
  stopProcessing: true,
});
