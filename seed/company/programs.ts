// Programs that work beside people: applications with rights of their own or
// lent, accounts of services, and agents that answer questions.

import { carriers, cities, placeAt, type Place } from '../network.ts';
import type { Rng } from '../random.ts';
import type { Agent, OAuthApp, Office, Person, ServiceAccount, ServicePrincipal } from '../tenant.ts';
import type { Brand } from './brand.ts';

interface AppPlan {
  readonly name: string;
  readonly publisher: string;
  readonly acts: OAuthApp['acts'];
  readonly scopes: readonly string[];
  readonly unverified?: true;
}

/** In the order in which companies come to have them. */
const appPlans: readonly AppPlan[] = [
  {
    name: 'Cloud Mailbox Backup',
    publisher: 'Keepwell Backup',
    acts: 'application',
    scopes: ['Mail.ReadWrite', 'Calendars.ReadWrite', 'Sites.Read.All', 'User.Read.All'],
  },
  {
    name: 'Signature Studio',
    publisher: 'Penline Software',
    acts: 'application',
    scopes: ['User.Read.All', 'MailboxSettings.ReadWrite'],
  },
  { name: 'Signdesk', publisher: 'Signdesk', acts: 'delegated', scopes: ['User.Read', 'Files.ReadWrite', 'offline_access'] },
  { name: 'Roombook', publisher: 'Roombook Systems', acts: 'application', scopes: ['Calendars.ReadWrite', 'Place.Read.All'] },
  {
    name: 'Pocket PDF',
    publisher: 'Pocket Tools',
    acts: 'delegated',
    scopes: ['User.Read', 'Files.ReadWrite.All', 'offline_access'],
    unverified: true,
  },
  { name: 'Ledger Link', publisher: 'Ledger Link', acts: 'application', scopes: ['Mail.Read', 'Files.Read.All'] },
  {
    name: 'Customer Timeline',
    publisher: 'Fieldnote CRM',
    acts: 'application',
    scopes: ['Mail.Read', 'Contacts.ReadWrite', 'Calendars.Read'],
  },
  {
    name: 'Fieldnote for Outlook',
    publisher: 'Fieldnote CRM',
    acts: 'delegated',
    scopes: ['Mail.ReadWrite', 'Contacts.ReadWrite', 'offline_access'],
  },
  {
    name: 'Meet Slot',
    publisher: 'Meet Slot',
    acts: 'delegated',
    scopes: ['Calendars.ReadWrite', 'User.Read', 'offline_access'],
  },
  {
    name: 'Swift Mail',
    publisher: 'Swift Mail',
    acts: 'delegated',
    scopes: ['EWS.AccessAsUser.All', 'offline_access'],
    unverified: true,
  },
  {
    name: 'Travel Desk',
    publisher: 'Wayfare',
    acts: 'delegated',
    scopes: ['Calendars.ReadWrite', 'User.Read', 'offline_access'],
  },
  { name: 'Expense Snap', publisher: 'Tallybook', acts: 'delegated', scopes: ['Mail.Read', 'User.Read', 'offline_access'] },
  { name: 'Message Archive', publisher: 'Longkeep', acts: 'application', scopes: ['Mail.Read', 'User.Read.All'] },
  { name: 'Ticket Bridge', publisher: 'Deskline', acts: 'application', scopes: ['Mail.ReadWrite', 'Mail.Send'] },
  { name: 'Learning Hub', publisher: 'Lumen Academy', acts: 'delegated', scopes: ['User.Read', 'email', 'profile'] },
  { name: 'Whiteboard Pro', publisher: 'Inkspace', acts: 'delegated', scopes: ['User.Read', 'Files.ReadWrite'] },
  { name: 'Survey Garden', publisher: 'Survey Garden', acts: 'delegated', scopes: ['User.Read', 'email'] },
  { name: 'Data Catalogue', publisher: 'Gridstone', acts: 'application', scopes: ['Sites.Read.All', 'Group.Read.All'] },
  {
    name: 'Notes Everywhere',
    publisher: 'Notes Everywhere',
    acts: 'delegated',
    scopes: ['Notes.ReadWrite', 'Files.Read', 'offline_access'],
    unverified: true,
  },
  {
    name: 'Contract Reader',
    publisher: 'Clausewise',
    acts: 'delegated',
    scopes: ['Files.Read.All', 'Sites.Read.All', 'offline_access'],
  },
  {
    name: 'Identity Sync',
    publisher: 'Northgate Identity',
    acts: 'application',
    scopes: ['User.ReadWrite.All', 'Group.ReadWrite.All'],
  },
  {
    name: 'Mail Merge Helper',
    publisher: 'Mergewell',
    acts: 'delegated',
    scopes: ['Mail.Send', 'Contacts.Read'],
    unverified: true,
  },
  { name: 'Usage Insights', publisher: 'Gridstone', acts: 'application', scopes: ['Reports.Read.All', 'AuditLog.Read.All'] },
  { name: 'Phone System Connector', publisher: 'Ringwell', acts: 'application', scopes: ['Presence.Read.All', 'User.Read.All'] },
];

export function installApps(rng: Rng, people: number): OAuthApp[] {
  const count = Math.min(appPlans.length, Math.round(4 + people ** 0.35 * 1.4));
  return appPlans.slice(0, count).map((plan) => {
    const dice = rng.fork(plan.name);
    return {
      ...principal(dice, plan.name),
      publisher: plan.publisher,
      verified: plan.unverified === undefined,
      scopes: plan.scopes,
      servers: plan.acts === 'application' || dice.chance(0.5) ? serversOf(dice) : [],
      acts: plan.acts,
    };
  });
}

function serversOf(rng: Rng): Place[] {
  const [carrier, city] = rng.pick([
    [carriers.azure, cities.redmond],
    [carriers.amazon, cities.seattle],
    [carriers.amazon, cities.seattle],
    [carriers.digitalOcean, cities.newYork],
  ] as const);
  return Array.from({ length: rng.int(1, 3) }, () => placeAt(rng, carrier, city));
}

const principal = (rng: Rng, displayName: string): ServicePrincipal => ({
  id: rng.guid(),
  appId: rng.guid(),
  displayName,
});

interface AccountPlan {
  readonly name: string;
  readonly displayName: string;
  readonly purpose: ServiceAccount['purpose'];
  readonly every: number;
  readonly userAgent: string;
}

const central: readonly AccountPlan[] = [
  { name: 'svc-backup', displayName: 'Backup Service', purpose: 'backup', every: 1440, userAgent: 'python-requests/2.32.3' },
  {
    name: 'svc-sync',
    displayName: 'Directory Synchronisation',
    purpose: 'sync',
    every: 180,
    userAgent: 'Microsoft ADO.NET Data Services',
  },
  { name: 'svc-monitor', displayName: 'Monitoring', purpose: 'monitoring', every: 60, userAgent: 'Go-http-client/2.0' },
];

export function openServiceAccounts(rng: Rng, brand: Brand, offices: readonly [Office, ...Office[]]): ServiceAccount[] {
  const scanners = offices.map(({ city, exit }, number) => {
    const plan: AccountPlan = {
      name: `svc-scan${number + 1}`,
      displayName: `Scanner ${city.name}`,
      purpose: 'scanner',
      every: 240,
      userAgent: 'BAV2ROPC',
    };
    return { plan, exit };
  });
  const all = [...central.map((plan) => ({ plan, exit: offices[0].exit })), ...scanners];
  return all.map(({ plan, exit }, number) => {
    const dice = rng.fork(plan.name);
    const { name, displayName, purpose, every, userAgent } = plan;
    const puid = `10032003${(0x0f000000 + number * 0x2b7 + dice.int(0, 300)).toString(16).toUpperCase().padStart(8, '0')}`;
    return { id: dice.guid(), upn: `${name}@${brand.domain}`, displayName, puid, place: exit, userAgent, every, purpose };
  });
}

const agentNames = [
  'Policy Guide',
  'Service Desk Helper',
  'Meeting Recap',
  'Report Drafter',
  'Onboarding Guide',
  'Contract Finder',
  'Sales Coach',
  'Budget Explainer',
  'Project Digest',
  'Travel Planner',
] as const;

/** Made by people who like to try things; whoever made one owns it. */
export function createAgents(rng: Rng, people: readonly Person[]): Agent[] {
  const owners = people.filter(
    ({ employment, stays }) => employment === 'employee' && stays.from === -Infinity && stays.until === Infinity,
  );
  const count = Math.max(1, Math.min(40, Math.round(people.length / 90)));
  return rng.some(owners, count).map((owner, number) => {
    const base = agentNames[number % agentNames.length] ?? agentNames[0];
    const name = number < agentNames.length ? base : `${base} ${Math.floor(number / agentNames.length) + 1}`;
    return { ...principal(rng.fork(`agent/${number}`), name), owner };
  });
}
