// How far the acts of an attack stand out by their surprise alone, and for whom ordinary acts do.
//
// In every company the acts are ranked by how unusual each was for its actor (the percentile within their own history,
// of equals the one of more bits). The top hundredth of a company's acts is what somebody could look at: what share of the
// attacks' acts is in it? And which people's ordinary acts are in it more often than one in a hundred: the same table
// tells whether the measure is unfair to those whose life is irregular.

import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { familyOf } from '../../seed/programmes/families.ts';
import { anyTenant, familiesNamed } from '../../seed/kinds.ts';
import type { Person } from '../../seed/tenant.ts';
import type { Scene } from '../../seed/world.ts';
import { detections } from '../../src/detect/all.gen.ts';
import { judge } from '../../src/detect/run.ts';
import type { Surprisal } from '../../src/detect/run.ts';
import { root } from '../../src/graph/local/java.ts';
import { identified, resolve } from '../../src/ingest/identity.ts';
import { withPlace } from '../../src/ingest/place.ts';
import type { PlaceLookup } from '../../src/ingest/place.ts';
import { readRecord } from '../../src/ingest/read.ts';
import type { Event } from '../../src/model/event.ts';
import { seeded } from '../../src/model/seeded.ts';
import { readPaths } from '../../src/tenant/telemetry.ts';
import { meanInterval, shareInterval } from '../interval.ts';
import { DATA, scenariosIn } from '../realism/recorded.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { judged } from '../tenant.ts';
import type { Judged } from '../tenant.ts';

type Options = Pick<SuiteOptions, 'seeds' | 'people' | 'days' | 'lookup' | 'progress'>;

/** The share of all acts that is looked at. */
const TOP = 0.01;

interface Tally {
  top: number;
  all: number;
}

export async function figures(options: Options): Promise<Figure[]> {
  return [...(await ofCompanies(options)), ...(await ofRecorded(options.lookup))];
}

async function ofCompanies({ seeds, people, days, lookup, progress }: Options): Promise<Figure[]> {
  const attacks = new Map<string, Tally>();
  const companies: number[] = [];
  const bystanders = new Map<string, Tally>();
  for (let index = 1; index <= seeds; index += 1) {
    const seed = `surprise-${index}`;
    const telling = await judged({ seed, people, days, ...anyTenant(seed), programmes: familiesNamed(['all']) }, lookup);
    const { share } = tally(telling, attacks, bystanders);
    if (share !== undefined) companies.push(share);
    progress(index, seeds);
  }
  const mean = companies.reduce((sum, share) => sum + share, 0) / Math.max(1, companies.length);
  return [
    {
      ...{ suite: 'learn', name: 'surprise: attack acts in the top 1 %, mean over companies', value: mean },
      ...{ ...meanInterval(companies, seeded('surprise')), n: companies.length, unit: 'share' },
      says: `mean over ${companies.length} companies of ${people} people`,
    },
    ...shares('surprise: attack acts in the top 1 %', attacks),
    ...shares('surprise: ordinary acts in the top 1 %', bystanders),
  ];
}

/** Share of the company's attack acts in its top hundredth; undefined where there were none. */
function tally(telling: Judged, attacks: Map<string, Tally>, bystanders: Map<string, Tally>): { share?: number } {
  const { judgement, truth, programmes } = telling;
  const families = new Map(programmes.map(({ id, kind, family }) => [id, { kind, family }]));
  const groupOf = groupsIn(telling.scene);
  const own: Tally = { top: 0, all: 0 };
  for (const { id, isTop } of ranked(judgement.surprises)) {
    const programme = families.get(truth.get(id) ?? '');
    if (programme?.kind === 'attack') {
      const family = `${programme.family}${familyOf(programme.family).unseen ? ' (unseen)' : ''}`;
      for (const name of [family, 'all families']) add(attacks, name, isTop);
      own.top += isTop ? 1 : 0;
      own.all += 1;
    } else if (programme === undefined) {
      const event = judgement.events.get(id);
      for (const group of event === undefined ? [] : groupOf(event)) add(bystanders, group, isTop);
    }
  }
  return own.all === 0 ? {} : { share: own.top / own.all };
}

function ranked(surprises: ReadonlyMap<string, Surprisal>): { id: string; isTop: boolean }[] {
  const sorted = [...surprises].sort(([a, x], [b, y]) => y.percentile - x.percentile || y.bits - x.bits || (a < b ? -1 : 1));
  return sorted.map(([id], place) => ({ id, isTop: place < sorted.length * TOP }));
}

/** What sort of person somebody is, as the company's own plans know it; the same one may be of several. */
function groupsIn({ tenant, chronicle, calendar }: Scene): (event: Event) => readonly string[] {
  const sorts = new Map<string, string[]>();
  for (const person of tenant.people) {
    const kinds = new Set(chronicle.of(person).map(({ kind }) => kind));
    sorts.set(person.upn.toLowerCase(), sortsOf(person, kinds, calendar.dayCount));
  }
  const shared = new Set(tenant.sharedMailboxes.map(({ address }) => address.toLowerCase()));
  return (event) => {
    if (event.actorKind === 'service') return ['services'];
    const isShared = 'mailbox' in event && shared.has(event.mailbox.toLowerCase());
    const of = sorts.get((event.actor ?? '').toLowerCase()) ?? ['others'];
    return ['everybody', ...of, ...(isShared ? ['work in shared mailboxes'] : [])];
  };
}

function sortsOf(person: Person, kinds: ReadonlySet<string>, dayCount: number): string[] {
  const sorts = [
    ...(kinds.has('journey') ? ['travellers'] : []),
    ...(person.stays.from > 0 && person.stays.from < dayCount ? ['newcomers'] : []),
    ...(person.habits.rotates ? ['shift workers'] : []),
    ...(person.employment === 'contractor' ? ['contractors'] : []),
    ...(kinds.has('works-at-night') || kinds.has('on-call') ? ['works at night'] : []),
  ];
  return sorts.length === 0 ? ['of none of these'] : sorts;
}

// ── A set another generator made ──────────────────────────────────────────────────────────────────────────

const FILES = ['entraid_signin', 'entraid_audit', 'exchange_message_trace', 'office_audit'];

/** Its lines are labelled with the scenario they belong to; some of a scenario's are its victims' everyday acts. */
async function ofRecorded(lookup: PlaceLookup): Promise<Figure[]> {
  const folder = join(root, DATA, 'faketshirt', 'dev_attack_2026-01');
  if (!existsSync(folder)) return [];
  const scenarios = new Map<string, string>();
  const events: Event[] = [];
  const names: (readonly string[])[] = [];
  for (const file of FILES) {
    const labels = scenariosIn(join(folder, `${file}.json.labels.csv`));
    for await (const raw of readPaths([join(folder, `${file}.json.gz`)])) {
      if ('reject' in raw) continue;
      const read = readRecord(raw.record, raw);
      if ('reject' in read) continue;
      const event = withPlace(read.reading.event, lookup);
      const scenario = labels.get(raw.line);
      if (scenario !== undefined) scenarios.set(event.id, scenario);
      events.push(event);
      names.push(...read.reading.names);
    }
  }
  const whose = resolve(names);
  const { surprises } = judge(
    events.map((event) => identified(event, whose)),
    { detections, homeDomains: [], released: () => new Set() },
  );
  const tallies = new Map<string, Tally>();
  for (const { id, isTop } of ranked(surprises)) {
    const scenario = scenarios.get(id);
    if (scenario !== undefined) add(tallies, scenario, isTop);
  }
  return shares('surprise on faketshirt: labelled acts in the top 1 %', tallies);
}

// ── Counting ──────────────────────────────────────────────────────────────────────────────────────────────

function add(tallies: Map<string, Tally>, name: string, isTop: boolean): void {
  const tally = tallies.get(name) ?? { top: 0, all: 0 };
  tallies.set(name, tally);
  tally.all += 1;
  if (isTop) tally.top += 1;
}

const shares = (prefix: string, tallies: ReadonlyMap<string, Tally>): Figure[] =>
  [...tallies]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, { top, all }]) => ({
      ...{
        suite: 'learn',
        name: `${prefix}, ${name}`,
        value: top / all,
        ...shareInterval(top, all),
        n: all,
        unit: 'share' as const,
      },
      says: `${top} of ${all}`,
    }));
