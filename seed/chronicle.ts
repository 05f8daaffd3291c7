// What is out of the ordinary and nobody's crime, known before the first day:
// journeys, new phones, people who come and go, migrations. Each is a benign
// oddity a reader of the logs may stumble over, and is written into the truth.

import { planCompany } from './background/plan-company.ts';
import { planPerson } from './background/plan-people.ts';
import { groupBy } from './group-by.ts';
import type { Place } from './network.ts';
import type { Person } from './tenant.ts';
import type { Scene } from './world.ts';

export type OddityKind =
  | 'journey'
  | 'new-phone'
  | 'new-number'
  | 'new-laptop'
  | 'moved-house'
  | 'forgotten-password'
  | 'second-factor-registered-again'
  | 'joined'
  | 'left'
  | 'changed-team'
  | 'private-vpn'
  | 'works-at-night'
  | 'spring-cleaning'
  | 'inbox-rule'
  | 'consented-to-app'
  | 'large-download'
  | 'on-call'
  // The company's.
  | 'holiday'
  | 'marketing-blast'
  | 'mailbox-migration'
  | 'merger'
  | 'reorganisation'
  | 'admin-bulk-work'
  | 'phishing-test'
  | 'penetration-test'
  | 'sensor-outage';

/** Local days, both ends included. */
export interface Oddity {
  readonly kind: OddityKind;
  /** Whom it concerns; none for the company's. */
  readonly person?: Person;
  readonly from: number;
  readonly until: number;
  /** Where somebody is meanwhile. */
  readonly place?: Place;
}

export interface Chronicle {
  readonly all: readonly Oddity[];
  /** Those of one person, in order of `from`. */
  of(person: Person): readonly Oddity[];
  /** Those that begin on that local day. */
  beginning(index: number): readonly Oddity[];
}

/** Everything of the company's days that is known before the first. */
export const planChronicle = (scene: Omit<Scene, 'chronicle'>): Chronicle =>
  createChronicle([...scene.tenant.people.flatMap((person) => planPerson(scene, person)), ...planCompany(scene)]);

const none: readonly Oddity[] = [];

/** Finds by person and by day without looking at all of them. */
export function createChronicle(oddities: readonly Oddity[]): Chronicle {
  const all = [...oddities].sort((a, b) => a.from - b.from);
  const byPerson = groupBy(all, ({ person }) => person?.id);
  const byDay = groupBy(all, ({ from }) => from);
  return {
    all,
    of: ({ id }) => byPerson.get(id) ?? none,
    beginning: (index) => byDay.get(index) ?? none,
  };
}
