// Campaigns as they are kept: the same saved again changes nothing, what merged away is gone and still found by its old id.

import { expect, it } from 'vitest';
import * as campaigns from '../../src/graph/campaigns.ts';
import type { Graph } from '../../src/graph/graph.ts';
import type { Campaign, Member } from '../../src/mail/campaign/campaign.ts';
import { graph, statement } from '../support/neo4j.ts';

const member = (message: string, at: number, more: Partial<Member> = {}): Member => ({
  ...{
    message,
    at,
    author: 'a@x.example',
    recipients: ['ana@contoso.test'],
    score: 12.5,
    action: 'none',
    because: 'words 0.80 alike',
  },
  ...more,
});

const campaign = (id: string, members: readonly Member[], more: Partial<Campaign> = {}): Campaign => ({
  ...{ id, firstAt: members[0]?.at ?? 0, lastAt: members.at(-1)?.at ?? 0, messages: members.length, recipients: 1, authors: 1 },
  ...{ kind: 'undecided', members },
  ...more,
});

const convicted = { kind: 'attack', conviction: { at: 9, by: ['m1'], says: 'somebody said so' } } as const;

async function withMail(...messages: readonly string[]): Promise<Graph> {
  const db = await graph();
  const records = `UNWIND $messages AS message
    CREATE (:Event {id: 'e:' + message, record: message, kind: 'mail', operation: 'Message', at: 1, sender: 's', recipients: ['bo@contoso.test', 'ana@contoso.test'],
      direction: 'inbound', delivery: 'delivered', urls: [], attachments: [], message: message})-[:ON]->(:Email {id: message})`;
  await db.run(statement(records), { messages });
  return db;
}

const all = async (db: Graph): Promise<unknown> =>
  db.run(statement('MATCH (c:Campaign) OPTIONAL MATCH (c)-[i:INCLUDES]->(m) RETURN c, i, m.id AS m ORDER BY c.id, m'), {});

it('keeps a campaign with what joined each message, and gives back just that', async () => {
  const db = await withMail('m1', 'm2');
  const kept = campaign('c', [member('m1', 1), member('m2', 2, { action: 'hold', recipients: [] })], {
    ...convicted,
    formerly: ['b'],
  });
  await campaigns.save(db, [kept]);
  expect(await campaigns.one(db, 'c')).toEqual(kept);
  expect(await campaigns.one(db, 'b')).toEqual(kept);
  expect(await campaigns.one(db, 'x')).toBeUndefined();
  expect(await campaigns.copies(db, 'c')).toEqual(
    ['m1', 'm2'].flatMap((message) => ['ana', 'bo'].map((name) => ({ message, recipient: `${name}@contoso.test`, at: 1 }))),
  );
  expect(await campaigns.copies(db, 'x')).toEqual([]);
});

it('changes nothing when the same is saved again, and keeps none of one message', async () => {
  const db = await withMail('m1', 'm2', 'm3');
  const some = [campaign('c', [member('m1', 1), member('m2', 2)]), campaign('single', [member('m3', 3)])];
  await campaigns.save(db, some);
  const before = await all(db);
  await campaigns.save(db, some);
  expect(await all(db)).toEqual(before);
  expect((await campaigns.list(db, { first: 9 })).map(({ id }) => id)).toEqual(['c']);
});

it('lets go what merged away, and a message that belongs elsewhere now', async () => {
  const db = await withMail('m1', 'm2', 'm3', 'm4');
  await campaigns.save(db, [
    campaign('c', [member('m1', 1), member('m2', 2)]),
    campaign('d', [member('m3', 3), member('m4', 4)]),
  ]);
  await campaigns.save(db, [campaign('c', [member('m1', 1), member('m3', 3), member('m4', 4)], { formerly: ['d'] })]);
  expect((await campaigns.list(db, { first: 9 })).map(({ id }) => id)).toEqual(['c']);
  expect((await campaigns.one(db, 'd'))?.members.map(({ message }) => message)).toEqual(['m1', 'm3', 'm4']);
  await campaigns.save(db, []);
  expect(await all(db)).toEqual([]);
});

it('lists the convicted first, the newest first, a page at a time', async () => {
  const db = await withMail('m1', 'm2');
  const both = [member('m1', 1), member('m2', 2)];
  await campaigns.save(db, [
    campaign('old', both),
    campaign('new', both, { lastAt: 8 }),
    campaign('bad', both, convicted),
    campaign('worse', both, { ...convicted, lastAt: 5 }),
  ]);
  const pages: string[] = [];
  let after: string | undefined;
  for (let turn = 0; turn < 6; turn += 1) {
    const [row] = await campaigns.list(db, { first: 1, ...(after === undefined ? {} : { after }) });
    if (row === undefined) break;
    pages.push(row.id);
    after = campaigns.cursorOf(row);
  }
  expect(pages).toEqual(['worse', 'bad', 'new', 'old']);
  expect(await campaigns.list(db, { first: 1_000_000 })).toHaveLength(4);
  await expect(campaigns.list(db, { first: 1, after: 'nonsense' })).rejects.toThrow(RangeError);
});
