// What really happened, for whoever measures: which records belong to which
// programme, how each programme ended, and what was odd about whom though
// nobody meant harm. Never written where a reader of records looks.

import { days, rfc3339 } from '../../src/model/time.ts';
import type { Oddity } from '../chronicle.ts';
import { familyOf } from '../programmes/families.ts';
import type { Programme } from '../programmes/programme.ts';
import type { SeedRecord, SourceId, Stage } from '../record.ts';
import type { Telling } from '../seed.ts';

export interface TruthEntry {
  /** The id the source gave. */
  readonly record: string;
  readonly source: SourceId;
  readonly programme: string;
  readonly step: string;
  readonly stage: Stage;
  readonly at: string;
}

export interface ProgrammeEntry {
  readonly id: string;
  readonly family: string;
  readonly kind: Programme['kind'];
  /** Kept apart: never used for fitting or for setting a threshold. */
  readonly unseen: boolean;
  readonly ending: Programme['ending'];
  readonly impactAt?: string;
  readonly victims: readonly string[];
}

export interface OddityEntry {
  readonly kind: Oddity['kind'];
  readonly user?: string;
  /** UTC dates of the local days, both included. */
  readonly from: string;
  readonly until: string;
  readonly country?: string;
}

export interface TruthFile {
  readonly tenant: { readonly name: string; readonly domain: string; readonly industry: string; readonly people: number };
  readonly programmes: readonly ProgrammeEntry[];
  readonly oddities: readonly OddityEntry[];
  readonly truth: readonly TruthEntry[];
}

/** Undefined for a record of ordinary life. */
export const truthOf = ({ id, source, at, truth }: SeedRecord): TruthEntry | undefined =>
  truth === undefined ? undefined : { record: id, source, ...truth, at: rfc3339(at) };

export const truthFileOf = ({ scene, programmes }: Telling, truth: readonly TruthEntry[]): TruthFile => ({
  tenant: {
    name: scene.tenant.name,
    domain: scene.tenant.domain,
    industry: scene.tenant.industry,
    people: scene.tenant.people.length,
  },
  programmes: programmes.map(programmeEntry),
  oddities: scene.chronicle.all.map((oddity) => oddityEntry(oddity, scene.calendar.start)),
  truth,
});

const programmeEntry = ({ id, family, kind, ending, impactAt, victims }: Programme): ProgrammeEntry => ({
  ...{ id, family, kind, unseen: familyOf(family).unseen, ending },
  ...(impactAt === undefined ? {} : { impactAt: rfc3339(impactAt) }),
  victims,
});

function oddityEntry({ kind, person, from, until, place }: Oddity, start: number): OddityEntry {
  const dateOf = (index: number) => rfc3339(start + days(index)).slice(0, 10);
  return {
    kind,
    ...(person === undefined ? {} : { user: person.upn }),
    from: dateOf(from),
    until: dateOf(until),
    ...(place === undefined ? {} : { country: place.city.country }),
  };
}
