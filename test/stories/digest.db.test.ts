// The same records of every source in any order, any number of times, from anywhere: one digest.

import { afterAll, beforeAll, expect, it } from 'vitest';
import { digest } from '../../src/graph/digest.ts';
import { seeded } from '../../src/model/seeded.ts';
import { graph } from '../support/neo4j.ts';
import { file, judge, lines, mixedTenant, read } from './support.ts';
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
  told = mixedTenant({ seed: 'digest', people: 20, days: 18 });
  const db = await graph();
  await read(db, told.home, [told.records]);
  await judge(db);
  expected = await digest(db);
}, 180_000);

afterAll(() => told.remove());

function all(): string[] {
  const { own, others } = lines(told.records);
  return [...own, ...others];
}

it('is the same after the same folder twice, the second time all duplicate', async () => {
  const db = await graph();
  const first = await read(db, told.home, [told.records]);
  const second = await read(db, told.home, [told.records]);
  await judge(db);
  await judge(db);

  expect(second).toMatchObject({ new: 0, duplicate: first.read, rejected: 0 });
  expect(await digest(db)).toBe(expected);
}, 180_000);

it('is the same after a shuffle', async () => {
  const db = await graph();
  await read(db, told.home, [file(told.home, 'shuffled.jsonl', shuffled(all(), 'shuffle'))]);
  await judge(db);

  expect(await digest(db)).toBe(expected);
}, 180_000);

it('is the same in ten batches out of order, each followed by a run', async () => {
  const db = await graph();
  const records = shuffled(all(), 'batches');
  const size = Math.ceil(records.length / 10);
  for (let batch = 0; batch < 10; batch += 1) {
    await read(db, told.home, [file(told.home, `batch-${batch}.jsonl`, records.slice(batch * size, (batch + 1) * size))]);
    await judge(db);
  }

  expect(await digest(db)).toBe(expected);
}, 300_000);

it('is the same in six batches, the latest days before the earlier ones, each followed by a run', async () => {
  const db = await graph();
  const { own, others } = lines(told.records);
  const sixth = (of: readonly string[], at: number) =>
    of.slice(Math.floor((at * of.length) / 6), Math.floor(((at + 1) * of.length) / 6));
  for (const batch of [3, 0, 5, 1, 4, 2]) {
    await read(db, told.home, [file(told.home, `late-${batch}.jsonl`, [...sixth(own, batch), ...sixth(others, batch)])]);
    await judge(db);
  }

  expect(await digest(db)).toBe(expected);
}, 300_000);

it('is another when one record is missing', async () => {
  const db = await graph();
  await read(db, told.home, [file(told.home, 'less.jsonl', all().slice(1))]);
  await judge(db);

  expect(await digest(db)).not.toBe(expected);
}, 180_000);
