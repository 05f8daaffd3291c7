// A thief who means to become a habit: a little every day, a little more each day, until much is nothing new.
//
// Each seed plays the same thief twice, judged with suspicion held back from habits and without. He has somebody's password
// and session, sits abroad, signs in once a day and opens one mail, then two, then three; after sixteen working days he
// opens the whole mailbox. He is found if an act of that last day stands in a finding of medium severity or more.
// Beside him an insider raises their own downloads from their own desk by a quarter a day: no act of theirs is suspicious,
// so nothing is held back, and what finds them, if anything, is the rate.

import { detections } from '../../src/detect/all.gen.ts';
import { judge } from '../../src/detect/run.ts';
import { harmlessSince } from '../../src/assess/release.ts';
import type { Event } from '../../src/model/event.ts';
import { severityRank } from '../../src/model/finding.ts';
import { seeded } from '../../src/model/seeded.ts';
import { days, minutes } from '../../src/model/time.ts';
import type { Instant } from '../../src/model/time.ts';
import { shareInterval } from '../interval.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { deskOf, fileTaken, inTime, localTime, mailOpened, officeDays, personAt, signInOf } from './office.ts';
import type { Seat } from './office.ts';

const PEOPLE = 12;
const QUIET_DAYS = 28;
const DOSES = 16;
const HOARD = 400;
/** A Monday. */
const START = Date.UTC(2026, 0, 5);

interface Plot {
  readonly events: readonly Event[];
  /** Ids of what is done on the last day. */
  readonly last: ReadonlySet<string>;
}

export function figures({ seeds, progress }: Pick<SuiteOptions, 'seeds' | 'progress'>): Promise<Figure[]> {
  const found = { held: 0, taught: 0, insiderHeld: 0 };
  for (let seed = 1; seed <= seeds; seed += 1) {
    const rng = seeded(`poison ${seed}`);
    const office = officeDays(PEOPLE, START, QUIET_DAYS + 35, rng);
    const victim = Math.floor(rng() * PEOPLE);
    const thief = thiefOf(victim, rng);
    if (isFound(office, thief, true)) found.held += 1;
    if (isFound(office, thief, false)) found.taught += 1;
    if (isFound(office, insiderOf(victim, rng), true)) found.insiderHeld += 1;
    progress(seed, seeds);
  }
  return Promise.resolve([
    figure('poisoning: the slow thief is found, suspicion held back', found.held, seeds),
    figure('poisoning: the slow thief is found, suspicion left to teach', found.taught, seeds),
    figure('poisoning: the insider who raises their own downloads from their desk is found', found.insiderHeld, seeds),
  ]);
}

const figure = (name: string, k: number, n: number): Figure => ({
  ...{ suite: 'learn', name, value: k / n, ...shareInterval(k, n), n, unit: 'share', says: `${k} of ${n}` },
});

function isFound(office: readonly Event[], { events, last }: Plot, holdsBack: boolean): boolean {
  const { findings } = judge(inTime([...office, ...events]), {
    ...{ detections, homeDomains: ['contoso.test'], holdsBack },
    released: (standing, asOf) => harmlessSince(standing, [], asOf),
  });
  return findings.some(
    ({ severity, because }) => severityRank(severity) >= severityRank('medium') && because.some((id) => last.has(id)),
  );
}

/** Midnights of the working days on which doses are taken. */
function doseDays(): Instant[] {
  const midnights = Array.from({ length: 3 * DOSES }, (_, index) => START + days(QUIET_DAYS + index));
  return midnights.filter((midnight) => ![0, 6].includes(new Date(midnight).getUTCDay())).slice(0, DOSES + 1);
}

const ABROAD = ['DE', 'NL', 'RO', 'BR', 'VN', 'US'];

function thiefOf(victim: number, rng: () => number): Plot {
  const actor = personAt(victim);
  const country = ABROAD[Math.floor(rng() * ABROAD.length)] ?? 'DE';
  const seat: Seat = { address: `203.0.113.${Math.floor(rng() * 250)}`, asn: 64_900 + Math.floor(rng() * 50), country };
  const events: Event[] = [];
  const last = new Set<string>();
  for (const [dose, midnight] of doseDays().entries()) {
    const at = localTime(midnight, 12) + Math.floor(rng() * minutes(50));
    const items = dose === DOSES ? HOARD : dose + 1;
    const done = [signInOf({ actor, seat, at }), mailOpened({ actor, seat, at: at + minutes(4) }, items)];
    events.push(...done);
    if (dose === DOSES) for (const { id } of done) last.add(id);
  }
  return { events, last };
}

function insiderOf(person: number, rng: () => number): Plot {
  const [actor, seat] = [personAt(person), deskOf(person)];
  const events: Event[] = [];
  const last = new Set<string>();
  let number = 1_000;
  for (const [dose, midnight] of doseDays().entries()) {
    const at = localTime(midnight, 11) + Math.floor(rng() * minutes(20));
    const files = Math.min(HOARD, Math.round(4 * 1.25 ** dose));
    for (let file = 0; file < files; file += 1) {
      const event = fileTaken({ actor, seat, at: at + file * 2_000 }, (number += 1));
      events.push(event);
      if (dose === DOSES) last.add(event.id);
    }
  }
  return { events, last };
}
