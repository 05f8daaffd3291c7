// A company that does not exist: who works there, on what, from where, with
// whom. Puts the parts together; what each is like is in the files beside it.

import { regions, type Region } from '../network.ts';
import type { Rng } from '../random.ts';
import { teamOf, type Department, type Person, type Project, type Site, type Team, type Tenant } from '../tenant.ts';
import { createBrand, type Brand } from './brand.ts';
import { drawCircles } from './circles.ts';
import { groupBy } from '../group-by.ts';
import { industries, industryIds } from './industries.ts';
import type { Industry, IndustryId } from './industry.ts';
import { drawSidRoot, openSharedMailboxes } from './mailboxes.ts';
import { openOffices, type Offices } from './offices.ts';
import { meetOutside } from './partners.ts';
import { hire, type Newcomer } from './people.ts';
import { createAgents, installApps, openServiceAccounts } from './programs.ts';
import { planProjects, type ProjectPlan } from './projects.ts';
import { planSeats, type Seat } from './seats.ts';
import { openSite } from './sites.ts';
import { planTeams, type TeamPlan } from './teams.ts';
import { knit } from './ties.ts';
import { companyWords, projectWords } from './words.ts';

export interface CompanyOptions {
  /** From 20 to 10,000, those who join or leave while the calendar runs included. */
  readonly people: number;
  /** Drawn when not given. */
  readonly industry?: IndustryId;
  /** Where its head office is; drawn when not given. */
  readonly region?: keyof typeof regions;
  readonly dayCount: number;
}

export const fewestPeople = 20;
export const mostPeople = 10_000;

/** The same dice and options make the same company; throws RangeError when it would be too small or too large. */
export function createTenant(rng: Rng, options: CompanyOptions): Tenant {
  const plan = planCompany(rng, options);
  const { industry, region, brand, offices } = plan;
  const teams = plan.teams.map((team) => openTeam(rng.fork(`team/${team.number}`), brand, team));
  const { people, sharedMailboxes, projects, outside } = staff(rng, plan, teams, options.dayCount);

  return {
    id: rng.fork('tenant').guid(),
    name: brand.name,
    industry: industry.id,
    domain: brand.domain,
    initialDomain: `${brand.tenantName}.onmicrosoft.com`,
    forest: region.forest,
    policy: { id: rng.fork('policy').guid(), displayName: 'Require multifactor authentication for all users' },
    offices: offices.all,
    vpnExits: offices.vpnExits,
    departments: atLeastOne([...new Set(teams.map(({ department }) => department))]),
    teams: atLeastOne(teams),
    people,
    byId: new Map(people.map((person) => [person.id, person])),
    administrators: administratorsAmong(people),
    sharedMailboxes,
    projects,
    partners: outside.partners,
    newsletters: outside.newsletters,
    apps: installApps(rng.fork('apps'), people.length),
    serviceAccounts: openServiceAccounts(rng.fork('service accounts'), brand, offices.all),
    agents: createAgents(rng.fork('agents'), people),
    services: platformServices(rng),
  };
}

interface CompanyPlan {
  readonly industry: Industry;
  readonly region: Region;
  readonly brand: Brand;
  readonly offices: Offices;
  readonly teams: readonly TeamPlan[];
  readonly seats: readonly Seat[];
  readonly projects: readonly ProjectPlan[];
}

/** All that can be decided before anybody has a name. */
function planCompany(rng: Rng, options: CompanyOptions): CompanyPlan {
  const { people, dayCount } = options;
  if (!Number.isInteger(people) || people < fewestPeople || people > mostPeople)
    throw new RangeError(`people: a whole number from ${fewestPeople} to ${mostPeople}; found ${people}`);

  const industry = industries[options.industry ?? rng.fork('industry').pick(industryIds)];
  const regionId = options.region ?? rng.fork('region').pick(Object.keys(regions) as (keyof typeof regions)[]);
  const region: Region = regions[regionId];
  const brand = createBrand(rng.fork('brand'), industry, regionId);
  const offices = openOffices(rng.fork('offices'), { people, home: region, international: industry.international });

  const teams = planTeams(rng.fork('teams'), industry.departments, people, offices);
  const seats = planSeats(rng.fork('seats'), teams, offices, dayCount);
  const projects = planProjects(rng.fork('projects'), industry, seats);
  return { industry, region, brand, offices, teams, seats, projects };
}

/** Fills the seats, and gives everybody a circle. */
function staff(rng: Rng, plan: CompanyPlan, teams: readonly Team[], dayCount: number) {
  const { industry, region, brand, seats } = plan;
  const host = { domain: brand.domain, sidRoot: drawSidRoot(rng.fork('sid')) };
  const people = hire(rng, seats, {
    brand,
    host,
    dayCount,
    homeDays: industry.homeDays,
    teamOf: ({ number }) => teams[number] as Team,
    folderOf: foldersOf(rng.fork('folders'), plan),
  });

  const sharedMailboxes = openSharedMailboxes(rng.fork('shared'), { ...host, region }, industry.sharedMailboxes, people);
  const projects = plan.projects.map((each, number) => openProject(rng.fork(`project/${number}`), brand, each, people));
  const outside = meetOutside(rng.fork('outside'), industry, region, seats);
  const crews = plan.projects.map(({ crew }) => crew);
  drawCircles({
    seats,
    people,
    ties: knit(rng.fork('ties'), seats, crews),
    outside,
    shared: sharedMailboxes,
    projectSites: sitesOfCrews(plan.projects, projects),
    departmentSites: openDepartmentSites(rng.fork('department sites'), brand, teams),
    intranet: openSite(rng.fork('intranet'), brand, 'Intranet', companyWords),
  });
  return { people, sharedMailboxes, projects, outside };
}

const platformServices = (rng: Rng): Tenant['services'] => ({
  // The application id is Microsoft's own and the same in every tenant.
  strongAuthentication: {
    id: rng.fork('mfa service').guid(),
    appId: 'b5a60e17-278b-4c92-a4e2-b9262e66bb28',
    displayName: 'Azure MFA StrongAuthenticationService',
  },
  hrSync: {
    id: rng.fork('hr sync').guid(),
    appId: rng.fork('hr sync app').guid(),
    displayName: 'People System Provisioning',
  },
});

function openTeam(rng: Rng, brand: Brand, { name, department }: TeamPlan): Team {
  return {
    id: rng.guid(),
    name,
    department,
    site: openSite(rng, brand, name, department.words),
    group: { id: rng.guid(), displayName: `${name} Staff` },
  };
}

function openProject(rng: Rng, brand: Brand, { name, crew }: ProjectPlan, people: readonly Newcomer[]): Project {
  const members = crew.flatMap((number) => people[number] ?? []);
  return { name, members, site: openSite(rng, brand, `Project ${name}`, projectWords) };
}

/** A folder for a project of theirs, or for one they once had to do with. */
function foldersOf(rng: Rng, { industry, projects }: CompanyPlan): (seat: Seat) => string {
  const memberships = projects.flatMap(({ name, crew }) => crew.map((number) => ({ name, number })));
  const own = groupBy(memberships, ({ number }) => number);
  return ({ number }) => {
    const names = own.get(number)?.map(({ name }) => name) ?? industry.projects;
    return rng.fork(`${number}`).pick(names);
  };
}

function sitesOfCrews(plans: readonly ProjectPlan[], projects: readonly Project[]): ReadonlyMap<number, readonly Site[]> {
  const sites = new Map<number, Site[]>();
  for (const [at, { crew }] of plans.entries()) {
    const site = projects[at]?.site;
    if (site === undefined) continue;
    for (const number of crew) sites.set(number, [...(sites.get(number) ?? []), site]);
  }
  return sites;
}

function openDepartmentSites(rng: Rng, brand: Brand, teams: readonly Team[]): ReadonlyMap<string, Site> {
  const open = (department: Department) =>
    openSite(rng.fork(department.name), brand, `${department.name} Department`, department.words);
  return new Map(
    [...groupBy(teams, ({ department }) => department)]
      .filter(([, ofIt]) => ofIt.length > 1)
      .map(([department]) => [department.id, open(department)]),
  );
}

const peopleForAdministrator = 400;

/** The head of technology and, as the company grows, some who stay the whole time. */
function administratorsAmong(people: readonly Person[]): readonly [Person, ...Person[]] {
  const technology = people.filter((person) => teamOf(person).department.kind === 'it' && person.employment === 'employee');
  const settled = technology.filter(({ stays }) => stays.from === -Infinity && stays.until === Infinity);
  return atLeastOne(settled.slice(0, 2 + Math.floor(people.length / peopleForAdministrator)));
}

function atLeastOne<T>(items: readonly T[]): readonly [T, ...T[]] {
  const [first, ...others] = items;
  if (first === undefined) throw new Error('a company needs at least one of each');
  return [first, ...others];
}
