// Standing findings and the links between them; only what changed is written.

import { digestOf } from '../ingest/digest.ts';
import type { Finding } from '../model/finding.ts';
import type { Link } from '../model/incident.ts';
import type { Instant } from '../model/time.ts';
import type { Graph } from './graph.ts';
import { queries } from './queries.gen.ts';

/** A finding as people ask for it: with the incident that holds it and the ids its sources gave the records. */
export interface StandingFinding extends Finding {
  readonly records: readonly string[];
  readonly contextRecords: readonly string[];
  readonly incident: string | undefined;
}

/** Makes the stored findings those given, all or nothing: saves the new and the changed, withdraws the rest. */
export async function save(graph: Graph, findings: readonly Finding[]): Promise<void> {
  const stored = new Map((await graph.run(queries.findings.hashes, {})).map(({ id, hash }) => [id, hash]));
  const standing = new Set(findings.map(({ id }) => id));
  const gone = [...stored.keys()].filter((id) => !standing.has(id));
  const changed = findings.filter((finding) => stored.get(finding.id) !== hashOf(finding));
  if (gone.length === 0 && changed.length === 0) return;
  await graph.together(async (tx) => {
    await tx.run(queries.findings.withdraw, { ids: gone });
    await tx.run(queries.findings.save, { rows: changed.map((finding) => ({ id: finding.id, fields: fieldsOf(finding) })) });
    await tx.run(queries.findings.untie, { ids: changed.map(({ id }) => id) });
    await tx.run(queries.findings.because, {
      rows: changed.flatMap(({ id, because }) => because.map((event) => ({ finding: id, event }))),
    });
    await tx.run(queries.findings.beside, {
      rows: changed.flatMap(({ id, context }) => context.map((event) => ({ finding: id, event }))),
    });
    await tx.run(queries.findings.about, {
      rows: changed.flatMap(({ id, about }) => about.map(({ label, key, role }) => ({ finding: id, label, key, role }))),
    });
  });
}

/** Makes the stored links those given. */
export async function saveLinks(graph: Graph, links: readonly Link[]): Promise<void> {
  const stored = new Set((await graph.run(queries.findings.links, {})).map(({ key }) => key));
  const rows = links.map((link) => ({ key: keyOf(link), from: link.from, to: link.to, fields: linkFields(link) }));
  const wanted = new Set(rows.map(({ key }) => key));
  const gone = [...stored].filter((key) => !wanted.has(key));
  const fresh = rows.filter(({ key }) => !stored.has(key));
  await graph.together(async (tx) => {
    if (gone.length > 0) await tx.run(queries.findings.cutLinks, { keys: gone });
    if (fresh.length > 0) await tx.run(queries.findings.saveLinks, { rows: fresh });
  });
}

/** Every standing finding, in (at, id) order. */
export async function standing(graph: Graph): Promise<StandingFinding[]> {
  return (await graph.run(queries.findings.standing, {})).map(fromRow);
}

/** Some findings, in (at, id) order; ids that do not stand are left out. */
export async function byIds(graph: Graph, ids: readonly string[]): Promise<StandingFinding[]> {
  return ids.length === 0 ? [] : (await graph.run(queries.findings.byIds, { ids })).map(fromRow);
}

/** A page of them after a place in that order. */
export async function page(
  graph: Graph,
  [at, id]: readonly [at: Instant, id: string],
  limit: number,
): Promise<StandingFinding[]> {
  return (await graph.run(queries.findings.page, { at, after: id, limit })).map(fromRow);
}

export async function count(graph: Graph): Promise<number> {
  const [row] = await graph.run(queries.findings.count, {});
  return row?.count ?? 0;
}

interface Row {
  readonly report: string;
  readonly records: readonly string[];
  readonly context: readonly string[];
  readonly incident: string | null;
}

// The report was written from a Finding and by nothing else.
const fromRow = ({ report, records, context, incident }: Row): StandingFinding => ({
  ...(JSON.parse(report) as Finding),
  records,
  contextRecords: context,
  incident: incident ?? undefined,
});

const hashOf = (finding: Finding): string => digestOf(JSON.stringify(finding), 32);

/** What a hunter reads on the node, and the whole finding as JSON for the program. */
function fieldsOf(finding: Finding) {
  const { detection, title, stage, tactics, techniques, at, lastAt, severity, surpriseBits, says, because, context } = finding;
  const report = JSON.stringify(finding);
  return {
    detection,
    title,
    stage,
    tactics,
    techniques,
    at,
    lastAt,
    severity,
    surpriseBits,
    says,
    because,
    context,
    report,
    hash: hashOf(finding),
  };
}

const keyOf = (link: Link): string => digestOf(JSON.stringify(link), 24);

const linkFields = ({ mechanism, reason, weight, gapMs, because, bridge }: Link) => ({
  mechanism,
  reason,
  weight,
  gapMs,
  because,
  bridge: `${bridge.label} ${bridge.key}`,
});
