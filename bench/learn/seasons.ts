// What comes round is no news: a Monday's report, a month's end, the change of the clocks, holidays.
//
// Each is played in a plain office by a person the dice choose. Counted are the findings, of any severity above
// informational, that accuse what has recurred after its third time. The same load on a day it never falls on is played
// beside it, so that quietness is not blindness.

import { detections } from '../../src/detect/all.gen.ts';
import { judge } from '../../src/detect/run.ts';
import { harmlessSince } from '../../src/assess/release.ts';
import type { Event } from '../../src/model/event.ts';
import { seeded } from '../../src/model/seeded.ts';
import { days, minutes, seconds } from '../../src/model/time.ts';
import type { Instant } from '../../src/model/time.ts';
import { shareInterval } from '../interval.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { deskOf, fileTaken, inTime, localTime, mailOpened, officeDays, personAt } from './office.ts';
import type { Seat } from './office.ts';

const PEOPLE = 3;
/** A Monday; both changes of the clocks and seven ends of months are within the year that follows. */
const START = Date.UTC(2025, 8, 1);
const DAYS = 230;
/** What a report takes at once: as much as the person takes in weeks. */
const LOAD = 160;

interface Case {
  readonly name: string;
  /** Days off for everybody. */
  readonly isOff?: (midnight: Instant) => boolean;
  /** What is added on a day, for the person; empty on most. */
  readonly added: (person: number, midnight: Instant, rng: () => number) => readonly Event[];
  /** Whether a day's additions are judged: from the fourth time on, or the one that is out of season. */
  readonly isJudged: (nth: number) => boolean;
  readonly expected: 'quiet' | 'found';
}

const weekday = (midnight: Instant): number => new Date(midnight).getUTCDay();
const workday = (midnight: Instant): boolean => weekday(midnight) !== 0 && weekday(midnight) !== 6;
const lastWorkday = (midnight: Instant): boolean =>
  workday(midnight) &&
  [1, 2, 3].every((ahead) => {
    const later = midnight + days(ahead);
    return new Date(later).getUTCMonth() !== new Date(midnight).getUTCMonth() || !workday(later);
  }) &&
  [1, 2, 3].some((ahead) => new Date(midnight + days(ahead)).getUTCMonth() !== new Date(midnight).getUTCMonth());

/** The same network, but a machine that is not known to be theirs: what is done at one's own counts for less. */
const elsewhereAt = (person: number): Seat => {
  const { address, asn, country } = deskOf(person);
  return { address, asn, country };
};

const load = (person: number, midnight: Instant, hour: number, rng: () => number): Event[] => {
  const at = localTime(midnight, hour) + Math.floor(rng() * minutes(20));
  const first = Math.floor(midnight / days(1)) * 1_000;
  return Array.from({ length: LOAD }, (_, file) =>
    fileTaken({ actor: personAt(person), seat: elsewhereAt(person), at: at + file * seconds(2) }, first + file),
  );
};
const opened = (person: number, midnight: Instant, rng: () => number): Event[] =>
  [10, 12, 15].map((hour) =>
    mailOpened(
      { actor: personAt(person), seat: deskOf(person), at: localTime(midnight, hour) + Math.floor(rng() * minutes(50)) },
      60,
    ),
  );

/** The second half of the year off, as far as it lies in holidays: a fortnight at the turn of the year and one in spring. */
const holidays = (midnight: Instant): boolean => {
  const date = new Date(midnight);
  const [month, day] = [date.getUTCMonth() + 1, date.getUTCDate()];
  return (
    (month === 12 && day >= 22) ||
    (month === 1 && day <= 6) ||
    (month === 3 && day >= 16 && day <= 27) ||
    (month === 10 && day >= 13 && day <= 17) ||
    (month === 2 && day >= 9 && day <= 13)
  );
};
const backFromHolidays = (midnight: Instant): boolean =>
  workday(midnight) &&
  !holidays(midnight) &&
  [1, 3].some((ago) => holidays(midnight - days(ago)) && (ago === 1 || weekday(midnight) === 1));

const afterThird = (nth: number): boolean => nth > 3;
const cases: readonly Case[] = [
  {
    name: 'a report of every Monday',
    added: (person, midnight, rng) => (weekday(midnight) === 1 ? load(person, midnight, 9, rng) : []),
    isJudged: afterThird,
    expected: 'quiet',
  },
  {
    name: 'a load at every month’s end',
    added: (person, midnight, rng) => (lastWorkday(midnight) ? load(person, midnight, 11, rng) : []),
    isJudged: afterThird,
    expected: 'quiet',
  },
  {
    name: 'the first day back from holidays',
    isOff: holidays,
    added: (person, midnight, rng) => (backFromHolidays(midnight) ? opened(person, midnight, rng) : []),
    isJudged: afterThird,
    expected: 'quiet',
  },
  {
    name: 'everyday work through both changes of the clocks',
    added: (person, midnight, rng) =>
      workday(midnight)
        ? [
            fileTaken(
              { actor: personAt(person), seat: deskOf(person), at: localTime(midnight, 9) + Math.floor(rng() * minutes(40)) },
              7,
            ),
          ]
        : [],
    isJudged: afterThird,
    expected: 'quiet',
  },
  {
    name: 'the Monday’s load, once, on a Wednesday',
    added: (person, midnight, rng) => (midnight === START + days(2 + 7 * 20) ? load(person, midnight, 9, rng) : []),
    isJudged: () => true,
    expected: 'found',
  },
];

export function figures({ seeds, progress }: Pick<SuiteOptions, 'seeds' | 'progress'>): Promise<Figure[]> {
  const found: Figure[] = [];
  for (const [index, season] of cases.entries()) {
    let accused = 0;
    for (let seed = 1; seed <= seeds; seed += 1) if (isAccused(season, seed)) accused += 1;
    const k = season.expected === 'quiet' ? seeds - accused : accused;
    const what = season.expected === 'quiet' ? 'no finding after three times' : 'a finding';
    found.push({
      ...{ suite: 'learn', name: `seasons: ${season.name}: ${what}`, value: k / seeds, ...shareInterval(k, seeds), n: seeds },
      ...{ unit: 'share', says: `${k} of ${seeds}` },
    });
    progress(index + 1, cases.length);
  }
  return Promise.resolve(found);
}

function isAccused({ isOff, added, isJudged }: Case, seed: number): boolean {
  const rng = seeded(`season ${seed}`);
  const person = Math.floor(rng() * PEOPLE);
  const events: Event[] = officeDays(PEOPLE, START, DAYS, rng, isOff);
  const watched = new Set<string>();
  let nth = 0;
  for (let day = 0; day < DAYS; day += 1) {
    const more = added(person, START + days(day), rng);
    if (more.length === 0) continue;
    nth += 1;
    events.push(...more);
    if (isJudged(nth)) for (const { id } of more) watched.add(id);
  }
  const { findings } = judge(inTime(events), {
    ...{ detections, homeDomains: ['contoso.test'] },
    released: (standing, asOf) => harmlessSince(standing, [], asOf),
  });
  return findings.some(({ severity, because }) => severity !== 'informational' && because.some((id) => watched.has(id)));
}
