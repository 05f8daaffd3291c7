// What was learned of one entity, as a person asks for it: found by any name, its pattern of life in words, and how
// surprising something would be for a person now. Reads, and decides nothing.

import * as entities from '../graph/entities.ts';
import type { Entity } from '../graph/entities.ts';
import type { Graph } from '../graph/graph.ts';
import { habitsAt, MOST_HABITS, newestAt, othersWith } from '../graph/life.ts';
import { dimensions, rows } from '../learn/dimension.ts';
import type { Dimension } from '../learn/dimension.ts';
import { noHabits, restore } from '../learn/habits.ts';
import type { Lived } from '../learn/life/strand.ts';
import { wayOf } from '../learn/life/ways.ts';
import { lifeOf } from '../learn/life.ts';
import type { Estimate } from '../learn/rarity.ts';
import { noPriors, PRIOR_LAG_DAYS, surprise, tell } from '../learn/surprise.ts';
import type { Circle } from '../learn/surprise.ts';
import { entityLabels } from '../model/graph.ts';
import type { EntityLabel } from '../model/graph.ts';
import { dayOf, rfc3339 } from '../model/time.ts';
import type { Day, Instant } from '../model/time.ts';
import { tellLife } from '../narrate/life.ts';
import type { LifeSentence } from '../narrate/life.ts';
import { rarityTold } from '../narrate/surprise.ts';
import { calm, list, name } from '../narrate/words.ts';

/** There is no such entity; the message says what to do. */
export class UnknownEntityError extends Error {
  override readonly name = 'UnknownEntityError';
}

/** A name may be that of a person and of their mailbox: what people mean most comes first. */
const sought: readonly EntityLabel[] = [...new Set<EntityLabel>(['User', 'Mailbox', 'Device', 'App', ...entityLabels])];

/** One entity, and what was learned of it; no times where no record touched it. */
export interface Learned {
  readonly entity: Entity;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
  readonly group: Pick<Group, 'id' | 'label' | 'size'> | undefined;
  readonly told: readonly LifeSentence[];
}

type Group = NonNullable<Awaited<ReturnType<typeof entities.groupOf>>>;

/** What goes by an id or a name, with what was learned of it, and whatever else goes by it. */
export async function learnedOf(graph: Graph, asked: string, label?: EntityLabel): Promise<readonly [Learned, ...Entity[]]> {
  const [{ entity, firstAt, lastAt }, ...alike] = await found(graph, asked, label);
  const group = await groupOf(graph, entity);
  const told = await patternOfLife(graph, entity);
  const learned = {
    entity,
    firstAt,
    lastAt,
    group: group === undefined ? undefined : { id: group.id, label: group.label, size: group.size },
    told,
  };
  return [learned, ...alike.map((other) => other.entity)];
}

/** The likeliest first, what some record touched before what is a name and nothing more; of one label, where one is named. */
async function found(graph: Graph, asked: string, label?: EntityLabel): Promise<readonly [Seen, ...Seen[]]> {
  const all: Seen[] = [];
  for (const one of label === undefined ? sought : [label]) {
    const entity = await entities.find(graph, one, asked);
    if (entity !== undefined) all.push({ entity, ...(await entities.span(graph, entity)) });
  }
  const [first, ...rest] = all.sort((a, b) => Number(a.firstAt === null) - Number(b.firstAt === null));
  if (first !== undefined) return [first, ...rest];
  throw new UnknownEntityError(`there is no ${label ?? 'entity'} "${asked.slice(0, 200)}"; "entities" lists those there are`);
}

interface Seen {
  readonly entity: Entity;
  readonly firstAt: Instant | null;
  readonly lastAt: Instant | null;
}

const groupOf = async (graph: Graph, entity: Entity) => (entity.label === 'User' ? entities.groupOf(graph, entity) : undefined);

/** For a terminal: who it is, and what was learned, a line a sentence. */
export function inWords({ entity, firstAt, lastAt, group, told }: Learned): string {
  const others = entity.names.filter((one) => one !== entity.name);
  const day = (at: Instant): string => rfc3339(at).slice(0, 10);
  return [
    `${entity.label} ${name(entity.name)}${entity.kind === undefined ? '' : ` (${name(entity.kind)})`}`,
    ...(others.length === 0 ? [] : [`  also ${list(others.map(name), 6)}`]),
    ...(firstAt === null || lastAt === null ? [] : [`  in records from ${day(firstAt)} to ${day(lastAt)}`]),
    ...(group === undefined ? [] : [`  works like ${calm(group.label)}`]),
    '',
    ...told.map(({ says }) => `- ${says}`),
  ].join('\n');
}

/** What is usual for an entity as of the newest event, in sentences with their counts. */
export async function patternOfLife(graph: Graph, entity: Entity): Promise<LifeSentence[]> {
  const habits = await habitsAt(graph, entity);
  const life = lifeOf(entity.label, habits, await today(graph, habits));
  const told = tellLife(life, { kind: entity.kind, names: entity.names, group: await groupOf(graph, entity) });
  if (habits.length < MOST_HABITS) return told;
  const says = `has more habits than are read: only the ${MOST_HABITS.toLocaleString('en-US')} most used are told`;
  return [...told, { dimension: undefined, says, total: habits.length, valueCount: 0, values: [] }];
}

async function today(graph: Graph, habits: readonly Lived[]): Promise<Day> {
  return dayOf((await newestAt(graph)) ?? habits.reduce((newest, { lastAt }) => Math.max(newest, lastAt), 0));
}

/** What can be asked of a person: values of their own habits, and not how much of a thing or at what hour. */
const isAskable = (dimension: Dimension): boolean => {
  const { of, mirrors } = dimensions[dimension];
  return of === 'User' && mirrors === undefined && dimension !== 'amount' && dimension !== 'busiestHour' && dimension !== 'hour';
};

export const askable: readonly Dimension[] = rows.map(([dimension]) => dimension).filter(isAskable);

export interface Surprising extends Estimate {
  /** Of very many people some stood for all. */
  readonly isCut: boolean;
  readonly says: string;
}

/** How surprising a value would be for a person now; undefined for a dimension that is not `askable`. */
export async function surprising(
  graph: Graph,
  person: Entity,
  dimension: Dimension,
  asked: string,
): Promise<Surprising | undefined> {
  const way = wayOf('User', dimension);
  if (way === undefined || !isAskable(dimension)) return undefined;
  const value = asStored(dimension, asked);
  const own = await habitsAt(graph, person, dimension);
  const day = await today(graph, own);
  const others = await othersWith(graph, person, way, value, day - PRIOR_LAG_DAYS);

  const habits = noHabits();
  for (const habit of own) restore(habits, { ...habit, person: person.key });
  const company = { peers: circle('peers'), everybody: circle('everybody') };
  const priors = noPriors();
  tell(priors, company.peers, dimension, value, others.peers);
  tell(priors, company.everybody, dimension, value, others.everybody);
  const estimate = surprise({ habits, company, person: person.key, day, priors }, dimension, value);
  const called = own.find((habit) => habit.value === value)?.name ?? others.name ?? value;
  return {
    ...estimate,
    isCut: others.peers.isCut || others.everybody.isCut,
    says: rarityTold(person.name, dimension, value, called, estimate),
  };
}

/** Its members are counted where they are stored. */
const circle = (id: string): Circle => ({ id, members: new Set() });

/** As records write it: `gh` is GH, AS64500 is 64500. */
function asStored(dimension: Dimension, asked: string): string {
  const value = asked.trim();
  if (dimension === 'country') return value.toUpperCase();
  if (dimension === 'network') return value.replace(/^AS(?=\d)/i, '');
  return value;
}
