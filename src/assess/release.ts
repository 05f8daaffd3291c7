// When suspicion ends: evidence may teach habits again once its incident has proved harmless.

import { partition } from '../correlate/partition.ts';
import { RELEASE_AFTER } from '../detect/run.ts';
import type { Finding } from '../model/finding.ts';
import type { Constraint } from '../model/incident.ts';
import type { Instant } from '../model/time.ts';
import { probabilityAt } from './escalation.ts';

/** Below this an incident is in band low. */
const HARMLESS = 0.2;

/** Findings whose incident, as it stood at `asOf`, has stayed below band medium for the whole release period. */
export function harmlessSince(
  findings: readonly Finding[],
  constraints: readonly Constraint[],
  asOf: Instant,
): ReadonlySet<string> {
  const known = findings.filter(({ at }) => at <= asOf);
  const byId = new Map(known.map((finding) => [finding.id, finding]));
  const harmless = new Set<string>();
  for (const cluster of partition(known, constraints)) {
    const members = cluster.findings.flatMap((id) => byId.get(id) ?? []);
    if (stayedLow(members, asOf)) for (const { id } of members) harmless.add(id);
  }
  return harmless;
}

/** Between findings the probability only falls, so the worst is at the period's start or at a finding within it. */
function stayedLow(members: readonly Finding[], asOf: Instant): boolean {
  const since = asOf - RELEASE_AFTER;
  const moments = [since, ...members.map(({ at }) => at).filter((at) => at > since)];
  const before = (moment: Instant): Finding[] => members.filter(({ at }) => at <= moment);
  return before(since).length > 0 && moments.every((moment) => probabilityAt(before(moment), moment) < HARMLESS);
}
