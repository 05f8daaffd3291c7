// Both stories inside a tenant's ordinary weeks: raw records → the whole pipeline on a real Neo4j → what an analyst reads.
//
// The tenant is told once and asked many questions. UPDATE_GOLDEN=1 writes the golden narratives anew, to be reviewed as prose.

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as actions from '../../src/graph/actions.ts';
import * as findings from '../../src/graph/findings.ts';
import type { StandingFinding } from '../../src/graph/findings.ts';
import type { Graph } from '../../src/graph/graph.ts';
import * as incidents from '../../src/graph/incidents.ts';
import type { StandingIncident } from '../../src/graph/incidents.ts';
import { markdown } from '../../src/narrate/render.ts';
import { graph as emptyGraph } from '../support/neo4j.ts';
import { judge, read, tenant } from './support.ts';
import type { Tenant } from './support.ts';

const A = 'low-and-slow-mfa-takeover';
const B = 'phone-swap-shared-mailboxes';

let told: Tenant;
let graph: Graph;
let queue: StandingIncident[];
let standing: StandingFinding[];

beforeAll(async () => {
  told = tenant({ seed: 'harbourline', people: 30, days: 45 });
  graph = await emptyGraph();
  const counts = await read(graph, told.home, [told.records]);
  expect(counts.rejected).toBe(0);
  await judge(graph);
  queue = await incidents.standing(graph, true);
  standing = await findings.standing(graph);
}, 300_000);

afterAll(() => told.remove());

const recordsOf = (incident: StandingIncident): string[] =>
  standing.filter(({ id }) => incident.findings.includes(id)).flatMap(({ records }) => records);
const truthOf = (programme: string): string[] =>
  told.truth.filter((entry) => entry.programme === programme).map(({ record }) => record);
const holding = (programme: string): StandingIncident[] => {
  const wanted = new Set(truthOf(programme));
  return queue.filter((incident) => recordsOf(incident).some((record) => wanted.has(record)));
};
const only = (programme: string): StandingIncident => {
  const [incident] = holding(programme);
  if (incident === undefined) throw new Error(`no incident holds ${programme}`);
  return incident;
};

describe.each([A, B])('%s', (programme) => {
  it('is exactly one incident', () => {
    expect(holding(programme)).toHaveLength(1);
  });

  it('has all its records inside', () => {
    const inside = new Set(recordsOf(only(programme)));
    expect(truthOf(programme).filter((record) => !inside.has(record))).toEqual([]);
  });

  it('has nothing of anybody’s ordinary days inside, nor of the other story', () => {
    const own = new Set(truthOf(programme));
    expect(recordsOf(only(programme)).filter((record) => !own.has(record))).toEqual([]);
  });

  it('stands among the first two of the queue', () => {
    expect(queue.slice(0, 2).map(({ id }) => id)).toContain(only(programme).id);
  });

  it('is told by a narrative reviewed as prose', () => {
    const incident = only(programme);
    const text = markdown(incident.narrative, incident.findings);
    const golden = new URL(
      `../../seed/stories/${programme === A ? 'a-mfa-takeover' : 'b-phone-swap'}/narrative.md`,
      import.meta.url,
    );
    if (process.env.UPDATE_GOLDEN === '1' || !existsSync(golden)) writeFileSync(golden, text);
    expect(text).toBe(readFileSync(golden, 'utf8'));
  });

  it('cites only evidence that exists', () => {
    const incident = only(programme);
    const known = new Set(
      incident.findings.flatMap((id) =>
        standing.filter((finding) => finding.id === id).flatMap((finding) => [id, ...finding.because, ...finding.context]),
      ),
    );
    const { headline, story, timeline } = incident.narrative;
    const cited = [headline, ...story, ...timeline.map(({ sentence }) => sentence)].flatMap(({ cites }) => cites);
    expect(cited.length).toBeGreaterThan(10);
    expect(cited.filter((id) => id.includes(':') && standing.some((finding) => finding.id === id) && !known.has(id))).toEqual([]);
  });

  it('has proposals that wait for a person: revoke first, then disable', async () => {
    const proposed = (await actions.all(graph)).filter(({ incident }) => incident === only(programme).id);
    expect(proposed.every(({ status }) => status === 'proposed')).toBe(true);
    expect(proposed.map(({ action }) => action).slice(0, 2)).toEqual(['revoke-sessions', 'disable-account']);
  });
});

it('grows more probable at each step of story A, and meets the policy no later than the rule named “.”', () => {
  const incident = only(A);
  for (const { before, after } of incident.escalation.history) expect(after).toBeGreaterThan(before);
  const rule = standing.find(({ detection, id }) => detection === 'obfuscated-rule-name' && incident.findings.includes(id));
  expect(rule?.at).toBeDefined();
  expect(incident.policyMetAt).toBeLessThanOrEqual(rule?.at ?? 0);
});

it('has no other incident that ever reached band medium', () => {
  const stories = new Set([only(A).id, only(B).id]);
  const others = queue.filter(({ id }) => !stories.has(id));
  expect(others.filter(({ escalation }) => escalation.peak.probability >= 0.2).map(({ title }) => title)).toEqual([]);
});
