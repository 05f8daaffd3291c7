// The mail it begins with, where it begins with a mail: who sends it, what it
// says, where its link leads. Half of all break-ins leave no such trace: the
// password was bought, the link came by text message or from a private mailbox.

import { minutes } from '../../src/model/time.ts';
import type { Instant } from '../../src/model/time.ts';
import { externalMessage, type Message } from '../message.ts';
import type { Rng } from '../random.ts';
import type { Mailbox, Person, Tenant } from '../tenant.ts';
import { pickWeighted } from '../weighted.ts';
import type { Course } from './course.ts';
import { inventDomain, inventLink, inventSender, lookAlikeOf, type Sender } from './inventions.ts';
import { mailProgramOf, ownPhone, ownSession, type Workday } from './people.ts';
import type { Plan } from './programme.ts';
import { arrives, opensAndClicks } from './steps/post.ts';
import { perhapsNoticed, together } from './steps/together.ts';
import { lure, themes, type Theme } from './words.ts';

export interface Bait {
  readonly message: Message;
  readonly sender: Sender;
  readonly text: string;
  readonly url: string;
  readonly passes: 'pass' | 'fail' | 'none';
}

/** Where the link leads: a domain made for it, a near copy of the company's or a partner's, or a hijacked site. */
export function drawHost(rng: Rng, tenant: Tenant): string {
  const drawn = rng.next();
  if (drawn < 0.55) return inventDomain(rng, tenant);
  if (drawn < 0.75) return lookAlikeOf(rng, rng.pick(tenant.partners).domain);
  return drawn < 0.88 ? lookAlikeOf(rng, tenant.domain) : rng.pick(tenant.partners).domain;
}

/** A stranger, somebody with a copied name, or a partner whose mailbox was taken before. */
function drawSender(rng: Rng, tenant: Tenant, to: Person): { sender: Sender; passes: Bait['passes'] } {
  const known = rng.chance(0.3) ? pickWeighted(rng, to.circle.correspondents) : undefined;
  if (known !== undefined) {
    const { address, displayName, partner } = known;
    return { sender: { address, displayName, server: partner.server }, passes: partner.authenticates ? 'pass' : 'none' };
  }
  const domain = rng.chance(0.7) ? inventDomain(rng, tenant) : lookAlikeOf(rng, rng.pick(tenant.partners).domain);
  return { sender: inventSender(rng, domain), passes: rng.pick(['pass', 'pass', 'pass', 'none', 'fail']) };
}

export function drawBait(rng: Rng, tenant: Tenant, to: Person, theme: Theme = rng.pick(themes), url?: string): Bait {
  const { sender, passes } = drawSender(rng, tenant, to);
  const { subject, text } = lure(rng, theme, to, sender);
  return {
    message: externalMessage(rng, sender, subject),
    sender,
    text,
    url: url ?? inventLink(rng, drawHost(rng, tenant)),
    passes,
  };
}

/** The mail comes to these, one of whom will follow it. */
export const baitArrives = ({ message, sender, text, url, passes }: Bait, to: readonly Mailbox[]) =>
  arrives(message, sender, to, passes, { links: [url], text });

/** Arrives some time before; opened at the desk, or on the phone. */
export function baits(plan: Plan, rng: Rng, course: Course, victim: Person, day: Workday, clickAt: Instant, bait: Bait): void {
  const phone = rng.chance(0.25);
  const session = phone ? ownPhone(plan.scene, victim, day) : ownSession(plan.scene, victim, day);
  const client = phone ? 'mobile' : mailProgramOf(victim);
  const notice = perhapsNoticed(0.12, {
    product: 'defenderForOffice',
    title: 'Email messages containing malicious URL removed after delivery',
    severity: 'informational',
    person: victim,
    message: bait.message,
  });
  course.goTo(clickAt - minutes(Math.min(2_000, rng.lognormal(70, 1.3))));
  course.does('lure-mail', 'initial-access', together(baitArrives(bait, [victim.mailbox]), notice));
  course.goTo(clickAt);
  course.does('lure-click', 'initial-access', opensAndClicks(session, victim.mailbox, bait.message, bait.url, client));
}
