// Every family of attacks and look-alikes, together in one company a seed: does each attack become one incident, and who
// else is called?
//
// Of an attack: `one` if a single incident of band medium or above holds evidence of it and of no other attack; `split` if
// several do; `merged` if one does together with another attack; `missed` if none does. What stays in band low nobody is
// called for, and it counts as missed. Companies are of every industry and region there is.

import { familyOf } from '../../seed/programmes/families.ts';
import type { Programme } from '../../seed/programmes/programme.ts';
import { anyTenant, familiesNamed } from '../../seed/kinds.ts';
import { bandOf } from '../../src/model/incident.ts';
import { countInterval, meanInterval, shareInterval } from '../interval.ts';
import { seeded } from '../../src/model/seeded.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { judgedEitherWay, mailWays } from '../tenant.ts';
import type { Judged, MailWay, Part } from '../tenant.ts';

const fates = ['one', 'split', 'merged', 'missed'] as const;
type Fate = (typeof fates)[number];

export interface Outcome {
  readonly family: string;
  readonly unseen: boolean;
  readonly fate: Fate;
  /** Share of the records that its incidents accuse which are its own; none when it is missed. */
  readonly purity?: number;
}

interface Count {
  personDays: number;
  /** Incidents of band medium or above without any record of an attack, by what they are about instead. */
  alarms: number;
  lookAlikeAlarms: number;
  lookAlikes: number;
}

interface Tally {
  readonly way: MailWay;
  readonly outcomes: Outcome[];
  readonly count: Count;
}

export async function programmeFigures(
  { seeds, people, days, lookup }: SuiteOptions,
  seedDone: (seed: number) => void,
): Promise<Figure[]> {
  const tallies = mailWays.map((way): Tally => ({ way, outcomes: [], count: nothing() }));
  for (let seed = 1; seed <= seeds; seed += 1) {
    const name = `programmes-${seed}`;
    const company = { seed: name, people, days, ...anyTenant(name), programmes: familiesNamed(['all']) };
    const tellings = await judgedEitherWay(company, lookup);
    for (const { way, outcomes, count } of tallies) {
      const telling = tellings[way];
      outcomes.push(...attacksIn(telling).map((programme) => outcomeOf(telling, programme)));
      tally(count, telling, people * days);
    }
    seedDone(seed);
  }
  return tallies.flatMap(({ way, outcomes, count }) => [...fatesBy(outcomes, way), ...alarmFigures(count, way)]);
}

const nothing = (): Count => ({ personDays: 0, alarms: 0, lookAlikeAlarms: 0, lookAlikes: 0 });

const attacksIn = ({ programmes }: Pick<Judged, 'programmes'>): Programme[] => programmes.filter(({ kind }) => kind === 'attack');

const isCalledFor = ({ peak }: Part): boolean => bandOf(peak) !== 'low';

type Told = Pick<Judged, 'parts' | 'programmes' | 'truth'>;

export function outcomeOf(telling: Told, { id, family }: Programme): Outcome {
  const attacks = new Set(attacksIn(telling).map((programme) => programme.id));
  const holding = telling.parts.filter(isCalledFor).filter((part) => programmesIn(telling, part).has(id));
  const merged = holding.some((part) => [...programmesIn(telling, part)].some((other) => other !== id && attacks.has(other)));
  const accused = holding.flatMap((part) => [...part.events]);
  const own = accused.filter((event) => telling.truth.get(event) === id);
  return {
    ...{ family, unseen: familyOf(family).unseen },
    fate: holding.length === 0 ? 'missed' : merged ? 'merged' : holding.length === 1 ? 'one' : 'split',
    ...(accused.length === 0 ? {} : { purity: own.length / accused.length }),
  };
}

/** Ids of programmes of which an incident holds any record. */
const programmesIn = ({ truth }: Pick<Judged, 'truth'>, { events }: Part): Set<string> =>
  new Set([...events].flatMap((event) => truth.get(event) ?? []));

function tally(count: Count, telling: Judged, personDays: number): void {
  const kinds = new Map(telling.programmes.map(({ id, kind }) => [id, kind]));
  count.personDays += personDays;
  count.lookAlikes += telling.programmes.filter(({ kind }) => kind === 'look-alike').length;
  for (const part of telling.parts.filter(isCalledFor)) {
    const held = [...programmesIn(telling, part)].map((id) => kinds.get(id));
    if (held.includes('attack')) continue;
    if (held.includes('look-alike')) count.lookAlikeAlarms += 1;
    else count.alarms += 1;
  }
}

function fatesBy(outcomes: readonly Outcome[], way: MailWay): Figure[] {
  const names = [...new Set(outcomes.map(({ family, unseen }) => `${family}${unseen ? ' (unseen)' : ''}`))].sort();
  const groups: [string, (outcome: Outcome) => boolean][] = [
    ...names.map((name): [string, (outcome: Outcome) => boolean] => [
      name,
      ({ family }) => name.replace(' (unseen)', '') === family,
    ]),
    ['seen families', ({ unseen }) => !unseen],
    ['unseen families', ({ unseen }) => unseen],
    ['all families', () => true],
  ];
  return groups.flatMap(([name, belongs]) => {
    const cases = outcomes.filter(belongs);
    const told = `${name}, ${way}`;
    return [...fates.map((fate) => fateFigure(told, fate, cases)), ...purityFigure(told, cases)];
  });
}

function fateFigure(name: string, fate: Fate, cases: readonly Outcome[]): Figure {
  const [k, n] = [cases.filter((it) => it.fate === fate).length, cases.length];
  return {
    suite: 'stories',
    name: `${name}: ${fate}`,
    value: k / n,
    ...shareInterval(k, n),
    n,
    unit: 'share',
    says: `${k} of ${n}`,
  };
}

/** Nothing to say of a family of which none was caught. */
function purityFigure(name: string, cases: readonly Outcome[]): Figure[] {
  const values = cases.flatMap(({ purity }) => purity ?? []);
  if (values.length === 0) return [];
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    {
      ...{ suite: 'stories', name: `${name}: purity of its incidents`, value: mean, ...meanInterval(values, seeded(name)) },
      ...{ n: values.length, unit: 'share', says: `mean over ${values.length} caught` },
    },
  ];
}

function alarmFigures({ personDays, alarms, lookAlikeAlarms, lookAlikes }: Count, way: MailWay): Figure[] {
  const { low, high } = countInterval(alarms);
  const per = (count: number): number => (count / personDays) * 1_000;
  return [
    {
      ...{ suite: 'stories', name: `false alarms, ${way}: band medium or above, no programme in it`, value: per(alarms) },
      ...{ low: per(low), high: per(high), n: personDays, unit: 'per 1,000 person-days' },
      says: `${alarms} in ${personDays} person-days`,
    },
    {
      ...{
        suite: 'stories',
        name: `look-alikes, ${way}: an incident of band medium or above`,
        value: lookAlikeAlarms / lookAlikes,
      },
      ...shareInterval(Math.min(lookAlikeAlarms, lookAlikes), lookAlikes),
      ...{ n: lookAlikes, unit: 'share', says: `${lookAlikeAlarms} incidents of ${lookAlikes} look-alikes` },
    },
  ];
}
