// Incidents as they stand, and what became of the ids that stood before.

import { digestOf } from '../ingest/digest.ts';
import type { Incident, IncidentStatus } from '../model/incident.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

export interface StandingIncident extends Incident {
  readonly status: IncidentStatus;
}

/** What one saving changed. */
export interface Change {
  readonly opened: number;
  readonly changed: number;
  readonly merged: number;
}

/**
 * Makes the stored incidents those given, all or nothing. An id that no longer stands leads for ever to the incident
 * that now holds most of its findings; status is people's and is left alone.
 */
export async function save(graph: Graph, incidents: readonly Incident[]): Promise<Change> {
  const stored = new Map((await graph.run(queries.incidents.hashes, {})).map((row) => [row.id, row]));
  const standing = new Set(incidents.map(({ id }) => id));
  // A finding that was withdrawn and stands again took its HOLDS with it, and the incident says what it said before.
  const isKept = (incident: Incident): boolean => {
    const kept = stored.get(incident.id);
    return kept?.hash === hashOf(incident) && kept.held === incident.findings.length;
  };
  const changed = incidents.filter((incident) => !isKept(incident));
  const retired = [...stored.values()].filter(({ id, status }) => !standing.has(id) && status !== 'merged');
  if (changed.length === 0 && retired.length === 0) return { opened: 0, changed: 0, merged: 0 };
  const heirs = retired.flatMap(({ id, findings }) => {
    const heir = heirOf(findings, incidents);
    return heir === undefined ? [] : [{ id, heir }];
  });
  await graph.together(async (tx) => {
    await tx.run(queries.incidents.save, { rows: changed.map((incident) => ({ id: incident.id, fields: fieldsOf(incident) })) });
    await tx.run(queries.incidents.untie, { ids: [...changed, ...retired].map(({ id }) => id) });
    await tx.run(queries.incidents.holds, {
      rows: changed.flatMap(({ id, findings }) => findings.map((finding) => ({ incident: id, finding }))),
    });
    await tx.run(queries.incidents.involves, {
      rows: changed.flatMap(({ id, involves }) => involves.map((one) => ({ incident: id, ...one }))),
    });
    await tx.run(queries.incidents.retire, { ids: retired.map(({ id }) => id) });
    await tx.run(queries.incidents.became, { rows: heirs });
  });
  const opened = changed.filter(({ id }) => !stored.has(id)).length;
  return { opened, changed: changed.length - opened, merged: retired.length };
}

/** The incident that holds most of the given findings; of equals the first in (first finding, id) order. */
function heirOf(findings: readonly string[], incidents: readonly Incident[]): string | undefined {
  const wanted = new Set(findings);
  const shared = incidents
    .map((incident) => ({
      id: incident.id,
      at: incident.firstAt,
      count: incident.findings.filter((id) => wanted.has(id)).length,
    }))
    .filter(({ count }) => count > 0)
    .sort((a, b) => b.count - a.count || a.at - b.at || (a.id < b.id ? -1 : 1));
  return shared[0]?.id;
}

/** Standing incidents, the highest score first; with `all` also the closed ones. */
export async function standing(graph: Graph, all: boolean): Promise<StandingIncident[]> {
  return (await graph.run(queries.incidents.standing, { all })).map(fromRow);
}

/** One incident by its id, or by an id it once had. */
export async function byId(graph: Graph, id: string): Promise<StandingIncident | undefined> {
  const [row] = await graph.run(queries.incidents.byId, { id });
  return row === undefined ? undefined : fromRow(row);
}

// The report was written from an Incident and by nothing else; the status is the node's own.
const fromRow = ({ report, status }: { report: string; status: string }): StandingIncident => ({
  ...(JSON.parse(report) as Incident),
  status: status as IncidentStatus,
});

const hashOf = (incident: Incident): string => digestOf(JSON.stringify(incident), 32);

/** What a hunter reads on the node, and the whole incident as JSON for the program. */
function fieldsOf(incident: Incident) {
  const {
    title,
    anchor,
    background,
    firstAt,
    lastAt,
    score,
    tactics,
    techniques,
    findings,
    escalation,
    policyMetAt = null,
  } = incident;
  return {
    ...{ title, anchor, background, firstAt, lastAt, score, tactics, techniques, findings, policyMetAt },
    probability: escalation.probability,
    band: escalation.band,
    asOf: escalation.asOf,
    horizonDays: escalation.horizonDays,
    peakProbability: escalation.peak.probability,
    peakAt: escalation.peak.at,
    narrative: incident.narrative.story.map(({ text }) => text).join(' '),
    report: JSON.stringify(incident),
    hash: hashOf(incident),
  };
}
