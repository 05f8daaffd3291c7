// An extortion mail in one telling, in the order in which it is understood: it passes every check of its sender, goes to three
// people who have nothing to do with one another, names a wallet that exists and a day to pay. What is measured, which models
// say so, the score, its campaign, and what becomes of the copies that were delivered before anybody knew.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import * as actions from '../../src/graph/actions.ts';
import * as campaigns from '../../src/graph/campaigns.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import * as mails from '../../src/graph/mails.ts';
import type { KeptMail } from '../../src/graph/mails.ts';
import type { Bench } from '../../src/jobs/job.ts';
import { run } from '../../src/jobs/pipeline.ts';
import { decide } from '../../src/jobs/respond.ts';
import { tenantOf } from '../../src/jobs/tenant.ts';
import { days, hours } from '../../src/model/time.ts';
import type { CopyRef } from '../../src/respond/copies.ts';
import { graph as emptyGraph } from '../support/neo4j.ts';
import { bench, read } from './support.ts';

const START = Date.UTC(2026, 0, 5, 9);
const CAUGHT = START + days(16);
const teams = [
  ['ana', 'ben', 'cleo', 'dora'],
  ['eli', 'finn', 'gus', 'hana'],
  ['ira', 'jon', 'kim', 'lea'],
] as const;
const at = (name: string): string => `${name}@contoso.test`;
/** What stands for everybody, as such mail is sent. */
const list = at('everybody');

interface Written {
  readonly id: string;
  readonly from: string;
  readonly to: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly when: number;
  readonly bulk?: boolean;
}

function eml({ id, from, to, subject, text, when, bulk = false }: Written): string {
  const [domain = ''] = from
    .split('@')
    .slice(-1)
    .map((it) => it.replace('>', ''));
  const date = new Date(when).toUTCString().replace('GMT', '+0000');
  const found = `spf=pass smtp.mailfrom=${domain}; dkim=pass header.d=${domain}; dmarc=pass header.from=${domain}`;
  return [
    `Received: from mail.${domain} ([203.0.113.${1 + (id.length % 200)}]) by mx.contoso.test; ${date}`,
    `Authentication-Results: mx.contoso.test; ${found}`,
    `From: ${from}`,
    `To: ${to.join(', ')}`,
    `Subject: ${subject}`,
    `Message-ID: <${id}@${domain}>`,
    `Date: ${date}`,
    ...(bulk ? ['List-Id: <weekly.contoso.test>', 'List-Unsubscribe: <mailto:leave@contoso.test>', 'Precedence: bulk'] : []),
    'Content-Type: text/plain; charset=utf-8',
    '',
    text,
  ].join('\r\n');
}

const threat = (wallet: string, hoursLeft: number): string =>
  `Hello. I have hacked your device and installed my malware on it. I recorded a video of you through your camera while you ` +
  `watched adult sites. Send 1200 USD in Bitcoin to my wallet ${wallet} within ${hoursLeft} hours. If you do not pay, I will ` +
  `send the video to all of your contacts. Do not go to the police.`;
const WALLET = '1A1zP1eP5QGefi2DMPTfTL5SLmv7DivfNa';
// Written so that it is no wallet to a program.
const BROKEN = '1A1zP1eP5QGefi2DMPTfTL5SLmv7 then DivfNa';

/** Colleagues write within their teams, and security writes to everybody each week. */
const ordinary = (): Written[] => [
  ...teams.flatMap((team, group) =>
    Array.from({ length: 24 }, (_, index): Written => {
      const [author, ...others] = team.map((_name, place) => at(team[(place + index) % team.length] ?? ''));
      return {
        ...{ id: `work-${group}-${index}`, from: author ?? '', to: others.slice(0, 1 + (index % 3)), subject: `Plan ${index}` },
        ...{
          text: `Please look at part ${index} of the plan of group ${group} before we meet.`,
          when: START + index * hours(15),
        },
      };
    }),
  ),
  ...[0, 7, 14].map((day): Written => ({
    ...{ id: `weekly-${day}`, from: 'Security <security@contoso.test>', to: [list], subject: 'Security weekly', bulk: true },
    ...{ text: `This week: update your telephones, and lock the screen when you leave. Number ${day}.`, when: START + days(day) },
  })),
];

const warned = teams.flatMap(([, second, third]) => [at(second), at(third)]);
const early: Written[] = warned.map((to, index) => ({
  ...{
    id: `early-${index}`,
    from: `Your Shadow <n${index}@northwind-${index % 3}.test>`,
    to: [to],
    subject: 'I know what you did',
  },
  ...{ text: threat(BROKEN, 48), when: CAUGHT - days(2) + index * hours(5) },
}));
const lure: Written = {
  ...{ id: 'lure', from: 'Your Shadow <n7@fabrikam.test>', to: ['ana', 'eli', 'ira'].map(at), subject: 'I know what you did' },
  ...{ text: threat(WALLET, 24), when: CAUGHT },
};
const newsletter: Written = {
  ...{ id: 'weekly-21', from: 'Security <security@contoso.test>', to: [list], subject: 'Security weekly: extortion', bulk: true },
  text: `Dear colleagues, be aware of scam mails that threaten you. A typical example that some of you received reads:\r\n\r\n"${threat(WALLET, 24)}"\r\n\r\nDo not pay and do not reply. Report such phishing to us.`,
  when: CAUGHT + hours(5),
};

let graph: Graph;
const told = (): Bench => ({ ...bench(graph), homeDomains: ['contoso.test'], authservIds: ['mx.contoso.test'] });
const home = mkdtempSync(join(tmpdir(), 'skein-extortion-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

beforeAll(async () => {
  graph = await emptyGraph();
  const paths = [...ordinary(), ...early, lure, newsletter].map((one) => {
    const path = join(home, `${one.id}.eml`);
    writeFileSync(path, eml(one));
    return path;
  });
  expect((await read(graph, home, paths)).rejected).toBe(0);
  await run(told());
}, 300_000);

async function placesOf(copies: readonly CopyRef[]): Promise<(string | undefined)[]> {
  return (await tenantOf(told()).copyStates(copies, 'move')).map((state) => state?.place);
}

async function kept(id: string): Promise<KeptMail> {
  const found = await mails.one(graph, id);
  if (found === undefined) throw new Error(`${id} is not there`);
  return found;
}

it('a mail that proves its sender is measured, hits its models, and is held with the action’s part told apart', async () => {
  const { judged } = await kept('lure@fabrikam.test');
  expect(judged?.models.map(({ id }) => id)).toEqual(expect.arrayContaining(['extortion-with-wallet', 'stranger-to-strangers']));
  expect(judged).toMatchObject({ score: 100, action: 'hold', tags: expect.arrayContaining(['extortion']) as unknown });
  const parts = judged?.reasons.map(({ weight }) => weight) ?? [];
  expect(Math.round((judged?.start ?? 0) + parts.reduce((sum, part) => sum + part, 0))).toBe(100);
  expect(judged?.reasons.some(({ says, weight }) => /held|hold/.test(says) && weight > 0)).toBe(true);
});

it('copies of it without a wallet were delivered, and its campaign takes them back, and one undo gives all of them free', async () => {
  const campaign = await campaigns.one(graph, (await kept('lure@fabrikam.test')).campaign ?? '');
  const ids = early.map(({ id, from }) => `${id}@${from.split('@').at(-1)?.replace('>', '') ?? ''}`);
  expect(campaign?.conviction).toBeDefined();
  expect(campaign?.members.map(({ message }) => message).sort()).toEqual([...ids, 'lure@fabrikam.test'].sort());
  const holding = (await actions.all(graph)).filter(
    ({ action, target }) => action === 'hold-mail' && target.label === 'Campaign' && target.key === campaign?.id,
  );
  expect(holding).toHaveLength(1);

  const [{ id } = { id: '' }] = holding;
  const copies = await campaigns.copies(graph, campaign?.id ?? '');
  expect(copies).toHaveLength(early.length + lure.to.length);
  expect(await decide(told(), 'approve', id, 'bo')).toMatchObject({ action: { status: 'verified' } });
  expect(await placesOf(copies)).toEqual(copies.map(() => 'held'));
  expect(await decide(told(), 'revert', id, 'cy', 'a drill')).toMatchObject({ action: { status: 'reverted' } });
  expect(await placesOf(copies)).toEqual(copies.map(() => 'inbox'));
});

it('the same words quoted in the newsletter of security hold nothing', async () => {
  const { judged, campaign } = await kept('weekly-21@contoso.test');
  expect(judged?.action === 'hold' || judged?.action === 'junk').toBe(false);
  const lures = (await kept('lure@fabrikam.test')).campaign;
  expect(campaign === undefined || campaign !== lures).toBe(true);
  const held = await incidents.standing(graph, true);
  expect(held.flatMap(({ involves }) => involves.map(({ key }) => key))).not.toContain('weekly-21@contoso.test');
});
