// What people set up in their mailboxes: rules, forwarding while they are away.

import { minutes, type Instant } from '../../src/model/time.ts';
import { disableRule, mailboxAct, removeRule, setForwarding } from '../acts/mailbox.ts';
import { localDay } from '../calendar.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import type { Session } from '../session.ts';
import { isThere, teamOf, type Mailbox, type Person } from '../tenant.ts';
import { pickWeighted } from '../weighted.ts';
import { ruleCommand, ruleSaved, type InboxRule } from '../wire/m365-inbox-rule.ts';
import type { World } from '../world.ts';
import { leaveOn } from './absence.ts';
import { momentAtWork } from './attendance.ts';
import { lot } from './lot.ts';
import type { PersonDay } from './today.ts';

/** In Outlook it is saved one way, in webmail another, and sometimes corrected at once. */
export function makesRule(world: World, rng: Rng, session: Session, mailbox: Mailbox, at: Instant): SeedRecord[] {
  const made = honestRule(world, rng, session.person);
  // An older one is no longer wanted.
  if (rng.chance(0.1)) return (rng.chance(0.7) ? removeRule : disableRule)(world, rng, session, at, mailbox, made.name);
  if (session.person.habits.desktopOutlook) {
    const ruleId = `${rng.int(10000, 99999)}${rng.int(1000000, 9999999)}${rng.int(1000000, 9999999)}`;
    return [ruleSaved(world.tenant, mailboxAct(rng, at, session, mailbox, 'desktop'), 'AddMailboxRule', made, ruleId)];
  }
  const command = (operation: 'New-InboxRule' | 'Set-InboxRule', when: Instant) =>
    ruleCommand(world.tenant, mailboxAct(rng, when, session, mailbox, 'web'), operation, made, rng.int(1025, 65000));
  return [command('New-InboxRule', at), ...(rng.chance(0.4) ? [command('Set-InboxRule', at + minutes(2))] : [])];
}

/** An administrator changes a rule of a shared mailbox. */
export function changesSharedRule(world: World, rng: Rng, session: Session, mailbox: Mailbox, at: Instant): SeedRecord[] {
  const act = mailboxAct(rng, at, session, mailbox, 'web');
  return [ruleCommand(world.tenant, act, 'Set-InboxRule', honestRule(world, rng, session.person), rng.int(1025, 65000))];
}

/** Newsletters out of sight, one sender to a folder, a word in the subject, a copy to whoever deputises. */
function honestRule(world: World, rng: Rng, person: Person): InboxRule {
  const common = { markAsRead: rng.chance(0.2), stopProcessing: rng.chance(0.6) };
  const draw = rng.next();
  if (draw < 0.4) {
    const { domain, name } = rng.pick(world.tenant.newsletters);
    const moveToFolder = rng.pick(['Newsletters', 'Read later', name]);
    return { ...common, name, condition: { Name: 'FromAddressContainsWords', Value: domain }, moveToFolder };
  }
  const sender = pickWeighted(rng, person.circle.correspondents);
  if (draw < 0.68 && sender !== undefined)
    return {
      ...common,
      name: sender.partner.name,
      condition: { Name: 'From', Value: sender.address },
      moveToFolder: sender.partner.name,
    };
  const subject = rng.pick([...teamOf(person).department.words.subjects]);
  const condition = { Name: 'SubjectContainsWords', Value: subject.toLowerCase() };
  const deputy = draw > 0.93 ? pickWeighted(rng, person.circle.colleagues) : undefined;
  if (deputy !== undefined)
    return { ...common, name: `${subject} to ${deputy.displayName}`, condition, forwardTo: [deputy.mailbox.address] };
  return { ...common, name: subject, condition, moveToFolder: rng.chance(0.3) ? person.mailbox.projectFolder : subject };
}

/** Days off on both sides of leave belong to it, for whoever sets up forwarding. */
const around = [1, 2, 3] as const;

/** Few forward their mail to a colleague for the time of their leave, and stop it when they are back. */
export function forwardsWhileAway(world: World, day: PersonDay): SeedRecord[] {
  const { person, index, desk, attendance } = day;
  if (lot(person, 'forwards') > 0.06) return [];
  const rng = day.rng.fork('forwards');
  const leaves = around.some((ahead) => longLeave(world, person, index + ahead)?.from === index + ahead);
  const returns = around.some((ago) => longLeave(world, person, index - ago)?.until === index - ago);
  const at = momentAtWork(rng, attendance);
  const deputy = pickWeighted(world.rng.fork(`deputy of ${person.id}`), person.circle.colleagues);
  if (leaves && deputy !== undefined && isThere(deputy, index))
    return setForwarding(world, rng, desk, at, person.mailbox, deputy.mailbox.address, { keepsCopy: true });
  return returns ? setForwarding(world, rng, desk, at, person.mailbox, null, { keepsCopy: true }) : [];
}

function longLeave({ calendar }: World, person: Person, index: number) {
  const spell = leaveOn(calendar, person, localDay(calendar, index, person.office.region));
  return spell !== undefined && spell.until - spell.from >= 4 ? spell : undefined;
}
