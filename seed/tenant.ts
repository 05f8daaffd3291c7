// A company that does not exist: who works there, on what, from where.

import { createDevice, type Device } from './device.ts';
import { givenNames, surnames } from './names.ts';
import { carriers, cities, placeAt, type Carrier, type City, type Place } from './network.ts';
import type { Rng } from './random.ts';
import { extensions, projectFolders, sensitiveFiles, teams, type Team } from './library.ts';

export interface Office {
  readonly city: City;
  /** Everybody in the building leaves through this one address. */
  readonly exit: Place;
}

export interface Mailbox {
  readonly address: string;
  readonly alias: string;
  readonly guid: string;
  readonly sid: string;
  /** Opaque text every item and folder id of this mailbox begins with. */
  readonly key: string;
  readonly server: string;
  readonly projectFolder: string;
}

export interface SharedMailbox extends Mailbox {
  readonly displayName: string;
  /** Object ids of the people who work in it. */
  readonly members: readonly string[];
}

export interface Person {
  readonly id: string;
  /** As it was typed when the account was made; some logs lower it, some do not. */
  readonly upn: string;
  readonly displayName: string;
  readonly team: Team;
  readonly title: string;
  readonly manager: string | undefined;
  readonly office: Office;
  readonly puid: string;
  readonly mailbox: Mailbox;
  readonly drive: Site;
  readonly laptop: Device;
  readonly phone: Device;
  readonly mobileCarrier: Carrier;
  readonly homes: readonly [first: Place, next: Place];
  readonly phoneNumber: string;
  readonly secondFactor: 'app' | 'sms';
  readonly habits: Habits;
}

export interface Habits {
  /** Local minute of the day at which work begins. */
  readonly beginsAt: number;
  readonly hoursAtWork: number;
  /** How much of everything, 1 being usual. */
  readonly pace: number;
  /** Chance that a working day is spent at home. */
  readonly homeDays: number;
  readonly weekendMail: number;
  readonly desktopOutlook: boolean;
}

export interface SiteFile {
  readonly id: string;
  readonly name: string;
  readonly extension: string;
  readonly folder: string;
  readonly sizeInBytes: number;
  readonly sensitive: boolean;
}

export interface Site {
  readonly workload: 'SharePoint' | 'OneDrive';
  readonly url: string;
  readonly library: string;
  readonly siteId: string;
  readonly webId: string;
  readonly listId: string;
  readonly files: readonly SiteFile[];
}

export interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
}

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly domain: string;
  /** The name the organisation has in Exchange. */
  readonly initialDomain: string;
  readonly forest: string;
  readonly policy: { readonly id: string; readonly displayName: string };
  readonly people: readonly Person[];
  readonly sharedMailboxes: readonly SharedMailbox[];
  readonly sites: Readonly<Record<Team, Site>>;
  readonly groups: Readonly<Record<Team, { readonly id: string; readonly displayName: string }>>;
  readonly offices: readonly [Office, ...Office[]];
  readonly services: { readonly strongAuthentication: ServicePrincipal; readonly hrSync: ServicePrincipal };
}

const domain = 'harbourline.example';
const sharePoint = 'harbourlineexample';
const sidRoot = 'S-1-5-21-2214083175-1846652201-3970115546';

/** The same dice make the same company. */
export function createTenant(rng: Rng, headCount: number): Tenant {
  const offices = [openOffice(rng, cities.sydney), openOffice(rng, cities.brisbane), openOffice(rng, cities.perth)] as const;
  const people = hire(rng, headCount, offices);

  return {
    id: rng.fork('tenant').guid(),
    name: 'Harbourline',
    domain,
    initialDomain: `${sharePoint}.onmicrosoft.com`,
    forest: 'AUSP282A004.PROD.OUTLOOK.COM',
    policy: { id: rng.fork('policy').guid(), displayName: 'Require multifactor authentication for all users' },
    people,
    sharedMailboxes: openSharedMailboxes(rng, people),
    sites: forEachTeam((team) => openSite(rng.fork(`site/${team}`), team)),
    groups: forEachTeam((team) => ({ id: rng.fork(`group/${team}`).guid(), displayName: `${teams[team].department} Staff` })),
    offices,
    services: {
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
    },
  };
}

/** The person with that object id. */
export function personOf(tenant: Tenant, id: string): Person {
  const found = tenant.people.find((person) => person.id === id);
  if (found === undefined) throw new Error(`nobody here has the object id ${id}`);
  return found;
}

export const membersOf = (tenant: Tenant, team: Team): Person[] => tenant.people.filter((person) => person.team === team);

/** The shared mailboxes somebody works in. */
export const sharedBy = (tenant: Tenant, person: Person): SharedMailbox[] =>
  tenant.sharedMailboxes.filter((mailbox) => mailbox.members.includes(person.id));

const forEachTeam = <T>(make: (team: Team) => T): Readonly<Record<Team, T>> => {
  const names = Object.keys(teams) as Team[];
  return Object.fromEntries(names.map((team) => [team, make(team)])) as Record<Team, T>;
};

function openOffice(rng: Rng, where: City): Office {
  return { city: where, exit: placeAt(rng.fork(`office/${where.name}`), carriers.telstraBusiness, where) };
}

function hire(rng: Rng, headCount: number, offices: readonly Office[]): Person[] {
  const people: Person[] = [];
  const names = drawNames(rng.fork('names'), headCount);
  const leads = new Map<Team, string>();

  for (const [number, seat] of seats(headCount).entries()) {
    const name = names[number] ?? `Person ${number}`;
    const person = createPerson(rng.fork(`person/${number}`), number, name, seat, offices, leads.get(seat.team) ?? people[0]?.id);
    if (seat.rank === 0) leads.set(seat.team, person.id);
    people.push(person);
  }
  return people;
}

interface Seat {
  readonly team: Team;
  readonly rank: number;
}

/** Who sits where: each team's lead first, and the executives before everybody. */
function seats(headCount: number): Seat[] {
  const order: readonly Team[] = ['executives', 'finance', 'sales', 'engineering', 'operations', 'hr', 'legal', 'it'];
  const all = order.flatMap((team) => {
    const size = Math.max(2, Math.round(teams[team].share * headCount));
    return Array.from({ length: size }, (_, rank) => ({ team, rank }));
  });
  // A small company keeps one of each before it gets second ones.
  return all.sort((a, b) => a.rank - b.rank).slice(0, headCount);
}

function drawNames(rng: Rng, count: number): string[] {
  const drawn = new Set<string>();
  while (drawn.size < count) drawn.add(`${rng.pick(givenNames)} ${rng.pick(surnames)}`);
  return [...drawn];
}

function createPerson(
  rng: Rng,
  number: number,
  displayName: string,
  seat: Seat,
  offices: readonly Office[],
  manager: string | undefined,
): Person {
  const office = rng.chance(0.62) ? (offices[0] as Office) : rng.pick(offices.slice(1));
  const alias = displayName.replace(' ', '.');
  // Accounts made before the naming rule kept their capitals.
  const upn = `${rng.chance(0.4) ? alias : alias.toLowerCase()}@${domain}`;
  const titles = teams[seat.team].titles;
  const homeCarrier = rng.pick([carriers.telstraHome, carriers.tpgHome, carriers.aussieBroadbandHome, carriers.iinetHome]);

  return {
    id: rng.guid(),
    upn,
    displayName,
    team: seat.team,
    title: titles[seat.rank === 0 ? 0 : 1 + ((seat.rank - 1) % (titles.length - 1))] ?? titles[0],
    manager,
    office,
    puid: `10032003${(0x1a2b3c40 + number * 0x1f3 + rng.int(0, 200)).toString(16).toUpperCase()}`,
    mailbox: openMailbox(rng, upn, alias, 31840100 + number),
    drive: openDrive(rng.fork('drive'), upn, seat.team),
    laptop: createDevice(rng, 'laptop', number),
    phone: createDevice(rng, 'phone', number),
    mobileCarrier: rng.pick([carriers.telstraMobile, carriers.optusMobile, carriers.vodafoneMobile]),
    homes: [placeAt(rng, homeCarrier, office.city), placeAt(rng, homeCarrier, office.city)],
    phoneNumber: `+61 4${rng.int(10, 99)}${rng.int(100000, 999999)}`,
    secondFactor: rng.chance(0.7) ? 'app' : 'sms',
    habits: drawHabits(rng, seat),
  };
}

function drawHabits(rng: Rng, seat: Seat): Habits {
  return {
    beginsAt: Math.round(rng.normal(seat.team === 'operations' ? 420 : 515, 30)),
    hoursAtWork: rng.between(7.5, 9.2),
    pace: Math.min(1.8, Math.max(0.55, rng.lognormal(1, 0.25))),
    homeDays: seat.team === 'operations' ? 0.05 : rng.between(0, 0.5),
    weekendMail: seat.team === 'executives' || seat.rank === 0 ? 0.6 : rng.between(0.05, 0.35),
    desktopOutlook: rng.chance(0.5),
  };
}

function openMailbox(rng: Rng, address: string, alias: string, number: number): Mailbox {
  return {
    address,
    alias,
    guid: rng.guid(),
    sid: `${sidRoot}-${number}`,
    key: rng.base64(22),
    server: `${rng.pick(['SY4', 'ME3', 'SYB', 'MEY'])}P282MB${rng.int(1000, 4999)}`,
    projectFolder: rng.pick(projectFolders),
  };
}

interface SharedPlan {
  readonly alias: string;
  readonly displayName: string;
  readonly team: Team;
  readonly titles?: readonly string[];
}

const sharedPlans: readonly SharedPlan[] = [
  { alias: 'accountspayable', displayName: 'Accounts Payable', team: 'finance' },
  { alias: 'creditcontrol', displayName: 'Credit Control', team: 'finance' },
  { alias: 'remittances', displayName: 'Remittances', team: 'finance' },
  { alias: 'payroll', displayName: 'Payroll', team: 'finance', titles: ['Payroll Officer', 'Finance Manager'] },
  { alias: 'sales', displayName: 'Sales Enquiries', team: 'sales' },
  { alias: 'careers', displayName: 'Careers', team: 'hr' },
  { alias: 'servicedesk', displayName: 'Service Desk', team: 'it' },
  { alias: 'berthing', displayName: 'Berthing Desk', team: 'operations' },
];

function openSharedMailboxes(rng: Rng, people: readonly Person[]): SharedMailbox[] {
  return sharedPlans.map((plan, number) => {
    const dice = rng.fork(`shared/${plan.alias}`);
    const members = people.filter((person) => person.team === plan.team && (plan.titles?.includes(person.title) ?? true));
    return {
      ...openMailbox(dice, `${plan.alias}@${domain}`, plan.alias, 31848000 + number),
      displayName: plan.displayName,
      members: members.map((person) => person.id),
    };
  });
}

function openSite(rng: Rng, team: Team): Site {
  const { site, folders, files } = teams[team];
  const plain = folders.flatMap((folder) =>
    rng.some(files, 4).map((name) => storeFile(rng, folder, `${name} ${rng.int(1, 40)}`, false)),
  );
  const sensitive = sensitiveFiles[team].map((name) => storeFile(rng, folders[folders.length - 1] ?? 'General', name, true));

  return {
    workload: 'SharePoint',
    url: `https://${sharePoint}.sharepoint.com/sites/${site}/`,
    library: 'Shared Documents',
    siteId: rng.guid(),
    webId: rng.guid(),
    listId: rng.guid(),
    files: [...plain, ...sensitive],
  };
}

function openDrive(rng: Rng, upn: string, team: Team): Site {
  const files = rng.some(teams[team].files, 5).map((name) => storeFile(rng, '', `${name} draft`, false));
  return {
    workload: 'OneDrive',
    url: `https://${sharePoint}-my.sharepoint.com/personal/${upn.toLowerCase().replace(/[.@]/g, '_')}/`,
    library: 'Documents',
    siteId: rng.guid(),
    webId: rng.guid(),
    listId: rng.guid(),
    files,
  };
}

function storeFile(rng: Rng, folder: string, title: string, sensitive: boolean): SiteFile {
  const extension = rng.pick(extensions);
  const sizeInBytes = Math.round(rng.lognormal(180_000, 1));
  return { id: rng.guid(), name: `${title}.${extension}`, extension, folder, sizeInBytes, sensitive };
}
