// Relay connections over a list in a known order.
//
// A cursor is a place in the order, not a number of rows: what comes or goes before it moves no page.

import { badInput } from './errors.ts';

/** The order of a list as ascending keys; the last of them is unique. */
export interface Order<T> {
  readonly name: string;
  keyOf(item: T): Key;
}

type Key = readonly (number | string)[];

export interface Page {
  readonly first: number;
  readonly after?: string | null;
}

export const mostRows = 200;

/** One page of a list that is in its order already. */
export function connection<T>(items: readonly T[], order: Order<T>, { first, after }: Page) {
  if (first < 0 || first > mostRows) throw badInput(`first: expected 0 to ${mostRows}, found ${first}`);
  const place = typeof after === 'string' ? placeOf(after, order.name) : undefined;
  const ahead = place === undefined ? items : items.filter((item) => compare(order.keyOf(item), place) > 0);

  const edges = ahead.slice(0, first).map((node) => ({ cursor: cursorOf(order, node), node }));
  return {
    edges,
    pageInfo: {
      hasNextPage: ahead.length > edges.length,
      hasPreviousPage: ahead.length < items.length,
      startCursor: edges.at(0)?.cursor ?? null,
      endCursor: edges.at(-1)?.cursor ?? null,
    },
    totalCount: items.length,
  };
}

const cursorOf = <T>(order: Order<T>, item: T): string =>
  Buffer.from(JSON.stringify([order.name, ...order.keyOf(item)])).toString('base64url');

function placeOf(cursor: string, name: string): Key {
  const [list, ...key] = partsOf(cursor);
  if (list !== name || !key.every(isKeyPart)) throw badInput('after: expected a cursor that this list gave');
  return key;
}

function partsOf(cursor: string): unknown[] {
  try {
    const parts: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(parts) ? parts : [];
  } catch {
    return [];
  }
}

const isKeyPart = (part: unknown): part is number | string => typeof part === 'number' || typeof part === 'string';

function compare(a: Key, b: Key): number {
  for (const [index, part] of a.entries()) {
    const other = b[index];
    if (other === undefined || part > other) return 1;
    if (part < other) return -1;
  }
  return 0;
}
