// Companies whose ordinary days are lived without anything done to them.

import { openLife } from '../../seed/background.ts';
import type { Calendar } from '../../seed/calendar.ts';
import { createChronicle, planChronicle, type Chronicle, type Oddity } from '../../seed/chronicle.ts';
import { createTenant, type CompanyOptions } from '../../seed/company/company.ts';
import { createRng } from '../../seed/random.ts';
import type { SeedRecord } from '../../seed/record.ts';
import type { Tenant } from '../../seed/tenant.ts';
import { createPost, type Diversion, type Scene, type Telemetry, type World } from '../../seed/world.ts';

export type Fields = Readonly<Record<string, unknown>>;

const everything: Telemetry = { wholeMessages: 0.02, messageTrace: true, network: true, alerts: true, nonInteractive: true };

export interface Wishes {
  readonly seed?: string;
  readonly people?: number;
  readonly days?: number;
  /** Monday, 2 February 2026, unless said. */
  readonly start?: number;
  readonly region?: NonNullable<CompanyOptions['region']>;
  readonly industry?: NonNullable<CompanyOptions['industry']>;
  /** Instead of what would be planned. */
  readonly oddities?: (tenant: Tenant, calendar: Calendar) => readonly Oddity[];
  readonly diversions?: (tenant: Tenant) => readonly Diversion[];
  readonly telemetry?: Partial<Telemetry>;
}

export function openScene(wishes: Wishes = {}): Scene {
  const {
    seed = 'life',
    people = 60,
    days: dayCount = 28,
    start = Date.UTC(2026, 1, 2),
    region = 'au',
    industry = 'port',
  } = wishes;
  const rng = createRng(seed);
  const calendar: Calendar = { start, dayCount, shift: 0 };
  const tenant = createTenant(rng.fork('company'), { people, industry, region, dayCount });
  const scene = { tenant, calendar, rng };
  const chronicle: Chronicle =
    wishes.oddities === undefined ? planChronicle(scene) : createChronicle(wishes.oddities(tenant, calendar));
  return { ...scene, chronicle };
}

export function openWorld(wishes: Wishes = {}): World {
  const scene = openScene(wishes);
  const diversions = wishes.diversions?.(scene.tenant) ?? [];
  return { ...scene, diversions, post: createPost(), telemetry: { ...everything, ...wishes.telemetry } };
}

/** What each local day left, by its index; the first and the last are included. */
export function livedDays(world: World, first = 0, last = world.calendar.dayCount - 1): SeedRecord[][] {
  const life = openLife(world);
  const lived: SeedRecord[][] = [];
  for (let index = first; index <= last; index++) lived[index] = life.day(index);
  return lived;
}

export const fieldsOf = ({ record }: SeedRecord): Fields => (typeof record === 'string' ? {} : (record as Fields));

export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

interface Facets {
  readonly operation: string;
  readonly actor: string;
}

/** Records are made anew each time they are asked for; these two are asked for again and again. */
const facets = new WeakMap<SeedRecord, Facets>();

function facetsOf(record: SeedRecord): Facets {
  const known = facets.get(record);
  if (known !== undefined) return known;
  const fields = fieldsOf(record);
  const user = fields['UserId'] ?? fields['userPrincipalName'] ?? fields['SenderAddress'];
  const made = { operation: textOf(fields['Operation']), actor: textOf(user).toLowerCase() };
  facets.set(record, made);
  return made;
}

export const operation = (record: SeedRecord): string => facetsOf(record).operation;

/** Whoever did it, in small letters: the user of a record, or the sender of a mail. */
export const actorOf = (record: SeedRecord): string => facetsOf(record).actor;

export const named = (records: readonly SeedRecord[], ...operations: string[]): SeedRecord[] =>
  records.filter((record) => operations.includes(operation(record)));

export const from = (records: readonly SeedRecord[], source: SeedRecord['source']): SeedRecord[] =>
  records.filter((record) => record.source === source);

export const countBy = <T>(items: readonly T[], keyOf: (item: T) => string): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(keyOf(item), (counts.get(keyOf(item)) ?? 0) + 1);
  return counts;
};
