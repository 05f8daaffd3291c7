// How fast findings become incidents, in one thread: all of them at once, and one more among many that are held.
//
// The limit beside the whole partition is the least that any grouping does with these findings: sort them, and join what is
// linked, the links given. The limit beside one more finding is the whole partition, which tells the same.

import { createRng } from '../../seed/random.ts';
import { forest } from '../../src/correlate/forest.ts';
import { incidentsOf } from '../../src/correlate/incremental.ts';
import type { Incidents } from '../../src/correlate/incremental.ts';
import { partition } from '../../src/correlate/partition.ts';
import { inOrder } from '../../src/model/event.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Link } from '../../src/model/incident.ts';
import { days, minutes } from '../../src/model/time.ts';
import type { Bench, BenchOptions, Measured } from '../bench.ts';
import { crowdedAddress, oddityAt, peopleOf, sharedProgram, syntheticFindings, UNTIL } from './findings.ts';

/** Findings held, unless somebody asks for another number. */
const FINDINGS = 100_000;
const NEWS = 200;
const LATE = 40;
const LATE_BY = days(30);

export const correlate: Bench = {
  id: 'correlate',
  title: 'findings put together into incidents, all at once and one by one',
  run: ({ size = FINDINGS, progress }: BenchOptions): Promise<Measured> => {
    const counts = [0.01, 0.1, 1].map((share) => Math.max(10, Math.round(size * share)));
    const steps = counts.length + 3;
    // The largest last: the memory a process held at the most can only grow.
    const whole = counts.map((count, index) => {
      const measured = wholeOf(count);
      progress(index + 1, steps);
      return measured;
    });
    const growth = growthOf(whole.at(-2), whole.at(-1));
    const held = heldOf(size);
    progress(steps - 2, steps);
    const ordinary = oneMore(held.incidents, size, NEWS, UNTIL);
    const late = oneMore(held.incidents, size, LATE, UNTIL - LATE_BY);
    progress(steps - 1, steps);
    const crowds = [
      crowd('10,000 findings of one account on one address in a minute', crowdedAddress(1)),
      crowd('10,000 findings of 10,000 accounts on one address in a minute', crowdedAddress(10_000)),
      crowd('2,000 alerts that share a program', sharedProgram(2_000)),
    ];
    progress(steps, steps);
    const limit = (whole.at(-1)?.seconds ?? NaN) * 1_000;
    return Promise.resolve({
      name: 'correlate',
      ...{ whole, growth, held: { seconds: held.seconds, incidents: held.count, rssPeak: peak() }, ordinary, late, crowds },
      says: [
        ...whole.map(
          (it) =>
            `${number(it.findings)} findings at once: ${it.ratio.toFixed(0)} times sorting and joining (${it.limit.toFixed(2)} s): ${it.seconds.toFixed(2)} s, ${number(it.clusters)} incidents, ${number(it.links)} links; memory ${it.rssPeak} MB at the most`,
        ),
        `growth with the findings: time goes with their number to the ${growth.toFixed(2)}`,
        `one more, of today, with ${number(size)} findings and ${number(held.count)} incidents held: ${number(limit / ordinary.p95)} times as fast as all at once: p50 ${ordinary.p50.toFixed(1)} ms, p95 ${ordinary.p95.toFixed(1)} ms (goal 200 ms), slowest ${ordinary.most.toFixed(1)} ms; ${ordinary.changed.toFixed(1)} incidents changed by each`,
        `one more, thirty days late: p50 ${late.p50.toFixed(1)} ms, p95 ${late.p95.toFixed(1)} ms; ${late.changed.toFixed(1)} incidents changed by each`,
        `taken in at once to be held: ${held.seconds.toFixed(2)} s`,
        ...crowds.map(
          ({ name, seconds, more, clusters }) =>
            `${name}: ${seconds.toFixed(2)} s, ${number(clusters)} incidents; one more ${more.toFixed(0)} ms`,
        ),
      ],
    });
  },
};

function wholeOf(count: number) {
  const findings = syntheticFindings(count);
  const { value: clusters, seconds } = timed(() => partition(findings));
  const links = clusters.flatMap((cluster) => cluster.links);
  const limit = timed(() => joined(findings, links)).seconds;
  return {
    findings: count,
    clusters: clusters.length,
    links: links.length,
    seconds,
    limit,
    ratio: seconds / limit,
    rssPeak: peak(),
  };
}

function joined(findings: readonly Finding[], links: readonly Link[]): number {
  const ordered = [...findings].sort(inOrder);
  const sets = forest(ordered.map(({ id }) => id));
  for (const { from, to } of links) sets.join(from, to);
  return sets.of(ordered).length;
}

type Whole = ReturnType<typeof wholeOf>;

const growthOf = (less: Whole | undefined, more: Whole | undefined): number =>
  Math.log((more?.seconds ?? NaN) / (less?.seconds ?? NaN)) / Math.log((more?.findings ?? NaN) / (less?.findings ?? NaN));

function heldOf(count: number) {
  const incidents = incidentsOf();
  const { seconds } = timed(() => incidents.update({ arrived: syntheticFindings(count) }));
  return { incidents, seconds, count: incidents.clusters().length };
}

/** Each a minute before the next, the last before `until`. */
function oneMore(incidents: Incidents, held: number, count: number, until: number) {
  const dice = createRng(`more/${until}`);
  const told = Array.from({ length: count }, (_, index) => {
    const at = until - minutes(count - index);
    const arrived = [oddityAt(at, held + (until % 97) * 1_000 + index, peopleOf(held), dice)];
    const { value, seconds } = timed(() => incidents.update({ arrived }));
    return { took: seconds * 1_000, changed: value.changed.length };
  });
  const took = told.map((it) => it.took).sort((a, b) => a - b);
  const at = (share: number): number => took[Math.min(took.length - 1, Math.floor(share * took.length))] ?? NaN;
  return {
    ...{ n: count, p50: at(0.5), p95: at(0.95), most: at(1) },
    changed: told.reduce((sum, { changed }) => sum + changed, 0) / count,
  };
}

/** All at once, and the last of them when the others are held. */
function crowd(name: string, findings: readonly Finding[]) {
  const { value, seconds } = timed(() => partition(findings));
  const incidents = incidentsOf();
  incidents.update({ arrived: findings.slice(0, -1) });
  const more = timed(() => incidents.update({ arrived: findings.slice(-1) })).seconds * 1_000;
  return { name, seconds, clusters: value.length, more };
}

function timed<T>(work: () => T): { readonly value: T; readonly seconds: number } {
  const since = performance.now();
  const value = work();
  return { value, seconds: (performance.now() - since) / 1_000 };
}

const peak = (): number => Math.round(process.resourceUsage().maxRSS / 1e3);
const number = (value: number): string => Math.round(value).toLocaleString('en');
