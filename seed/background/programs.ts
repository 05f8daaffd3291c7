// Programs beside the people: service accounts on their schedules, applications
// that read by themselves or for somebody, assistants looking after their own
// tokens.

import { minutes, seconds } from '../../src/model/time.ts';
import { mailReadByApp } from '../acts/mailbox.ts';
import { appSignIn, serviceSignIn } from '../acts/sign-in.ts';
import { localTime } from '../calendar.ts';
import type { Rng } from '../random.ts';
import type { SeedRecord } from '../record.ts';
import { isThere, type OAuthApp, type ServiceAccount } from '../tenant.ts';
import { resources } from '../wire/apps.ts';
import type { World } from '../world.ts';
import { momentAtWork } from './attendance.ts';
import { lot } from './lot.ts';
import { mailsIn } from './mail.ts';
import type { PersonDay, Today } from './today.ts';

export function programsAtWork(world: World, today: Today): SeedRecord[] {
  const { serviceAccounts, apps, agents } = world.tenant;
  return [
    ...serviceAccounts.flatMap((account) => onSchedule(world, account, today.index)),
    ...apps.filter(({ acts }) => acts === 'application').flatMap((app) => byItself(world, app, today)),
    ...agents.flatMap((agent) => {
      const rng = world.rng.fork(`agent ${agent.id}/${today.index}`);
      const place = world.tenant.apps.find(({ servers }) => servers.length > 0)?.servers[0] ?? world.tenant.offices[0].exit;
      return Array.from({ length: 4 }, (_, turn) =>
        appSignIn(world, rng, {
          at: clock(world, today.index, turn * 360 + rng.between(0, 90)),
          app: agent,
          place,
          resource: resources.graph,
        }),
      ).flat();
    }),
  ];
}

const clock = (world: World, index: number, minuteOfDay: number) =>
  localTime(world.calendar, index, minuteOfDay, world.tenant.offices[0].city.zone);

/** Every so many minutes, to the second; once in a few months its password changes and the program is told hours later. */
function onSchedule(world: World, account: ServiceAccount, index: number): SeedRecord[] {
  const rng = world.rng.fork(`account ${account.id}/${index}`);
  const phase = world.rng.fork(`account ${account.id}`).between(0, account.every);
  const forgotten = rng.chance(1 / 120) ? rng.between(500, 900) : Infinity;
  const told = forgotten + rng.between(30, 180);
  const turns = Math.floor((1_440 - phase) / account.every) + 1;
  return Array.from({ length: turns }, (_, turn) => {
    const minute = phase + turn * account.every;
    const outcome = minute > forgotten && minute < told ? 'wrongPassword' : 'success';
    return serviceSignIn(world, rng, { at: clock(world, index, minute) + seconds(rng.between(0, 4)), account, outcome });
  }).flat();
}

const readsMail = ({ scopes }: OAuthApp): boolean =>
  scopes.some((scope) => scope.startsWith('Mail.Read') || scope.startsWith('EWS.'));

/** Signs in through the day; those that may, fetch mail of shared mailboxes and of a few people. */
function byItself(world: World, app: OAuthApp, { index }: Today): SeedRecord[] {
  const rng = world.rng.fork(`app ${app.id}/${index}`);
  const [first] = app.servers;
  if (first === undefined) return [];
  const place = () => rng.pick(app.servers);
  const signIns = Array.from({ length: rng.int(5, 9) }, (_, turn) =>
    appSignIn(world, rng, {
      at: clock(world, index, turn * 160 + rng.between(0, 150)),
      app,
      place: place(),
      resource: resources.graph,
    }),
  ).flat();
  if (!readsMail(app)) return signIns;
  const served = world.tenant.people.filter(
    (person) => lot(person, app.appId) < 0.02 && isThere(person, index) && person.stays.from < index - settled,
  );
  return [...signIns, ...served.flatMap((person) => fetches(world, rng, app, person.mailbox, person, index))];
}

/** Days until somebody new is taken up. */
const settled = 7;

function fetches(
  world: World,
  rng: Rng,
  app: OAuthApp,
  mailbox: PersonDay['person']['mailbox'],
  person: PersonDay['person'],
  index: number,
) {
  return Array.from({ length: rng.int(1, 3) }, () => {
    const at = clock(world, index, rng.between(0, 1_435));
    const messages = mailsIn(world, rng, person, mailbox, '\\Inbox', rng.int(1, 4));
    return mailReadByApp(world, rng, { at, app, person, mailbox, place: rng.pick(app.servers), folder: '\\Inbox', messages });
  }).flat();
}

/** Applications somebody uses: a calendar on their phone, a customer system that files their mail. */
export function appsFor(world: World, day: PersonDay): SeedRecord[] {
  const { person, attendance } = day;
  const used = world.tenant.apps.filter((app) => app.acts === 'delegated' && usesApp(day, app) && app.servers.length > 0);
  if (used.length === 0) return [];
  const rng = day.rng.fork('apps');
  return used.filter(readsMail).flatMap((app) =>
    Array.from({ length: rng.poisson(0.7) }, () => {
      const at = momentAtWork(rng, attendance) + minutes(rng.between(0, 5));
      const messages = mailsIn(world, rng, person, person.mailbox, '\\Inbox', rng.int(1, 3));
      const place = rng.pick(app.servers);
      return mailReadByApp(world, rng, { at, app, person, mailbox: person.mailbox, place, folder: '\\Inbox', messages });
    }).flat(),
  );
}

/** Those who agreed to it before the first day, and those who did since. */
function usesApp({ person, index, oddities }: PersonDay, app: OAuthApp): boolean {
  return lot(person, app.appId) < 0.05 || oddities.some(({ kind, from }) => kind === 'consented-to-app' && from < index);
}
