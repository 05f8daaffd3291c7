// What the program says of itself in JSON: the contract other programs rely on. Fields are only ever added.

import type { Learned } from './jobs/life.ts';
import type { Scored } from './jobs/mail.ts';
import type { JobOverview } from './jobs/overview.ts';
import type { Member } from './jobs/peers.ts';
import type { Entity } from './graph/identities.ts';
import type { ApiKey } from './graph/keys.ts';
import type { StandingFinding } from './graph/findings.ts';
import type { StandingIncident } from './graph/incidents.ts';
import type { Metric } from './mail/metric.ts';
import { familyOf } from './mail/metrics.ts';
import type { Action } from './model/action.ts';
import { rfc3339 } from './model/time.ts';
import { plain } from './narrate/render.ts';

/** One finding as `findings --json` says it. */
export const findingView = (finding: StandingFinding) => ({
  id: finding.id,
  detection: finding.detection,
  title: finding.title,
  at: rfc3339(finding.at),
  lastAt: rfc3339(finding.lastAt),
  severity: finding.severity,
  surpriseBits: finding.surpriseBits,
  says: finding.says,
  stage: finding.stage,
  tactics: finding.tactics,
  techniques: finding.techniques,
  about: finding.about.map(({ label, key, role }) => ({ label, key, role })),
  records: finding.records,
  context: finding.contextRecords,
  incident: finding.incident ?? null,
});

/** One incident as `incidents --json` says it; `findings` are those it holds, in (at, id) order. */
export function incidentView(incident: StandingIncident, findings: ReadonlyMap<string, StandingFinding>) {
  const { escalation, narrative } = incident;
  return {
    id: incident.id,
    title: incident.title,
    status: incident.status,
    background: incident.background,
    firstAt: rfc3339(incident.firstAt),
    lastAt: rfc3339(incident.lastAt),
    score: incident.score,
    escalation: {
      probability: escalation.probability,
      band: escalation.band,
      horizonDays: escalation.horizonDays,
      asOf: rfc3339(escalation.asOf),
      peak: { probability: escalation.peak.probability, at: rfc3339(escalation.peak.at) },
      baseline: escalation.baseline,
      contributions: escalation.contributions,
      counterfactuals: escalation.counterfactuals,
      history: escalation.history.map((step) => ({ ...step, at: rfc3339(step.at) })),
    },
    policyMetAt: incident.policyMetAt === undefined ? null : rfc3339(incident.policyMetAt),
    tactics: incident.tactics,
    techniques: incident.techniques,
    entities: incident.involves.map(({ label, key, role, part, stages, firstAt, lastAt }) => ({
      label,
      key,
      role,
      part,
      stages,
      firstAt: rfc3339(firstAt),
      lastAt: rfc3339(lastAt),
    })),
    findings: incident.findings.flatMap((id) => {
      const finding = findings.get(id);
      return finding === undefined ? [] : [briefly(finding)];
    }),
    links: incident.links,
    related: (incident.related ?? []).map(({ id, weight, because }) => ({ id, weight, because })),
    narrative: plain(narrative),
    hypotheses: narrative.hypotheses.map(({ id, title, verdict, weight }) => ({ id, title, verdict, weight })),
    unknowns: narrative.unknowns.map(({ text }) => text),
    checks: narrative.checks,
  };
}

const briefly = ({ id, detection, at, severity, says, records }: StandingFinding) => ({
  id,
  detection,
  at: rfc3339(at),
  severity,
  says,
  records,
});

export const entityView = ({ label, key, names, firstAt, lastAt }: Entity) => ({
  label,
  key,
  names,
  firstAt: rfc3339(firstAt),
  lastAt: rfc3339(lastAt),
});

/** One entity and what was learned of it, a sentence a line. */
export const lifeLines = ({ entity: { label, key, name, kind, names }, firstAt, lastAt, group, told }: Learned) => [
  {
    ...{ label, key, names, name, kind: kind ?? null },
    firstAt: firstAt === null ? null : rfc3339(firstAt),
    lastAt: lastAt === null ? null : rfc3339(lastAt),
    group: group ?? null,
  },
  ...told.map(({ dimension, says, total, valueCount, values }) => ({
    ...{ dimension: dimension ?? null, says, total, valueCount },
    values: values.map((value) => ({ ...value, firstAt: rfc3339(value.firstAt), lastAt: rfc3339(value.lastAt) })),
  })),
];

/** One person and their group, as `peers --json` says it. */
export const memberView = ({ user, group, label, since, degree }: Member) => ({
  user,
  group,
  label,
  since: rfc3339(since),
  degree,
});

export const actionView = (action: Action) => ({
  id: action.id,
  action: action.action,
  title: action.title,
  status: action.status,
  incident: action.incident,
  target: action.target,
  mode: action.mode,
  because: action.because,
  reach: action.reach,
  reversible: action.reversible,
  proposedAt: rfc3339(action.proposedAt),
  expiresAt: rfc3339(action.expiresAt),
  decidedBy: action.decidedBy ?? null,
  history: action.history.map((step) => ({ ...step, at: rfc3339(step.at) })),
});

export const jobView = ({ name, title, every, next, holder, runs }: JobOverview) => ({
  name,
  title,
  every,
  next: next === undefined ? null : rfc3339(next),
  holder: holder ?? null,
  runs: runs.map(({ startedAt, endedAt, outcome, says, owner }) => ({
    startedAt: rfc3339(startedAt),
    endedAt: endedAt === undefined ? null : rfc3339(endedAt),
    outcome,
    says: says ?? null,
    owner,
  })),
});

/** What may be known of a key: never its secret, which nobody has. */
export const keyView = ({ id, name, scopes, createdAt, lastUsedAt, revokedAt }: ApiKey) => ({
  id,
  name,
  scopes,
  createdAt: rfc3339(createdAt),
  lastUsedAt: lastUsedAt === undefined ? null : rfc3339(lastUsedAt),
  revokedAt: revokedAt === undefined ? null : rfc3339(revokedAt),
});

/** One message as `mail score --json` says it. */
export const scoredView = ({ file, verdict }: Scored) => ({
  file,
  score: verdict.score,
  probability: rounded(verdict.probability),
  action: verdict.action,
  tags: verdict.tags,
  models: verdict.hits.map(({ id, version, title, action, explains, because }) => ({
    ...{ id, version, title, action, says: explains },
    because: because.map(({ metric, value, is }) => `${metric} is ${value} (${is})`).join('; '),
  })),
  metrics: verdict.values,
  reasons: verdict.reasons.map(({ id, says, weight }) => ({ id, says, weight: rounded(weight) })),
});

const rounded = (value: number): number => Number(value.toPrecision(6));

/** One thing that is measured of a message, as `mail metrics --json` says it. */
export const metricView = ({ id, version, unit, from, title }: Metric) => ({
  id,
  version,
  family: familyOf(id),
  unit,
  from,
  title,
});
