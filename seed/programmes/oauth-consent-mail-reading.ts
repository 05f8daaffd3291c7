// An application somebody agreed to reads their mail.
//
// The link leads to the genuine page, where an application asks for rights that
// sound harmless. From then on its servers read, day after day, whatever happens
// to the password; what they read shows whom to ask for money, from a near copy
// of somebody's domain.
// After: Microsoft on consent phishing (2021) and its playbook for application
// consent grants; Proofpoint, "OiVaVoii" (2022) and "Dangerous consequences of
// threat actors abusing Microsoft's verified publisher status" (2023).

import { hours } from '../../src/model/time.ts';
import { externalMessage } from '../message.ts';
import type { OAuthApp, Person } from '../tenant.ts';
import { pickWeighted } from '../weighted.ts';
import { targets } from '../wire/apps.ts';
import { baits, drawBait, drawHost } from './bait.ts';
import { conclude } from './course.ts';
import {
  aboutWords,
  consentLink,
  inventAccount,
  inventApp,
  inventSender,
  lookAlikeOf,
  mailScopes,
  tuckingRule,
} from './inventions.ts';
import { openIntrusion, type Intrusion } from './intrusion.ts';
import { atTheirDesk } from './infrastructure.ts';
import { candidates, choose, momentOfTheirs, nextAtWork, ownSession, worksIn, type AtWork, type Workday } from './people.ts';
import { moneyWords } from './ploys.ts';
import type { Act, Family, Plan, Programme } from './programme.ts';
import { agreesTo, appReadsMail, appSignsIn } from './steps/apps.ts';
import { arrives } from './steps/post.ts';
import { makesRule } from './steps/rules.ts';
import { signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';
import { stopsOf } from './stops.ts';
import { bankChange } from './words.ts';

export const oauthConsentMailReading: Family = {
  id: 'oauth-consent-mail-reading',
  kind: 'attack',
  unseen: false,
  says: 'people agree to a stranger’s application, whose servers then read their mail for days or weeks',
  sources: [
    'Microsoft, "Microsoft delivers comprehensive solution to battle rise in consent phishing emails" (2021)',
    'Microsoft Learn, "App consent grant investigation"',
    'Proofpoint, "OiVaVoii: an active malicious hybrid cloud threats campaign" (2022)',
    'Proofpoint, "Dangerous consequences of threat actors abusing Microsoft’s verified publisher status" (2023)',
  ],
  days: 6,
  plan(plan) {
    const victim =
      choose(plan, worksIn('executives', 'finance', 'sales', 'marketing', 'hr', 'legal')) ?? choose(plan, () => true);
    const it = victim === undefined ? undefined : openIntrusion(plan, victim, plan.rng.fork('count').int(3, 9));
    return it === undefined ? undefined : tellConsent(it);
  },
};

interface Granted extends Intrusion {
  readonly app: OAuthApp;
  readonly agreed: readonly Person[];
}

function tellConsent(intrusion: Intrusion): Programme {
  const { plan, rng, course, victim, first, later } = intrusion;
  const app = inventApp(rng, plan.scene.tenant, mailScopes(rng), 0.2);
  const others = rng.chance(0.45) ? candidates(plan, ({ id }) => id !== victim.id).slice(0, rng.int(1, 3)) : [];
  const it: Granted = { ...intrusion, app, agreed: [victim, ...others] };
  const host = drawHost(rng, plan.scene.tenant);
  lured(it, victim, { day: first, at: momentOfTheirs(rng, first) }, host);
  for (const other of others) {
    const found = nextAtWork(plan, rng, other, course.now());
    if (found !== undefined) lured(it, other, found, host);
  }
  for (const index of later.slice(0, -1)) reads(it, index);
  reaps(it, later.at(-1) ?? first.index + 1);
  return conclude(plan, oauthConsentMailReading, course, {
    victims: it.agreed.map(({ id }) => id),
    impact: 'fraud-mail',
    earliest: 'consent',
    stops: stopsOf({ ...it, knowsPassword: false }),
  });
}

function lured({ plan, rng, course, app }: Granted, person: Person, { day, at }: AtWork, host: string): void {
  const bait = drawBait(rng, plan.scene.tenant, person, 'app', consentLink(rng, app, host));
  if (rng.chance(0.7)) baits(plan, rng, course, person, day, at, bait);
  else course.goTo(at);
  course.wait(0.3, 3);
  course.does('consent', 'persistence', consents(app, person, plan, day));
}

/** Asked to agree, hesitating now and then, and agreeing. */
function consents(app: OAuthApp, person: Person, { scene }: Plan, day: Workday): Act {
  const session = ownSession(scene, person, day);
  const target = { app: { id: app.appId, name: app.displayName }, resource: targets.officeHome.resource, client: 'Browser' };
  const asked = signsIn(session, ['consentRequired', 'success'], { target, secondFactor: 'claim', apart: [6, 70] });
  const alarm = perhapsNoticed(0.12, {
    product: 'cloudApps',
    title: 'Suspicious OAuth app activity',
    severity: 'medium',
    person,
    app,
  });
  return together(asked, agreesTo(session, app, 'user'), alarm);
}

/** Everybody's mailbox in turn, from the application's own servers. */
function reads({ plan, rng, course, intruder, app, agreed }: Granted, index: number): void {
  course.goTo(rng.chance(0.5) ? atTheirDesk(rng, plan.scene, intruder, index) : course.now() + hours(rng.between(1, 20)));
  for (const person of agreed) {
    const place = rng.pick(app.servers);
    const folders = rng.pick([['\\Inbox'], ['\\Inbox', '\\Sent Items'], ['\\Inbox', '\\Sent Items', '\\Deleted Items']]);
    const reading = appReadsMail({ app, place, person }, folders, rng.int(1, 8));
    course.does('app-reads-mail', 'collection', together(reading, appSignsIn(app, place)));
    course.wait(0.5, 30);
  }
}

/** A near copy of a partner writes, knowing what was said before; a rule of the application's may hide the genuine one. */
function reaps(it: Granted, index: number): void {
  const { plan, rng, course, intruder, victim, app } = it;
  reads(it, index);
  course.goTo(atTheirDesk(rng, plan.scene, intruder, index));
  if (app.scopes.includes('MailboxSettings.ReadWrite') && rng.chance(0.6)) {
    const session = { person: victim, place: rng.pick(app.servers), device: rng.pick(intruder.machines), id: rng.guid() };
    course.does(
      'rule-by-app',
      'defense-evasion',
      makesRule(session, victim.mailbox, tuckingRule(rng, victim, aboutWords(moneyWords(rng))), 'New-InboxRule'),
    );
    course.wait(5, 90);
  }
  course.does(
    'fraud-mail',
    'impact',
    together(fraudFromOutside(it), appReadsMail({ app, place: rng.pick(app.servers), person: victim }, ['\\Inbox'], 1)),
  );
  course.goTo(course.now() + hours(rng.between(1, 20)));
  course.does(
    'app-reads-mail',
    'collection',
    appReadsMail({ app, place: rng.pick(app.servers), person: victim }, ['\\Inbox'], rng.int(1, 4)),
  );
}

function fraudFromOutside({ plan, rng, victim }: Granted): Act {
  const { tenant } = plan.scene;
  const known = pickWeighted(rng, victim.circle.correspondents);
  const domain = lookAlikeOf(rng, known?.partner.domain ?? rng.pick(tenant.partners).domain);
  const made = inventSender(rng, domain);
  const sender =
    known === undefined
      ? made
      : { ...made, address: `${known.address.split('@')[0] ?? 'office'}@${domain}`, displayName: known.displayName };
  const { subject, text } = bankChange(rng, victim, sender, inventAccount(rng, known?.partner.name ?? sender.displayName));
  return arrives(externalMessage(rng, sender, rng.chance(0.6) ? `RE: ${subject}` : subject), sender, [victim.mailbox], 'pass', {
    text,
  });
}
