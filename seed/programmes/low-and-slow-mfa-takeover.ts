// An account taken although it had a second factor, and used sparingly.
//
// Two prompts refused, the third approved by a tired thumb; then days of
// nothing between a few minutes of work, each from another country. At the end
// a rule named "." hides one colleague's mail. Told in stories/a-mfa-takeover.

import { carriers, cities } from '../network.ts';
import type { Rng } from '../random.ts';
import { membersOf, type Person, type SiteFile } from '../tenant.ts';
import { targets } from '../wire/apps.ts';
import type { InboxRule } from '../wire/m365-inbox-rule.ts';
import type { World } from '../world.ts';
import { intrude, momentOn, type Exit, type Programme, type Step } from './programme.ts';
import { changesMail, changesMailWithAttachment, goesThroughFiles, makesRule, signsIn } from './steps.ts';

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

/** As it is told: the 5th, 7th, 8th and 13th of January, the United States first, then Germany. */
export function planTakeover(rng: Rng, world: Pick<World, 'tenant' | 'cast' | 'calendar'>, vary: boolean): TakeoverPlan {
  const victim = world.cast.takeoverVictim;
  const first = world.calendar.dayCount - 14;
  const colleagues = membersOf(world.tenant, victim.team).filter((person) => person !== victim);
  const told = {
    victim,
    colleague: rng.pick(colleagues.length > 0 ? colleagues : world.tenant.people.filter((person) => person !== victim)),
    days: [first, first + 2, first + 3, first + 8],
    exits: [unitedStates, germany, netherlands, elsewhereInUnitedStates],
    ruleName: '.',
    ruleFolder: 'RSS Feeds',
  } as const;
  return vary ? { ...told, ...variation(rng, first) } : told;
}

function variation(rng: Rng, first: number): Omit<TakeoverPlan, 'victim' | 'colleague'> {
  const [a, b, c, d] = rng.shuffle([unitedStates, germany, netherlands, france, elsewhereInUnitedStates]);
  const second = first + rng.int(1, 3);
  const third = second + rng.int(1, 3);
  return {
    days: [first, second, third, third + rng.int(3, 6)],
    exits: [a ?? unitedStates, b ?? germany, c ?? netherlands, d ?? france],
    ruleName: rng.pick(['.', '..', ',', '-', 'a']),
    ruleFolder: rng.pick(['RSS Feeds', 'RSS Subscriptions', 'Conversation History', 'Archive', 'Notes']),
  };
}

export function lowAndSlowMfaTakeover(world: World, rng: Rng, plan: TakeoverPlan): Programme {
  const steps = [firstDay, secondDay, thirdDay, lastDay].flatMap((tell, number) =>
    tell(world, rng.fork(`day ${number}`), plan, number),
  );
  return { name: 'low-and-slow-mfa-takeover', steps };
}

type Tell = (world: World, rng: Rng, plan: TakeoverPlan, number: number) => Step[];

/** Puts a day's steps at minutes after its sign-in. */
function onDay(world: World, rng: Rng, plan: TakeoverPlan, number: number, clock: number) {
  const intruder = intrude(rng, plan.victim, plan.exits[number] ?? plan.exits[0]);
  const index = plan.days[number] ?? plan.days[0];
  return (name: string, stage: Step['stage'], after: number, act: Step['act']): Step => ({
    name,
    stage,
    at: momentOn(world.calendar.start, index, clock + after),
    intruder,
    act,
  });
}

const firstDay: Tell = (world, rng, plan, number) => {
  const step = onDay(world, rng, plan, number, rng.between(540, 680));
  return [
    step('refused-prompts', 'initial-access', 0, signsIn(targets.officeHome, ['declined', 'unanswered'], 'app')),
    step('first-sign-in', 'initial-access', 4, signsIn(targets.officeHome, ['successPrompted'], 'app')),
  ];
};

const secondDay: Tell = (world, rng, plan, number) => {
  const step = onDay(world, rng, plan, number, rng.between(120, 300));
  const site = world.tenant.sites[plan.victim.team];
  const folders = ['\\Sent Items', '\\Deleted Items', `\\${plan.victim.mailbox.projectFolder}`];
  return [
    step('second-sign-in', 'initial-access', 0, signsIn(targets.sharePoint, ['successPrompted'], 'app')),
    step('files', 'collection', 3, goesThroughFiles(site, prey(world, plan, 6))),
    step('mail-sign-in', 'initial-access', 24, signsIn(targets.outlookWeb, ['success'], 'claim')),
    step('folder-changes', 'defense-evasion', 27, changesMail(folders)),
  ];
};

const thirdDay: Tell = (world, rng, plan, number) => {
  const step = onDay(world, rng, plan, number, rng.between(400, 600));
  const site = world.tenant.sites[plan.victim.team];
  return [
    step('third-sign-in', 'initial-access', 0, signsIn(targets.sharePoint, ['successPrompted'], 'app')),
    step('files-again', 'collection', 4, goesThroughFiles(site, prey(world, plan, 4))),
  ];
};

const lastDay: Tell = (world, rng, plan, number) => {
  const step = onDay(world, rng, plan, number, rng.between(60, 240));
  const { mailbox } = plan.victim;
  const [document] = prey(world, plan, 1);
  return [
    step('last-sign-in', 'initial-access', 0, signsIn(targets.outlookWeb, ['successPrompted'], 'app')),
    step('mail-changes', 'defense-evasion', 3, changesMail(['\\Sent Items', '\\Inbox'])),
    step('hiding-rule', 'defense-evasion', 11, makesRule(mailbox, hidingRule(plan), 'New-InboxRule')),
    step('attachment', 'collection', 16, changesMailWithAttachment(document?.name ?? 'Contract.pdf')),
  ];
};

const hidingRule = (plan: TakeoverPlan): InboxRule => ({
  name: plan.ruleName,
  condition: { Name: 'From', Value: plan.colleague.mailbox.address },
  moveToFolder: plan.ruleFolder,
  markAsRead: true,
  stopProcessing: true,
});

/** The same papers each time, the worst first. */
const prey = (world: World, { victim }: TakeoverPlan, count: number): SiteFile[] =>
  [...world.tenant.sites[victim.team].files].sort((a, b) => Number(b.sensitive) - Number(a.sensitive)).slice(0, count);
