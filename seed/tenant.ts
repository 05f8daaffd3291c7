// What a company is made of: people in teams, what they work on and from where,
// whom they write to, and the programs that work beside them. Only the shapes;
// company/ draws one.

import type { Device } from './device.ts';
import type { Carrier, City, Place, Region } from './network.ts';
import type { Weighted } from './weighted.ts';

/** Something that is so from a day on, until the next of its kind. Indices of local days; the first begins at −∞. */
export interface Since<T> {
  readonly from: number;
  readonly is: T;
}

/** What holds on that day, out of a list in order of `from`. */
export function onDay<T>(spans: readonly [Since<T>, ...Since<T>[]], index: number): T {
  let found = spans[0];
  for (const span of spans) if (span.from <= index) found = span;
  return found.is;
}

export interface Office {
  readonly city: City;
  readonly region: Region;
  /** Everybody in the building leaves through this one address. */
  readonly exit: Place;
  /** First two numbers of the addresses inside: `10.14`. */
  readonly inside: string;
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
  readonly department: Department;
  /** What it is for, e.g. `payments`, `sales`, `careers`, `support`. */
  readonly purpose: string;
  /** Object ids of the people who work in it. */
  readonly members: readonly string[];
}

export type DepartmentKind =
  | 'executives'
  | 'finance'
  | 'sales'
  | 'marketing'
  | 'hr'
  | 'legal'
  | 'it'
  | 'operations'
  | 'engineering'
  | 'service'
  | 'research';

export interface Department {
  readonly id: string;
  readonly kind: DepartmentKind;
  readonly name: string;
  /** What its people write about and keep. */
  readonly words: DepartmentWords;
}

export interface DepartmentWords {
  readonly titles: readonly [lead: string, ...others: string[]];
  readonly folders: readonly [string, ...string[]];
  readonly files: readonly [string, ...string[]];
  /** Names of files whose theft would hurt. */
  readonly sensitive: readonly [string, ...string[]];
  readonly subjects: readonly [string, ...string[]];
}

export interface Group {
  readonly id: string;
  readonly displayName: string;
}

/** Some people of one department who work together daily. */
export interface Team {
  readonly id: string;
  readonly name: string;
  readonly department: Department;
  readonly site: Site;
  readonly group: Group;
}

export type SecondFactor = 'app' | 'sms' | 'call' | 'code' | 'passkey';

export interface Person {
  readonly id: string;
  /** Counts from 0 in the order of hiring. */
  readonly number: number;
  /** As it was typed when the account was made; some logs lower it, some do not. */
  readonly upn: string;
  readonly displayName: string;
  readonly title: string;
  readonly employment: 'employee' | 'partTime' | 'contractor';
  readonly rank: 'executive' | 'lead' | 'member';
  /** Movers have several. */
  readonly teams: readonly [Since<Team>, ...Since<Team>[]];
  readonly manager: Person | undefined;
  readonly office: Office;
  /** First and last local day with the company; ±∞ for most. */
  readonly stays: { readonly from: number; readonly until: number };
  readonly puid: string;
  readonly mailbox: Mailbox;
  readonly drive: Site;
  /** Replaced now and then. */
  readonly laptops: readonly [Since<Device>, ...Since<Device>[]];
  readonly phones: readonly [Since<Device>, ...Since<Device>[]];
  readonly phoneNumbers: readonly [Since<string>, ...Since<string>[]];
  /** A household's address lasts until its carrier gives it another, or until they move. */
  readonly homes: readonly [Since<Place>, ...Since<Place>[]];
  readonly mobileCarrier: Carrier;
  readonly secondFactor: SecondFactor;
  readonly habits: Habits;
  readonly circle: Circle;
}

export interface Habits {
  /** Local minute of the day at which work begins. */
  readonly beginsAt: number;
  readonly hoursAtWork: number;
  /** Weekdays worked, 0 being Sunday; part-time people have fewer, shifts have others. */
  readonly weekdays: readonly number[];
  /** Works at other hours from week to week: early, late, night. */
  readonly rotates: boolean;
  /** How much of everything, 1 being usual. */
  readonly pace: number;
  /** Chance that a working day is spent at home. */
  readonly homeDays: number;
  /** Chance that a day at home goes through the company's VPN. */
  readonly vpnDays: number;
  readonly weekendMail: number;
  readonly desktopOutlook: boolean;
  /** Gets calls at night when the company's systems fail. */
  readonly onCall: boolean;
}

/** Whom and what somebody works with, each with how often. */
export interface Circle {
  readonly colleagues: Weighted<Person>;
  readonly correspondents: Weighted<Correspondent>;
  readonly sites: Weighted<Site>;
  readonly shared: readonly SharedMailbox[];
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
  readonly files: readonly [SiteFile, ...SiteFile[]];
}

/** An organisation outside with which people exchange mail. */
export interface Partner {
  readonly domain: string;
  readonly name: string;
  readonly kind: 'supplier' | 'customer' | 'adviser' | 'bank' | 'newsletter';
  /** Where its mail leaves. */
  readonly server: Place;
  /** Whether its mail passes SPF, DKIM and DMARC; not every honest sender's does. */
  readonly authenticates: boolean;
}

/** Somebody there. */
export interface Correspondent {
  readonly address: string;
  readonly displayName: string;
  readonly partner: Partner;
}

export interface ServicePrincipal {
  readonly id: string;
  readonly appId: string;
  readonly displayName: string;
}

/** An application people or administrators agreed to. */
export interface OAuthApp extends ServicePrincipal {
  readonly publisher: string;
  readonly verified: boolean;
  readonly scopes: readonly string[];
  /** Where its servers are; empty for those that only act on people's machines. */
  readonly servers: readonly Place[];
  /** `application` reads by itself, `delegated` for somebody signed in. */
  readonly acts: 'application' | 'delegated';
}

/** An account no person uses: backups, scanners, synchronisation. Its password is in a program. */
export interface ServiceAccount {
  readonly id: string;
  readonly upn: string;
  readonly displayName: string;
  readonly puid: string;
  readonly place: Place;
  readonly userAgent: string;
  /** Minutes between its sign-ins. */
  readonly every: number;
  readonly purpose: 'backup' | 'scanner' | 'sync' | 'monitoring';
}

/** A program that answers people and reads what they may read. */
export interface Agent extends ServicePrincipal {
  readonly owner: Person;
}

/** Work that takes people from several teams. */
export interface Project {
  readonly name: string;
  readonly members: readonly Person[];
  readonly site: Site;
}

export interface Tenant {
  readonly id: string;
  readonly name: string;
  readonly industry: string;
  readonly domain: string;
  /** The name the organisation has in Exchange. */
  readonly initialDomain: string;
  readonly forest: string;
  readonly policy: { readonly id: string; readonly displayName: string };
  readonly offices: readonly [Office, ...Office[]];
  readonly vpnExits: readonly [Place, ...Place[]];
  readonly departments: readonly [Department, ...Department[]];
  readonly teams: readonly [Team, ...Team[]];
  readonly people: readonly Person[];
  /** By object id. */
  readonly byId: ReadonlyMap<string, Person>;
  readonly administrators: readonly [Person, ...Person[]];
  readonly sharedMailboxes: readonly SharedMailbox[];
  readonly projects: readonly Project[];
  readonly partners: readonly [Partner, ...Partner[]];
  readonly newsletters: readonly [Partner, ...Partner[]];
  readonly apps: readonly OAuthApp[];
  readonly serviceAccounts: readonly ServiceAccount[];
  readonly agents: readonly Agent[];
  readonly services: { readonly strongAuthentication: ServicePrincipal; readonly hrSync: ServicePrincipal };
}

/** The person with that object id. */
export function personOf(tenant: Tenant, id: string): Person {
  const found = tenant.byId.get(id);
  if (found === undefined) throw new Error(`nobody here has the object id ${id}`);
  return found;
}

/** The team of somebody's first day; where it matters which day, `onDay(person.teams, index)`. */
export const teamOf = (person: Person): Team => person.teams[0].is;

export const membersOf = (tenant: Tenant, department: DepartmentKind): Person[] =>
  tenant.people.filter((person) => teamOf(person).department.kind === department);

export const isThere = ({ stays }: Person, index: number): boolean => index >= stays.from && index <= stays.until;
