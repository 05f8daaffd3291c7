// Rules, forwarding and rights on mailboxes.

import { minutes, seconds } from '../../../src/model/time.ts';
import { grantMailbox, mailboxAct, removeRule, setForwarding } from '../../acts/mailbox.ts';
import type { Rng } from '../../random.ts';
import type { Session } from '../../session.ts';
import type { Mailbox, Person } from '../../tenant.ts';
import { ruleCommand, ruleSaved, type InboxRule } from '../../wire/m365-inbox-rule.ts';
import type { Act } from '../programme.ts';

export type RuleWay = 'New-InboxRule' | 'Set-InboxRule' | 'Outlook';

export const makesRule =
  (session: Session, mailbox: Mailbox, rule: InboxRule, how: RuleWay): Act =>
  (world, at, rng) => {
    if (how === 'Outlook') {
      const ruleId = `${rng.int(10000, 99999)}${rng.int(1000000, 9999999)}${rng.int(1000000, 9999999)}`;
      return [ruleSaved(world.tenant, mailboxAct(rng, at, session, mailbox, 'desktop'), 'AddMailboxRule', rule, ruleId)];
    }
    return [ruleCommand(world.tenant, mailboxAct(rng, at, session, mailbox, 'web'), how, rule, rng.int(1025, 65000))];
  };

/** Made, looked at, and put right a minute later. */
export const makesRuleTwice =
  (session: Session, mailbox: Mailbox, rule: InboxRule): Act =>
  (world, at, rng) => [
    ...makesRule(session, mailbox, rule, 'New-InboxRule')(world, at, rng),
    ...makesRule(session, mailbox, rule, 'Set-InboxRule')(world, at + minutes(rng.between(0.5, 4)), rng),
  ];

/** In webmail mostly, at the first attempt or the second; some through Outlook. */
export function makesRuleSomehow(rng: Rng, session: Session, mailbox: Mailbox, rule: InboxRule): Act {
  if (rng.chance(0.15)) return makesRuleTwice(session, mailbox, rule);
  return makesRule(session, mailbox, rule, rng.chance(0.85) ? 'New-InboxRule' : 'Outlook');
}

export const removesRule =
  (session: Session, mailbox: Mailbox, name: string): Act =>
  (world, at, rng) =>
    removeRule(world, rng, session, at, mailbox, name);

/** With null it ends. */
export const forwards =
  (session: Session, mailbox: Mailbox, to: string | null, keepsCopy: boolean): Act =>
  (world, at, rng) =>
    setForwarding(world, rng, session, at, mailbox, to, { keepsCopy });

export const grants =
  (session: Session, mailbox: Mailbox, to: Person, ...rights: readonly ('FullAccess' | 'SendAs')[]): Act =>
  (world, at, rng) =>
    rights.flatMap((right, number) =>
      grantMailbox(world, rng, session, at + seconds(number * rng.int(15, 60)), mailbox, to, right),
    );
