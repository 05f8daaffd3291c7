// The second factor re-routed: the number that text messages go to is changed
// for two days, and a finance clerk's access becomes somebody else's.
//
// The password was stolen before, so nothing fails. Rules then hide payment
// mail in the clerk's mailbox and in shared ones, and the number is put back.
// Told in stories/b-phone-swap.

import { carriers, cities } from '../network.ts';
import type { Rng } from '../random.ts';
import { sharedBy, type Person, type SharedMailbox } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import type { InboxRule } from '../wire/m365-inbox-rule.ts';
import type { Diversion, World } from '../world.ts';
import { intrude, momentOn, type Exit, type Programme, type Step } from './programme.ts';
import { changesPhone, deletesMail, goesThroughFiles, makesRule, readsMail, signsIn } from './steps.ts';

export interface PhoneSwapPlan {
  readonly victim: Person;
  /** Shared mailboxes whose mail is hidden; credit control's is always one. */
  readonly shared: readonly SharedMailbox[];
  /** Indices of the day of the change, the day of the rules, the day it is changed back. */
  readonly days: readonly [number, number, number];
  readonly clocks: readonly [number, number, number];
  /** Where the number is changed, and where most of the work is done. */
  readonly exits: readonly [Exit, Exit];
  readonly phoneNumber: string;
  readonly ruleName: string;
  readonly ruleFolder: string;
}

const unitedStates: Exit = { carrier: carriers.comcastHome, city: cities.orlando };
const ghana: Exit = { carrier: carriers.mtnGhana, city: cities.accra };
const otherUnitedStates: Exit = { carrier: carriers.charterHome, city: cities.houston };
const otherGhana: Exit = { carrier: carriers.vodafoneGhana, city: cities.kumasi };
const britain: Exit = { carrier: carriers.btHome, city: cities.london };

/** As it is told: sign-ins from the United States and from Ghana, within three days. */
export function planPhoneSwap(rng: Rng, world: Pick<World, 'tenant' | 'cast' | 'calendar'>, vary: boolean): PhoneSwapPlan {
  const victim = world.cast.phoneSwapVictim;
  const first = world.calendar.dayCount - 12;
  const told = {
    victim,
    shared: chooseShared(rng, world, 3),
    days: [first, first + 1, first + 2],
    clocks: [rng.int(150, 210), rng.int(420, 520), rng.int(90, 200)],
    exits: [unitedStates, ghana],
    phoneNumber: `+1 407${rng.int(2000000, 9999999)}`,
    ruleName: 'Remit',
    ruleFolder: 'RSS Feeds',
  } as const;
  return vary ? { ...told, ...variation(rng, world, first) } : told;
}

function variation(rng: Rng, world: Pick<World, 'tenant' | 'cast'>, first: number): Partial<PhoneSwapPlan> {
  const second = first + rng.int(0, 1);
  return {
    shared: chooseShared(rng, world, rng.int(1, 3)),
    days: [first, second, second + 1],
    exits: [rng.pick([unitedStates, otherUnitedStates, britain]), rng.pick([ghana, otherGhana])],
    ruleName: rng.pick(['Remit', '..', 'fin', 'Payments filed', 'zz']),
    ruleFolder: rng.pick(['RSS Feeds', 'RSS Subscriptions', 'Conversation History', 'Archive']),
  };
}

function chooseShared(rng: Rng, world: Pick<World, 'tenant' | 'cast'>, count: number): SharedMailbox[] {
  const open = sharedBy(world.tenant, world.cast.phoneSwapVictim);
  const creditControl = open.filter(({ alias }) => alias === 'creditcontrol');
  const others = open.filter(({ alias }) => alias !== 'creditcontrol');
  return [...creditControl, ...rng.some(others, count - creditControl.length)];
}

/** While the number is changed, text messages for the victim go to the intruder. */
export const diversionOf = (world: Pick<World, 'calendar'>, plan: PhoneSwapPlan): Diversion => ({
  person: plan.victim,
  from: changeAt(world, plan),
  until: changeBackAt(world, plan),
});

const changeAt = ({ calendar }: Pick<World, 'calendar'>, { days, clocks }: PhoneSwapPlan) =>
  momentOn(calendar.start, days[0], clocks[0] + 6);

const changeBackAt = ({ calendar }: Pick<World, 'calendar'>, { days, clocks }: PhoneSwapPlan) =>
  momentOn(calendar.start, days[2], clocks[2] + 40);

export function phoneSwapSharedMailboxes(world: World, rng: Rng, plan: PhoneSwapPlan): Programme {
  const near = onExit(world, plan, intrude(rng.fork('near'), plan.victim, plan.exits[0]));
  const far = onExit(world, plan, intrude(rng.fork('far'), plan.victim, plan.exits[1]));
  const steps = [...theChange(plan, near), ...theReading(world, plan, far), ...theRules(plan, far), ...theEnd(plan, near)];
  return { name: 'phone-swap-shared-mailboxes', steps };
}

type Place = (name: string, stage: Step['stage'], day: 0 | 1 | 2, after: number, act: Step['act']) => Step;

/** Puts steps behind one of the two exits, at minutes after a day's beginning. */
const onExit =
  (world: World, plan: PhoneSwapPlan, intruder: Step['intruder']): Place =>
  (name, stage, day, after, act) => ({
    name,
    stage,
    at: momentOn(world.calendar.start, plan.days[day], plan.clocks[day] + after),
    intruder,
    act,
  });

/** A stolen token opens the security page; the next sign-in already texts the new number. */
function theChange(plan: PhoneSwapPlan, step: Place): Step[] {
  const { victim, phoneNumber } = plan;
  return [
    step('security-page', 'initial-access', 0, 0, signsIn(targets.mySignIns, ['success'], 'claim')),
    step('number-changed', 'persistence', 0, 6, changesPhone(victim.phoneNumber, phoneNumber)),
    step('near-sign-in', 'initial-access', 0, 31, signsIn(targets.outlookWeb, ['successPrompted'], 'sms', phoneNumber)),
    step('first-look', 'discovery', 0, 34, readsMail(victim.mailbox, ['\\Inbox', '\\Sent Items'], 4)),
  ];
}

function theReading(world: World, plan: PhoneSwapPlan, step: Place): Step[] {
  const { mailbox, team } = plan.victim;
  const site = world.tenant.sites[team];
  const papers = [...site.files].sort((a, b) => Number(b.sensitive) - Number(a.sensitive)).slice(0, 3);
  const folders = ['\\Inbox', '\\Sent Items', '\\Inbox', `\\${mailbox.projectFolder}`];
  return [
    step('far-sign-in', 'initial-access', 0, 250, signsIn(targets.outlookWeb, ['successPrompted'], 'sms', plan.phoneNumber)),
    step('mail-read', 'collection', 0, 254, readsMail(mailbox, folders, 16)),
    step('files', 'collection', 0, 300, goesThroughFiles(site, papers)),
  ];
}

/** First the clerk's own mailbox, then the shared ones, each in its own way. */
function theRules(plan: PhoneSwapPlan, step: Place): Step[] {
  const { mailbox } = plan.victim;
  const rule = hidingRule(plan);
  const inShared = plan.shared.flatMap((shared, number) => [
    step(`shared-read-${shared.alias}`, 'collection', 1, 18 + number * 12, readsMail(shared, ['\\Inbox'], 2)),
    step(`shared-rule-${shared.alias}`, 'persistence', 1, 25 + number * 12, tampers(plan, shared, number)),
  ]);
  return [
    step('far-sign-in-again', 'initial-access', 1, 0, signsIn(targets.outlookWeb, ['successPrompted'], 'sms', plan.phoneNumber)),
    step('outlook-sign-in', 'initial-access', 1, 9, signsIn(targets.office, ['success'], 'claim')),
    step('own-rule', 'persistence', 1, 12, makesRule(mailbox, rule, 'New-InboxRule')),
    ...inShared,
    step('mail-read-again', 'collection', 1, 70, readsMail(mailbox, ['\\Inbox', '\\Sent Items'], 8)),
    step('mail-deleted', 'defense-evasion', 1, 96, deletesMail(['MoveToDeletedItems', 'SoftDelete', 'HardDelete', 'SoftDelete'])),
  ];
}

function theEnd(plan: PhoneSwapPlan, step: Place): Step[] {
  const { victim, phoneNumber } = plan;
  return [
    step('near-sign-in-again', 'initial-access', 2, 0, signsIn(targets.outlookWeb, ['successPrompted'], 'sms', phoneNumber)),
    step(
      'tracks-deleted',
      'defense-evasion',
      2,
      8,
      deletesMail(['MoveToDeletedItems', 'HardDelete', 'HardDelete', 'SoftDelete']),
    ),
    step('security-page-again', 'initial-access', 2, 35, signsIn(targets.mySignIns, ['success'], 'claim')),
    step('number-restored', 'defense-evasion', 2, 40, changesPhone(phoneNumber, victim.phoneNumber)),
  ];
}

/** One mailbox gets a rule of its own, one has an honest rule bent, one gets it through Outlook. */
function tampers(plan: PhoneSwapPlan, shared: SharedMailbox, number: number): Step['act'] {
  if (number === 1) return makesRule(shared, { ...hidingRule(plan), name: 'Bank notices' }, 'Set-InboxRule');
  return makesRule(shared, hidingRule(plan), number === 2 ? 'Outlook' : 'New-InboxRule');
}

const hidingRule = (plan: PhoneSwapPlan): InboxRule => ({
  name: plan.ruleName,
  condition: { Name: 'SubjectOrBodyContainsWords', Value: 'invoice;remittance;bank details;payment' },
  moveToFolder: plan.ruleFolder,
  markAsRead: true,
  stopProcessing: true,
});
