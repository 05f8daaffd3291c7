// Mails to many at once that are no crime: what marketing sends out, the
// awareness test somebody ordered, the warning before a penetration test.

import { minutes, seconds } from '../../src/model/time.ts';
import { localTime } from '../calendar.ts';
import type { Oddity, OddityKind } from '../chronicle.ts';
import { externalMessage, internalMessage } from '../message.ts';
import { givenNames, surnames } from '../names.ts';
import { hostingExits, placeAt } from '../network.ts';
import type { Rng } from '../random.ts';
import { teamOf, type Correspondent, type Partner } from '../tenant.ts';
import type { World } from '../world.ts';
import type { Letter, Party } from './conversations.ts';
import { momentAtWork } from './attendance.ts';
import { atWork, type PersonDay, type Today } from './today.ts';
import { campaignSubjects } from './words.ts';

const campaigns: Partial<Record<OddityKind, (world: World, rng: Rng, today: Today, oddity: Oddity) => Letter[]>> = {
  'marketing-blast': advertises,
  'phishing-test': tests,
  'penetration-test': announces,
};

export const campaignsToday = (world: World, today: Today): Letter[] =>
  today.oddities
    .filter(({ from }) => from === today.index)
    .flatMap((oddity) => campaigns[oddity.kind]?.(world, world.rng.fork(`${oddity.kind}/${oddity.from}`), today, oddity) ?? []);

/** One mail to hundreds of customers, and to a few of one's own. */
function advertises(world: World, rng: Rng, today: Today): Letter[] {
  const working = atWork(today);
  const sender =
    working.find(({ person }) => teamOf(person).department.kind === 'marketing') ??
    working.find(({ person }) => teamOf(person).department.kind === 'sales');
  if (sender === undefined) return [];
  const partners = world.tenant.partners.filter(({ kind }) => kind === 'customer');
  const to: Party[] = Array.from({ length: rng.int(80, 420) }, () =>
    customerOf(rng, rng.pick(partners.length > 0 ? partners : world.tenant.partners)),
  );
  for (let colleague = 0; colleague < 5; colleague++) to.push(rng.pick(today.people).person);
  const message = internalMessage(rng, sender.person, rng.pick(campaignSubjects));
  const links = [`https://www.${world.tenant.domain}/offer/${rng.hex(5)}`];
  return [
    { at: momentAtWork(rng, sender.attendance), from: sender.person, by: sender, to, message, kind: 'notice', depth: 0, links },
  ];
}

function customerOf(rng: Rng, partner: Partner): Correspondent {
  const displayName = `${rng.pick(givenNames)} ${rng.pick(surnames)}`;
  return { address: `${displayName.toLowerCase().replace(' ', '.')}@${partner.domain}`, displayName, partner };
}

const pretexts = [
  'Your mailbox is almost full',
  'Updated payroll calendar',
  'A document was shared with you',
  'Parcel held at the depot',
] as const;

/** A vendor's mails to most people over an hour or two; the domain looks like any other. */
function tests(world: World, rng: Rng, today: Today): Letter[] {
  const exit = rng.pick(hostingExits);
  const domain = `${rng.pick(['secure', 'learn', 'staff', 'mail'])}${rng.pick(['portal', 'notice', 'desk', 'post'])}${rng.int(2, 99)}.example`;
  const partner: Partner = {
    domain,
    name: 'Notices',
    kind: 'supplier',
    server: placeAt(rng, exit.carrier, exit.city),
    authenticates: true,
  };
  const from: Correspondent = {
    address: `notices@${domain}`,
    displayName: rng.pick(['IT Notices', 'People Team', 'Document Centre']),
    partner,
  };
  const subject = rng.pick(pretexts);
  let at = localTime(world.calendar, today.index, rng.between(540, 620), world.tenant.offices[0].city.zone);
  const tested = today.people.filter(() => rng.chance(0.7)).slice(0, 1_500);
  return tested.flatMap((day): Letter[] => {
    at += seconds(rng.between(1, Math.max(2, 5_400 / tested.length)));
    const message = externalMessage(rng, from, subject);
    const mail: Letter = {
      at,
      from,
      to: [day.person],
      message,
      kind: 'notice',
      depth: 0,
      links: [`https://${domain}/v/${rng.hex(10)}`],
      authentication: 'pass',
    };
    return rng.chance(0.05) ? [mail, ...reported(world, rng, day, mail)] : [mail];
  });
}

/** The few who notice tell the help desk, or whoever looks after the systems. */
function reported(world: World, rng: Rng, day: PersonDay, { message, at }: Letter): Letter[] {
  if (!day.attendance.working) return [];
  const desk = world.tenant.sharedMailboxes.find(({ department }) => department.kind === 'it') ?? world.tenant.administrators[0];
  const note = internalMessage(rng, day.person, `FW: ${message.subject}`);
  const when = Math.max(at, day.attendance.from) + minutes(rng.lognormal(25, 0.8));
  return [{ at: when, from: day.person, by: day, to: [desk], message: note, kind: 'mail', depth: 1 }];
}

/** The consultancy writes to the administrators on the morning of the test. */
function announces(world: World, rng: Rng, today: Today): Letter[] {
  const partner = world.tenant.partners.find(({ kind }) => kind === 'adviser') ?? world.tenant.partners[0];
  const from = customerOf(rng, partner);
  const at = localTime(world.calendar, today.index, rng.between(480, 540), world.tenant.offices[0].city.zone);
  const message = externalMessage(rng, from, 'Start of the agreed password test today');
  return [{ at, from, to: today.onDuty.map(({ person }) => person), message, kind: 'mail', depth: 0 }];
}
