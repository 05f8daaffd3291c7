// Keys of programs that send records: the hash of each secret, never the secret.

import type { Instant } from '../model/time.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

export interface ApiKey {
  readonly id: string;
  readonly name: string;
  readonly scopes: readonly string[];
  readonly createdAt: Instant;
  readonly lastUsedAt?: Instant;
  readonly revokedAt?: Instant;
}

export async function create(
  graph: Graph,
  key: Pick<ApiKey, 'id' | 'name' | 'scopes' | 'createdAt'> & { readonly hash: string },
): Promise<void> {
  await graph.run(queries.keys.create, key);
}

/** The hash and the scopes of a key that has not been revoked. */
export async function byId(graph: Graph, id: string): Promise<{ hash: string; scopes: readonly string[] } | undefined> {
  const [row] = await graph.run(queries.keys.byId, { id });
  return row;
}

/** Revoked ones too, the oldest first. */
export async function all(graph: Graph): Promise<ApiKey[]> {
  const rows = await graph.run(queries.keys.all, {});
  return rows.map(({ lastUsedAt, revokedAt, ...key }) => ({
    ...key,
    ...(lastUsedAt === null ? {} : { lastUsedAt }),
    ...(revokedAt === null ? {} : { revokedAt }),
  }));
}

/** When it was revoked, which is now unless it was before; undefined when there is no such key. */
export async function revoke(graph: Graph, id: string, now: Instant): Promise<Instant | undefined> {
  const [row] = await graph.run(queries.keys.revoke, { id, now });
  return row?.revokedAt;
}

export async function used(graph: Graph, id: string, now: Instant): Promise<void> {
  await graph.run(queries.keys.used, { id, now });
}
