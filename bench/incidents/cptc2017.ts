// Alerts of a sensor that watched five teams break into copies of one network on one day: are the attackers kept apart?
// Most source addresses are used by several teams, so an address alone cannot tell; the field that gives the team away is
// not read.

import { existsSync, readdirSync } from 'node:fs';
import type { PlaceLookup } from '../../src/ingest/place.ts';
import { shareInterval } from '../interval.ts';
import type { Figure } from '../suite.ts';
import { alone, groupings } from './groupings.ts';
import { halfOf, halves } from './halves.ts';
import type { Half } from './halves.ts';
import { recordsOf } from './judged.ts';
import { findingsOf, pathOf, recordedIn } from './reading.ts';
import type { Recorded } from './reading.ts';
import { purityOf, reductionOf, scoresOf } from './scores.ts';

export async function figures(lookup: PlaceLookup): Promise<Figure[]> {
  const folder = pathOf('cptc2017-suricata', 'dev');
  if (!existsSync(folder)) return [];
  const teams = new Map<string, Recorded[]>();
  for (const file of readdirSync(folder).sort()) {
    const records: Recorded[] = [];
    for await (const read of recordedIn(pathOf('cptc2017-suricata', 'dev', file), lookup)) records.push(read);
    teams.set(file.replace(/\..*$/, ''), records);
  }
  return halves.flatMap((half) => mixed(half, new Map([...teams].filter(([team]) => halfOf(team) === half))));
}

/** All teams of a half as one stream. */
export function mixed(half: Half, teams: ReadonlyMap<string, readonly Recorded[]>): Figure[] {
  if (teams.size < 2) return [];
  const truth = new Map([...teams].flatMap(([team, records]) => records.map(({ event }) => [event.id, team] as const)));
  const findings = findingsOf([...teams.values()].flat());
  return [...groupings, alone].flatMap(({ name, group }) => {
    const groups = recordsOf(group(findings), findings);
    const scores = scoresOf(groups, truth);
    const says = `${groups.length} groups of ${truth.size} alerts of ${teams.size} teams`;
    const figure = (what: string, value: number, unit: 'share' | 'score'): Figure => ({
      ...{ suite: 'incidents', name: `cptc2017 (${half}): ${what}, ${name}`, value, unit, n: truth.size, says },
      ...(unit === 'share' ? shareInterval(value * truth.size, truth.size) : { low: value, high: value }),
    });
    return [
      figure('purity by team', purityOf(groups, truth), 'share'),
      figure('pairs together that are of one team', scores.precision, 'share'),
      figure('pairwise F1', scores.f1, 'score'),
      figure('B³', scores.b3, 'score'),
      figure('ARI', scores.ari, 'score'),
      figure('reduction', reductionOf(groups.length, truth.size), 'share'),
    ];
  });
}
