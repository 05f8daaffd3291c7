import { expect, it } from 'vitest';
import * as notes from '../../src/graph/notes.ts';
import { graph, statement } from '../support/neo4j.ts';

it('a note is what was last written, under its own name', async () => {
  const db = await graph();
  expect(await notes.read(db, 'n')).toBeUndefined();
  await notes.write(db, 'n', 'one');
  await notes.write(db, 'o', 'other');
  await notes.write(db, 'n', '{"two":2}');
  expect(await notes.read(db, 'n')).toBe('{"two":2}');
  expect(await notes.read(db, 'o')).toBe('other');
});

it('a lease is had, renewed, refused, given back and had by the next, behind a higher fence', async () => {
  const db = await graph();
  const take = (owner: string, dead: readonly string[] = []) => notes.takeLease(db, { name: 'j', owner, ttl: 60_000, dead });
  expect(await notes.leaseHolder(db, 'j')).toBeUndefined();
  expect(await take('a')).toBe(1);
  expect(await take('a')).toBe(1);
  expect(await take('b')).toBeUndefined();
  expect(await take('b', ['c'])).toBeUndefined();
  await notes.dropLease(db, 'j', 'b');
  expect(await take('b')).toBeUndefined();
  await notes.dropLease(db, 'j', 'a');
  expect(await take('b')).toBe(2);
  expect(await take('c', ['b'])).toBe(3);
  expect(await notes.leaseHolder(db, 'j')).toBe('c');
});

it('of many who ask for a lease at once one has it', async () => {
  const db = await graph();
  const asked = Array.from({ length: 8 }, (_, n) => notes.takeLease(db, { name: 'j', owner: `o${n}`, ttl: 60_000, dead: [] }));
  expect((await Promise.all(asked)).filter((fence) => fence !== undefined)).toEqual([1]);
});

it('everything can be forgotten, but not that the schema was made', async () => {
  const db = await graph();
  await notes.write(db, 'n', 'one');
  await db.run(statement("UNWIND range(1, 50) AS n CREATE (:Event {id: 'e' + n})-[:BY]->(:User {id: 'u' + n})"), {});
  await notes.wipe(db);
  expect(await db.run(statement('MATCH (n) RETURN labels(n)[0] AS label, count(n) > 0 AS any'), {})).toEqual([
    { label: '__Migration', any: true },
  ]);
});
