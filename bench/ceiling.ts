// The same rows by the driver alone: what no way of writing them through it, safe to repeat, can be much faster than.
//
// It is given the finished rows in memory: no file, no parsing, no journal, no identities (a name is a User at once), no
// places, no names of entities. Each batch is one transaction of plain statements: events merged by id, entities merged by key,
// ties merged between the two found by their keys. It is given what makes such statements quick on any server: keys
// that are unique constraints, the batch size of the path, plans that are kept.

/* eslint-disable @typescript-eslint/no-unsafe-class-instance-assignment -- the driver declares its plain option objects as classes */

import neo4j from 'neo4j-driver';
import type { Neo4jAddress } from '../src/config.ts';
import { fieldsOf } from '../src/graph/events.ts';
import type { Sighting } from '../src/graph/events.ts';
import { touches } from '../src/ingest/touches.ts';
import { labels } from '../src/model/graph.ts';
import type { EntityLabel } from '../src/model/graph.ts';

/** As many rows a transaction as the path writes. */
const BATCH = 1_000;
/** Its nodes stand beside those of the path, and are none of them. */
const OWN = 'ceiling/';

/** A statement and the lists it is given. */
interface Step {
  readonly text: string;
  readonly batch: unknown;
}

export type Steps = readonly (readonly Step[])[];

export interface Ceiling {
  write(batches: Steps): Promise<void>;
  close(): Promise<void>;
}

export function openCeiling({ uri, user, password, database }: Neo4jAddress): Ceiling {
  const driver = neo4j.driver(uri, neo4j.auth.basic(user, password), {
    disableLosslessIntegers: true,
    telemetryDisabled: true,
    notificationFilter: { minimumSeverityLevel: 'OFF' },
  });
  return {
    async write(batches) {
      const session = driver.session({ database });
      try {
        for (const steps of batches)
          await session.executeWrite(async (tx) => {
            for (const { text, batch } of steps) await tx.run(text, { batch });
          });
      } finally {
        await session.close();
      }
    },
    close: () => driver.close(),
  };
}

/** Everything the statements are given, made ready before any clock runs. */
export function stepsOf(sightings: readonly Sighting[], arrivedAt: number): Steps {
  const batches: Step[][] = [];
  for (let from = 0; from < sightings.length; from += BATCH)
    batches.push(stepsOfBatch(sightings.slice(from, from + BATCH), arrivedAt));
  return batches;
}

function stepsOfBatch(sightings: readonly Sighting[], arrivedAt: number): Step[] {
  const rows = sightings.map((sighting) => {
    const fields = fieldsOf(sighting, arrivedAt);
    return withIntegers({ ...fields, id: `${OWN}${sighting.event.id}` });
  });
  const ties = new Map<string, { rel: string; label: EntityLabel; pairs: [string, string][] }>();
  for (const { event } of sightings)
    for (const { rel, label, key } of touches(event)) {
      const of = ties.get(`${label} ${rel}`) ?? { rel, label, pairs: [] };
      ties.set(`${label} ${rel}`, of);
      of.pairs.push([`${OWN}${event.id}`, `${OWN}${key}`]);
    }
  const byKind = [...ties.values()];
  const touched = [...new Set(byKind.map(({ label }) => label))].map((label) => ({
    label,
    keys: new Set(byKind.filter((kind) => kind.label === label).flatMap(({ pairs }) => pairs.map(([, key]) => key))),
  }));
  return [
    { text: `${KEPT} UNWIND $batch AS row MERGE (e:Event {id: row.id}) SET e += row`, batch: rows },
    ...touched.map(({ label, keys }) => ({
      text: `${KEPT} UNWIND $batch.keys AS key MERGE (:${label} {${labels[label]}: key})`,
      batch: { keys: [...keys] },
    })),
    ...byKind.map(({ rel, label, pairs }) => ({
      text: `${KEPT} UNWIND $batch.pairs AS pair
        MATCH (e:Event {id: pair[0]}) MATCH (n:${label} {${labels[label]}: pair[1]}) MERGE (e)-[:${rel}]->(n)`,
      batch: { pairs },
    })),
  ];
}

/** Planned once: without it the server plans again as the graph grows. */
const KEPT = 'CYPHER replan=skip';

/** The path, too, stores whole numbers as integers. */
const withIntegers = (fields: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(fields).map(([name, value]) => [name, Number.isSafeInteger(value) ? neo4j.int(value as number) : value]),
  );
