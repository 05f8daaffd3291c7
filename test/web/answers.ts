// Answers of the API, as small as they can be, with names that try to be more than names.

export const hostile = '\u202e<img src=x onerror=alert(1)>';

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
  links: [],
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

const viewer = { name: 'local', role: 'ADMIN' };

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
};

export const later = { ...finding, id: 'f2', number: 2, title: 'New country', stage: 'access' };
export const crowded = { ...incident('inc-3', 'Account takeover, then a rule that hides mail', 91), findings: busy };

/** By the name of the question. */
export function answers(query: string, { id = '' }: { readonly id?: string } = {}): unknown {
  const { incidents, killSwitch, former } = world;
  if (query.includes('query Response')) return { response: { mode: 'confirm', killSwitch } };
  if (query.includes('query Queue'))
    return {
      viewer,
      incidents: {
        totalCount: incidents.length,
        pageInfo: { hasNextPage: false },
        edges: incidents.map((node) => ({ node })),
      },
    };
  if (query.startsWith('mutation')) return { done: { userErrors: [] } };
  return { viewer, incident: [...incidents, crowded].find((one) => one.id === (former[id] ?? id)) ?? null };
}
