// A simulated company's month with a theft, a stopped ransomware, an authorised phishing test and a flood: how many
// incidents is each in, and does one hold two of them?
//
// A scenario nothing was found of is in no incident, and so apart from all: the figures say how many findings there are.

import { existsSync } from 'node:fs';
import type { PlaceLookup } from '../../src/ingest/place.ts';
import type { Finding } from '../../src/model/finding.ts';
import { shareInterval } from '../interval.ts';
import { scenariosIn } from '../realism/recorded.ts';
import type { Figure } from '../suite.ts';
import { alone, groupings } from './groupings.ts';
import { halfOf } from './halves.ts';
import { recordsOf } from './judged.ts';
import { findingsOf, pathOf, recordedIn } from './reading.ts';
import type { Recorded } from './reading.ts';
import type { Grouping, Truth } from './scores.ts';

const SCENARIOS = ['exfil', 'phishing_test', 'ransomware_attempt', 'ddos_attack'];
const FILES = [
  'entraid_signin.json',
  'entraid_audit.json',
  'entraid_risk_detection.json',
  'exchange_message_trace.json',
  'office_audit.json',
  'cisco_asa.log',
];

export async function figures(lookup: PlaceLookup): Promise<Figure[]> {
  const folder = pathOf('faketshirt', 'dev_attack_2026-01');
  if (!existsSync(folder)) return [];
  const truth = new Map<string, string>();
  const records: Pick<Recorded, 'event' | 'names'>[] = [];
  for (const file of FILES) {
    const labels = scenariosIn(pathOf('faketshirt', 'dev_attack_2026-01', `${file}.labels.csv`));
    for await (const { event, names, line } of recordedIn(pathOf('faketshirt', 'dev_attack_2026-01', `${file}.gz`), lookup)) {
      const scenario = labels.get(line);
      if (scenario !== undefined) truth.set(event.id, scenario);
      records.push({ event, names });
    }
  }
  const findings = findingsOf(records);
  return [...groupings, alone].flatMap(({ name, group }) =>
    SCENARIOS.flatMap((scenario) => scenarioFigures(scenario, name, group(findings), findings, truth)),
  );
}

export interface Fate {
  /** Groups that hold evidence of it, and those of them that hold another's, too. */
  readonly groups: number;
  readonly mixed: number;
  /** Records those groups accuse, and those of them that are its own. */
  readonly accused: number;
  readonly own: number;
}

export function fateOf(scenario: string, groups: Grouping, truth: Truth): Fate {
  const holding = groups
    .map((group) => [...new Set(group)].map((id) => truth.get(id)))
    .filter((labels) => labels.includes(scenario));
  const isOther = (label: string | undefined): boolean => label !== undefined && label !== scenario;
  return {
    groups: holding.length,
    mixed: holding.filter((labels) => labels.some(isOther)).length,
    accused: holding.flat().length,
    own: holding.flat().filter((label) => label === scenario).length,
  };
}

function scenarioFigures(scenario: string, name: string, groups: Grouping, findings: readonly Finding[], truth: Truth): Figure[] {
  const fate = fateOf(scenario, recordsOf(groups, findings), truth);
  const told = findings.filter(({ because }) => because.some((id) => truth.get(id) === scenario)).length;
  const title = (what: string): string => `faketshirt (${halfOf(scenario)}): ${scenario}, ${what}, ${name}`;
  const count = (what: string, value: number): Figure => ({
    ...{ suite: 'incidents', name: title(what), value, low: value, high: value, n: told, unit: 'count' },
    says: `${told} findings of it among ${findings.length}`,
  });
  const purity: Figure = {
    ...{ suite: 'incidents', name: title('purity of its incidents'), value: fate.own / Math.max(1, fate.accused) },
    ...{
      ...shareInterval(fate.own, fate.accused),
      n: fate.accused,
      unit: 'share',
      says: `${fate.own} of ${fate.accused} records`,
    },
  };
  return [
    count('incidents it is in', fate.groups),
    count('incidents it shares with another', fate.mixed),
    ...(fate.accused === 0 ? [] : [purity]),
  ];
}
