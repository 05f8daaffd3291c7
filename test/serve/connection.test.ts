import { describe, expect, it } from 'vitest';
import { connection, mostRows, type Order, type Page } from '../../src/serve/connection.ts';

interface Row {
  readonly id: string;
  readonly score: number;
}

const byScore: Order<Row, readonly [number, string]> = {
  name: 'rows',
  start: [Number.MAX_SAFE_INTEGER, ''],
  keyOf: ({ score, id }) => [score, id],
};
/** A page of rows that are in their order already. */
const paged = (all: readonly Row[], page: Page) =>
  connection(
    byScore,
    {
      rows: ([score, id], limit) =>
        Promise.resolve(all.filter((row) => row.score < score || (row.score === score && row.id > id)).slice(0, limit)),
      count: () => Promise.resolve(all.length),
    },
    page,
  );
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id, score: Number(id.slice(1)) })).sort((a, b) => b.score - a.score);
const ids = (page: { edges: readonly { node: Row }[] }) => page.edges.map(({ node }) => node.id);

describe('a connection', () => {
  it('gives the first rows, and says that there are more', async () => {
    const page = await paged(rows('r1', 'r2', 'r3'), { first: 2 });
    expect(ids(page)).toEqual(['r3', 'r2']);
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
  });

  it('goes on after a cursor, and says that it was the last page', async () => {
    const all = rows('r1', 'r2', 'r3');
    const { pageInfo } = await paged(all, { first: 2 });
    const page = await paged(all, { first: 2, after: pageInfo.endCursor });
    expect(ids(page)).toEqual(['r1']);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('shows no row twice when a row has come in front of the cursor meanwhile', async () => {
    const { pageInfo } = await paged(rows('r1', 'r2', 'r3'), { first: 2 });
    expect(ids(await paged(rows('r1', 'r2', 'r3', 'r9'), { first: 2, after: pageInfo.endCursor }))).toEqual(['r1']);
  });

  it('misses no row when the row of the cursor has gone meanwhile', async () => {
    const { pageInfo } = await paged(rows('r1', 'r2', 'r3'), { first: 2 });
    expect(ids(await paged(rows('r1', 'r3'), { first: 2, after: pageInfo.endCursor }))).toEqual(['r1']);
  });

  it('tells rows of equal score apart by their id', async () => {
    const all = ['a', 'b', 'c'].map((id) => ({ id, score: 5 }));
    const { pageInfo } = await paged(all, { first: 1 });
    expect(ids(await paged(all, { first: 2, after: pageInfo.endCursor }))).toEqual(['b', 'c']);
  });

  it('of no rows is an answer', async () => {
    expect(await paged([], { first: 5 })).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      totalCount: 0,
    });
    expect(await paged(rows('r1'), { first: 0 })).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: true },
      totalCount: 1,
    });
  });

  it('gives cursors that fit into an address as they are', async () => {
    const { edges } = await paged([{ id: '>>>???', score: 63 }], { first: 1 });
    expect(edges[0]?.cursor).toMatch(/^[\w-]+$/);
  });

  it(`of more than ${mostRows} rows is refused, and of less than none`, async () => {
    expect((await paged(rows('r1'), { first: mostRows })).edges).toHaveLength(1);
    await expect(paged(rows('r1'), { first: mostRows + 1 })).rejects.toThrow('first: expected 0 to 200, found 201');
    await expect(paged(rows('r1'), { first: -1 })).rejects.toThrow('first: expected 0 to 200, found -1');
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['an empty one', ''],
    ['JSON of another kind', Buffer.from('{"a":1}').toString('base64url')],
    ['one whose place is no place', Buffer.from('["rows","r3",3]').toString('base64url')],
    ['half of one', Buffer.from('["rows",3]').toString('base64url')],
    ['one of another list', Buffer.from('["others",-3,"r3"]').toString('base64url')],
    ['one with things inside', Buffer.from('["rows",{"score":3},null]').toString('base64url')],
  ])('refuses a cursor that it did not give: %s', async (_, after) => {
    await expect(paged(rows('r1'), { first: 1, after })).rejects.toThrow('after: expected a cursor that this list gave');
  });
});
