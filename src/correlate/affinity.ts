// How strongly two findings belong together: what they share, how few others share it, and how long what they share
// keeps its meaning.
//
// weight = specificity × strength × decay. A rule, a registered phone, a session and a stolen mailbox do not expire; a
// shared address does, in hours. So an attack that waits five days stays one incident, and an office exit joins nobody.

import type { About, Finding, Severity } from '../model/finding.ts';
import type { EntityLabel } from '../model/graph.ts';
import type { CorrelationReason, Link, Mechanism } from '../model/incident.ts';
import { days, hours } from '../model/time.ts';
import type { Millis } from '../model/time.ts';

interface Trait {
  readonly mechanism: Mechanism;
  readonly reason: CorrelationReason;
  /** Weight of the bridge when nobody else touches it and no time has passed. */
  readonly strength: number;
  /** The bridge means half as much after this long; undefined never expires. */
  readonly halfLife?: Millis;
  readonly says: string;
}

// Set by judgement, not fitted: the order (session ≥ method = rule > account > device = message > address > mailbox = app
// > file = link > domain) is what matters, and that an account alone bridges eight days between serious findings while an
// address alone bridges hours. A message is one thing in as many mailboxes as it reached; an app keeps what it was given
// for as long as it is there; a link in a message may be a footer's, so it binds serious findings for two days and small
// ones never; a domain may be a mail provider's, so it binds serious ones within the half-day.
const traits: Partial<Record<EntityLabel, Trait>> = {
  Session: { mechanism: 'session', reason: 'sameActor', strength: 1, says: 'in the same session' },
  AuthMethod: { mechanism: 'method', reason: 'similarArtifacts', strength: 0.95, says: 'the same registered method' },
  Rule: { mechanism: 'rule', reason: 'similarArtifacts', strength: 0.95, says: 'the same rule' },
  User: { mechanism: 'account', reason: 'sameActor', strength: 0.9, halfLife: days(10), says: 'the same account' },
  Device: { mechanism: 'device', reason: 'sameTargetedAsset', strength: 0.8, halfLife: days(30), says: 'the same device' },
  IP: { mechanism: 'address', reason: 'sharedIndicators', strength: 0.75, halfLife: hours(12), says: 'the same address' },
  Mailbox: { mechanism: 'mailbox', reason: 'sameTargetedAsset', strength: 0.7, says: 'the same mailbox' },
  Email: { mechanism: 'mail', reason: 'sharedIndicators', strength: 0.8, halfLife: days(30), says: 'the same message' },
  App: { mechanism: 'app', reason: 'similarArtifacts', strength: 0.7, halfLife: days(30), says: 'the same app' },
  Url: { mechanism: 'link', reason: 'sharedIndicators', strength: 0.6, halfLife: days(7), says: 'the same link' },
  Domain: { mechanism: 'domain', reason: 'sharedIndicators', strength: 0.55, halfLife: days(3), says: 'the same domain' },
  File: { mechanism: 'file', reason: 'sameTargetedAsset', strength: 0.6, halfLife: days(14), says: 'the same file' },
};

/** Links weaker than this bind nothing. */
export const BINDS = 0.5;

/**
 * Each finding looks back at this many earlier ones of each severity per shared entity: enough to bridge one that is cut
 * out, and small ones in between, however many, hide no serious one.
 */
const LOOKS_BACK = 3;

/** A low finding is weaker company than a serious one; two of unlike severity bind as their geometric mean. */
const earnest: Readonly<Record<Severity, number>> = { informational: 0.6, low: 0.8, medium: 1, high: 1 };

/** Every link strong enough to bind, in (from, to, mechanism) order. Findings are in (at, id) order. */
export function linksBetween(findings: readonly Finding[]): Link[] {
  const strongest = new Map<string, Link>();
  for (const [bridge, holders] of holdersOf(findings)) {
    const recent = new Map<Severity, readonly Holder[]>();
    for (const holder of holders) {
      for (const earlier of [...recent.values()].flat()) {
        const link = linkOver(bridge, earlier, holder);
        if (link === undefined || link.weight < BINDS) continue;
        const key = `${link.from}\n${link.to}\n${link.mechanism}`;
        if ((strongest.get(key)?.weight ?? 0) < link.weight) strongest.set(key, link);
      }
      const { severity } = holder.finding;
      recent.set(severity, [...(recent.get(severity) ?? []), holder].slice(-LOOKS_BACK));
    }
  }
  return [...strongest].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

interface Holder {
  readonly finding: Finding;
  readonly about: About;
}

function holdersOf(findings: readonly Finding[]): [string, Holder[]][] {
  const holders = new Map<string, Holder[]>();
  for (const finding of findings)
    for (const about of finding.about) {
      if (traits[about.label] === undefined) continue;
      const key = `${about.label}\n${about.key}`;
      const list = holders.get(key) ?? [];
      holders.set(key, list);
      if (list.at(-1)?.finding !== finding) list.push({ finding, about });
    }
  return [...holders].sort(([a], [b]) => (a < b ? -1 : 1));
}

function linkOver(bridge: string, a: Holder, b: Holder): Link | undefined {
  const trait = traits[b.about.label];
  if (trait === undefined) return undefined;
  const gapMs = Math.max(0, b.finding.at - a.finding.lastAt);
  const specificity = specificityOf(a, b);
  const strength = trait.strength * Math.sqrt(earnest[a.finding.severity] * earnest[b.finding.severity]);
  const decay = trait.halfLife === undefined ? 1 : 2 ** (-gapMs / trait.halfLife);
  return {
    from: a.finding.id,
    to: b.finding.id,
    mechanism: trait.mechanism,
    reason: trait.reason,
    bridge: { label: b.about.label, key: bridge.slice(bridge.indexOf('\n') + 1) },
    specificity: rounded(specificity),
    strength: rounded(strength),
    decay: rounded(decay),
    weight: rounded(specificity * strength * decay),
    gapMs,
    because: explain(trait, b.about, othersOn(a, b), gapMs),
  };
}

/**
 * One when nobody but the accused themselves touches the bridge, falling with the logarithm of how many others do: an
 * address that only two accused accounts ever used binds them, an office exit does not. An account is the bridge itself:
 * many may act on it, which makes it no less specific.
 */
function specificityOf(a: Holder, b: Holder): number {
  return b.about.label === 'User' ? 1 : 1 / (1 + Math.log2(1 + othersOn(a, b)));
}

function othersOn(a: Holder, b: Holder): number {
  const accused = new Set([a, b].flatMap(({ finding }) => accusedIn(finding)));
  return Math.max(0, Math.max(a.about.spread ?? 1, b.about.spread ?? 1) - accused.size);
}

/** The people a finding is about; of one that knows none, an alert about machines, its devices. */
function accusedIn({ about }: Finding): readonly string[] {
  const actors = about.filter(({ role }) => role === 'actor');
  return (actors.length > 0 ? actors : about.filter(({ role }) => role === 'device')).map(({ key }) => key);
}

function explain(trait: Trait, about: About, others: number, gapMs: Millis): string {
  const hub =
    about.label === 'User'
      ? ''
      : others === 0
        ? ', which nobody else had touched'
        : `, which ${others} ${others === 1 ? 'other' : 'others'} had touched`;
  return `${trait.says} (${about.key})${hub}, ${spanOf(gapMs)}`;
}

const spanOf = (gapMs: Millis): string =>
  gapMs < hours(1)
    ? 'within the hour'
    : gapMs < days(2)
      ? `${Math.round(gapMs / hours(1))} hours apart`
      : `${Math.round(gapMs / days(1))} days apart`;

const rounded = (value: number): number => Math.round(value * 10_000) / 10_000;
