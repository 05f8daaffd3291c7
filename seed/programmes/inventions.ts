// Names that people on either side make up: domains, addresses, applications,
// rules, bank accounts. Honest partners, honest applications and honest rules in
// the look-alikes are named by the same functions, so that no name tells.

import { carriers, cities, hostingExits, type Exit, type Place } from '../network.ts';
import { givenNames, surnames } from '../names.ts';
import type { Rng } from '../random.ts';
import { onDay, teamOf, type OAuthApp, type Person, type Tenant } from '../tenant.ts';
import type { InboxRule } from '../wire/m365-inbox-rule.ts';
import { placeOf } from './infrastructure.ts';

const roots = `acorn alder amber anchor ardent atlas aurora beacon birch bridge bright cedar clear cobalt copper crest delta
  eastgate ember falcon field fern granite harbour haven hazel heron indigo juniper kestrel keystone lark linden lumen maple
  meadow meridian nova north oak onyx orchid osprey pacific pine prime quarry raven ridge river rowan sable silver slate
  sparrow spruce sterling stone summit swift thistle tide union vale vertex violet west willow wren`.split(/\s+/);
const trades = `advisory associates benefits board build capital care cloud connect consult courier desk digital docs events
  exchange express finance foods freight gallery group hire hub labs learning legal lines logistics mail media office
  partners people portal print projects property services share signs solutions studio supply systems talent trade travel
  works`.split(/\s+/);

/** A domain like any other, under a top level partners of this company also have. */
export function inventDomain(rng: Rng, tenant: Tenant): string {
  const joint = rng.pick(['', '', '', '-']);
  return `${rng.pick(roots)}${joint}${rng.pick(trades)}.${topLevel(rng, tenant)}`;
}

const topLevel = (rng: Rng, { partners }: Tenant): string => rng.pick(partners).domain.split('.').at(-1) ?? 'example';

/** Nearly that domain: a letter off, a hyphen, a word more, another ending. */
export function lookAlikeOf(rng: Rng, domain: string): string {
  const [name = domain, ...rest] = domain.split('.');
  const ending = rest.join('.');
  const drawn = rng.pick(misspellings)(rng, name);
  if (drawn !== name) return `${drawn}.${ending}`;
  return `${name}${rng.pick(['-group', '-intl', 'hq', '-online', '-accounts'])}.${ending}`;
}

const misspellings: readonly ((rng: Rng, name: string) => string)[] = [
  (rng, name) => replaced(name, rng.int(1, Math.max(1, name.length - 2)), (letter) => letter + letter),
  (rng, name) => replaced(name, rng.int(1, Math.max(1, name.length - 2)), () => ''),
  (rng, name) => swapped(name, rng.int(1, Math.max(1, name.length - 3))),
  (_, name) => name.replace('m', 'rn'),
  (_, name) => name.replace('l', 'i'),
  (_, name) => name.replace('o', '0'),
  (rng, name) => `${name}${rng.pick(['-group', '-intl', 'hq', '-online', '-accounts', 's', '-pay', 'co'])}`,
  (_, name) => (name.includes('-') ? name.replace('-', '') : name),
];

const replaced = (text: string, at: number, by: (letter: string) => string): string =>
  text.slice(0, at) + by(text.charAt(at)) + text.slice(at + 1);

const swapped = (text: string, at: number): string =>
  text.slice(0, at) + text.charAt(at + 1) + text.charAt(at) + text.slice(at + 2);

export interface Sender {
  readonly address: string;
  readonly displayName: string;
  readonly server: Place;
}

/** Somebody at that domain. */
export function inventSender(rng: Rng, domain: string, server: Place = placeOf(rng, rng.pick(hostingExits))): Sender {
  const [given, family] = [rng.pick(givenNames), rng.pick(surnames)];
  if (rng.chance(0.7))
    return { address: `${given}.${family}@${domain}`.toLowerCase(), displayName: `${given} ${family}`, server };
  const desk = rng.pick([
    'accounts',
    'admin',
    'documents',
    'hello',
    'info',
    'notifications',
    'office',
    'service',
    'support',
    'team',
  ]);
  return { address: `${desk}@${domain}`, displayName: rng.chance(0.5) ? `${given} ${family}` : capital(desk), server };
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const postHosts = ['postbox', 'mailhome', 'letterbox', 'fastpost', 'inboxly', 'pigeonmail', 'homemail', 'wiremail'];

/** A private address somewhere, as anybody has one. */
export function privateAddress(rng: Rng, tenant: Tenant, displayName = `${rng.pick(givenNames)} ${rng.pick(surnames)}`): string {
  const name = displayName.toLowerCase().replace(/[^a-z]+/g, rng.pick(['.', '', '_']));
  return `${name}${rng.chance(0.6) ? rng.int(1, 999) : ''}@${rng.pick(postHosts)}.${topLevel(rng, tenant)}`;
}

/** A page on that host: paths of sharing sites, portals, forms. */
export function inventLink(rng: Rng, host: string): string {
  const where = rng.pick(['', '', 'app.', 'docs.', 'files.', 'login.', 'my.', 'portal.', 'secure.', 'share.', 'view.', 'www.']);
  const path = rng.pick([
    () => `/${rng.pick(['d', 'f', 's', 'v', 'doc', 'file', 'view', 'open'])}/${rng.hex(rng.int(6, 22))}`,
    () => `/${rng.pick(['review', 'document', 'sign', 'shared', 'invoice', 'message'])}?id=${rng.hex(rng.int(8, 16))}`,
    () => `/${rng.pick(['account', 'workspace', 'inbox', 'portal'])}/${rng.pick(['open', 'start', 'continue', 'view'])}`,
    () => `/${rng.int(2024, 2026)}/${rng.pick(['q1', 'q2', 'q3', 'q4', 'statement', 'plan', 'update'])}.html`,
  ])();
  return `https://${where}${host}${path}`;
}

/** The genuine page on which one agrees to an application. */
export function consentLink(rng: Rng, app: OAuthApp, host: string): string {
  const back = encodeURIComponent(`https://${host}/${rng.pick(['auth', 'oauth/callback', 'signin-oidc', 'complete'])}`);
  const scope = encodeURIComponent(app.scopes.join(' '));
  return `https://login.microsoftonline.com/common/oauth2/v2.0/authorize?client_id=${app.appId}&response_type=code&redirect_uri=${back}&scope=${scope}`;
}

const things = `Archive Assistant Calendar Contacts Contract Document Expense Form Invoice Mail Meeting Note PDF Planner Project
  Receipt Scan Schedule Signature Survey Task Team Travel`.split(/\s+/);
const doings =
  'Bridge Buddy Companion Connect Finder Flow Helper Hub Insights Link Manager Merge Organiser Reader Sync Tools Viewer'.split(
    ' ',
  );

/** An application somebody registered elsewhere; its publisher is a company or a person, and with that chance checked. */
export function inventApp(rng: Rng, tenant: Tenant, scopes: readonly string[], verified: number): OAuthApp {
  const exit = rng.pick(clouds);
  const name = rng.pick([
    () => `${rng.pick(things)} ${rng.pick(doings)}`,
    () => `${capital(rng.pick(roots))} ${rng.pick(things)}`,
    () => `${capital(rng.pick(roots))}${rng.pick(doings)}`,
    () => `${rng.pick(things)} ${rng.pick(doings)} for ${rng.pick(['Outlook', 'Teams', 'Office'])}`,
  ])();
  return {
    id: rng.guid(),
    appId: rng.guid(),
    displayName: name,
    publisher: rng.chance(0.7)
      ? `${capital(rng.pick(roots))} ${capital(rng.pick(trades))}`
      : inventSender(rng, inventDomain(rng, tenant)).displayName,
    verified: rng.chance(verified),
    scopes,
    servers: Array.from({ length: rng.int(1, 3) }, () => placeOf(rng, exit)),
    acts: 'delegated',
  };
}

/** Where programs are run, by anybody. */
const clouds: readonly Exit[] = [
  { carrier: carriers.azure, city: cities.chicago },
  { carrier: carriers.amazon, city: cities.dallas },
  ...hostingExits,
];

/** What a reader of mail asks for, at least; most ask for more. */
export function mailScopes(rng: Rng): string[] {
  const more = [
    'Mail.ReadWrite',
    'Mail.Send',
    'MailboxSettings.ReadWrite',
    'Contacts.Read',
    'Calendars.Read',
    'Files.Read.All',
    'People.Read',
  ];
  return ['openid', 'profile', 'User.Read', 'Mail.Read', 'offline_access', ...rng.some(more, rng.int(0, 4))];
}

const tucked = [
  'RSS Feeds',
  'RSS Subscriptions',
  'Conversation History',
  'Archive',
  'Notes',
  'Junk Email',
  'Deleted Items',
  'Sync Issues',
];

/** Folders into which mail is filed or put out of sight. */
export function inventFolder(rng: Rng, person: Person): string {
  if (rng.chance(0.6)) return rng.pick(tucked);
  const { folders } = teamOf(person).department.words;
  return rng.chance(0.5)
    ? rng.pick(folders)
    : rng.pick(['Old', 'Later', 'Done', 'Filed', 'History', person.mailbox.projectFolder]);
}

/** Names rules are given: often next to nothing, often what an owner would call it. */
export function inventRuleName(rng: Rng, person: Person): string {
  if (rng.chance(0.35)) return rng.pick(['.', '..', '...', ',', '-', '_', 'a', 'c', 'ee', 'fi', 'zz', '1', '365', 's s']);
  const { subjects, folders } = teamOf(person).department.words;
  const first = rng.pick(subjects).split(' ')[0] ?? 'mail';
  return rng.pick([
    () => first.toLowerCase(),
    () => rng.pick(folders),
    () => `${first} ${rng.pick(['filed', 'later', 'old', 'done', 'cc'])}`,
    () => rng.pick(['Archive', 'Cleanup', 'Filter', 'Newsletters', 'Notices', 'Personal', 'Sort', 'To read', 'Updates']),
    () => rng.pick(surnames),
  ])();
}

/** A rule that takes mail out of sight: of one sender, of a domain, or with certain words. */
export function tuckingRule(rng: Rng, person: Person, condition: InboxRule['condition']): InboxRule {
  const deletes = rng.chance(0.12);
  return {
    name: inventRuleName(rng, person),
    condition,
    ...(deletes ? { deleteMessage: true } : { moveToFolder: inventFolder(rng, person) }),
    markAsRead: rng.chance(0.8),
    stopProcessing: rng.chance(0.6),
  };
}

export const fromSender = (address: string) => ({ Name: 'From', Value: address });
export const fromDomain = (domain: string) => ({ Name: 'FromAddressContainsWords', Value: domain });
export const aboutWords = (words: readonly string[]) => ({ Name: 'SubjectOrBodyContainsWords', Value: words.join(';') });

export interface BankAccount {
  readonly name: string;
  readonly bank: string;
  readonly number: string;
}

/** An account at a bank that does not exist. */
export function inventAccount(rng: Rng, holder: string): BankAccount {
  const digits = (count: number) => Array.from({ length: count }, () => rng.int(0, 9)).join('');
  const bank = `${capital(rng.pick(roots))} ${rng.pick(['Bank', 'Mutual', 'Building Society', 'Savings Bank', 'Commercial Bank'])}`;
  const number = rng.chance(0.5)
    ? `${digits(3)}-${digits(3)} ${digits(9)}`
    : `${rng.pick(['GB', 'DE', 'NL', 'IE'])}${digits(20)}`;
  return { name: holder, bank, number };
}

/** Words an intruder looks for. */
export function searchWords(rng: Rng, person: Person): string {
  const { words } = teamOf(person).department;
  return rng.pick([
    () => rng.pick(['password', 'vpn', 'credentials', 'admin', 'secret', 'login']),
    () => rng.pick(['invoice', 'bank details', 'payment', 'remittance', 'wire', 'iban', 'overdue', 'statement']),
    () => rng.pick(['payroll', 'salary', 'direct deposit', 'bonus', 'w-2', 'passport']),
    () => rng.pick(words.subjects).toLowerCase(),
    () => rng.pick(words.sensitive).toLowerCase(),
  ])();
}

/** The number somebody's codes go to on that day. */
export const numberOf = (person: Person, index: number): string => onDay(person.phoneNumbers, index);
