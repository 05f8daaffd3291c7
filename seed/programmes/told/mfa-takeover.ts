// Story A, exactly as it is known: stories/a-mfa-takeover/README.md has it as a
// table. With `vary`, dates, countries, the rule's name and folder are drawn.
// After: a vendor's public account of an attack in January 2023.

import { hours, seconds } from '../../../src/model/time.ts';
import { carriers, cities, type Exit } from '../../network.ts';
import type { Rng } from '../../random.ts';
import { membersOf, type Person, type SiteFile } from '../../tenant.ts';
import { targets, type Target } from '../../wire/apps.ts';
import type { InboxRule } from '../../wire/m365-inbox-rule.ts';
import { programme } from '../course.ts';
import { fromSender, inventFolder, inventRuleName } from '../inventions.ts';
import { lowAndSlowMfaTakeover } from '../low-and-slow-mfa-takeover.ts';
import { candidates, kindOf, mostPresent, worksIn } from '../people.ts';
import { intrude, momentOn, type Plan, type Programme, type Step } from '../programme.ts';
import { goesThroughFiles, sitesOf } from '../steps/files.ts';
import { changesMail, changesMailWithAttachment } from '../steps/mail.ts';
import { makesRule } from '../steps/rules.ts';
import { opens, signsIn } from '../steps/sign-in.ts';

export interface TakeoverPlan {
  readonly victim: Person;
  /** Whose mail the rule hides. */
  readonly colleague: Person;
  /** Indices of the four days on which something happens. */
  readonly days: readonly [number, number, number, number];
  /** Where each day's sign-in comes from. */
  readonly exits: readonly [Exit, Exit, Exit, Exit];
  readonly ruleName: string;
  readonly ruleFolder: string;
}

const unitedStates: Exit = { carrier: carriers.linode, city: cities.dallas };
const germany: Exit = { carrier: carriers.hetzner, city: cities.falkenstein };
const netherlands: Exit = { carrier: carriers.leaseweb, city: cities.amsterdam };
const france: Exit = { carrier: carriers.ovh, city: cities.roubaix };
const elsewhereInUnitedStates: Exit = { carrier: carriers.digitalOcean, city: cities.newJersey };

/** As it is told: the 5th, 7th, 8th and 13th of January, the United States first, then Germany; `vary` draws such things instead. */
export function tellTakeover(plan: Plan, vary = false): Programme {
  const first = plan.scene.calendar.dayCount - 14;
  const victim = takeoverVictim(plan, first);
  const told: TakeoverPlan = {
    victim,
    colleague: colleagueOf(plan, victim),
    days: [first, first + 2, first + 3, first + 8],
    exits: [unitedStates, germany, netherlands, elsewhereInUnitedStates],
    ruleName: '.',
    ruleFolder: 'RSS Feeds',
  };
  const whole = vary ? { ...told, ...variation(plan.rng.fork('variation'), victim, first) } : told;
  const steps = [firstDay, secondDay, thirdDay, lastDay].flatMap((tell, number) =>
    tell(plan, plan.rng.fork(`day ${number}`), whole, number),
  );
  return programme({ ...plan, id: lowAndSlowMfaTakeover.id }, lowAndSlowMfaTakeover, steps, {
    victims: [victim.id],
    ending: 'stopped',
    // What the rule was for: mail in the owner's name, a day or so later.
    impactAt: (steps.at(-1)?.at ?? 0) + hours(26),
  });
}

function variation(rng: Rng, victim: Person, first: number): Omit<TakeoverPlan, 'victim' | 'colleague'> {
  const [a, b, c, d] = rng.shuffle([unitedStates, germany, netherlands, france, elsewhereInUnitedStates]);
  const second = first + rng.int(1, 3);
  const third = second + rng.int(1, 3);
  return {
    days: [first, second, third, third + rng.int(3, 6)],
    exits: [a ?? unitedStates, b ?? germany, c ?? netherlands, d ?? france],
    ruleName: inventRuleName(rng, victim),
    ruleFolder: inventFolder(rng, victim),
  };
}

/** Somebody with a manager and an authenticator, at their desk throughout; best of all, on the project the telling names. */
function takeoverVictim(plan: Plan, first: number): Person {
  const suited = candidates(plan, (person) => {
    const known = person.manager !== undefined && person.secondFactor === 'app';
    return known && worksIn('sales', 'operations', 'legal', 'engineering')(person);
  });
  const named = suited.filter(({ mailbox }) => mailbox.projectFolder === 'WIISE');
  const rows = [named, suited].flatMap((some) => some.slice(0, 24));
  return mostPresent(plan, rows.length > 0 ? rows : candidates(plan, () => true), first, first + 8);
}

function colleagueOf({ scene, rng }: Plan, victim: Person): Person {
  const others = membersOf(scene.tenant, kindOf(victim)).filter((person) => person !== victim);
  return rng.fork('colleague').pick(others.length > 0 ? others : scene.tenant.people.filter((person) => person !== victim));
}

type Tell = (plan: Plan, rng: Rng, told: TakeoverPlan, number: number) => Step[];

/** Puts a day's steps at minutes after its sign-in. */
function onDay(plan: Plan, rng: Rng, told: TakeoverPlan, number: number, clock: number) {
  const session = intrude(rng, told.victim, told.exits[number] ?? told.exits[0]);
  const index = told.days[number] ?? told.days[0];
  const step = (name: string, stage: Step['stage'], after: number, act: Step['act']): Step => {
    // People are not punctual to the second.
    const at = momentOn(plan.scene, told.victim, index, clock + after) + seconds(rng.between(0, 40));
    return { name, stage, at, act };
  };
  return { session, step };
}

const byPrompt = (target: Target) => ({ target, secondFactor: 'app' }) as const;

const firstDay: Tell = (plan, rng, told, number) => {
  const { session, step } = onDay(plan, rng, told, number, rng.between(1200, 1330));
  return [
    step('refused-prompts', 'initial-access', 0, signsIn(session, ['declined', 'unanswered'], byPrompt(targets.officeHome))),
    step('first-sign-in', 'initial-access', 4, signsIn(session, ['successPrompted'], byPrompt(targets.officeHome))),
  ];
};

const secondDay: Tell = (plan, rng, told, number) => {
  const { session, step } = onDay(plan, rng, told, number, rng.between(780, 960));
  const [site] = sitesOf(told.victim);
  const folders = ['\\Sent Items', '\\Deleted Items', `\\${told.victim.mailbox.projectFolder}`];
  return [
    step('second-sign-in', 'initial-access', 0, signsIn(session, ['successPrompted'], byPrompt(targets.sharePoint))),
    step('files', 'collection', 3, goesThroughFiles(session, site, worstFirst(site.files, 6))),
    step('mail-sign-in', 'initial-access', 24, opens(session, targets.outlookWeb)),
    step('folder-changes', 'defense-evasion', 27, changesMail(session, folders)),
  ];
};

const thirdDay: Tell = (plan, rng, told, number) => {
  const { session, step } = onDay(plan, rng, told, number, rng.between(1060, 1260));
  const [site] = sitesOf(told.victim);
  return [
    step('third-sign-in', 'initial-access', 0, signsIn(session, ['successPrompted'], byPrompt(targets.sharePoint))),
    step('files-again', 'collection', 4, goesThroughFiles(session, site, worstFirst(site.files, 4))),
  ];
};

const lastDay: Tell = (plan, rng, told, number) => {
  const { session, step } = onDay(plan, rng, told, number, rng.between(720, 900));
  const { mailbox } = told.victim;
  const [document] = worstFirst(sitesOf(told.victim)[0].files, 1);
  return [
    step('last-sign-in', 'initial-access', 0, signsIn(session, ['successPrompted'], byPrompt(targets.outlookWeb))),
    step('mail-changes', 'defense-evasion', 3, changesMail(session, ['\\Sent Items', '\\Inbox'])),
    step('hiding-rule', 'defense-evasion', 11, makesRule(session, mailbox, hidingRule(told), 'New-InboxRule')),
    step('attachment', 'collection', 16, changesMailWithAttachment(session, document?.name ?? 'Contract.pdf')),
  ];
};

const hidingRule = (told: TakeoverPlan): InboxRule => ({
  name: told.ruleName,
  condition: fromSender(told.colleague.mailbox.address),
  moveToFolder: told.ruleFolder,
  markAsRead: true,
  stopProcessing: true,
});

/** The same papers each time, the worst first. */
const worstFirst = (files: readonly SiteFile[], count: number): SiteFile[] =>
  [...files].sort((a, b) => Number(b.sensitive) - Number(a.sensitive)).slice(0, count);
