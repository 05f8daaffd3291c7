// Mailboxes: people's own, and those several people work in.

import type { Region } from '../network.ts';
import type { Rng } from '../random.ts';
import { teamOf, type Mailbox, type Person, type SharedMailbox } from '../tenant.ts';
import { groupBy } from '../group-by.ts';
import type { SharedMailboxPlan } from './industry.ts';

export interface MailboxHost {
  readonly domain: string;
  readonly region: Region;
  /** What security identifiers of this tenant begin with. */
  readonly sidRoot: string;
}

export const drawSidRoot = (rng: Rng): string => `S-1-5-21-${rng.int(1e9, 4e9)}-${rng.int(1e9, 4e9)}-${rng.int(1e9, 4e9)}`;

export function openMailbox(
  rng: Rng,
  { region, sidRoot }: MailboxHost,
  address: string,
  alias: string,
  number: number,
  projectFolder: string,
): Mailbox {
  return {
    address,
    alias,
    guid: rng.guid(),
    sid: `${sidRoot}-${number}`,
    key: rng.base64(22),
    server: `${rng.pick(region.servers)}MB${rng.int(1000, 4999)}`,
    projectFolder,
  };
}

/** What every company has. */
const usual: readonly SharedMailboxPlan[] = [
  {
    alias: 'accountspayable',
    displayName: 'Accounts Payable',
    purpose: 'payments',
    kind: 'finance',
    titles: ['Accounts Payable Officer', 'Finance Manager', 'Management Accountant'],
  },
  {
    alias: 'creditcontrol',
    displayName: 'Credit Control',
    purpose: 'credit',
    kind: 'finance',
    titles: ['Credit Controller', 'Finance Manager', 'Management Accountant'],
  },
  { alias: 'remittances', displayName: 'Remittances', purpose: 'remittances', kind: 'finance' },
  {
    alias: 'payroll',
    displayName: 'Payroll',
    purpose: 'payroll',
    kind: 'finance',
    titles: ['Payroll Officer', 'Finance Manager'],
  },
  { alias: 'sales', displayName: 'Sales Enquiries', purpose: 'sales', kind: 'sales' },
  { alias: 'careers', displayName: 'Careers', purpose: 'careers', kind: 'hr' },
  { alias: 'servicedesk', displayName: 'Service Desk', purpose: 'support', kind: 'it' },
  { alias: 'legalnotices', displayName: 'Legal Notices', purpose: 'legal', kind: 'legal' },
  { alias: 'media', displayName: 'Media Enquiries', purpose: 'media', kind: 'marketing' },
  { alias: 'customerservice', displayName: 'Customer Service', purpose: 'service', kind: 'service' },
];

/** More hands than these do not share one mailbox; a large company has one an office instead. */
const mostMembers = 24;
const peopleForOwn = 12;

export function openSharedMailboxes(
  rng: Rng,
  host: MailboxHost,
  plans: readonly SharedMailboxPlan[],
  people: readonly Person[],
): SharedMailbox[] {
  const opened: SharedMailbox[] = [];
  const open = (plan: SharedMailboxPlan, members: readonly Person[]) => {
    const [first] = members;
    if (first === undefined) return;
    const dice = rng.fork(plan.alias);
    const number = 900_000 + opened.length;
    opened.push({
      ...openMailbox(dice, host, `${plan.alias}@${host.domain}`, plan.alias, number, first.mailbox.projectFolder),
      displayName: plan.displayName,
      department: teamOf(first).department,
      purpose: plan.purpose,
      members: dice.some(members, mostMembers).map(({ id }) => id),
    });
  };

  const byKind = groupBy(people, (person) => teamOf(person).department.kind);
  for (const plan of [...usual, ...plans]) {
    const suited = suitedFor(plan, byKind.get(plan.kind) ?? []);
    open(plan, suited);
    for (const branch of branches(plan, suited)) open(branch.plan, branch.members);
  }
  return opened;
}

function suitedFor({ titles }: SharedMailboxPlan, people: readonly Person[]): readonly Person[] {
  const named = people.filter(({ title }) => titles?.includes(title) ?? true);
  return named.length > 0 ? named : people;
}

/** `Accounts Payable Perth`, where enough of them sit there. */
function branches(plan: SharedMailboxPlan, people: readonly Person[]) {
  if (people.length <= mostMembers) return [];
  const byCity = groupBy(people, ({ office }) => office.city.name);
  return [...byCity].flatMap(([city, members]) => {
    if (members.length < peopleForOwn) return [];
    const alias = `${plan.alias}.${city.toLowerCase().replace(/[^a-z]/g, '')}`;
    return [{ plan: { ...plan, alias, displayName: `${plan.displayName} ${city}` }, members }];
  });
}
