// A company's weeks as raw records, ordinary life and programmes together.
//
// The same options give the same records. Nothing in a record says what it is;
// the truth stands beside the records. Made day by day, so that the length of
// the time told costs no memory.

import { days, type Instant } from '../src/model/time.ts';
import { openLife } from './background.ts';
import type { Calendar } from './calendar.ts';
import { planChronicle } from './chronicle.ts';
import { createTenant, type CompanyOptions } from './company/company.ts';
import { deliver, type Delivered } from './delivery.ts';
import { familyOf, planProgrammes } from './programmes/families.ts';
import { playDay, type Plan, type Programme } from './programmes/programme.ts';
import { tellPhoneSwap } from './programmes/told/phone-swap.ts';
import { tellTakeover } from './programmes/told/mfa-takeover.ts';
import { createRng } from './random.ts';
import { inTimeOrder, type SeedRecord } from './record.ts';
import { createPost, type Scene, type Telemetry, type World } from './world.ts';

export type StoryId = 'a' | 'b';

export interface SeedOptions {
  readonly seed: string;
  readonly people?: number;
  readonly days?: number;
  readonly industry?: CompanyOptions['industry'];
  readonly region?: CompanyOptions['region'];
  /** UTC midnight of the first day. */
  readonly start?: Instant;
  /** Moves everything by whole days; the records keep the weekdays they had before. */
  readonly shiftDays?: number;
  /** The stories as they are known; both unless programmes are asked for. */
  readonly stories?: readonly StoryId[];
  /** Draws dates, countries and names of the stories instead of telling them as they are known. */
  readonly variations?: boolean;
  /** Ids of families whose programmes are played, `perFamily` of each. */
  readonly programmes?: readonly string[];
  readonly perFamily?: number;
  /** Index of the local day before which no programme begins; a third of the days unless said. */
  readonly quietDays?: number;
  readonly telemetry?: Partial<Telemetry>;
  /** Late batches, repeated records, outages of a source; told in order of arrival. */
  readonly faults?: boolean;
}

/** Friday; 45 days from here end in mid January, the stories in the last two weeks. */
export const defaultStart: Instant = Date.UTC(2025, 11, 5);

const fewestPeople = 20;
const mostPeople = 10_000;
const fewestDays = { told: 18, quiet: 1 };

/** What Microsoft's own three logs know, and nothing else. */
export const cloudLogsOnly: Telemetry = {
  wholeMessages: 0,
  messageTrace: false,
  network: false,
  alerts: false,
  nonInteractive: false,
};

const everything: Telemetry = { wholeMessages: 0.02, messageTrace: true, network: true, alerts: true, nonInteractive: true };

/** Before the first day: the company, its calendar, and what is known in advance. */
export function openScene(options: SeedOptions): Scene {
  check(options);
  const { seed, people = 60, days: dayCount = 45, start = defaultStart, shiftDays = 0 } = options;
  const rng = createRng(seed);
  const calendar: Calendar = { start: start + days(shiftDays), dayCount, shift: days(shiftDays) };
  const { industry = 'port', region = 'au' } = options;
  const tenant = createTenant(rng.fork('company'), { people, industry, region, dayCount });
  const scene = { tenant, calendar, rng };
  return { ...scene, chronicle: planChronicle(scene) };
}

/** The programmes that are played, each planned whole before the first day. */
export function planAll(scene: Scene, options: SeedOptions): Programme[] {
  const { programmes: families, perFamily = 1, variations = false } = options;
  const { dayCount } = scene.calendar;
  const stories = new Set(options.stories ?? (families === undefined ? ['a', 'b'] : []));
  const plan = (name: string, taken: ReadonlySet<string>): Plan => ({
    scene,
    id: name,
    rng: scene.rng.fork(`plan ${name}`),
    from: 0,
    until: dayCount - 1,
    taken,
  });

  const takeover = stories.has('a') ? [tellTakeover(plan('low-and-slow-mfa-takeover', new Set()), variations)] : [];
  const taken = new Set(takeover.flatMap(({ victims }) => victims));
  const swap = stories.has('b') ? [tellPhoneSwap(plan('phone-swap-shared-mailboxes', taken), variations)] : [];
  const from = options.quietDays ?? Math.floor(dayCount / 3);
  return [
    ...takeover,
    ...swap,
    ...planProgrammes(scene, {
      families: families ?? [],
      perFamily,
      rng: scene.rng.fork('programmes'),
      from,
      until: dayCount - 1,
    }),
  ];
}

/** A company and what is done to it, ready to be told. */
export interface Telling {
  readonly scene: Scene;
  readonly programmes: readonly Programme[];
  /** In order of time; `dayDone` hears how many days are over. */
  records(dayDone?: (index: number) => void): Generator<SeedRecord>;
  /** In order of arrival. */
  delivered(dayDone?: (index: number) => void): Generator<Delivered>;
}

export function tell(options: SeedOptions): Telling {
  const scene = openScene(options);
  const programmes = planAll(scene, options);
  const telemetry = { ...everything, ...options.telemetry };
  const records = (dayDone?: (index: number) => void) => tellDays(scene, programmes, telemetry, dayDone);
  return {
    scene,
    programmes,
    records,
    delivered: (dayDone) =>
      deliver(records(dayDone), {
        faults: options.faults === true,
        rng: scene.rng.fork('delivery'),
        calendar: scene.calendar,
        disorder: 0,
      }),
  };
}

/** All records in order of time. */
export const seedTenant = (options: SeedOptions): Generator<SeedRecord> => tell(options).records();

/** No later local day can add anything before this much ahead of its UTC midnight: the world is at most 14 hours ahead. */
const earliestMorning = days(0.6);

function* tellDays(
  scene: Scene,
  programmes: readonly Programme[],
  telemetry: Telemetry,
  dayDone?: (index: number) => void,
): Generator<SeedRecord> {
  const { start, dayCount } = scene.calendar;
  const end = start + days(dayCount);
  const diversions = programmes.flatMap((programme) => programme.diversions ?? []);
  const world: World = { ...scene, telemetry, diversions, post: createPost() };
  const life = openLife(world);
  let pending: SeedRecord[] = [];

  // One local day more than asked for, and one less: mornings and evenings elsewhere are still this day in UTC.
  for (let index = -1; index <= dayCount; index++) {
    const today = [life.day(index), ...programmes.map((programme) => playDay(world, programme, index))];
    const settled = index === dayCount ? end : start + days(index + 1) - earliestMorning;
    const [ripe, unripe]: [SeedRecord[], SeedRecord[]] = [[], []];
    for (const records of [pending, ...today])
      for (const record of records) if (record.at >= start && record.at < end) (record.at < settled ? ripe : unripe).push(record);
    pending = unripe;
    yield* ripe.sort(inTimeOrder);
    dayDone?.(index);
  }
}

/** A tenant that cannot be: the message says which option, what it may be, and what was found. */
export class SeedOptionError extends Error {
  override readonly name = 'SeedOptionError';
}

function check({ people = 60, days: dayCount = 45, start = defaultStart, stories, programmes }: SeedOptions): void {
  if (people < fewestPeople || people > mostPeople)
    throw new SeedOptionError(`people: ${fewestPeople} to ${mostPeople}, so that every department has some; found ${people}`);
  const told = stories === undefined ? programmes === undefined : stories.length > 0;
  const fewest = Math.max(told ? fewestDays.told : fewestDays.quiet, ...(programmes ?? []).map((id) => familyOf(id).days));
  if (dayCount < fewest) throw new SeedOptionError(`days: at least ${fewest} for what is to happen in them; found ${dayCount}`);
  if (start % days(1) !== 0) throw new SeedOptionError(`start: a UTC midnight in epoch milliseconds; found ${start}`);
}
