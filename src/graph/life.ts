// The stored habits at one entity, and what others have of the same kind: read within bounds, never written.

import type { Dimension } from '../learn/dimension.ts';
import { HALF_LIFE_DAYS, OLDEST_DAYS } from '../learn/daily.ts';
import type { Lived } from '../learn/life/strand.ts';
import { dimensionOf, wayOf } from '../learn/life/ways.ts';
import type { Way } from '../learn/life/ways.ts';
import type { Share } from '../learn/surprise.ts';
import { midnightOf } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import type { Entity } from './entities.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

/** Relationships and people that are looked at at most; what is beyond is said to be. */
const MOST = 100_000;
/** Habits that are read day by day. */
export const MOST_HABITS = 10_000;
/** Peers, and holders of a value, whose habits are weighed; of more holders these stand for all. */
export const MOST_WEIGHED = 1_000;

/** The way to habits as a query takes it; none is all of them. */
export const along = (way: Way | undefined) => ({
  relationship: way?.relationship ?? null,
  other: way?.other ?? '',
  kind: way?.other === 'Trait' ? way.dimension : null,
  isOwn: way?.isOwn ?? true,
});

/** The newest event's time, as far as sources tell: what "now" is for everything that was learned. */
export async function newestAt(graph: Graph): Promise<Instant | undefined> {
  const rows = await graph.run(queries.sources.all, {});
  return rows.length === 0 ? undefined : Math.max(...rows.map((row) => row.newestAt));
}

/** The most used habits at an entity, in one dimension or all; none where entities of its label have no such habit. */
export async function habitsAt(graph: Graph, { element, label }: Entity, dimension?: Dimension): Promise<Lived[]> {
  const way = dimension === undefined ? undefined : wayOf(label, dimension);
  if (dimension !== undefined && way === undefined) return [];
  const rows = await graph.run(queries.entities.life, { element, ...along(way), most: MOST, limit: MOST_HABITS });
  return rows.flatMap(({ key, name, days, counts, firstAt, lastAt, ...stored }) => {
    const found = dimensionOf(label, stored);
    return found === undefined ? [] : [{ dimension: found, value: key, name: name ?? key, days, counts, firstAt, lastAt }];
  });
}

/** What others have shown of one value of a person's dimension, as the priors of a surprise take it. */
export interface OthersShare extends Share {
  /** Of more holders than are weighed, or of more people than are looked at, some stand for all. */
  readonly isCut: boolean;
}

export interface Others {
  /** What the value goes by. */
  readonly name: string | undefined;
  readonly peers: OthersShare;
  readonly everybody: OthersShare;
}

/** What the present peers of a person, and everybody of their kind, had shown of a value before the start of a day. */
export async function othersWith(graph: Graph, person: Entity, way: Way, value: string, before: Day): Promise<Others> {
  const ask = { relationship: way.relationship, label: way.other, kind: way.other === 'Trait' ? way.dimension : null };
  const key = way.other === 'Trait' ? `${way.dimension}/${value}` : value;
  const whose = { except: person.key, services: person.kind === 'service' };
  const weighed = (ids: readonly string[]) =>
    graph.run(queries.entities.shares, { ids, ...ask, key, before, oldest: OLDEST_DAYS, halfLife: HALF_LIFE_DAYS });

  const number = way.other === 'Asn' ? Number(key) || 0 : 0;
  const of = { label: way.other, key, number, relationship: way.relationship, before: midnightOf(before) };
  const [held] = await graph.run(queries.entities.holders, { ...of, ...whose, most: MOST, limit: MOST_WEIGHED });
  const peerIds = await graph.run(queries.entities.peersOf, { element: person.element, limit: MOST_WEIGHED });
  const [among] = await graph.run(queries.entities.population, { ...ask, ...whose, before, oldest: OLDEST_DAYS, most: MOST });
  const people = among?.count ?? 0;
  const having = shareIn(await weighed(held?.ids ?? []));
  const peers = shareIn(await weighed(peerIds.map(({ id }) => id)));
  const holders = held?.count ?? 0;
  const isCut = holders > MOST_WEIGHED;
  return {
    name: held?.name ?? undefined,
    peers: { ...peers, isCut: peerIds.length === MOST_WEIGHED },
    everybody: {
      share: isCut ? (having.share * holders) / MOST_WEIGHED : having.share,
      people,
      having: isCut ? holders : having.having,
      isCut: isCut || people >= MOST,
    },
  };
}

/** Sums of shares, of those who did anything recently enough to weigh. */
function shareIn(rows: readonly { readonly total: number; readonly weight: number; readonly has: boolean }[]): Share {
  const active = rows.filter(({ total }) => total > 0);
  return {
    share: active.reduce((sum, { total, weight }) => sum + weight / total, 0),
    people: active.length,
    having: active.filter(({ has }) => has).length,
  };
}
