// Both stories in seeded tenants, judged without a database: is each exactly one incident, whole, and with nothing foreign in it?
//
//   npx tsx scripts/stories-over-seeds.ts [SEEDS=20] [as-told | varied] [PEOPLE=40]
//
// `varied` draws dates, countries, gaps and names of the stories from the seed. One line a seed, then the totals.

import { seedTenant } from '../seed/seed.ts';
import { escalationOf } from '../src/assess/escalation.ts';
import { harmlessSince } from '../src/assess/release.ts';
import { partition } from '../src/correlate/partition.ts';
import { detections } from '../src/detect/all.gen.ts';
import { judge } from '../src/detect/run.ts';
import { identified, resolve } from '../src/ingest/identity.ts';
import { readRecord } from '../src/ingest/read.ts';
import type { Event } from '../src/model/event.ts';
import type { Finding } from '../src/model/finding.ts';
import { policyMet } from '../src/respond/policy.ts';

interface Part {
  readonly findings: readonly Finding[];
  readonly events: ReadonlySet<string>;
  readonly peak: number;
}

interface Outcome {
  readonly seed: string;
  readonly story: string;
  readonly incidents: number;
  readonly missing: number;
  readonly foreign: number;
  readonly peak: number;
  readonly policy: boolean;
}

/** A tenant's events with identities in place of names, and which programme each event belongs to. */
function told(seed: string, people: number, variations: boolean): { events: Event[]; truth: Map<string, string> } {
  const events: Event[] = [];
  const sets: (readonly string[])[] = [];
  const truth = new Map<string, string>();
  for (const { record, truth: label } of seedTenant({ seed, people, days: 45, variations })) {
    const read = readRecord(record, { file: seed, line: events.length + 1 });
    if ('reject' in read) throw new Error(read.reject.why);
    events.push(read.reading.event);
    sets.push(...read.reading.names);
    if (label !== undefined) truth.set(read.reading.event.id, label.programme);
  }
  const whose = resolve(sets);
  return { events: events.map((event) => identified(event, whose)), truth };
}

function partsOf(events: readonly Event[]): Part[] {
  const { findings } = judge(events, {
    detections,
    homeDomains: [],
    released: (standing, asOf) => harmlessSince(standing, [], asOf),
  });
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  const now = events.reduce((latest, { at }) => Math.max(latest, at), 0);
  return partition(findings).map((cluster) => {
    const members = cluster.findings.flatMap((id) => byId.get(id) ?? []);
    return {
      findings: members,
      events: new Set(members.flatMap(({ because }) => because)),
      peak: escalationOf(members, now).peak.probability,
    };
  });
}

function outcomes(
  seed: string,
  people: number,
  variations: boolean,
): { stories: Outcome[]; loudOthers: number; userDays: number } {
  const { events, truth } = told(seed, people, variations);
  const parts = partsOf(events);
  const stories = [...new Set(truth.values())].sort().map((story) => {
    const own = [...truth].filter(([, programme]) => programme === story).map(([id]) => id);
    const holding = parts.filter((part) => own.some((id) => part.events.has(id)));
    const inside = new Set(holding.flatMap((part) => [...part.events]));
    return {
      seed,
      story,
      incidents: holding.length,
      missing: own.filter((id) => !inside.has(id)).length,
      foreign: [...inside].filter((id) => truth.get(id) !== story).length,
      peak: Math.max(0, ...holding.map(({ peak }) => peak)),
      policy: holding.some(({ findings }) => policyMet(findings).met),
    };
  });
  const others = parts.filter(({ events: held }) => ![...held].some((id) => truth.has(id)));
  return { stories, loudOthers: others.filter(({ peak }) => peak >= 0.2).length, userDays: people * 45 };
}

const [seeds = '20', how = 'as-told', people = '40'] = process.argv.slice(2);
const all: Outcome[] = [];
let loud = 0;
let days = 0;
for (let run = 1; run <= Number(seeds); run += 1) {
  const { stories, loudOthers, userDays } = outcomes(`measure-${run}`, Number(people), how === 'varied');
  all.push(...stories);
  loud += loudOthers;
  days += userDays;
  for (const one of stories) console.log(JSON.stringify(one));
}
for (const story of new Set(all.map((one) => one.story))) {
  const its = all.filter((one) => one.story === story);
  const share = (holds: (one: Outcome) => boolean): string => `${its.filter(holds).length} of ${its.length}`;
  console.log(
    `${story}: exactly one incident ${share(({ incidents }) => incidents === 1)}; whole ${share(({ missing }) => missing === 0)}; ` +
      `nothing foreign ${share(({ foreign }) => foreign === 0)}; peak ≥ 0.8 ${share(({ peak }) => peak >= 0.8)}; policy met ${share(({ policy }) => policy)}`,
  );
}
console.log(
  `other incidents that ever reached band medium: ${loud} in ${days} person-days (${((loud / days) * 1_000).toFixed(2)} per 1,000)`,
);
