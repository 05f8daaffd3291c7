// The same records in any order, any number of times, from anywhere: one digest.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { digest } from '../../src/graph/digest.ts';
import { seeded } from '../../src/model/seeded.ts';
import { graph } from '../support/neo4j.ts';
import { file, judge, lines, read, tenant } from './support.ts';
import type { Tenant } from './support.ts';

let told: Tenant;
let expected: string;

const shuffled = <T>(items: readonly T[], seed: string): T[] => {
  const dice = seeded(seed);
  return items
    .map((item) => ({ item, at: dice() }))
    .sort((a, b) => a.at - b.at)
    .map(({ item }) => item);
};

beforeAll(async () => {
  told = tenant({ seed: 'digest', people: 20, days: 18 });
  const db = await graph();
  await read(db, told.home, [told.records]);
  await judge(db);
  expected = await digest(db);
}, 180_000);

afterAll(() => told.remove());

it('is the same after the same folder twice, the second time all duplicate', async () => {
  const db = await graph();
  const first = await read(db, told.home, [told.records]);
  const second = await read(db, told.home, [told.records]);
  await judge(db);
  await judge(db);

  expect(second).toMatchObject({ new: 0, duplicate: first.new, rejected: 0 });
  expect(await digest(db)).toBe(expected);
}, 180_000);

it('is the same after a shuffle', async () => {
  const db = await graph();
  await read(db, told.home, [file(told.home, 'shuffled.jsonl', shuffled(lines(told.records), 'shuffle'))]);
  await judge(db);

  expect(await digest(db)).toBe(expected);
}, 180_000);

it('is the same in ten batches out of order, each followed by a run', async () => {
  const db = await graph();
  const all = shuffled(lines(told.records), 'batches');
  const size = Math.ceil(all.length / 10);
  for (let batch = 0; batch < 10; batch += 1) {
    await read(db, told.home, [file(told.home, `batch-${batch}.jsonl`, all.slice(batch * size, (batch + 1) * size))]);
    await judge(db);
  }

  expect(await digest(db)).toBe(expected);
}, 300_000);

it('is the same in six batches, the latest days before the earlier ones, each followed by a run', async () => {
  const db = await graph();
  const all = lines(told.records).sort((a, b) => (timeIn(a) < timeIn(b) ? -1 : 1));
  const size = Math.ceil(all.length / 6);
  for (const batch of [3, 0, 5, 1, 4, 2]) {
    await read(db, told.home, [file(told.home, `late-${batch}.jsonl`, all.slice(batch * size, (batch + 1) * size))]);
    await judge(db);
  }

  expect(await digest(db)).toBe(expected);
}, 300_000);

/** When a raw record says it happened. */
const timeIn = (line: string): string => /"(?:CreationTime|createdDateTime|activityDateTime)":"([^"]+)"/.exec(line)?.[1] ?? '';

it('is another when one record is missing', async () => {
  const db = await graph();
  await read(db, told.home, [file(told.home, 'less.jsonl', lines(told.records).slice(1))]);
  await judge(db);

  expect(await digest(db)).not.toBe(expected);
}, 180_000);
