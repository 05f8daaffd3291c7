// An attack of five hundred letters to three hundred people over three days, amid honest mail and fifty newsletters to everybody:
// when the fortieth is there its campaigns are convicted, everything delivered before is taken back at one word each, what
// comes later follows by itself, no newsletter is touched, and one word each gives it all back.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { honestLetters } from '../../bench/mail/honest.ts';
import { HOME } from '../../bench/mail/honest/slots.ts';
import { variantsOf } from '../../bench/mail/variants.ts';
import * as actions from '../../src/graph/actions.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import type { Bench } from '../../src/jobs/job.ts';
import { run } from '../../src/jobs/pipeline.ts';
import { decide } from '../../src/jobs/respond.ts';
import { tenantOf } from '../../src/jobs/tenant.ts';
import type { Action } from '../../src/model/action.ts';
import { days, minutes } from '../../src/model/time.ts';
import type { CopyRef } from '../../src/respond/copies.ts';
import { graph as emptyGraph } from '../support/neo4j.ts';
import { bench, read } from './support.ts';

const BEGIN = Date.UTC(2026, 2, 2, 6);
const ATTACK = BEGIN + days(14);
const readers = Array.from({ length: 300 }, (_, index) => `reader${index}@${HOME}`);
const attack = variantsOf({ seed: 'story', variants: 500, readers, from: ATTACK }).map(({ raw }) => raw);

let graph: Graph;
let newsletters: readonly RawMessage[];
const home = mkdtempSync(join(tmpdir(), 'skein-campaign-'));
const told = (): Bench => ({ ...bench(graph), homeDomains: [HOME] });

/** As it would have come at that time, to these. */
function sentAt(raw: RawMessage, id: string, at: number, to: readonly string[]): RawMessage {
  const date = new Date(at).toUTCString();
  const others = raw.headers.filter(({ name }) => !/^(?:date|received|message-id|to)$/i.test(name));
  const headers = [...others, { name: 'Date', value: date }, { name: 'Message-ID', value: `<${id}>` }];
  return { ...raw, headers, messageId: `<${id}>`, date, received: 0, to: to.map((address) => ({ address, name: '' })) };
}

async function tell(name: string, messages: readonly RawMessage[]): Promise<void> {
  const path = join(home, `${name}.jsonl`);
  writeFileSync(path, messages.map((rfc822) => `${JSON.stringify({ rfc822 })}\n`).join(''));
  expect(await read(graph, home, [path])).toMatchObject({ new: messages.length, rejected: 0 });
  await run(told());
}

const copiesOf = (messages: readonly RawMessage[]): CopyRef[] =>
  messages.flatMap(({ messageId = '', to }) =>
    to.map(({ address }) => ({ message: messageId.replace(/[<>]/g, ''), recipient: address })),
  );

/** How many copies of these lie where. */
async function places(messages: readonly RawMessage[]): Promise<Readonly<Record<string, number>>> {
  const tally: Record<string, number> = {};
  for (const state of await tenantOf(told()).copyStates(copiesOf(messages), 'move')) {
    const place = state?.place ?? 'gone';
    tally[place] = (tally[place] ?? 0) + 1;
  }
  return tally;
}

const holds = async (status: Action['status']): Promise<Action[]> =>
  (await actions.all(graph)).filter(
    (one) => one.action === 'hold-mail' && one.target.label === 'Campaign' && one.status === status,
  );

beforeAll(async () => {
  graph = await emptyGraph();
  const isNews = new Set(['newsletter', 'promotion', 'digest']);
  const honest = await honestLetters('story/campaign', 1_200);
  newsletters = honest
    .filter(({ kind }) => isNews.has(kind))
    .slice(0, 50)
    .map(({ raw }, index) => sentAt(raw, `news-${index}@lists.test`, BEGIN + index * minutes(480), readers));
  const letters = honest
    .filter(({ kind }) => !isNews.has(kind))
    .slice(0, 150)
    .map(({ raw }, index) =>
      sentAt(raw, `work-${index}@honest.test`, BEGIN + index * minutes(160), readers.slice(index, index + 1)),
    );
  await tell('ordinary', [...newsletters, ...letters]);
  await tell('first', attack.slice(0, 40));
}, 600_000);

afterAll(() => rmSync(home, { recursive: true, force: true }));

it('one word takes back what was delivered, what comes later follows, and one word gives all of it back', async () => {
  const [hold, ...more] = await holds('proposed');
  expect(more).toEqual([]);
  const began = performance.now();
  const approved = await decide(told(), 'approve', hold?.id ?? '', 'bo');
  expect(performance.now() - began).toBeLessThan(5_000);
  expect(approved).toMatchObject({ action: { status: 'verified', target: { label: 'Campaign' } } });
  const first = await places(attack.slice(0, 40));
  // The others are in languages that nothing ties to it yet.
  expect(first['held']).toBeGreaterThanOrEqual(20);
  expect(first).toEqual({ held: first['held'], inbox: 40 - (first['held'] ?? 0) });

  await tell('later', attack.slice(40));
  expect(await places(attack)).toEqual({ held: 500 });
  expect(await places(newsletters)).toEqual({ inbox: 15_000 });

  expect(await decide(told(), 'revert', hold?.id ?? '', 'cy', 'a drill')).toMatchObject({ action: { status: 'reverted' } });
  expect(await places(attack)).toEqual({ inbox: 500 });
}, 300_000);
