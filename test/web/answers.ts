// Answers of the API, as small as they can be, with names that try to be more than names.

import { hostile } from './hostile.ts';
import { mailAnswers } from './mail-answers.ts';

export { hostile } from './hostile.ts';

const at = '2026-01-05T09:14:00.000Z';
const user = { label: 'User', key: 'priya@contoso.test', role: 'actor' };
const address = { label: 'IP', key: '192.0.2.7', role: 'place' };
const rule = { label: 'Rule', key: 'priya@contoso.test\\.', role: 'rule' };

const escalation = {
  ...{ probability: 0.6, band: 'high', horizonDays: 7, asOf: at, baseline: -2.5, peak: { probability: 0.7, at } },
  contributions: [{ feature: 'severity', says: 'inbox rule hides mail (high)', logit: 2.9, findings: ['f1'] }],
  counterfactuals: [],
  history: [{ at, finding: 'f1', before: 0.08, after: 0.6 }],
};

const finding = {
  ...{ id: 'f1', number: 1, detection: 'rule-moves-or-deletes', title: 'Inbox rule hides mail', at, lastAt: at },
  ...{ severity: 'high', surpriseBits: 12.5, says: `made a rule named “${hostile}”`, stage: 'evasion' },
  surprise: {
    says: `rarer than 99.7 % of acts of the kind (one of 412 own earlier ones was as rare): folder “${hostile}” (9.1 bits)`,
  },
  ...{ tactics: [], techniques: ['T1564.008'], records: ['r1'], because: ['e1'], context: [], about: [user, address, rule] },
};

const action = {
  ...{ id: 'a1', action: 'disable-inbox-rule', title: 'Switch off the mail rule', mode: 'confirm', status: 'proposed' },
  ...{ because: 'Proposed.', reach: 'It works at once. Can be undone.', reversible: true, order: 1 },
  ...{ proposedAt: at, expiresAt: '2099-01-01T00:00:00.000Z', decidedBy: null, target: rule, history: [] },
};

const incident = (id: string, title: string, score: number) => ({
  ...{ id, title, score, status: 'open', background: false, firstAt: at, lastAt: at, changedAt: at, owner: null },
  ...{ verdict: null, verdictBy: null, verdictAt: null, policyMetAt: null, browserLink: null, notes: [], escalation },
  entities: [user, address, rule].map((it) => ({ ...it, firstAt: at, lastAt: at })),
  findings: [finding],
  links: [] as readonly Record<string, unknown>[],
  constraints: [] as readonly Record<string, unknown>[],
  actions: [action],
  narrative: {
    headline: { text: 'The account priya@contoso.test is in other hands', cites: ['f1'] },
    story: [{ text: 'Somebody made a rule.', cites: ['e1'] }],
    timeline: [
      {
        at,
        until: at,
        stage: 'evasion',
        sentence: { text: `priya@contoso.test made a rule named “${hostile}”.`, cites: ['f1'] },
      },
    ],
    hypotheses: [
      {
        id: 'h',
        title: 'Somebody else uses the account',
        verdict: 'leading',
        weight: 3,
        evidenceFor: [{ text: 'A rule.' }],
        evidenceAgainst: [],
      },
    ],
    unknowns: [{ text: 'Which device was used is not known.' }],
    checks: [{ says: 'Who else came from there?', cypher: 'RETURN 1', browserLink: null }],
  },
});

/** Findings of the same moment and of others, as many as a timeline has trouble with; the first just after midnight. */
const busy = ['00:00', '00:01', '03:10', '09:14', '09:15', '09:16', '09:40', '12:00', '17:30', '23:58'].map((time, index) => ({
  ...finding,
  ...{ id: `b${index + 1}`, number: index + 1, at: `2026-01-05T${time}:00.000Z`, stage: index < 5 ? 'access' : 'collection' },
  about: [
    user,
    { ...address, key: `192.0.2.${index % 4}` },
    { label: 'File', key: `/legal/contract ${index % 5}.docx`, role: 'file' },
  ],
}));

/** What the API knows, to be changed between two questions as other people would. */
export const world = {
  incidents: [incident('inc-1', hostile, 88), incident('inc-2', 'A new device or phone', 9)] as ReturnType<typeof incident>[],
  killSwitch: { on: false, by: null, at: null, reason: null } as Record<string, unknown>,
  /** Ids that were merged away, and where they lead. */
  former: { 'inc-0': 'inc-1' } as Record<string, string>,
  isAway: false,
  role: 'ADMIN',
  paired: undefined as unknown as ReturnType<typeof incident>,
  /** What was asked to be changed, in order. */
  said: [] as { readonly what: string; readonly variables: Record<string, unknown> }[],
  /** Where findings are that are not where they were. */
  moved: {} as Record<string, string>,
};

export const later = { ...finding, id: 'f2', number: 2, title: 'New country', stage: 'access' };
export const crowded = { ...incident('inc-3', 'Account takeover, then a rule that hides mail', 91), findings: busy };

/** Two findings of one account, and what ties them. */
const pair = [
  { ...finding, id: 'g1', label: '1' },
  {
    ...{ ...finding, id: 'g2', number: 2, label: '1a', title: hostile, at: '2026-01-05T11:20:00.000Z', stage: 'collection' },
    about: [user, { label: 'File', key: '/legal/contract.docx', role: 'file' }],
  },
];
const link = {
  ...{ from: 'g1', to: 'g2', mechanism: 'session', weight: 0.82, gapMs: 7_560_000 },
  ...{ because: 'both in one session', bridge: { label: 'Session', key: 's1' } },
};
const paired = { ...incident('inc-4', 'Account takeover', 70), findings: pair, links: [link] };

world.paired = paired;

const part = (label: string): string => (label === 'IP' ? 'cameFrom' : label === 'User' ? 'who' : 'touched');

/** Everything that findings name is a thing; what a finding names hangs on its person. */
function explanation({
  findings,
  links,
}: {
  readonly findings: readonly (typeof finding)[];
  readonly links: readonly Record<string, unknown>[];
}) {
  const refs = new Map(findings.flatMap(({ about }) => about.map((ref) => [`${ref.label} ${ref.key}`, ref] as const)));
  const of = ({ key }: { readonly key: string }) => findings.filter(({ about }) => about.some((ref) => ref.key === key));
  const things = [...refs.values()].map((ref) => ({
    ...{ label: ref.label, key: ref.key, name: ref.key, part: part(ref.label), firstAt: of(ref)[0]?.at, lastAt: at },
    ...{ findings: of(ref).map(({ id }) => id), folded: [], foldedCount: 0 },
  }));
  const ties = things
    .filter(({ label }) => label !== 'User')
    .map(({ label, key, findings: ids, firstAt }) => ({
      ...{ from: { label, key }, to: { label: user.label, key: user.key }, findings: ids, at: firstAt },
      ...{ mechanism: null, weight: 0.5, because: 'one finding names both' },
    }));
  const linked = links.map(({ from, to, mechanism, weight, because }) => ({
    ...{
      from: { label: rule.label, key: rule.key },
      to: { label: 'File', key: '/legal/contract.docx' },
      findings: [from, to],
      at,
    },
    ...{ mechanism, weight, because },
  }));
  return { things, ties: [...ties, ...linked], all: things.length + 3 };
}

const named = ({ id, title, score, status }: ReturnType<typeof incident>) => ({ id, title, score, status });

const similar = () => [
  {
    ...{
      incident: { ...named(crowded), firstAt: at, lastAt: at },
      similarity: 0.82,
      verdict: 'truePositive',
      ended: 'judged an attack by bo',
    },
    because: [{ text: `Both: inbox rule “${hostile}”.`, cites: ['g1', 'b1'] }],
    differs: [{ text: 'Only that one: mail sent out.', cites: ['b2'] }],
    until: { finding: 'b1', detection: 'd', title: 'Inbox rule hides mail', stage: 'evasion', at, times: 1, afterMs: 0 },
    next: [{ finding: 'b2', detection: 'd', title: hostile, stage: 'exfiltration', at, times: 3, afterMs: 7_200_000 }],
  },
];

const believed = (probability: number, findings: readonly string[], when: string) => ({
  ...{
    at: when,
    id: 'inc-4',
    title: probability < 0.3 ? 'A new rule' : 'Account takeover',
    score: probability * 100,
    probability,
    findings,
  },
});
const early = '2026-01-05T09:20:00.000Z';
const late = '2026-01-05T11:30:00.000Z';

const chronicle = [
  { ...believed(0.2, ['g1'], early), status: 'open', added: ['g1'], removed: [], says: ['It was opened.'] },
  { ...believed(0.6, ['g1', 'g2'], late), status: 'open', added: ['g2'], removed: [], says: [`1 finding came: “${hostile}”.`] },
];
const handled = [{ at: late, who: hostile, what: 'incident split', details: '1 findings kept from 2: other story' }];

const unlinked = { mechanism: null, because: null };
const way = {
  ...{ hops: 2, isVague: true },
  steps: [
    { label: 'User', key: 'priya@contoso.test', title: hostile, via: null, direction: null, at: null, events: null, ...unlinked },
    { label: 'Event', key: 'e1', title: 'UserLoggedIn', via: 'BY', direction: 'against', at, events: 12, ...unlinked },
    { label: 'IP', key: '192.0.2.7', title: '192.0.2.7', via: 'FROM', direction: 'along', at: null, events: null, ...unlinked },
  ],
};

interface Asked {
  readonly id?: string;
  readonly least?: number | null;
  readonly at?: string;
  readonly to?: { readonly key: string };
}

/** By the name of the question. */
export function answers(query: string, variables: Asked = {}): unknown {
  const { incidents, killSwitch, former, role, moved } = world;
  const { id = '' } = variables;
  const viewer = { name: 'local', role };
  const all = [...incidents, crowded, world.paired];
  const one = all.find((it) => it.id === (former[id] ?? id)) ?? null;
  const [, kind = '', name = ''] = /^(query|mutation) (\w+)/.exec(query) ?? [];
  if (kind === 'mutation') {
    world.said.push({ what: name, variables: { ...variables } });
    return { done: { userErrors: [] } };
  }
  const aboutMail = mailAnswers(query, variables, role);
  if (aboutMail !== undefined) return aboutMail;
  switch (name) {
    case 'Response':
      return { response: { mode: 'confirm', tenant: null, killSwitch } };
    case 'Queue':
      return {
        viewer,
        incidents: {
          totalCount: incidents.length,
          pageInfo: { hasNextPage: false },
          edges: incidents.map((node) => ({ node })),
        },
      };
    case 'Connections':
      return {
        incident: one && {
          id: one.id,
          explanation: explanation(one),
          entities: one.entities.map((it) => ({ ...it, part: part(it.label), stages: ['access'] })),
          related: one.id === 'inc-4' ? [related] : [],
        },
      };
    case 'Similar':
      return { similarIncidents: one?.id === 'inc-4' ? similar() : [] };
    case 'History':
      return { incident: one && { id: one.id, handled, chronicle } };
    case 'Difference':
      return {
        incident: one && {
          id: one.id,
          difference: {
            ...{ from: believed(0.2, ['g1'], early), to: believed(0.6, ['g1', 'g2'], late), added: ['g2'], removed: ['b9'] },
            ...{ merged: ['inc-0'], parted: ['inc-3'], says: ['The chance rose by 40 points.'] },
          },
        },
      };
    case 'Believed':
      return { incident: one && { id: one.id, believed: (variables.at ?? '') < early ? null : believed(0.2, ['g1'], early) } };
    case 'Whereabouts':
      return {
        finding: {
          id,
          title: hostile,
          incidentId: moved[id] ?? all.find((it) => it.findings.some((f) => f.id === id))?.id ?? null,
        },
      };
    case 'Glance':
      return { incident: one };
    case 'SavedQuestions':
      return {
        savedQuestions: [
          {
            ...{ id: 'q1', title: 'Who else came from there?', when: 'An address looks strange.', cypher: 'RETURN $address' },
            ...{ parameters: ['address'], browserLink: 'http://127.0.0.1:7474/browser/?cmd=edit&arg=RETURN' },
          },
        ],
      };
    case 'Paths':
      return {
        paths:
          variables.to?.key === '192.0.2.7'
            ? { from: way.steps[0], to: way.steps[2], isCut: true, paths: [way] }
            : { from: way.steps[0], to: null, isCut: false, paths: [] },
      };
    default:
      return { viewer, incident: one };
  }
}

const related = {
  ...{ incident: { id: 'inc-3', title: hostile, score: 91, status: 'open' }, weight: 0.2, mechanism: 'address' },
  ...{ bridge: { label: 'IP', key: '192.0.2.7' }, because: 'both from 192.0.2.7', from: 'g1', to: 'b1' },
};
