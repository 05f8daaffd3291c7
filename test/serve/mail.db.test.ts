// Messages and campaigns as the API tells of them, from mail that came in through the real entrance.

import { graphql, parse } from 'graphql/index.js';
import { afterAll, expect, it, vi } from 'vitest';
import * as actions from '../../src/graph/actions.ts';
import * as audit from '../../src/graph/audit.ts';
import * as campaigns from '../../src/graph/campaigns.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as mails from '../../src/graph/mails.ts';
import type { JudgedMail } from '../../src/graph/mails.ts';
import { ingest } from '../../src/jobs/ingest.ts';
import { createLog } from '../../src/log.ts';
import type { Campaign } from '../../src/mail/campaign/campaign.ts';
import type { Context, Role } from '../../src/serve/context.ts';
import { loaders } from '../../src/serve/context.ts';
import { costOf, mostCost } from '../../src/serve/limits.ts';
import { openings } from '../../src/serve/opened.ts';
import { schema } from '../../src/serve/schema.ts';
import { folder } from '../support/folder.ts';
import { graph } from '../support/neo4j.ts';
import { action, ask, everything, finding, given, incident, noon, started } from './support.ts';

// Files are taken in for each, perhaps on a machine that is busy with others.
vi.setConfig({ testTimeout: 180_000 });

const here = folder('serve-mail');
afterAll(() => here.remove());

const hostile = '\u202e<img src=x onerror=alert(1)>';
const encoded = `=?utf-8?B?${Buffer.from(hostile).toString('base64')}?=`;

const eml = (
  id: string,
  minute: number,
  subject = encoded,
) => `Received: from mail.x.test ([203.0.113.9]) by mx.contoso.test with ESMTPS id 1; Mon, 12 Jan 2026 04:${minute}:00 +0000
From: ${encoded} <notice@x.test>
To: Dana <dana@contoso.test>, bo@contoso.test
Subject: ${subject}
Message-ID: <${id}>
Date: Mon, 12 Jan 2026 04:10:00 +0000
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/html; charset=utf-8

<p onclick="alert(1)">Pay at <a href="https://evil.example/pay">https://contoso.test/</a></p><script>alert(1)</script>
<div style="display:none">newsletter preferences</div><img src="https://t.example/p.png">
--b
Content-Type: application/octet-stream; name="=?utf-8?B?${Buffer.from('invoice\u202efdp.exe').toString('base64')}?="
Content-Disposition: attachment; filename="=?utf-8?B?${Buffer.from('invoice\u202efdp.exe').toString('base64')}?="
Content-Transfer-Encoding: base64

TVqQAAMAAAAEAAAA
--b--
`;

const judged = (score: number): JudgedMail => ({
  ...{ score, action: 'hold', tags: ['extortion'], by: ['extortion-with-wallet'], start: 2 },
  models: [{ id: 'extortion-with-wallet', title: 'Extortion', explains: 'It threatens.', because: ['text.wallets is 1'] }],
  reasons: [{ says: 'it threatens', weight: score - 2 }],
});

const member = (message: string, minute: number) => ({
  ...{ message, at: noon + minute, author: 'notice@x.test', recipients: ['bo@contoso.test', 'dana@contoso.test'] },
  ...{ score: 90, action: 'hold' as const, because: 'words 0.83 alike' },
});

const campaign: Campaign = {
  ...{ id: 'c1', firstAt: noon, lastAt: noon + 2, messages: 2, recipients: 2, authors: 1, kind: 'attack' },
  conviction: { at: noon + 1, by: ['1@x.test'], says: 'one of it was judged harmful' },
  members: [member('1@x.test', 0), member('2@x.test', 2)],
};

const hold = action('hold', {
  ...{
    action: 'hold-mail',
    title: 'Hold the mail',
    target: { label: 'Campaign', key: 'c1' },
    status: 'verified',
    reversible: true,
  },
  decidedBy: 'bo',
  snapshot: JSON.stringify({
    copies: [{ message: '1@x.test', was: 'inbox', recipients: ['dana@contoso.test', 'bo@contoso.test'] }],
  }),
  history: [{ at: noon + 9, status: 'verified', by: 'skein', says: 'held 2 of 2' }],
});

/** Two messages of one campaign that is held as far as its first goes, and one by itself. */
async function world(): Promise<Graph> {
  const db = await graph();
  here.write({ '1.eml': eml('1@x.test', 11), '2.eml': eml('2@x.test', 12), '3.eml': eml('3@x.test', 13, 'Minutes') });
  await ingest(db, { paths: [here.path], home: here.path, lookup: () => undefined, clock: () => noon, log: createLog('silent') });
  const at = Date.UTC(2026, 0, 12, 4);
  await mails.saveVerdicts(db, [
    { message: '1@x.test', at: at + 1, judged: judged(90) },
    { message: '2@x.test', at: at + 2, judged: judged(70) },
    { message: '3@x.test', at: at + 3, judged: judged(3) },
  ]);
  await campaigns.save(db, [campaign]);
  await given(db, {
    incidents: [
      incident('i1', {
        findings: ['f1'],
        involves: [
          { label: 'Email', key: '1@x.test', role: 'mail', part: 'cameFrom', stages: ['access'], firstAt: noon, lastAt: noon },
        ],
      }),
    ],
    findings: [
      finding('f1', {
        about: [
          { label: 'Email', key: '1@x.test', role: 'mail' },
          { label: 'Campaign', key: 'c1', role: 'mail' },
        ],
      }),
    ],
    actions: [hold],
  });
  return db;
}

const one = `query One($id: ID!) {
  email(id: $id) {
    subject from to at direction delivery authentication { spf dkim dmarc } files
    judgement { score action tags by start models { id title explains because } reasons { says weight } }
    copies { recipient state at by action also undo }
    actions { id title status reversible history { at status by says } }
    findings { id says } incident { id score }
    campaign { id messages conviction { at by says } actions { id } members(first: 50) { totalCount edges { node { message because } } } }
    letter {
      from { name address } text html hidden { how text } links { shown defanged why }
      attachments { name type risky why } headers { name value } hops { at from by } defects
    }
  }
}`;

it('one message says what, why, what was done and how to undo it, in one question', async () => {
  const db = await world();
  const { data, errors } = await ask<{ email: Record<string, never> }>(await started({ graph: db }), one, { id: '1@x.test' });
  expect(errors).toBeUndefined();
  expect(costOf(schema, parse(one), { variables: { id: '1@x.test' } })).toBeLessThan(mostCost / 5);
  const when = (ms: number) => new Date(noon + ms).toISOString();
  expect(data.email).toMatchObject({
    ...{ subject: hostile, from: 'notice@x.test', to: ['bo@contoso.test', 'dana@contoso.test'], files: ['invoice\u202efdp.exe'] },
    judgement: { ...judged(90) },
    copies: ['bo@contoso.test', 'dana@contoso.test'].map((recipient) => ({
      ...{ recipient, state: 'held', at: when(9), by: 'bo', action: 'hold', also: [], undo: 'hold' },
    })),
    actions: [{ id: 'hold', status: 'verified', reversible: true, history: [{ says: 'held 2 of 2' }] }],
    findings: [{ id: 'f1' }],
    incident: { id: 'i1' },
    campaign: {
      ...{
        id: 'c1',
        messages: 2,
        conviction: { by: ['1@x.test'], says: 'one of it was judged harmful' },
        actions: [{ id: 'hold' }],
      },
      members: { totalCount: 2, edges: [{ node: { message: '1@x.test', because: 'words 0.83 alike' } }, { node: {} }] },
    },
    letter: {
      from: [{ name: hostile, address: 'notice@x.test' }],
      hidden: [{ how: 'display', text: 'newsletter preferences' }],
      links: [
        {
          shown: 'https://contoso.test/',
          defanged: 'hxxps://evil[.]example/pay',
          why: ['shows contoso.test and leads to evil.example'],
        },
      ],
      attachments: [{ name: 'invoice\u202efdp.exe', type: 'unknown', risky: true }],
      hops: [{ from: 'mail.x.test', by: 'mx.contoso.test' }],
    },
  });
  const { text, html } = data.email['letter'] as unknown as { readonly text: string; readonly html: string };
  expect(text).toBe('Pay at hxxps://contoso[.]test/');
  expect(html).not.toMatch(/<(?:script|img|a|div style)|onclick|href=/);
});

it('a message is found with or without brackets, and none where there is none', async () => {
  const server = await started({ graph: await world() });
  const found = async (id: string) =>
    (await ask<{ email: unknown }>(server, 'query ($id: ID!) { email(id: $id) { key message } }', { id })).data.email;
  expect(await found('<2@x.test>')).toEqual({ key: '2@x.test', message: '2@x.test' });
  expect(await found('none@x.test')).toBeNull();
});

it('messages are listed the newest first, page by page, and by a least score', async () => {
  const server = await started({ graph: await world() });
  const list = async (asked: string) =>
    (
      await ask<{ emails: { edges: { cursor: string; node: { key: string } }[]; pageInfo: { hasNextPage: boolean } } }>(
        server,
        `{ emails(${asked}) { edges { cursor node { key subject judgement { score } copies { state } firstAt } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }`,
      )
    ).data.emails;
  const keys = async (asked: string) => (await list(asked)).edges.map(({ node }) => node.key);
  expect(await keys('first: 50')).toEqual(['3@x.test', '2@x.test', '1@x.test']);
  expect(await keys('first: 50, least: 60')).toEqual(['2@x.test', '1@x.test']);
  const first = await list('first: 2');
  expect(first.pageInfo.hasNextPage).toBe(true);
  expect(await keys(`first: 2, after: "${first.edges[1]?.cursor ?? ''}"`)).toEqual(['1@x.test']);
  for (const [asked, message] of [
    ['first: 201', 'first: expected 0 to 200, found 201'],
    ['after: "x"', 'after: expected a cursor that this list gave; begin without one'],
  ])
    expect((await ask(server, `{ emails(${asked ?? ''}) { edges { cursor } } }`)).errors).toMatchObject([
      { message, extensions: { code: 'BAD_USER_INPUT' } },
    ]);
});

it('a campaign says why, which messages are in it, and where their copies are', async () => {
  const server = await started({ graph: await world() });
  const { data, errors } = await ask(
    server,
    `{ campaign(id: "c1") { kind recipients authors places { state count } incidents { id } findings { id } overTime { from to messages heldAlone } members(first: 1) { totalCount pageInfo { hasNextPage } edges { node { message score copies { state } email { subject } } } } } none: campaign(id: "x") { id } campaigns { edges { node { id } } pageInfo { hasNextPage } } }`,
  );
  expect(errors).toBeUndefined();
  expect(data).toEqual({
    campaign: {
      ...{ kind: 'attack', recipients: 2, authors: 1, incidents: [], findings: [{ id: 'f1' }] },
      overTime: [{ from: '2026-03-04T12:00:00.000Z', to: '2026-03-04T12:01:00.000Z', messages: 2, heldAlone: 2 }],
      places: [
        { state: 'held', count: 2 },
        { state: 'unknown', count: 2 },
      ],
      members: {
        ...{ totalCount: 2, pageInfo: { hasNextPage: true } },
        edges: [
          {
            node: { message: '1@x.test', score: 90, copies: [{ state: 'held' }, { state: 'held' }], email: { subject: hostile } },
          },
        ],
      },
    },
    none: null,
    campaigns: { edges: [{ node: { id: 'c1' } }], pageInfo: { hasNextPage: false } },
  });
});

it('answers every field there is', async () => {
  const db = await world();
  const server = await started({ graph: db });
  const typeOf = (name: string) => {
    const type = schema.getType(name);
    if (type === undefined || !('getFields' in type)) throw new Error(`there is no type ${name}`);
    return type as Parameters<typeof everything>[0];
  };
  const member = `members { totalCount pageInfo { hasNextPage } edges { cursor node ${everything(typeOf('CampaignMember'), ['Email', 'Campaign', 'Incident', 'Finding'])} } }`;
  const parts = [
    `email(id: "1@x.test") ${everything(typeOf('Email'), ['Incident', 'Finding', 'Campaign'])}`,
    `campaign(id: "c1") { ${member} ${everything(typeOf('Campaign'), ['Incident', 'Finding', 'Email']).slice(1)}`,
    `emails(first: 1) ${everything(typeOf('EmailConnection'), ['Incident', 'Finding', 'Campaign'])}`,
  ];
  for (const part of parts) {
    const { errors } = await ask(server, `{ ${part} }`);
    expect(errors).toBeUndefined();
  }
});

const contextOf = (db: Graph, role: Role): Context => {
  let now = noon;
  return {
    ...{
      viewer: { name: 'bo', role },
      graph: db,
      clock: () => (now += 1),
      openings: openings(db, () => noon),
      load: loaders(db),
    },
  } as unknown as Context;
};

const asked = (contextValue: Context, source: string) => graphql({ schema, source, contextValue });

it('what stands in a message is for analysts; its score is for everybody', async () => {
  const db = await world();
  const source = '{ email(id: "1@x.test") { judgement { score } letter { text } } }';
  const refused = await asked(contextOf(db, 'VIEWER'), source);
  expect(refused.data).toEqual({ email: { judgement: { score: 90 }, letter: null } });
  expect(refused.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  const raw = await asked(contextOf(db, 'VIEWER'), '{ email(id: "1@x.test") { events { edges { node { record raw } } } } }');
  expect(raw.errors?.[0]?.extensions['code']).toBe('FORBIDDEN');
  expect(await audit.count(db)).toBe(1);

  const given = await asked(contextOf(db, 'ANALYST'), source);
  expect(given.errors).toBeUndefined();
  expect(JSON.stringify(given.data)).toContain('Pay at');
});

it('that somebody looked into a message is in the audit, once, and the chain stays whole', async () => {
  const db = await world();
  const context = contextOf(db, 'ANALYST');
  const source = '{ email(id: "1@x.test") { letter { text html } } }';
  for (let times = 0; times < 3; times += 1) await asked({ ...context, load: loaders(db) }, source);
  await asked({ ...context, load: loaders(db) }, '{ emails { edges { node { letter { size } } } } }');
  const entries = await audit.page(db, 1_000, 10);
  expect(entries.map(({ who, what, target, details }) => [who, what, target, details])).toEqual([
    ['bo', 'mail read', '2 mails', '3@x.test, 2@x.test'],
    ['bo', 'mail read', 'Email 1@x.test', ''],
    ['skein', 'hold-mail proposed', 'Campaign c1', hold.because],
  ]);
  expect(await audit.verified(db)).toMatchObject({ intact: true });
});

it('a list asks what it costs, and the contents of too many messages are refused', async () => {
  const rows = (fields: string) => costOf(schema, parse(`{ emails(first: 200) { edges { node { ${fields} } } } }`), {});
  expect(rows('key subject from judgement { score action tags } campaign { id }')).toBeLessThan(mostCost / 10);
  expect(rows('copies { state }')).toBeLessThan(mostCost);
  expect(rows('letter { text links { defanged } } patternOfLife { says }')).toBeGreaterThan(mostCost);
  const db = await world();
  const ids = Array.from({ length: 61 }, (_, at) => `e${at}`);
  await expect(Promise.all(ids.map((id) => loaders(db).letter.load(id)))).resolves.toHaveLength(61);
  const { letter } = loaders(db);
  await expect(Promise.all(ids.map((id) => letter.load(id)))).rejects.toThrow(/more than 60 messages/);
  expect(await actions.byId(db, 'hold')).toMatchObject({ id: 'hold' });
});
