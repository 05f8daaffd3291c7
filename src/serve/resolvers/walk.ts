// From one thing to the next: what an entity is tied to, and how two things hang together.

import * as entities from '../../graph/entities.ts';
import { neighbourhood } from '../../graph/neighbourhood.ts';
import { paths } from '../../graph/paths.ts';
import { mostRows } from '../connection.ts';
import { badInput } from '../errors.ts';
import type { QueryResolvers } from '../schema.gen.ts';

const mostPaths = 10;
const mostHops = 8;

export const Query: QueryResolvers = {
  async neighbourhood(_, { label, key, first, labels }, { graph }) {
    refuseBeyond('first', first, 0, mostRows);
    const entity = await entities.find(graph, label, key);
    return entity === undefined ? null : { entity, ...(await neighbourhood(graph, entity, first, labels ?? null)) };
  },

  paths(_, { from, to, first, mostHops: hops, asOf }, { graph }) {
    refuseBeyond('first', first, 1, mostPaths);
    refuseBeyond('mostHops', hops, 1, mostHops);
    return paths(graph, { from, to }, { most: first, mostHops: hops, ...(asOf != null && { asOf }) });
  },
};

function refuseBeyond(name: string, value: number, least: number, most: number): void {
  if (value < least || value > most) throw badInput(`${name}: expected ${least} to ${most}, found ${value}`);
}
