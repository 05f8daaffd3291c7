// How strongly two findings belong together over one thing they share: how few others share it, how long what is shared
// keeps its meaning, how often such findings meet on such a thing by chance, and whether the same hand can be behind both.
//
// weight = specificity × strength × decay × beyond chance × agreement. A rule, a registered phone and a session do not
// expire; a shared address does, in hours. Attackers pause on every scale, so their pauses are taken as spread evenly over
// its logarithm, from an hour to two months (Jeffreys 1946), and held against how often findings come by anyhow. So a quiet
// account bridges eight days, and a busy server not the afternoon.

import { isSerious } from '../model/finding.ts';
import type { About, Finding } from '../model/finding.ts';
import type { Link } from '../model/incident.ts';
import { days, hours } from '../model/time.ts';
import type { Millis } from '../model/time.ts';
import type { Bridge } from './bridges.ts';
import { chanceIn } from './chance.ts';
import type { Chance } from './chance.ts';
import { agreementOf } from './hand.ts';
import { hold, holdingOf, isReached, thingsOf } from './holders.ts';
import type { Holder, Holding } from './holders.ts';
import { usual } from './settings.ts';
import type { Settings } from './settings.ts';

/** Every link that tells something, in (from, to, mechanism) order. Findings are in (at, id) order. */
export function linksBetween(findings: readonly Finding[], settings: Settings = usual): Link[] {
  const strongest = new Map<string, Link>();
  const chance = chanceIn(findings, settings);
  for (const { thing, holders } of holdingsOf(findings, settings))
    for (const holder of holders)
      for (const earlier of holder.before) {
        const link = linkOver(thing, earlier, holder, chance, settings);
        if (link === undefined) continue;
        const key = `${link.from}\n${link.to}\n${link.mechanism}`;
        if ((strongest.get(key)?.weight ?? 0) < link.weight) strongest.set(key, link);
      }
  return [...strongest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

/** By label and key. */
function holdingsOf(findings: readonly Finding[], settings: Settings): Holding[] {
  const holdings = new Map<string, Holding>();
  for (const finding of findings)
    for (const [thing, about] of thingsOf(finding, settings)) {
      const holding = holdings.get(thing) ?? holdingOf(thing);
      holdings.set(thing, holding);
      hold(holding, finding, about, settings);
    }
  return [...holdings.values()].sort((a, b) => (a.thing < b.thing ? -1 : 1));
}

/** Undefined where it tells nothing. */
export function linkOver(thing: string, a: Holder, b: Holder, chance: Chance, settings: Settings): Link | undefined {
  const bridge = settings.bridges[b.about.label];
  const { earnest, hands, tells } = settings;
  if (bridge === undefined || isReached(b.finding, b.about)) return undefined;
  const gapMs = Math.max(0, b.finding.at - a.finding.lastAt);
  const specificity = specificityOf(a, b, settings);
  const strength = bridge.strength * Math.sqrt(earnest[a.finding.severity] * earnest[b.finding.severity]);
  const decay = decayOf(bridge, a, b, gapMs);
  const agreement = agreementOf(bridge.kind, a.hand, b.hand, hands);
  const weightWith = (beyond: number): number => rounded(specificity * strength * decay * beyond * agreement);
  // Chance, which costs most to ask, can only take from it.
  if (weightWith(1) < tells) return undefined;
  const beyondChance =
    bridge.isUnique === true ? 1 : beyondChanceOf(gapMs, chance.perDay(b.about, a.finding, b.finding), settings);
  const weight = weightWith(beyondChance);
  if (weight < tells) return undefined;
  return {
    from: a.finding.id,
    to: b.finding.id,
    mechanism: bridge.mechanism,
    reason: bridge.reason,
    bridge: { label: b.about.label, key: thing.slice(thing.indexOf('\n') + 1) },
    specificity: rounded(specificity),
    strength: rounded(strength),
    decay: rounded(decay),
    beyondChance: rounded(beyondChance),
    agreement,
    weight,
    gapMs,
    because: explain(bridge, b.about, othersOn(a, b), gapMs, agreement),
  };
}

/** What time has left of the bridge's meaning. */
function decayOf(bridge: Bridge, a: Holder, b: Holder, gapMs: Millis): number {
  const halfLife = halfLifeOf(bridge, a, b.finding);
  return halfLife === undefined ? 1 : 2 ** (-gapMs / halfLife);
}

/** Chance that a finding so much later, on the same thing, is of the same story and did not just come by. */
function beyondChanceOf(gapMs: Millis, perDay: number, { pauses: { shortest, longest } }: Settings): number {
  const pause = days(1) / (gapMs + shortest) / Math.log(1 + longest / shortest);
  return pause / (pause + perDay);
}

/**
 * Who has a foothold in an account keeps it, however long they wait; and an address changes hands in hours, but not while
 * the same account comes from it. Whom a mail only reached is named in passing.
 */
function halfLifeOf(
  { kind, halfLife, inPassing, ofOneAccount }: Bridge,
  { finding: a, about }: Holder,
  b: Finding,
): Millis | undefined {
  if (kind === 'victim' && a.stage === 'foothold') return undefined;
  if (ofOneAccount !== undefined && shareAccount(a, b)) return ofOneAccount;
  return isSerious(a) && isSerious(b) && !isReached(a, about) ? halfLife : (inPassing ?? halfLife);
}

const shareAccount = (a: Finding, b: Finding): boolean =>
  a.about.some(({ label, key }) => label === 'User' && b.about.some((other) => other.label === 'User' && other.key === key));

/**
 * One when nobody but the accused themselves touches the bridge, falling with the logarithm of how many others do: an
 * address that only two accused accounts ever used binds them, an office exit does not. An account is the bridge itself:
 * many may act on it, which makes it no less specific.
 */
function specificityOf(a: Holder, b: Holder, settings: Settings): number {
  return b.about.label === 'User' ? 1 : 1 / (1 + commonness(othersOn(a, b), settings));
}

/** How much so many others take from what a thing tells: 0 of none; above 1 it tells less than half. */
export const commonness = (others: number, { perDoubling }: Settings): number => perDoubling * Math.log2(1 + others);

/** Others who had touched it, or were accused over it, by the later finding. */
function othersOn(a: Holder, b: Holder): number {
  const accused = new Set([...a.accused, ...b.accused]);
  return Math.max(0, Math.max(a.about.spread ?? 1, b.about.spread ?? 1, b.accusedByThen) - accused.size);
}

function explain(bridge: Bridge, about: About, others: number, gapMs: Millis, agreement: number): string {
  const hub =
    about.label === 'User'
      ? ''
      : others === 0
        ? ', which nobody else had touched'
        : `, which ${others} ${others === 1 ? 'other' : 'others'} had touched`;
  const hands = agreement < 1 ? ', once from a usual place and once from a strange one' : '';
  return `${bridge.says} (${about.key})${hub}, ${spanOf(gapMs)}${hands}`;
}

const spanOf = (gapMs: Millis): string =>
  gapMs < hours(1)
    ? 'within the hour'
    : gapMs < days(2)
      ? `${Math.round(gapMs / hours(1))} hours apart`
      : `${Math.round(gapMs / days(1))} days apart`;

/** To four digits after the point. */
export const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
