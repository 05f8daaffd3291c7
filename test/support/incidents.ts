// Hand-made incidents: story A (MFA beaten, low and slow), story B (second factor re-routed), a traveller, and small ones.
//
// Every name, address and number is invented; addresses are from the documentation ranges.

import { createHash } from 'node:crypto';

import type { Event, EventOf, FileAccess, MailboxRule, MethodChange, SignIn } from '../../src/model/event.ts';
import type { About, Finding } from '../../src/model/finding.ts';
import type { Escalation } from '../../src/model/incident.ts';
import { bandOf } from '../../src/model/incident.ts';
import { hours, minutes } from '../../src/model/time.ts';
import type { Acquaintance, Telling } from '../../src/narrate/acquaintance.ts';

export const at = (text: string): number => Date.parse(`${text.replace(' ', 'T')}:00Z`);

type Given<E extends Event> = Partial<E> & { readonly id: string; readonly at: number };

const base = (kind: string, given: { id: string; at: number }) => ({
  source: kind,
  record: given.id,
  act: given.id,
  operation: kind,
  outcome: 'success' as const,
});

export const signIn = (given: Given<SignIn>): SignIn => ({
  ...base('signIn', given),
  kind: 'signIn',
  code: 0,
  interactive: true,
  ...given,
});
export const methodChange = (given: Given<MethodChange>): MethodChange => ({
  ...base('Update user', given),
  kind: 'methodChange',
  target: given.actor ?? 'u-somebody',
  change: 'changed',
  methods: ['phone'],
  before: [],
  after: [],
  ...given,
});
export const mailboxRule = (given: Given<MailboxRule>): MailboxRule => ({
  ...base('New-InboxRule', given),
  kind: 'mailboxRule',
  scope: 'inbox',
  change: 'created',
  rule: `rule:${given.id}`,
  name: 'rule',
  forwardsTo: [],
  deletes: false,
  marksRead: false,
  stops: false,
  from: [],
  words: [],
  ...given,
});
export const fileAccess = (given: Given<FileAccess>): FileAccess => ({
  ...base('FileAccessed', given),
  kind: 'fileAccess',
  deed: 'accessed',
  file: given.id,
  name: '',
  automatic: false,
  ...given,
});
export const mailItem = (given: Given<EventOf<'mailItem'>>): EventOf<'mailItem'> => ({
  ...base('Update', given),
  kind: 'mailItem',
  mailbox: 'somebody@contoso.test',
  deed: 'updated',
  items: 1,
  folders: [],
  messages: [],
  subjects: [],
  attachments: [],
  ...given,
});
export const mailAccess = (given: Given<EventOf<'mailAccess'>>): EventOf<'mailAccess'> => ({
  ...base('MailItemsAccessed', given),
  kind: 'mailAccess',
  mailbox: 'somebody@contoso.test',
  access: 'bind',
  throttled: false,
  items: 1,
  folders: [],
  messages: [],
  ...given,
});

const stagesOf: Readonly<Record<string, Finding['stage']>> = {
  'low-count-mfa-failure-then-success': 'access',
  'first-country-or-region': 'access',
  'registered-phone-changed': 'foothold',
  'mfa-method-added': 'foothold',
  'risky-sign-in-then-security-info': 'foothold',
  'obfuscated-rule-name': 'evasion',
  'rule-moves-or-deletes': 'evasion',
  'one-actor-many-mailbox-rules': 'reach',
  'mail-access-volume-or-throttling': 'collection',
  'sensitive-file-access-spike': 'collection',
  'mass-mail-deletion': 'evasion',
};

export function finding(detection: string, events: readonly Event[], given: Partial<Finding> = {}): Finding {
  const last = events.at(-1);
  const about: About[] = [];
  for (const event of events) {
    if (event.actor !== undefined) about.push({ label: 'User', key: event.actor, role: 'actor' });
    if (event.kind === 'methodChange') about.push({ label: 'User', key: event.target, role: 'target' });
    if (event.kind === 'mailboxRule') about.push({ label: 'Rule', key: event.rule, role: 'rule' });
    if (event.kind === 'mailboxRule' && event.mailbox !== undefined)
      about.push({ label: 'Mailbox', key: event.mailbox, role: 'mailbox' });
    if (event.country !== undefined) about.push({ label: 'Country', key: event.country, role: 'place' });
  }
  return {
    id: `${detection}:${createHash('sha256')
      .update(events.map(({ id }) => id).join())
      .digest('hex')
      .slice(0, 12)}`,
    detection,
    title: detection.replace(/-/g, ' '),
    stage: stagesOf[detection] ?? 'access',
    tactics: [],
    techniques: [],
    at: last?.at ?? 0,
    lastAt: last?.at ?? 0,
    severity: 'medium',
    surpriseBits: 12,
    says: `did what ${detection} looks for`,
    about: [...new Map(about.map((it) => [`${it.label}/${it.key}/${it.role}`, it])).values()],
    because: events.map(({ id }) => id),
    context: [],
    ...given,
  };
}

export function escalation(probability: number, asOf: number): Escalation {
  return {
    asOf,
    horizonDays: 7,
    probability,
    band: bandOf(probability),
    baseline: -2,
    contributions: [],
    counterfactuals: [],
    peak: { probability, at: asOf },
    history: [],
  };
}

export function telling(given: {
  readonly findings: readonly Finding[];
  readonly events: readonly Event[];
  readonly probability?: number;
  readonly names?: Readonly<Record<string, string>>;
  readonly baseline?: ReadonlyMap<string, Acquaintance>;
  readonly shared?: ReadonlySet<string>;
  readonly now?: number;
}): Telling {
  const findings = [...given.findings].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const lastAt = Math.max(...findings.map((it) => it.lastAt));
  return {
    cluster: {
      id: 'incident-1',
      anchor: findings[0]?.id ?? '',
      findings: findings.map(({ id }) => id),
      links: [],
      background: false,
    },
    findings,
    events: new Map(given.events.map((event) => [event.id, event])),
    escalation: escalation(given.probability ?? 0.3, lastAt),
    involves: [],
    nameOf: (key) => given.names?.[key] ?? key,
    ...(given.baseline === undefined ? {} : { baseline: given.baseline }),
    ...(given.shared === undefined ? {} : { shared: given.shared }),
    now: given.now ?? lastAt + minutes(5),
  };
}

const workday = [0, 0, 0, 0, 0, 0, 0, 2, 10, 40, 55, 50, 45, 30, 50, 55, 45, 20, 6, 4, 0, 0, 0, 0];
const sydneyDay = workday.map((_, hour) => workday[(hour + 11) % 24] ?? 0);

/** Story A: nine days, three new countries, sensitive files, and a rule named ".". */
export function storyA(): Telling {
  const priya = 'u-priya';
  const abroad = { actor: priya, actorKind: 'person' as const, mfa: 'passed' as const };
  const us = { ...abroad, country: 'US', address: '198.51.100.23', asn: 64500, latitude: 40.7, longitude: -74 };
  const de = { ...abroad, country: 'DE', address: '203.0.113.77', asn: 64501, latitude: 50.1, longitude: 8.7 };
  const nl = { ...abroad, country: 'NL', address: '192.0.2.146', asn: 64502, latitude: 52.4, longitude: 4.9 };
  const refused = (id: string, time: string): SignIn =>
    signIn({ ...us, id, at: at(time), code: 500121, outcome: 'failure', mfa: 'refused' });
  const files = [
    'Contract 2026 Meridian.docx',
    'Supplier bank details.xlsx',
    'Payment schedule Q1.xlsx',
    'Tender WIISE.docx',
    'Board minutes.docx',
    'Retainers.xlsx',
    'NDA template.docx',
  ];
  const read = (day: string, place: typeof de, from: number, to: number): FileAccess[] =>
    files.slice(from, to).map((name, index) =>
      fileAccess({
        id: `${day}-file-${index}`,
        at: at(`2026-01-${day} 15:4${index}`),
        file: `legal/${name}`,
        name,
        actor: priya,
        address: place.address,
        country: place.country,
        deed: index % 2 === 0 ? 'accessed' : 'previewed',
      }),
    );

  const first = [
    refused('a1', '2026-01-05 14:09'),
    refused('a2', '2026-01-05 14:11'),
    signIn({ ...us, id: 'a3', at: at('2026-01-05 14:12') }),
  ];
  const second = signIn({ ...de, id: 'a4', at: at('2026-01-07 15:31') });
  const read7 = read('07', de, 0, 7);
  const folders = ['\\Sent Items', '\\Deleted Items', '\\WIISE'].map((folder, index) =>
    mailItem({
      id: `a5-${index}`,
      at: at(`2026-01-07 15:5${index}`),
      actor: priya,
      mailbox: 'priya.raman@contoso.test',
      address: de.address,
      folders: [folder],
    }),
  );
  const third = signIn({ ...nl, id: 'a6', at: at('2026-01-08 13:18') });
  const read8 = read('08', nl, 0, 5);
  const fourth = signIn({ ...de, id: 'a7', at: at('2026-01-13 10:51'), address: '203.0.113.91' });
  const rule = mailboxRule({
    id: 'a8',
    at: at('2026-01-13 11:06'),
    actor: priya,
    mailbox: 'priya.raman@contoso.test',
    name: '.',
    rule: 'priya\\.',
    from: ['helen.marsh@contoso.test'],
    marksRead: true,
    movesTo: 'RSS Feeds',
    address: '203.0.113.91',
    country: 'DE',
  });
  const home = ['06 22:05', '07 22:10', '08 22:02', '09 01:15', '11 22:20', '12 22:04'].map((time, index) =>
    signIn({
      id: `home-${index}`,
      at: at(`2026-01-${time}`),
      actor: priya,
      country: 'AU',
      address: '192.0.2.10',
      device: 'd-laptop',
      latitude: -33.9,
      longitude: 151.2,
    }),
  );

  return telling({
    findings: [
      finding('low-count-mfa-failure-then-success', first, {
        says: 'passed MFA from the United States after 2 failed prompts; 412 earlier sign-ins, none from there',
        surpriseBits: 14.2,
      }),
      finding('first-country-or-region', [...first.slice(2)], {
        says: 'signed in from the United States, where the account was never seen in 412 sign-ins',
      }),
      finding('first-country-or-region', [second, ...read7, ...folders], {
        at: second.at,
        says: 'signed in from Germany for the first time',
      }),
      finding('sensitive-file-access-spike', read7),
      finding('first-country-or-region', [third, ...read8], { at: third.at }),
      finding('sensitive-file-access-spike', read8),
      finding('first-country-or-region', [fourth, rule], { at: fourth.at }),
      finding('obfuscated-rule-name', [rule], { severity: 'high' }),
      finding('rule-moves-or-deletes', [rule]),
    ],
    events: [...first, second, ...read7, ...folders, third, ...read8, fourth, rule, ...home],
    probability: 0.91,
    names: { [priya]: 'priya.raman@contoso.test' },
    baseline: new Map([
      [
        priya,
        {
          signIns: 412,
          days: 64,
          countries: [{ code: 'AU', count: 412 }],
          devices: ['d-laptop', 'd-phone'],
          hours: sydneyDay,
          adminDays: 0,
          peers: { count: 38, label: 'Legal', countries: [] },
        },
      ],
    ]),
  });
}

/** Story B: the phone for codes is changed, two continents, rules in shared mailboxes, mail read and deleted. */
export function storyB(): Telling {
  const marta = 'u-marta';
  const own = 'm.lindqvist@contoso.test';
  const us = { actor: marta, country: 'US', address: '198.51.100.70' };
  const gh = { actor: marta, country: 'GH', address: '203.0.113.140' };
  const swap = methodChange({
    ...us,
    id: 'b1',
    at: at('2026-02-02 08:55'),
    before: ['phone=+61 400 000 118'],
    after: ['phone=+1 202 555 4471'],
  });
  const first = signIn({ ...us, id: 'b2', at: at('2026-02-02 09:20'), mfa: 'passed', mfaMethod: 'text' });
  const second = signIn({ ...gh, id: 'b3', at: at('2026-02-02 11:45'), mfa: 'passed', mfaMethod: 'text' });
  const boxes = [own, 'credit-control@contoso.test', 'receivables@contoso.test', 'remittances@contoso.test'];
  const rules = boxes.map((mailbox, index) =>
    mailboxRule({
      ...gh,
      id: `b4-${index}`,
      at: at(`2026-02-03 06:1${index}`),
      mailbox,
      rule: `${mailbox}\\r${index}`,
      name: 'archive',
      movesTo: 'Archive',
      marksRead: true,
      words: ['payment'],
    }),
  );
  const reading = [0, 1, 2].map((index) =>
    mailAccess({
      ...gh,
      id: `b5-${index}`,
      at: at(`2026-02-03 06:2${index}`),
      mailbox: own,
      items: 71 + index,
      throttled: index === 2,
    }),
  );
  const deletion = [
    mailItem({ ...gh, id: 'b6', at: at('2026-02-03 06:44'), mailbox: own, deed: 'hardDeleted', items: 8 }),
    mailItem({ ...gh, id: 'b7', at: at('2026-02-03 06:45'), mailbox: own, deed: 'softDeleted', items: 1 }),
  ];
  const back = methodChange({
    ...gh,
    id: 'b8',
    at: at('2026-02-03 07:02'),
    before: ['phone=+1 202 555 4471'],
    after: ['phone=+61 400 000 118'],
  });

  return telling({
    findings: [
      finding('registered-phone-changed', [swap], { severity: 'high' }),
      finding('first-country-or-region', [first]),
      finding('first-country-or-region', [second, ...rules, ...deletion], {
        at: second.at,
        severity: 'high',
        surpriseBits: 17.2,
      }),
      finding('one-actor-many-mailbox-rules', rules, { severity: 'high' }),
      finding('mail-access-volume-or-throttling', reading),
      finding('mass-mail-deletion', deletion),
      finding('registered-phone-changed', [swap, back]),
    ],
    events: [swap, first, second, ...rules, ...reading, ...deletion, back],
    probability: 0.83,
    names: { [marta]: own },
    shared: new Set(boxes.slice(1)),
    baseline: new Map([
      [
        marta,
        {
          signIns: 1_613,
          days: 240,
          countries: [
            { code: 'AU', count: 1_607 },
            { code: 'NZ', count: 6 },
          ],
          devices: [],
          adminDays: 0,
          peers: { count: 38, label: 'Receivables and credit control', countries: [] },
        },
      ],
    ]),
  });
}

/** A traveller: one new country, the usual managed laptop, MFA at the first try, nothing else. */
export function travels(): Telling {
  const bo = 'u-bo';
  const visits = ['2026-03-03 08:12', '2026-03-04 08:40', '2026-03-05 09:01'].map((time, index) =>
    signIn({
      id: `t${index}`,
      at: at(time),
      actor: bo,
      country: 'CA',
      address: '198.51.100.99',
      device: 'd-bo',
      managed: true,
      mfa: 'passed',
      mfaMethod: 'app',
    }),
  );
  return telling({
    findings: visits.map((visit) => finding('first-country-or-region', [visit], { severity: 'low', surpriseBits: 8.1 })),
    events: visits,
    probability: 0.06,
    names: { [bo]: 'bo.lund@contoso.test' },
    baseline: new Map([
      [
        bo,
        {
          signIns: 260,
          days: 80,
          countries: [
            { code: 'SE', count: 240 },
            { code: 'DK', count: 15 },
            { code: 'FI', count: 5 },
          ],
          devices: ['d-bo'],
          hours: workday,
          adminDays: 0,
          peers: { count: 12, countries: [{ code: 'CA', people: 2 }] },
        },
      ],
    ]),
  });
}

/** One finding, nothing known of the person. */
export function single(): Telling {
  const visit = signIn({
    id: 's1',
    at: at('2026-04-01 03:00'),
    actor: 'u-cy',
    country: 'BR',
    address: '192.0.2.200',
    mfa: 'passed',
  });
  return telling({
    findings: [
      finding('first-country-or-region', [visit], {
        says: 'signed in from Brazil, where the account was never seen in 31 sign-ins',
        surpriseBits: 11.4,
      }),
    ],
    events: [visit],
    probability: 0.12,
    names: { 'u-cy': 'cy@contoso.test' },
    now: visit.at + hours(72),
  });
}

/** What somebody may name a rule to hurt whoever reads of it. */
export const hostileName =
  '\u001b[31mX\u001b[0m\u202Eexe.<script>alert(1)</script> [click](https://evil.example/a) `rm` **b** www.evil.example @all\u200B\n# head';

/** A rule with a hostile name, made by one of two people. */
export function hostile(): Telling {
  const rule = mailboxRule({
    id: 'h1',
    at: at('2026-05-01 10:00'),
    actor: 'u-ann',
    mailbox: 'ann@contoso.test',
    name: hostileName,
    rule: "ann\\x'}) DETACH DELETE n //",
    movesTo: '<img src=x onerror=alert(1)>',
    deletes: true,
  });
  const read = fileAccess({
    id: 'h2',
    at: at('2026-05-01 10:20'),
    actor: 'u-ben',
    file: 'f',
    name: 'javascript:alert(1)//\u2066x.docx',
  });
  return telling({
    findings: [
      finding('obfuscated-rule-name', [rule]),
      finding('sensitive-file-access-spike', [read]),
      finding('brand-new-detection', [], {
        at: at('2026-05-02 10:00'),
        lastAt: at('2026-05-02 10:00'),
        says: 'opened <b>“https://evil.example”</b>\u0007',
        about: [{ label: 'User', key: 'u-ann', role: 'actor' }],
      }),
    ],
    events: [rule, read],
    names: { 'u-ann': 'ann@contoso.test', 'u-ben': 'ben\u202E <x>@contoso.test' },
  });
}
