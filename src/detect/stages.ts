// Which stage of an attack a tactic or a technique belongs to, where another product names them.

import { stageRank } from '../model/incident.ts';
import type { Stage } from '../model/incident.ts';

const BY_TACTIC: Readonly<Record<string, Stage>> = {
  reconnaissance: 'access',
  'resource-development': 'access',
  'initial-access': 'access',
  'credential-access': 'access',
  execution: 'foothold',
  persistence: 'foothold',
  'privilege-escalation': 'foothold',
  'command-and-control': 'foothold',
  'defense-evasion': 'evasion',
  discovery: 'reach',
  'lateral-movement': 'reach',
  collection: 'collection',
  exfiltration: 'exfiltration',
  impact: 'impact',
};

// The techniques of the detections here and of common alerts, for products that name no tactic.
const BY_TECHNIQUE: readonly (readonly [Stage, string])[] = [
  ['access', 'T1078 T1110 T1133 T1189 T1190 T1528 T1539 T1557 T1566 T1589 T1595 T1606 T1621'],
  ['foothold', 'T1053 T1059 T1071 T1098 T1105 T1136 T1204 T1505 T1543 T1547 T1556'],
  ['evasion', 'T1027 T1036 T1070 T1090 T1202 T1218 T1562 T1564'],
  ['reach', 'T1018 T1021 T1046 T1057 T1069 T1087 T1534 T1550 T1570'],
  ['collection', 'T1005 T1039 T1074 T1114 T1213 T1530 T1560'],
  ['exfiltration', 'T1020 T1041 T1048 T1537 T1567'],
  ['impact', 'T1485 T1486 T1489 T1490 T1496 T1498 T1499 T1657'],
];
const byTechnique = new Map(BY_TECHNIQUE.flatMap(([stage, ids]) => ids.split(' ').map((id) => [id, stage] as const)));

/** The earliest stage that is named: an alert that lists five tactics has seen none of the later ones for sure. */
export function toldStage(told: {
  readonly tactics: readonly string[];
  readonly techniques: readonly string[];
}): Stage | undefined {
  const byTactic = earliest(told.tactics.flatMap((tactic) => BY_TACTIC[tactic] ?? []));
  return byTactic ?? earliest(told.techniques.flatMap((technique) => byTechnique.get(technique.slice(0, 5)) ?? []));
}

const earliest = (stages: readonly Stage[]): Stage | undefined => [...stages].sort((a, b) => stageRank(a) - stageRank(b))[0];
