// Organisations outside with which people exchange mail, and who writes from there.

import { givenNames, surnames } from '../names.ts';
import { carriers, cities, hostingExits, placeAt, type Exit, type Region } from '../network.ts';
import type { Rng } from '../random.ts';
import type { Correspondent, Partner } from '../tenant.ts';
import { pickWeighted, weighted, type Weighted } from '../weighted.ts';
import { acquaintances } from './acquaintances.ts';
import type { Industry, PartnerWords } from './industry.ts';
import { words } from './phrases.ts';
import type { Seat } from './seats.ts';

export interface Outside {
  readonly partners: readonly [Partner, ...Partner[]];
  readonly newsletters: readonly [Partner, ...Partner[]];
  /** Whom somebody there writes to; the same people again and again, and the team's partners before others. */
  correspondentsOf(seat: Seat): Weighted<Correspondent>;
}

export function meetOutside(rng: Rng, industry: Industry, region: Region, seats: readonly Seat[]): Outside {
  const partners = drawPartners(rng.fork('partners'), industry, region, seats.length);
  const newsletters = drawNewsletters(rng.fork('newsletters'), industry);
  const contacts = new Map(partners.map((partner, rank) => [partner, drawContacts(rng.fork(partner.domain), partner, rank)]));
  return { partners, newsletters, correspondentsOf: acquaintances(rng.fork('acquaintances'), contacts) };
}

/** The usual ones, whatever the business. */
const usual: readonly PartnerWords[] = [
  { kind: 'supplier', second: ['Supplies', 'Stationery', 'Facilities', 'Cleaning', 'Telecom', 'Fleet', 'Catering', 'Print'] },
  { kind: 'supplier', second: ['Staffing', 'Resourcing', 'Systems', 'Networks', 'Consulting', 'Software'] },
  { kind: 'adviser', second: ['Legal', 'Law', 'Audit', 'Advisory', 'Tax', 'Partners', 'Actuaries'] },
  { kind: 'bank', second: ['Bank', 'Capital', 'Trust', 'Mutual'] },
];

/** How many of each kind for each of the others. */
const shares: Readonly<Record<Partner['kind'], number>> = { supplier: 5, customer: 8, adviser: 1.2, bank: 0.5, newsletter: 0 };

const firstWords = words(`
  Alder Amberley Arrow Ashdown Banksia Bayside Beacon Blue Bracken Bright Calder Castle Clear Clifton Coastal Coral
  Crest Crown Dalewood Eastgate Elmwood Ember Evergreen Fairview Fenwick First Forge Foxglove Gilded Glen Golden
  Granite Green Gum Hadley Halcyon Hawthorn Hill Hollow Iron Ironbark Jarrah Kestrel Keystone King Laurel Lime Linden
  Lowland Marble Meadow Mercer Meridian Mill Mitre Moor Nettle New North Oak Ocean Old Orchard Pacific Park Pearl Pine
  Pioneer Quarry Queens Redwood Ridge River Rook Royal Sable Saffron Salt Silver South Spire Spring Star Sterling
  Stone Summer Sunrise Swift Tamar Thorn Tidewater Timber Tower True Union Upland Vale Vantage Victory Walnut Water
  Well West White Willow Winter Wood York
`);

const partnersFor = (people: number): number => Math.round(14 + 2.2 * people ** 0.62);

function drawPartners(rng: Rng, { partners }: Industry, region: Region, people: number): readonly [Partner, ...Partner[]] {
  const kinds = weighted([...usual, ...partners], ({ kind }) => shares[kind]);
  const taken = new Set<string>();
  const drawn: Partner[] = [];
  const add = ({ kind, second }: PartnerWords) => {
    const name = [
      rng.pick(firstWords),
      ...(people > 3000 && rng.chance(0.3) ? [rng.pick(firstWords)] : []),
      rng.pick(second),
    ].join(' ');
    const domain = domainOf(rng, name);
    if (taken.has(domain)) return;
    taken.add(domain);
    drawn.push({ domain, name, kind, server: serverOf(rng, region), authenticates: rng.chance(0.88) });
  };

  for (const plan of [...usual, ...partners]) add(plan);
  for (let attempt = 0; attempt < partnersFor(people) * 2 && drawn.length < partnersFor(people); attempt++) {
    const plan = pickWeighted(rng, kinds);
    if (plan !== undefined) add(plan);
  }
  return atLeastOne(rng.shuffle(drawn));
}

function drawNewsletters(rng: Rng, { newsletters }: Industry): readonly [Partner, ...Partner[]] {
  return atLeastOne(
    newsletters.map((name) => ({
      domain: `${name}.test`,
      name: name.split('-').map(capital).join(' '),
      kind: 'newsletter' as const,
      server: placeAt(rng, carriers.amazon, cities.seattle),
      authenticates: rng.chance(0.95),
    })),
  );
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

function domainOf(rng: Rng, name: string): string {
  const parts = name.toLowerCase().split(' ');
  return `${parts.join(rng.chance(0.15) ? '-' : '')}.${rng.chance(0.75) ? 'example' : 'test'}`;
}

/** Most rent mailboxes at one of two; others have a machine of their own. */
function serverOf(rng: Rng, region: Region) {
  const drawn = rng.next();
  if (drawn < 0.5) return placeAt(rng, carriers.microsoft, cities.redmond);
  if (drawn < 0.7) return placeAt(rng, carriers.google, cities.mountainView);
  const own: Exit = drawn < 0.88 ? { carrier: rng.pick(region.business), city: rng.pick(region.cities) } : rng.pick(hostingExits);
  return placeAt(rng, own.carrier, own.city);
}

const roles: Readonly<Record<Partner['kind'], readonly string[]>> = {
  supplier: ['accounts', 'billing', 'orders', 'support'],
  customer: ['purchasing', 'accounts', 'payables'],
  adviser: ['reception', 'invoices'],
  bank: ['business', 'notices'],
  newsletter: ['news'],
};

/** The first partners are the largest: many people there write to us. */
function drawContacts(rng: Rng, partner: Partner, rank: number): readonly Correspondent[] {
  const count = 1 + rng.poisson(1.5 + 7 / (1 + rank / 6));
  const initials = rng.chance(0.3);
  const people = Array.from({ length: count }, () => {
    const [given, family] = [rng.pick(givenNames), rng.pick(surnames)];
    const local = `${initials ? given.charAt(0) : `${given}.`}${family.replace(/[^A-Za-z]/g, '')}`.toLowerCase();
    return { address: `${local}@${partner.domain}`, displayName: `${given} ${family}`, partner };
  });
  const desks = rng.some(roles[partner.kind], rng.int(0, 2)).map((role) => ({
    address: `${role}@${partner.domain}`,
    displayName: `${partner.name} ${capital(role)}`,
    partner,
  }));
  return [...new Map([...people, ...desks].map((each) => [each.address, each])).values()];
}

function atLeastOne<T>(items: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = items;
  if (first === undefined) throw new Error('nobody outside to write to');
  return [first, ...others];
}
