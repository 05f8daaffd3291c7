// What each thing is to an attack, by what was found of it: where it came from, who it happened to, what was touched, what
// is at risk, and what was only there.
//
// A place is the attacker's where somebody came from it who is strange there (hand.ts). What is the person's own, and what so
// many others touch that it tells less than half (an office exit, an app of everybody's), says nothing. Nobody is guessed at
// risk: only what a finding names as a target and finds nothing done in.

import { isPrivateAddress } from '../ingest/address.ts';
import { slot } from '../learn/slot.ts';
import { thingOf } from '../model/finding.ts';
import type { About, Finding, Role } from '../model/finding.ts';
import type { EntityLabel } from '../model/graph.ts';
import { stageRank } from '../model/incident.ts';
import type { Part, Stage } from '../model/incident.ts';
import { commonness } from './affinity.ts';
import { handOf } from './hand.ts';
import type { Hand } from './hand.ts';
import { usual } from './settings.ts';
import type { Settings } from './settings.ts';

export interface Share {
  readonly part: Part;
  /** In their order; none of what was only there. */
  readonly stages: readonly Stage[];
}

interface Naming {
  readonly finding: Finding;
  readonly about: About;
}

/** Of everything that an incident's findings are about, by `thingOf`; their order does not matter. */
export function partsIn(findings: readonly Finding[], settings: Settings = usual): ReadonlyMap<string, Share> {
  const namings = new Map<string, Naming[]>();
  for (const finding of findings)
    for (const about of finding.about) slot(namings, thingOf(about), () => []).push({ finding, about });
  return new Map([...namings].map(([thing, all]) => [thing, shareOf(all, settings)]));
}

function shareOf(namings: readonly Naming[], settings: Settings): Share {
  const part = partOf(namings, settings);
  const named = new Set(namings.map(({ finding }) => finding.stage));
  return { part, stages: part === 'bystander' ? [] : [...named].sort((a, b) => stageRank(a) - stageRank(b)) };
}

/** By the role that says most of it: who acts is no target, whatever else was done to them. */
function partOf(namings: readonly Naming[], settings: Settings): Part {
  const [label] = namings.map(({ about }) => about.label);
  const inRole = (...roles: readonly Role[]): readonly Naming[] => namings.filter(({ about }) => roles.includes(about.role));
  if (inRole('actor').length > 0) return 'who';
  if (label !== undefined && isOutside(label)) return placePart(namings, settings);
  if (inRole('place', 'session').length > 0) return placePart(namings, settings);
  if (inRole('device').length > 0) return devicePart(inRole('device'), settings);
  if (inRole('mail').some(({ finding }) => finding.stage === 'access')) return 'cameFrom';
  return inRole('target').length === namings.length && !namings.some(isDoneTo) ? 'atRisk' : 'touched';
}

/** What there is of it in a company is not its own: whoever names it speaks of somewhere else. */
const isOutside = (label: EntityLabel): boolean => label === 'IP' || label === 'Domain' || label === 'Url';

/** What gives a foothold in an account, or blinds who watches it, was done to that account. */
const isDoneTo = ({ finding: { stage } }: Naming): boolean => stage === 'foothold' || stage === 'evasion';

function placePart(namings: readonly Naming[], settings: Settings): Part {
  const hands = new Set(namings.map((naming) => handAt(naming, settings)));
  if (hands.has('strange')) return 'cameFrom';
  if (!hands.has('unknown') || isCrowded(namings, settings)) return 'bystander';
  if (!namings.some(isInside)) return 'cameFrom';
  return namings.every(({ about }) => about.role === 'target') ? 'atRisk' : 'touched';
}

/** A machine that is nobody's but the attacker's; one that was attacked; or the one its owner always has. */
function devicePart(namings: readonly Naming[], settings: Settings): Part {
  const hands = new Set(namings.map((naming) => handAt(naming, settings)));
  if (hands.has('strange')) return 'cameFrom';
  return hands.has('unknown') ? 'touched' : 'bystander';
}

const isInside = ({ about: { label, key } }: Naming): boolean => label === 'IP' && isPrivateAddress(key);

const dimensions: Partial<Record<EntityLabel, string>> = { Device: 'device', Country: 'country', IP: 'address', Asn: 'network' };

/** Whose it is to the person, by itself where the act's surprise says so, else by all that the act showed. */
function handAt({ finding, about: { label, key } }: Naming, { hands }: Settings): Hand {
  const own = finding.surprise?.parts.find(({ dimension, value }) => dimension === dimensions[label] && value === key);
  if (own !== undefined) return own.alone >= hands.strange ? 'strange' : own.alone < hands.own ? 'own' : 'unknown';
  const hand = handOf(finding, hands);
  // A machine of one's own travels.
  return label === 'Device' && hand === 'strange' ? 'unknown' : hand;
}

/** So many others touch it that it tells less than half of what it would. */
function isCrowded(namings: readonly Naming[], settings: Settings): boolean {
  const spread = Math.max(...namings.map(({ about }) => about.spread ?? 1));
  const accused = new Set(
    namings.flatMap(({ finding }) => finding.about.filter(({ role }) => role === 'actor').map(({ key }) => key)),
  );
  return commonness(Math.max(0, spread - accused.size), settings) > 1;
}
