// What an intruder makes of a mailbox in the end: a mail in its owner's name
// that moves money, to a customer, to the people who pay wages, or to finance.

import { asReply, externalMessage, internalMessage, type Message } from '../message.ts';
import type { Rng } from '../random.ts';
import { membersOf, type Correspondent, type Mailbox, type Person, type SharedMailbox, type Tenant } from '../tenant.ts';
import { pickWeighted, someWeighted } from '../weighted.ts';
import type { InboxRule } from '../wire/m365-inbox-rule.ts';
import { aboutWords, fromDomain, fromSender, inventAccount } from './inventions.ts';
import { bankChange, payChange, somethingOf } from './words.ts';
import type { Sending } from './steps/post.ts';

export interface Ploy {
  readonly sending: Sending;
  /** Whose answers the owner must not see. */
  readonly hides: InboxRule['condition'];
}

export function drawPloy(rng: Rng, tenant: Tenant, victim: Person): Ploy {
  const partner = pickWeighted(rng, victim.circle.correspondents);
  if (partner !== undefined && rng.chance(0.65)) return ployOnPartners(rng, tenant, victim, partner);
  return ployOnColleague(rng, tenant, victim);
}

/** Pays the company's bill elsewhere, please; in a conversation that is under way. */
export function ployOnPartners(rng: Rng, tenant: Tenant, victim: Person, to: Correspondent, as?: SharedMailbox): Ploy {
  const { subject, text } = bankChange(rng, to, as ?? victim, inventAccount(rng, tenant.name));
  const others = someWeighted(rng, victim.circle.correspondents, rng.int(0, 3)).filter((one) => one.address !== to.address);
  const fresh = internalMessage(rng, as ?? victim, subject);
  const message = rng.chance(0.7) ? asReply(fresh, asked(rng, to, victim)) : fresh;
  return {
    sending: { message, to: as === undefined ? [to] : [to, ...others], rest: { text }, ...(as === undefined ? {} : { as }) },
    hides: rng.chance(0.6) ? fromDomain(to.partner.domain) : aboutWords(moneyWords(rng)),
  };
}

const asked = (rng: Rng, by: Correspondent, of: Person): Message => externalMessage(rng, by, somethingOf(rng, of));

/** Wages to another account, or a bill to be paid today. */
function ployOnColleague(rng: Rng, tenant: Tenant, victim: Person): Ploy {
  const others = (kind: 'hr' | 'finance') => membersOf(tenant, kind).filter(({ id }) => id !== victim.id);
  const wages = rng.chance(0.5) && others('hr').length > 0;
  const some = others(wages ? 'hr' : 'finance');
  const to = some.length > 0 ? rng.pick(some) : (victim.manager ?? rng.pick(tenant.people));
  const account = inventAccount(rng, wages ? victim.displayName : rng.pick(tenant.partners).name);
  const { subject, text } = wages ? payChange(rng, to, victim, account) : bankChange(rng, to, victim, account);
  const mailbox: Mailbox = to.mailbox;
  return {
    sending: { message: internalMessage(rng, victim, subject), to: [mailbox], rest: { text } },
    hides: rng.chance(0.7) ? fromSender(mailbox.address) : aboutWords(moneyWords(rng)),
  };
}

/** Words by which mail about money is found. */
export const moneyWords = (rng: Rng): string[] =>
  rng.some(
    [
      'invoice',
      'payment',
      'bank',
      'bank details',
      'remittance',
      'account',
      'statement',
      'wire',
      'transfer',
      'overdue',
      'payroll',
      'fraud',
      'phishing',
      'hacked',
    ],
    rng.int(1, 5),
  );
