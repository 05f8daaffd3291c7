// Alerts of three attacked networks, nearly all of them noise: how much less there is to look at, how clean the incidents
// are that hold an attack, and whether every phase of it is in one.
//
// Reduction alone proves nothing; purity at that reduction does. An alert is of the attack when either of its labels says so.

import { existsSync, readdirSync } from 'node:fs';
import type { PlaceLookup } from '../../src/ingest/place.ts';
import type { Finding } from '../../src/model/finding.ts';
import { countInterval, shareInterval } from '../interval.ts';
import type { Figure } from '../suite.ts';
import { alone, groupings } from './groupings.ts';
import { halfOf, halves } from './halves.ts';
import type { Half } from './halves.ts';
import { recordsOf } from './judged.ts';
import { findingsOf, pathOf, recordedIn } from './reading.ts';
import type { Recorded } from './reading.ts';
import type { Grouping } from './scores.ts';

/** Of one record: how often it came, and the phase it is of, if any. */
export interface Sort {
  readonly times: number;
  readonly isAttack: boolean;
  readonly phase?: string;
}

interface Network {
  readonly half: Half;
  readonly alerts: number;
  readonly seconds: number;
  readonly sorts: ReadonlyMap<string, Sort>;
  readonly findings: readonly Finding[];
}

export interface Cleanness {
  readonly groups: number;
  /** Alerts in groups that hold one of the attack, and those of them that are. */
  readonly inside: number;
  readonly attack: number;
  /** Phases with an alert in a group most of which is the attack. */
  readonly phases: number;
  /** Most phases in any one such group. */
  readonly together: number;
}

export async function figures(lookup: PlaceLookup): Promise<Figure[]> {
  if (!existsSync(pathOf('ait-ads'))) return [];
  const networks: Network[] = [];
  for (const file of readdirSync(pathOf('ait-ads'))
    .filter((name) => name.endsWith('.csv.gz'))
    .sort())
    networks.push(await networkOf(file, lookup));
  return halves.flatMap((half) => {
    const own = networks.filter((network) => network.half === half);
    return own.length === 0
      ? []
      : [...groupings, alone].flatMap(({ name, group }) => cleanFigures(half, name, own, group)).concat(speed(half, own));
  });
}

async function networkOf(file: string, lookup: PlaceLookup): Promise<Network> {
  const records: Recorded[] = [];
  const sorts = new Map<string, Sort>();
  const start = performance.now();
  for await (const read of recordedIn(pathOf('ait-ads', file), lookup)) {
    records.push(read);
    const { time_label: phase, event_label: event } = read.record as { time_label: string; event_label: string };
    const isPhase = phase !== 'false_positive';
    const { times = 0, isAttack = false } = sorts.get(read.event.id) ?? {};
    sorts.set(read.event.id, { times: times + 1, isAttack: isAttack || isPhase || event !== '-', ...(isPhase ? { phase } : {}) });
  }
  const findings = findingsOf(records);
  groupings[0]?.group(findings);
  const seconds = (performance.now() - start) / 1_000;
  return { half: halfOf(file.replace(/_alerts.*$/, '')), alerts: records.length, seconds, sorts, findings };
}

export function cleannessOf(groups: Grouping, sorts: ReadonlyMap<string, Sort>): Cleanness {
  let [inside, attack, together] = [0, 0, 0];
  const phases = new Set<string>();
  for (const group of groups) {
    const members = group.flatMap((id) => sorts.get(id) ?? []);
    const [all, bad] = [timesOf(members), timesOf(members.filter(({ isAttack }) => isAttack))];
    if (bad === 0) continue;
    inside += all;
    attack += bad;
    if (bad * 2 <= all) continue;
    const own = new Set(members.flatMap(({ phase }) => phase ?? []));
    for (const phase of own) phases.add(phase);
    together = Math.max(together, own.size);
  }
  return { groups: groups.length, inside, attack, phases: phases.size, together };
}

const timesOf = (sorts: readonly Sort[]): number => sorts.reduce((sum, { times }) => sum + times, 0);

function cleanFigures(
  half: Half,
  name: string,
  networks: readonly Network[],
  group: (findings: readonly Finding[]) => Grouping,
): Figure[] {
  const found = networks.map(({ findings, sorts }) => cleannessOf(recordsOf(group(findings), findings), sorts));
  const sum = (of: (it: Cleanness) => number): number => found.reduce((total, it) => total + of(it), 0);
  const [alerts, groups] = [networks.reduce((total, it) => total + it.alerts, 0), sum((it) => it.groups)];
  const [inside, attack] = [sum((it) => it.inside), sum((it) => it.attack)];
  const known = Math.max(...networks.map(({ sorts }) => new Set([...sorts.values()].flatMap(({ phase }) => phase ?? [])).size));
  const share = (what: string, k: number, n: number, says: string): Figure => ({
    ...{ suite: 'incidents', name: `ait-ads (${half}): ${what}, ${name}`, value: n === 0 ? 0 : k / n },
    ...{ ...shareInterval(k, n), n, unit: 'share', says },
  });
  const fewest = (what: string, of: (it: Cleanness) => number): Figure => {
    const value = Math.min(...found.map(of));
    return {
      ...{ suite: 'incidents', name: `ait-ads (${half}): ${what}, ${name}`, value, low: value, high: value },
      ...{ n: networks.length, unit: 'count', says: `of ${known}, the fewest of ${networks.length} networks` },
    };
  };
  return [
    share('reduction', alerts - groups, alerts, `${groups} groups of ${alerts} alerts`),
    share('purity of those that hold an attack', attack, inside, `${attack} of ${inside} alerts`),
    fewest('phases in mostly attacking ones', (it) => it.phases),
    fewest('phases in the fullest of them', (it) => it.together),
  ];
}

function speed(half: Half, networks: readonly Network[]): Figure {
  const alerts = networks.reduce((total, it) => total + it.alerts, 0);
  const seconds = networks.reduce((total, it) => total + it.seconds, 0);
  const { low, high } = countInterval(alerts);
  return {
    ...{ suite: 'incidents', name: `ait-ads (${half}): alerts a second, read, judged and partitioned`, value: alerts / seconds },
    ...{ low: low / seconds, high: high / seconds, n: alerts, unit: 'count', says: `${alerts} in ${seconds.toFixed(0)} s` },
  };
}
