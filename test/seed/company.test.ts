import { describe, expect, it } from 'vitest';
import { createTenant, type CompanyOptions } from '../../seed/company/company.ts';
import { industries, industryIds } from '../../seed/company/industries.ts';
import { regions } from '../../seed/network.ts';
import { createRng } from '../../seed/random.ts';
import { isThere, membersOf, onDay, personOf, teamOf, type Person, type Tenant } from '../../seed/tenant.ts';

const company = (options: Partial<CompanyOptions> = {}, seed = 'company'): Tenant =>
  createTenant(createRng(seed), { people: 60, industry: 'port', region: 'au', dayCount: 45, ...options });

const regionIds = Object.keys(regions) as (keyof typeof regions)[];

const small = company();
const large = company({ people: 1000, industry: 'manufacturing', region: 'de', dayCount: 60 });

/** Everything but the circles in themselves, which go round in circles. */
const written = (tenant: Tenant): string =>
  JSON.stringify(tenant, (_, value: unknown): unknown => {
    if (value instanceof Map || value instanceof Set) return [...(value.keys() as Iterable<unknown>)];
    if (value === Infinity || value === -Infinity) return String(value);
    if (value instanceof Float64Array) return [...value];
    if (isPerson(value)) return { ...value, manager: value.manager?.id, circle: circleOf(value) };
    return value;
  });

const isPerson = (value: unknown): value is Person => typeof value === 'object' && value !== null && 'circle' in value;

const circleOf = ({ circle }: Person) => ({
  colleagues: circle.colleagues.items.map(({ id }) => id),
  strengths: [...circle.colleagues.sums],
  correspondents: circle.correspondents.items.map(({ address }) => address),
  sites: circle.sites.items.map(({ url }) => url),
  shared: circle.shared.map(({ address }) => address),
});

describe('createTenant', () => {
  it('makes the same company of the same seed, and another of another', () => {
    expect(written(company())).toBe(written(small));
    expect(written(company({}, 'another'))).not.toBe(written(small));
  });

  it('refuses a company too small or too large', () => {
    expect(() => company({ people: 19 })).toThrow('people: a whole number from 20 to 10000; found 19');
    expect(() => company({ people: 10_001 })).toThrow(RangeError);
    expect(() => company({ people: 60.5 })).toThrow(RangeError);
  });

  it('keeps the name of the company the pictures show', () => {
    expect(small).toMatchObject({ name: 'Harbourline', domain: 'harbourline.example', industry: 'port' });
    expect(small.projects.map(({ name }) => name)).toContain('WIISE');
    expect(small.sharedMailboxes.map(({ alias }) => alias)).toEqual(
      expect.arrayContaining(['accountspayable', 'creditcontrol', 'payroll', 'servicedesk', 'careers', 'berthing']),
    );
  });

  it('draws industry and region where none is asked for', () => {
    const drawn = ['a', 'b', 'c', 'd', 'e'].map((seed) => createTenant(createRng(seed), { people: 20, dayCount: 45 }));
    expect(new Set(drawn.map(({ industry }) => industry)).size).toBeGreaterThan(1);
    expect(new Set(drawn.map(({ offices }) => offices[0].region)).size).toBeGreaterThan(1);
  });

  it('lies under a reserved top level', () => {
    for (const [number, industry] of industryIds.entries()) {
      const region = regionIds[number % regionIds.length] ?? 'au';
      const { domain, partners, newsletters } = company({ people: 20, industry, region });
      const domains = [domain, ...[...partners, ...newsletters].map((partner) => partner.domain)];
      expect(domains.filter((name) => !/^[a-z-]+\.(example|test)$/.test(name))).toEqual([]);
      expect(new Set(domains).size).toBe(domains.length);
    }
  });
});

describe.each(industryIds)('a company in %s', (industry) => {
  it.each([20, 60, 1000])('of %i people has what every company has', (people) => {
    const tenant = company({ people, industry, region: 'us', dayCount: 30 }, `${industry}/${people}`);
    expect(tenant.people).toHaveLength(people);
    for (const kind of ['executives', 'finance', 'it', 'hr'] as const) expect(membersOf(tenant, kind).length).toBeGreaterThan(1);

    expect(new Set(tenant.people.map(({ id }) => id)).size).toBe(people);
    expect(new Set(tenant.people.map(({ upn }) => upn.toLowerCase())).size).toBe(people);
    expect(tenant.byId.size).toBe(people);
    for (const person of tenant.administrators) expect(teamOf(person).department.kind).toBe('it');

    for (const purpose of ['payments', 'credit', 'payroll', 'careers', 'support']) {
      const found = tenant.sharedMailboxes.find((mailbox) => mailbox.purpose === purpose);
      expect(found?.members.length, purpose).toBeGreaterThan(0);
    }
    expect(new Set(tenant.sharedMailboxes.map(({ address }) => address)).size).toBe(tenant.sharedMailboxes.length);
    expect(new Set(tenant.apps.map(({ acts }) => acts))).toEqual(new Set(['application', 'delegated']));
    expect(new Set(tenant.serviceAccounts.map(({ purpose }) => purpose))).toEqual(
      new Set(['backup', 'sync', 'monitoring', 'scanner']),
    );
    expect(tenant.agents.length).toBeGreaterThan(0);
    expect(tenant.projects.length).toBeGreaterThanOrEqual(3);
  });

  it('has a lead at the head and rich words in every department', () => {
    const [first, ...others] = industries[industry].departments;
    expect(first?.kind).toBe('executives');
    for (const { words } of [first, ...others].filter((plan) => plan !== undefined)) {
      expect(words.files.length).toBeGreaterThanOrEqual(6);
      expect(words.sensitive.length).toBeGreaterThanOrEqual(4);
      expect(words.subjects.length).toBeGreaterThanOrEqual(5);
    }
  });
});

describe('people', () => {
  it('have one line of managers up to the chief executive, hired after them', () => {
    const [chief, ...others] = large.people;
    expect(chief).toMatchObject({ title: 'Chief Executive', rank: 'executive', manager: undefined });
    for (const person of others) expect(person.manager?.number).toBeLessThan(person.number);
  });

  it('sit in teams of a size that can meet', () => {
    const sizes = large.teams.map((team) => large.people.filter((person) => teamOf(person) === team).length);
    for (const size of sizes) expect(size).toBeLessThanOrEqual(14);
    expect(sizes.reduce((sum, size) => sum + size, 0) / sizes.length).toBeGreaterThan(7);
    expect(new Set(large.teams.map(({ name }) => name)).size).toBe(large.teams.length);
  });

  it('come, go and move at the rate of a year, and in a small company at least now and then', () => {
    const changes = ({ people }: Tenant) => ({
      joiners: people.filter(({ stays }) => stays.from > 0).length,
      leavers: people.filter(({ stays }) => stays.until < Infinity).length,
      movers: people.filter(({ teams }) => teams.length > 1).length,
    });
    const year = changes(company({ people: 1000, dayCount: 365 }));
    expect(year.joiners).toBeGreaterThan(120);
    expect(year.joiners).toBeLessThan(260);
    expect(year.leavers).toBeGreaterThan(120);
    expect(year.leavers).toBeLessThan(260);
    expect(year.movers).toBeGreaterThan(30);
    expect(year.movers).toBeLessThan(80);
    for (const count of Object.values(changes(small))) {
      expect(count).toBeGreaterThan(0);
      expect(count).toBeLessThan(8);
    }
  });

  it('of every team are there on every day', () => {
    for (const { people, teams } of [small, large]) {
      for (const team of teams) {
        const lasting = people.filter((person) => teamOf(person) === team && isThere(person, 0) && isThere(person, 44));
        expect(lasting.length, team.name).toBeGreaterThan(0);
      }
    }
  });

  it('get new phones, laptops, numbers and addresses at the pace these last', () => {
    const { people } = company({ people: 1000, dayCount: 365 });
    const share = (changed: (person: Person) => boolean) => people.filter(changed).length / people.length;
    expect(share(({ laptops }) => laptops.length > 1)).toBeCloseTo(1 / 3.5, 1);
    expect(share(({ phones }) => phones.length > 1)).toBeCloseTo(1 / 2.5, 1);
    expect(share(({ phoneNumbers }) => phoneNumbers.length > 1)).toBeLessThan(0.15);
    expect(small.people.some(({ phones }) => phones.length > 1)).toBe(true);
    for (const { phones, homes } of people) {
      expect(onDay(phones, -1)).toBe(phones[0].is);
      expect(homes.map(({ from }) => from)).toEqual(homes.map(({ from }) => from).sort((a, b) => a - b));
    }
  });

  it('use second factors in the usual proportions', () => {
    const share = (factor: Person['secondFactor']) =>
      large.people.filter(({ secondFactor }) => secondFactor === factor).length / large.people.length;
    expect(share('app')).toBeGreaterThan(0.6);
    expect(share('sms')).toBeGreaterThan(0.1);
    expect(share('sms')).toBeLessThan(0.2);
    expect(share('passkey')).toBeGreaterThan(0.06);
    expect(share('call')).toBeGreaterThan(0);
  });

  it('work shifts where a place never closes, office hours elsewhere', () => {
    const { people } = company({ people: 300, industry: 'hospital', region: 'nl' });
    const nurses = people.filter((person) => teamOf(person).department.name === 'Nursing');
    expect(nurses.filter(({ habits }) => habits.rotates).length).toBeGreaterThan(nurses.length / 2);
    expect(nurses.some(({ habits }) => habits.weekdays.includes(0))).toBe(true);
    const clerks = people.filter((person) => teamOf(person).department.kind === 'finance');
    expect(clerks.every(({ habits }) => !habits.rotates && !habits.weekdays.includes(0))).toBe(true);
  });

  it('include contractors and part-timers, and somebody on call', () => {
    const kinds = new Set(large.people.map(({ employment }) => employment));
    expect(kinds).toEqual(new Set(['employee', 'partTime', 'contractor']));
    expect(large.people.some(({ habits }) => habits.onCall)).toBe(true);
    expect(
      large.people.filter(({ employment }) => employment === 'partTime').every(({ habits }) => habits.weekdays.length < 5),
    ).toBe(true);
  });
});

describe('offices', () => {
  it('grow in number, and a large company has some in other time zones', () => {
    const zones = ({ offices }: Tenant) => new Set(offices.map(({ city }) => city.zone)).size;
    expect(company({ people: 20 }).offices).toHaveLength(1);
    const huge = company({ people: 2600, industry: 'software', region: 'us' });
    expect(huge.offices.length).toBeGreaterThan(6);
    expect(huge.offices.length).toBeLessThanOrEqual(12);
    expect(zones(huge)).toBeGreaterThan(2);
    expect(new Set(huge.offices.map(({ exit }) => exit.address)).size).toBe(huge.offices.length);
    expect(new Set(huge.offices.map(({ inside }) => inside)).size).toBe(huge.offices.length);
    for (const { city, region } of huge.offices) expect(city.country).toBe(region.country);
  });
});

describe('circles', () => {
  it.each([small, large])('hold others of the company, and never oneself', (tenant) => {
    const strangers = tenant.people.filter((person) =>
      person.circle.colleagues.items.some((other) => other === person || tenant.byId.get(other.id) !== other),
    );
    const partners = new Set(tenant.partners);
    expect(strangers).toHaveLength(0);
    for (const person of tenant.people) {
      const { colleagues, correspondents, sites, shared } = person.circle;
      expect(new Set(colleagues.items).size).toBe(colleagues.items.length);
      expect(sites.items[0] === teamOf(person).site).toBe(true);
      expect(correspondents.items.every(({ partner }) => partners.has(partner))).toBe(true);
      expect(shared.every(({ members }) => members.includes(person.id))).toBe(true);
    }
    for (const { members } of tenant.sharedMailboxes) for (const id of members) expect(personOf(tenant, id).id).toBe(id);
  });

  it('are mutual, with one’s team ahead of others', () => {
    const oneSided = large.people.filter((person) =>
      person.circle.colleagues.items.some((other) => !other.circle.colleagues.items.includes(person)),
    );
    expect(oneSided).toHaveLength(0);
    const shareOfTeam = large.people.map(strengthWithin).reduce((sum, share) => sum + share, 0) / large.people.length;
    expect(shareOfTeam).toBeGreaterThan(0.4);
    expect(shareOfTeam).toBeLessThan(0.9);
  });

  it('cross departments about as often as in a real company of that size, with a few who know very many', () => {
    const degrees = large.people.map(({ circle }) => circle.colleagues.items.length).sort((a, b) => a - b);
    const mean = degrees.reduce((sum, degree) => sum + degree, 0) / degrees.length;
    expect(mean).toBeGreaterThan(26);
    expect(mean).toBeLessThan(40);
    expect(degrees[900]).toBeGreaterThan(1.6 * mean);
    expect(degrees[990]).toBeGreaterThan(3 * mean);

    const within = large.people.flatMap((person) =>
      person.circle.colleagues.items.map((other) => teamOf(other).department === teamOf(person).department),
    );
    const share = within.filter(Boolean).length / within.length;
    expect(share).toBeGreaterThan(0.25);
    expect(share).toBeLessThan(0.5);
  });

  it('give a contractor’s own firm a place among those outside', () => {
    const contractors = large.people.filter(({ employment }) => employment === 'contractor');
    const firms = contractors.map(({ circle }) => circle.correspondents.items[0]?.partner.kind);
    expect(contractors.length).toBeGreaterThan(10);
    expect(new Set(firms)).toEqual(new Set(['supplier']));
  });
});

/** How much of what somebody does with colleagues is done with their own team. */
function strengthWithin(person: Person): number {
  const { items, sums } = person.circle.colleagues;
  const own = items.reduce(
    (sum, other, at) => (teamOf(other) === teamOf(person) ? sum + (sums[at] ?? 0) - (sums[at - 1] ?? 0) : sum),
    0,
  );
  return own / (sums.at(-1) ?? 1);
}
