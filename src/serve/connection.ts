// Relay connections over lists in a known order, read a page at a time.
//
// A cursor is a place in the order, not a number of rows: what comes or goes before it moves no page.

import { badInput } from './errors.ts';

/** The order of a list: the key of each row, the last part unique, and the place before all rows. */
export interface Order<T, K extends Key = Key> {
  readonly name: string;
  readonly start: K;
  keyOf(item: T): K;
}

type Key = readonly (number | string)[];

export interface Page {
  readonly first: number;
  readonly after?: string | null;
}

export interface Listing<T, K extends Key> {
  /** The first rows after a place, in their order. */
  readonly rows: (after: K, limit: number) => Promise<readonly T[]>;
  /** How many rows there are in all. */
  readonly count: () => Promise<number>;
}

export const mostRows = 200;

/** One page of a list. */
export async function connection<T, K extends Key>(order: Order<T, K>, { rows, count }: Listing<T, K>, { first, after }: Page) {
  refuseMany(first);
  const place = typeof after === 'string' ? placeOf(after, order) : order.start;

  // One row more than is shown tells whether there are any.
  const [ahead, totalCount] = await Promise.all([rows(place, first + 1), count()]);
  const edges = ahead.slice(0, first).map((node) => ({ cursor: cursorOf(order, node), node }));
  return { edges, pageInfo: pageInfoOf(edges, ahead.length, after), totalCount };
}

/** The same over a list that makes its own cursors; one that it never gave is a RangeError there. */
export async function paged<T>(
  { first, after }: Page,
  rows: (page: { readonly first: number; readonly after?: string }) => Promise<readonly T[]>,
  cursor: (item: T) => string,
) {
  refuseMany(first);
  const asked = typeof after === 'string' ? { first: first + 1, after } : { first: first + 1 };
  const ahead = await rows(asked).catch((error: unknown) => {
    throw error instanceof RangeError ? badInput(error.message) : error;
  });
  const edges = ahead.slice(0, first).map((node) => ({ cursor: cursor(node), node }));
  return { edges, pageInfo: pageInfoOf(edges, ahead.length, after) };
}

function refuseMany(first: number): void {
  if (first < 0 || first > mostRows) throw badInput(`first: expected 0 to ${mostRows}, found ${first}`);
}

const pageInfoOf = (edges: readonly { readonly cursor: string }[], ahead: number, after: Page['after']) => ({
  hasNextPage: ahead > edges.length,
  hasPreviousPage: typeof after === 'string',
  startCursor: edges.at(0)?.cursor ?? null,
  endCursor: edges.at(-1)?.cursor ?? null,
});

const cursorOf = <T>(order: Order<T>, item: T): string =>
  Buffer.from(JSON.stringify([order.name, ...order.keyOf(item)])).toString('base64url');

function placeOf<K extends Key>(cursor: string, { name, start }: Order<never, K>): K {
  const [list, ...key] = partsOf(cursor);
  if (list !== name || !isLike(key, start)) throw badInput('after: expected a cursor that this list gave');
  return key;
}

const isLike = <K extends Key>(key: readonly unknown[], like: K): key is K =>
  key.length === like.length && like.every((part, index) => typeof part === typeof key[index]);

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}
