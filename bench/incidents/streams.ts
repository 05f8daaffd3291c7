// Other products' alerts alone, as they would come in: eight to twenty attacks in one company, apart in time or all at
// once, and as many alerts again that belong to nothing.

import { createRng } from '../../seed/random.ts';
import type { Rng } from '../../seed/random.ts';
import { hours, minutes } from '../../src/model/time.ts';
import type { Instant, Millis } from '../../src/model/time.ts';
import { intrusion } from './intrusions.ts';
import type { Seen } from './intrusions.ts';
import { officeOf } from './office.ts';
import type { Office } from './office.ts';
import { written } from './products.ts';
import { stray } from './strays.ts';

export type Mode = 'apart' | 'overlapping';

export interface Labelled {
  readonly record: unknown;
  /** The attack it is of, or a label of its own. */
  readonly label: string;
}

export interface Stream {
  readonly domain: string;
  readonly alerts: readonly Labelled[];
}

const START = Date.UTC(2026, 2, 2, 7);
/** Between the last alert of an attack and the first of the next, where they are apart. */
const APART = { from: hours(36), to: hours(80) };
/** Within this all of them begin, where they overlap. */
const CROWDED = hours(72);
/** Of all alerts. */
const STRAYS = 0.5;
/** How often the last alert of an attack comes late, and how late. */
const TAIL = { chance: 0.35, from: hours(12), to: hours(30) };
/** Of attacks that reach a second and a third person. */
const MOST_VICTIMS = 4;

export function streamOf(seed: string, mode: Mode): Stream {
  const dice = createRng(`incidents/${seed}/${mode}`);
  const count = dice.int(8, 20);
  const office = officeOf(dice.fork('office'), dice.int(90, 250));
  const anonymisers = Array.from({ length: 4 }, () => `203.0.113.${dice.int(200, 254)}`);
  const victims = dice.shuffle(office.people);

  let opens = START;
  let end = START;
  const attacks = Array.from({ length: count }, (_, index) => {
    const own = dice.fork(`attack ${index}`);
    const seen = intrusion(office, victims.splice(0, own.int(1, MOST_VICTIMS)), anonymisers, own);
    const times = timesOf(seen.length, mode === 'apart' ? opens : START + own.between(0, CROWDED), own);
    end = Math.max(end, times.at(-1) ?? end);
    opens = end + own.between(APART.from, APART.to);
    return seen.map((it, step) => labelled(it, times[step] ?? end, `attack ${index}`, office, own));
  }).flat();

  const strays = Array.from({ length: Math.round((attacks.length * STRAYS) / (1 - STRAYS)) }, (_, index) => {
    const own = dice.fork(`stray ${index}`);
    return labelled(stray(office, anonymisers, own), own.between(START, end), `stray ${index}`, office, own);
  });
  return { domain: office.domain, alerts: [...attacks, ...strays] };
}

/** A step follows within the hour, or after a pause. */
function timesOf(steps: number, begins: Instant, dice: Rng): Instant[] {
  const times = [begins];
  const tail = dice.chance(TAIL.chance);
  while (times.length < steps) {
    const isLast = times.length === steps - 1;
    const gap =
      isLast && tail ? dice.between(TAIL.from, TAIL.to) : dice.chance(0.7) ? around(dice, minutes(15)) : around(dice, hours(5));
    times.push((times.at(-1) ?? begins) + gap);
  }
  return times;
}

const around = (dice: Rng, median: Millis): Millis => Math.min(hours(14), Math.max(minutes(1), dice.lognormal(median, 0.9)));

function labelled(seen: Seen, at: Instant, label: string, office: Office, dice: Rng): Labelled {
  const lasts = dice.chance(0.3) ? dice.between(0, minutes(30)) : 0;
  const delay = dice.lognormal(minutes(12), 1);
  return { record: written({ ...seen, id: dice.guid(), at: Math.round(at), lasts, delay }, office, dice), label };
}
