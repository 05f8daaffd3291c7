// A useful application makes the round: one person tells the next.
//
// Within days or weeks a team has agreed to it, some after reading what it asks
// for twice; its servers then read what they were allowed to. In the end an
// administrator may agree for everybody, or nobody hears of it again.
// Looks like people falling for a stranger's application one after another.
// After: Microsoft Learn, "Manage consent to applications" and "Publisher
// verification"; Red Canary, "Investigating Entra apps that request unexpected
// permissions" (2026).

import { hours } from '../../src/model/time.ts';
import { internalMessage } from '../message.ts';
import type { Rng } from '../random.ts';
import type { OAuthApp, Person } from '../tenant.ts';
import { someWeighted } from '../weighted.ts';
import { targets } from '../wire/apps.ts';
import { openCourse, programme, type Course } from './course.ts';
import { consentLink, inventApp, inventDomain, mailScopes } from './inventions.ts';
import { beginning } from './intrusion.ts';
import {
  administratorOn,
  candidates,
  choose,
  dayOfMoment,
  mailProgramOf,
  nextAtWork,
  ownSession,
  type AtWork,
} from './people.ts';
import type { Family, Plan, Programme } from './programme.ts';
import { agreesTo, appReadsMail, appSignsIn } from './steps/apps.ts';
import { sends } from './steps/post.ts';
import { signsIn } from './steps/sign-in.ts';
import { perhapsNoticed, together } from './steps/together.ts';
import { lure } from './words.ts';

export const honestAppConsentWave: Family = {
  id: 'honest-app-consent-wave',
  kind: 'look-alike',
  unseen: false,
  says: 'one colleague after another agrees to a useful application that reads mail and calendars',
  sources: ['Microsoft Learn, "Configure how users consent to applications"', 'Microsoft Learn, "Publisher verification"'],
  days: 4,
  plan(plan) {
    const rng = plan.rng.fork('course');
    const finder = choose(plan, ({ circle }) => circle.colleagues.items.length >= 2) ?? choose(plan, () => true);
    const first = finder === undefined ? undefined : beginning(plan, rng, finder, 3);
    if (finder === undefined || first === undefined) return undefined;
    return tellWave(plan, rng, finder, { day: first, at: first.day.from + hours(rng.between(0.2, 6)) });
  },
};

interface Wave {
  readonly plan: Plan;
  readonly rng: Rng;
  readonly course: Course;
  readonly app: OAuthApp;
  readonly link: string;
}

function tellWave(plan: Plan, rng: Rng, finder: Person, at: AtWork): Programme {
  const { tenant } = plan.scene;
  const app = inventApp(rng, tenant, mailScopes(rng), 0.6);
  const it: Wave = {
    plan,
    rng,
    course: openCourse(rng.fork('pace')),
    app,
    link: consentLink(rng, app, inventDomain(rng, tenant)),
  };
  const agreed = [finder];
  agrees(it, finder, at);
  recommends(it, finder, at);
  for (const person of followers(it, finder)) {
    it.course.goTo(it.course.now() + hours(rng.lognormal(7, 1.3)));
    const found = nextAtWork(plan, rng, person, it.course.now());
    if (found === undefined) break;
    it.course.goTo(found.at);
    agrees(it, person, found);
    agreed.push(person);
    if (rng.chance(0.5)) works(it, rng.pick(agreed));
  }
  if (rng.chance(0.35)) forEverybody(it);
  for (let visit = rng.int(1, 5); visit > 0; visit--) works(it, rng.pick(agreed));
  return programme(plan, honestAppConsentWave, it.course.steps, { victims: agreed.map(({ id }) => id), ending: 'benign' });
}

const followers = ({ plan, rng }: Wave, finder: Person): Person[] => {
  const near = someWeighted(rng, finder.circle.colleagues, rng.int(2, 14));
  const far = candidates(plan, ({ id }) => id !== finder.id).slice(0, rng.int(1, 4));
  return [...new Set([...near, ...far])].filter((person) => person !== finder);
};

function agrees({ plan, rng, course, app }: Wave, person: Person, { day, at }: AtWork): void {
  course.goTo(at);
  const session = ownSession(plan.scene, person, day);
  const target = { app: { id: app.appId, name: app.displayName }, resource: targets.officeHome.resource, client: 'Browser' };
  const hesitates = rng.chance(0.25)
    ? (['consentRequired', 'consentRequired', 'success'] as const)
    : (['consentRequired', 'success'] as const);
  const asked = signsIn(session, hesitates, { target, secondFactor: 'claim', apart: [6, 200] });
  const alarm = perhapsNoticed(0.06, {
    product: 'cloudApps',
    title: 'Suspicious OAuth app activity',
    severity: 'medium',
    person,
    app,
  });
  course.does('consent', 'persistence', together(asked, agreesTo(session, app, 'user'), alarm));
  course.wait(0.5, 10);
}

function recommends({ plan, rng, course, link }: Wave, finder: Person, { day }: AtWork): void {
  const to = someWeighted(rng, finder.circle.colleagues, rng.int(2, 12));
  const [one] = to;
  if (one === undefined || rng.chance(0.4)) return;
  const { subject, text } = lure(rng, 'app', one, finder);
  const sending = {
    message: internalMessage(rng, finder, subject),
    to: to.map(({ mailbox }) => mailbox),
    rest: { text, links: [link] },
    client: mailProgramOf(finder),
  };
  course.does('recommended', 'lateral-movement', sends(ownSession(plan.scene, finder, day), sending));
}

/** It does what it is for. */
function works({ rng, course, app }: Wave, person: Person): void {
  course.wait(5, 300);
  const place = rng.pick(app.servers);
  course.does(
    'app-reads-mail',
    'collection',
    together(appReadsMail({ app, place, person }, ['\\Inbox'], rng.int(1, 6)), appSignsIn(app, place)),
  );
}

function forEverybody({ plan, rng, course, app }: Wave): void {
  const index = dayOfMoment(plan.scene, course.now()) + 1;
  const administrator = administratorOn(plan.scene, index);
  const found = nextAtWork(plan, rng, administrator.person, course.now());
  if (found === undefined) return;
  course.goTo(found.at);
  course.does(
    'consent-for-everybody',
    'persistence',
    agreesTo(ownSession(plan.scene, administrator.person, found.day), app, 'admin'),
  );
}
