// The ceiling is honest only if it writes what the path writes.

import { expect, it } from 'vitest';
import { openCeiling, stepsOf } from '../../bench/ceiling.ts';
import * as events from '../../src/graph/events.ts';
import { sighting } from '../cypher/world.ts';
import { fileAccess, mailboxRule, mailItem, signIn } from '../support/events.ts';
import { graph, neo4jAddress, statement } from '../support/neo4j.ts';

const some = ['1', '2', '3'].flatMap((id) =>
  [
    signIn({ id: `s:${id}`, device: 'd', session: id }),
    fileAccess({ id: `f:${id}` }),
    mailItem({ id: `m:${id}` }),
    mailboxRule({ id: `r:${id}` }),
  ].map((event) => sighting(event)),
);

const asked = statement<{ type: string; label: string; ties: number; said: number }>(
  `MATCH (e:Event)-[t]->(n)
   RETURN type(t) AS type, labels(n)[0] AS label, count(t) AS ties, sum(size(keys(e))) AS said
   ORDER BY type, label`,
);

// Some thirty statements are planned for the first time here, each for a second on a busy machine.
it('writes the same events with the same properties, and ties them to as many of the same', async () => {
  const db = await graph();
  await events.save(db, some, 1);
  const byPath = await db.run(asked, {});
  expect(byPath.length).toBeGreaterThan(5);

  await graph();
  const ceiling = openCeiling(neo4jAddress());
  const steps = stepsOf(some, 1);
  await ceiling.write(steps);
  await ceiling.write(steps);
  await ceiling.close();
  // The path marks each event with its writer, too.
  expect(await db.run(asked, {})).toEqual(byPath.map(({ said, ties, ...row }) => ({ ...row, ties, said: said - ties })));
}, 120_000);
