import { describe, expect, it } from 'vitest';
import { connection, mostRows, type Order } from '../../src/serve/connection.ts';

interface Row {
  readonly id: string;
  readonly score: number;
}

const byScore: Order<Row> = { name: 'rows', keyOf: ({ score, id }) => [-score, id] };
const rows = (...ids: string[]): Row[] => ids.map((id) => ({ id, score: Number(id.slice(1)) })).sort((a, b) => b.score - a.score);
const ids = (page: { edges: readonly { node: Row }[] }) => page.edges.map(({ node }) => node.id);

describe('a connection', () => {
  it('gives the first rows, and says that there are more', () => {
    const page = connection(rows('r1', 'r2', 'r3'), byScore, { first: 2 });
    expect(ids(page)).toEqual(['r3', 'r2']);
    expect(page).toMatchObject({ totalCount: 3, pageInfo: { hasNextPage: true, hasPreviousPage: false } });
  });

  it('goes on after a cursor, and says that it was the last page', () => {
    const all = rows('r1', 'r2', 'r3');
    const { pageInfo } = connection(all, byScore, { first: 2 });
    const page = connection(all, byScore, { first: 2, after: pageInfo.endCursor });
    expect(ids(page)).toEqual(['r1']);
    expect(page.pageInfo).toMatchObject({ hasNextPage: false, hasPreviousPage: true });
  });

  it('shows no row twice when a row has come in front of the cursor meanwhile', () => {
    const { pageInfo } = connection(rows('r1', 'r2', 'r3'), byScore, { first: 2 });
    expect(ids(connection(rows('r1', 'r2', 'r3', 'r9'), byScore, { first: 2, after: pageInfo.endCursor }))).toEqual(['r1']);
  });

  it('misses no row when the row of the cursor has gone meanwhile', () => {
    const { pageInfo } = connection(rows('r1', 'r2', 'r3'), byScore, { first: 2 });
    expect(ids(connection(rows('r1', 'r3'), byScore, { first: 2, after: pageInfo.endCursor }))).toEqual(['r1']);
  });

  it('tells rows of equal score apart by their id', () => {
    const all = ['a', 'b', 'c'].map((id) => ({ id, score: 5 }));
    const { pageInfo } = connection(all, byScore, { first: 1 });
    expect(ids(connection(all, byScore, { first: 2, after: pageInfo.endCursor }))).toEqual(['b', 'c']);
  });

  it('of no rows is an answer', () => {
    expect(connection([], byScore, { first: 5 })).toEqual({
      edges: [],
      pageInfo: { hasNextPage: false, hasPreviousPage: false, startCursor: null, endCursor: null },
      totalCount: 0,
    });
    expect(connection(rows('r1'), byScore, { first: 0 })).toMatchObject({
      edges: [],
      pageInfo: { hasNextPage: true },
      totalCount: 1,
    });
  });

  it('gives cursors that fit into an address as they are', () => {
    const { edges } = connection([{ id: '>>>???', score: 63 }], byScore, { first: 1 });
    expect(edges[0]?.cursor).toMatch(/^[\w-]+$/);
  });

  it(`of more than ${mostRows} rows is refused, and of less than none`, () => {
    expect(connection(rows('r1'), byScore, { first: mostRows }).edges).toHaveLength(1);
    expect(() => connection(rows('r1'), byScore, { first: mostRows + 1 })).toThrow('first: expected 0 to 200, found 201');
    expect(() => connection(rows('r1'), byScore, { first: -1 })).toThrow('first: expected 0 to 200, found -1');
  });

  it.each([
    ['nonsense', 'nonsense'],
    ['an empty one', ''],
    ['JSON of another kind', Buffer.from('{"a":1}').toString('base64url')],
    ['one of another list', Buffer.from('["others",-3,"r3"]').toString('base64url')],
    ['one with things inside', Buffer.from('["rows",{"score":3},null]').toString('base64url')],
  ])('refuses a cursor that it did not give: %s', (_, after) => {
    expect(() => connection(rows('r1'), byScore, { first: 1, after })).toThrow('after: expected a cursor that this list gave');
  });
});
