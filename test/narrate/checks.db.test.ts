// The checks of a narrative, run as a hunter would run them: on a real Neo4j, with ids that would like to break out.

import { expect, it } from 'vitest';
import type { Query } from '../../src/graph/graph.ts';
import { literal } from '../../src/narrate/checks.ts';
import { narrate } from '../../src/narrate/narrative.ts';
import { hostile, storyA, storyB } from '../support/incidents.ts';
import { graph } from '../support/neo4j.ts';

const reading = (text: string): Query<Record<string, never>, Record<string, unknown>> => ({
  name: 'test/check',
  mode: 'read',
  text,
});

it('runs every check of both stories and of a hostile incident', async () => {
  const db = await graph();
  for (const given of [storyA(), storyB(), hostile()])
    for (const { cypher } of narrate(given).checks) expect(await db.run(reading(cypher), {}), cypher).toEqual([]);
});

it('reads every literal as the text it stands for', async () => {
  const db = await graph();
  const texts = [
    "o'neil",
    '\\',
    '\\\\',
    "\\'",
    '\\u0027',
    "\\\\u0027 OR '1'='1",
    'a\nb\t\u0000c',
    '\u202Eabc',
    '“”`$x//',
    '😀é漢',
    '\uD83D\uDE00\u2028',
  ];
  for (const text of texts)
    expect(await db.run(reading(`RETURN ${literal(text)} AS text LIMIT 1`), {}), literal(text)).toEqual([{ text }]);
});
