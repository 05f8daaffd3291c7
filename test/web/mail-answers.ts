// Answers of the API about mail, as small as they can be, with names that try to be more than names.

import { hostile } from './hostile.ts';

const at = '2026-01-12T04:18:00.000Z';

export const hold = {
  ...{ id: 'h1', action: 'hold-mail', title: 'Hold the mail', mode: 'confirm', status: 'verified', incidentId: 'inc-1' },
  ...{ because: 'Convicted.', reach: 'Every copy is taken out. Can be undone.', reversible: true, order: 64 },
  ...{ proposedAt: at, expiresAt: '2099-01-01T00:00:00.000Z', decidedBy: 'j.kim', target: { label: 'Campaign', key: 'c1' } },
  history: [{ at, status: 'verified', by: 'skein', says: 'held 17 of 17' }],
};

const judgement = {
  ...{ score: 100, action: 'hold', tags: ['extortion'], by: ['extortion-with-wallet'], start: 2 },
  models: [
    {
      ...{ id: 'extortion-with-wallet', title: 'Extortion with a wallet', explains: `It names “${hostile}”.` },
      because: [`text.wallets is ${hostile}`],
    },
  ],
  reasons: [
    { says: 'threatens with a deadline', weight: 60.4 },
    { says: `wants money ${hostile}`, weight: 41.3 },
    { says: 'SPF, DKIM and DMARC pass', weight: -3.7 },
  ],
};

const copies = [
  { recipient: 'dana@contoso.test', state: 'held', at, by: 'j.kim', also: ['Tag the mail'], undo: 'h1' },
  { recipient: `${hostile}@contoso.test`, state: 'delivered', at: null, by: null, also: [], undo: null },
];

export const mailFacts = {
  ...{ key: 'm1@x.test', at, subject: hostile, from: `${hostile}@x.test`, sender: 'bounce@x.test', recipientCount: 2 },
  ...{ to: ['dana@contoso.test', `${hostile}@contoso.test`], direction: 'inbound', delivery: 'delivered' },
  authentication: { spf: 'pass', dkim: hostile, dmarc: null },
  ...{ judgement, copies, actions: [hold] },
  incident: { id: 'inc-1', title: hostile, score: 88, status: 'open' },
  campaign: {
    ...{ id: 'c1', kind: 'attack', messages: 17, recipients: 30, authors: 4, firstAt: at, lastAt: at },
    conviction: { at, says: `same wallet ${hostile}` },
  },
};

export const letter = {
  from: [{ name: hostile, address: 'notice@x.test' }],
  ...{ replyTo: [{ name: '', address: `${hostile}@y.test` }], to: [], cc: [], subject: hostile, writtenAt: at },
  text: `Pay now \u202ecod.exe\n<script>alert(1)</script>`,
  quoted: `> ${hostile}`,
  hidden: [{ how: 'colour', text: hostile, letters: 212 }],
  html: '<p>Pay <mark>[hidden: words]</mark></p>',
  links: [{ shown: hostile, defanged: 'hxxps://evil[.]example/x', why: ['shows contoso.test and leads to evil.example'] }],
  linkCount: 1,
  attachments: [
    { name: `invoice\u202efdp.exe`, type: 'exe', size: 10, risky: true, why: ['is exe, which can act when it is opened'] },
  ],
  headers: [{ name: `X-${hostile}`, value: hostile }],
  headerCount: 1,
  hops: [{ at, from: hostile, address: '192.0.2.9', by: 'mx.contoso.test', protocol: 'esmtps', encrypted: true }],
  ...{ size: 1_234, defects: [] },
};

export const campaignFacts = {
  ...mailFacts.campaign,
  conviction: { at, by: ['m1@x.test'], says: `same wallet ${hostile}` },
  overTime: [
    { from: '2026-01-12T03:00:00.000Z', to: '2026-01-12T04:00:00.000Z', messages: 5, heldAlone: 0 },
    { from: '2026-01-12T04:00:00.000Z', to: '2026-01-12T05:00:00.000Z', messages: 12, heldAlone: 9 },
  ],
  places: [
    { state: 'held', count: 16 },
    { state: 'delivered', count: 1 },
  ],
  actions: [hold],
  incidents: [mailFacts.incident],
  members: {
    totalCount: 2,
    pageInfo: { hasNextPage: false, endCursor: null },
    edges: ['m1@x.test', 'm2@x.test'].map((message) => ({
      node: {
        ...{ message, at, author: `${hostile}@x.test`, recipients: ['dana@contoso.test', 'bo@contoso.test'] },
        ...{ score: 100, action: 'hold', because: `words alike: ${hostile}`, copies },
      },
    })),
  },
};

const row = (key: string, given: object = {}) => ({
  node: {
    ...{ key, at, subject: hostile, from: `${hostile}@x.test`, recipientCount: 3, direction: 'inbound' },
    judgement: { score: 100, action: 'hold', tags: ['extortion'] },
    campaign: { id: 'c1', messages: 17, kind: 'attack', conviction: { at } },
    ...given,
  },
});

export const mailRows = [
  row('m1@x.test'),
  row('m2@x.test', { judgement: null, campaign: null, subject: null, from: null, at: null }),
];

interface Asked {
  readonly id?: string;
  readonly least?: number | null;
}

/** By the name of the question; undefined for what is not about mail. */
export function mailAnswers(query: string, { id = '', least }: Asked, role: string): unknown {
  const [, name = ''] = /^query (\w+)/.exec(query) ?? [];
  const viewer = { name: 'local', role };
  if (name === 'Mails')
    return { emails: { pageInfo: { hasNextPage: false, endCursor: null }, edges: least === 80 ? [] : mailRows } };
  if (name === 'Mail') return { viewer, email: id === mailFacts.key ? mailFacts : null };
  if (name === 'Letter') return { email: { key: id, letter } };
  if (name === 'Campaign') return { viewer, campaign: id === 'c1' ? campaignFacts : null };
  return undefined;
}
