// One hash over what is known, so that "the same" can be checked: entities, events, habits, standing findings, what
// incidents hold and their links. Not when records arrived or where they stood, nor history, audit, jobs, actions.

import { createHash } from 'node:crypto';
import { thingOf } from '../model/finding.ts';
import { queries } from './queries.gen.ts';
import type { Graph } from './graph.ts';

const PAGE = 10_000;

/** 64 hex characters. */
export async function digest(graph: Graph): Promise<string> {
  const hash = createHash('sha256');
  const add = (...values: readonly unknown[]): void => void hash.update(`${JSON.stringify(values)}\n`);
  for (const { label, key, names, firstAt, lastAt } of sorted(await graph.run(queries.identities.entities, {}), thingOf))
    add(label, key, [...names].sort(), firstAt, lastAt);
  for (let after = ''; ;) {
    const rows = await graph.run(queries.digest.events, { after, limit: PAGE });
    for (const row of rows) add(row.id, row.hash, row.at, row.kind);
    const last = rows.at(-1);
    if (last === undefined || rows.length < PAGE) break;
    after = last.id;
  }
  for (const { key, hash: said } of sorted(await graph.run(queries.habits.hashes, {}), ({ key }) => key)) add(key, said);
  for (const { id, hash: said } of await graph.run(queries.findings.hashes, {})) add(id, said);
  for (const { id, findings } of await graph.run(queries.digest.incidents, {})) add(id, [...findings].sort());
  for (const { key } of sorted(await graph.run(queries.findings.links, {}), ({ key }) => key)) add(key);
  return hash.digest('hex');
}

const sorted = <T>(rows: readonly T[], keyOf: (row: T) => string): T[] =>
  [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0));
