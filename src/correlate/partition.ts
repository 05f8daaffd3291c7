// Findings → incidents: a function of the standing findings and of what analysts have pinned or cut, of nothing else.

import { digestOf } from '../ingest/digest.ts';
import { communities } from '../learn/louvain.ts';
import { severityRank } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import type { Cluster, Constraint, Link } from '../model/incident.ts';
import { linksBetween } from './affinity.ts';

/** A component with more findings than this is split into communities before anybody has to read it. */
const OVERSIZE = 150;

/** Every standing finding in exactly one cluster; clusters in (anchor's at, id) order. */
export function partition(findings: readonly Finding[], constraints: readonly Constraint[] = []): Cluster[] {
  const ordered = [...findings].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  const links = constrained(linksBetween(ordered), constraints, ordered);
  const parts = components(ordered, links).flatMap((part) => (part.length > OVERSIZE ? communitiesOf(part, links) : [part]));
  return [...serious(parts, links), ...backgrounds(parts.filter(isBackground))].sort(byAnchor(ordered));
}

function constrained(links: readonly Link[], constraints: readonly Constraint[], findings: readonly Finding[]): Link[] {
  const pair = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
  const cut = new Set(constraints.filter(({ kind }) => kind === 'cut').map(({ from, to }) => pair(from, to)));
  return [...links.filter(({ from, to }) => !cut.has(pair(from, to))), ...pinsBetween(findings, constraints)];
}

/** One link a pinned pair, from the earlier finding to the later, in order: who pinned first, and how often, cannot show. */
function pinsBetween(findings: readonly Finding[], constraints: readonly Constraint[]): Link[] {
  const rank = new Map(findings.map(({ id }, index) => [id, index]));
  const pins = new Map<string, Link>();
  for (const { kind, from, to } of constraints) {
    const [a, b] = [rank.get(from), rank.get(to)];
    if (kind !== 'pin' || a === undefined || b === undefined || a === b) continue;
    const link = a < b ? pinned(from, to) : pinned(to, from);
    pins.set(`${link.from}\n${link.to}`, link);
  }
  return [...pins].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link);
}

const pinned = (from: string, to: string): Link => ({
  from,
  to,
  mechanism: 'pinned',
  reason: 'eventSequence',
  bridge: { label: 'User', key: 'analyst' },
  specificity: 1,
  strength: 1,
  decay: 1,
  weight: 1,
  gapMs: 0,
  because: 'an analyst pinned them together',
});

/** Connected components by union-find; findings keep their order within each. */
function components(findings: readonly Finding[], links: readonly Link[]): Finding[][] {
  const parent = new Map(findings.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root); up !== undefined && up !== root; up = parent.get(root)) root = up;
    parent.set(id, root);
    return root;
  };
  for (const { from, to } of links) parent.set(rootOf(to), rootOf(from));
  const parts = new Map<string, Finding[]>();
  for (const finding of findings) {
    const root = rootOf(finding.id);
    parts.set(root, [...(parts.get(root) ?? []), finding]);
  }
  return [...parts.values()];
}

/** Findings that hang together most; what an analyst has pinned stays together whatever else does. */
function communitiesOf(part: readonly Finding[], links: readonly Link[]): Finding[][] {
  const inside = new Set(part.map(({ id }) => id));
  const weights = new Map<string, { a: string; b: string; weight: number }>();
  for (const { from, to, weight } of links) {
    if (!inside.has(from) || !inside.has(to)) continue;
    const [a, b] = from < to ? [from, to] : [to, from];
    weights.set(`${a}\n${b}`, { a, b, weight: (weights.get(`${a}\n${b}`)?.weight ?? 0) + weight });
  }
  const [mapping = {}] = communities([...weights.values()], [{ resolution: 1, seed: part.map(({ id }) => id).sort()[0] ?? '' }]);
  const stays = ({ from, to, mechanism }: Link): boolean => mechanism === 'pinned' || mapping[from] === mapping[to];
  return components(
    part,
    links.filter((link) => inside.has(link.from) && inside.has(link.to) && stays(link)),
  );
}

const isBackground = (part: readonly Finding[]): boolean =>
  part.length === 1 && part.every(({ severity }) => severityRank(severity) < severityRank('medium'));

function serious(parts: readonly (readonly Finding[])[], links: readonly Link[]): Cluster[] {
  return parts
    .filter((part) => !isBackground(part))
    .map((part) => {
      const inside = new Set(part.map(({ id }) => id));
      return cluster(
        part,
        links.filter(({ from, to }) => inside.has(from) && inside.has(to)),
        false,
      );
    });
}

/** Isolated low findings of one (detection, entity) wait together, out of the way. */
function backgrounds(parts: readonly (readonly Finding[])[]): Cluster[] {
  const gathered = new Map<string, Finding[]>();
  for (const [finding] of parts) {
    if (finding === undefined) continue;
    const subject = finding.about.find(({ role }) => role === 'actor') ?? finding.about[0];
    const key = `${finding.detection}\n${subject?.label ?? ''}\n${subject?.key ?? ''}`;
    gathered.set(key, [...(gathered.get(key) ?? []), finding]);
  }
  return [...gathered.values()].map((part) => cluster(part, [], true));
}

function cluster(part: readonly Finding[], links: readonly Link[], background: boolean): Cluster {
  const anchor = part[0]?.id ?? '';
  return { id: incidentId(anchor), anchor, findings: part.map(({ id }) => id), links, background };
}

/** An incident is named after its anchor, so that it keeps its id while it grows. */
export const incidentId = (anchor: string): string => `inc-${digestOf(anchor, 12)}`;

function byAnchor(ordered: readonly Finding[]): (a: Cluster, b: Cluster) => number {
  const rank = new Map(ordered.map(({ id }, index) => [id, index]));
  return (a, b) => (rank.get(a.anchor) ?? 0) - (rank.get(b.anchor) ?? 0);
}
