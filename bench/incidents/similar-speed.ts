// How soon similar incidents are told with 10,000 stored: the first question, which reads what all of them are made of, and
// the ones after it, each with other incidents having changed in between: other findings, and so another signature.
//
// Beside it the limit: the same incidents read by their ids alone, without looking for any.

import { createRng } from '../../seed/random.ts';
import type { Rng } from '../../seed/random.ts';
import { involvedIn } from '../../src/correlate/involved.ts';
import { incidentId } from '../../src/correlate/partition.ts';
import { featuresOf } from '../../src/correlate/similar/features.ts';
import { signatureOf } from '../../src/correlate/similar/signature.ts';
import { detections } from '../../src/detect/all.gen.ts';
import { batches } from '../../src/graph/batches.ts';
import type { Graph, Query } from '../../src/graph/graph.ts';
import { tick } from '../../src/graph/changes.ts';
import * as incidents from '../../src/graph/incidents.ts';
import { similarTo } from '../../src/graph/similar.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Incident, Link } from '../../src/model/incident.ts';
import { days, minutes } from '../../src/model/time.ts';
import type { Instant } from '../../src/model/time.ts';
import type { BenchOptions, SpeedPart } from '../bench.ts';
import { onOwnGraph } from '../own-graph.ts';
import { quantile } from '../quantile.ts';

const INCIDENTS = 10_000;
const QUESTIONS = 200;
const FIRST = 5;
/** Between two questions. */
const CHANGES = 5;
const GOAL_MS = 100;

export async function measure({ size = INCIDENTS, progress, ...own }: BenchOptions): Promise<SpeedPart> {
  const timed = await onOwnGraph(own, (graph) => timedOn(graph, size, progress));
  return { incidents: size, ...timed, goalMs: GOAL_MS, says: inWords(size, timed) };
}

async function timedOn(graph: Graph, size: number, progress: BenchOptions['progress']) {
  const pool = foundOf(createRng('similar-speed/findings'));
  const all = Array.from({ length: size }, (_, number) => invented(createRng(`similar-speed/${number}`), number, pool));
  await store(graph, pool, all);
  progress(1, 3);
  const [cold] = await msOf(1, () => similarTo(graph, idOf(all, 0), FIRST));
  progress(2, 3);
  const asked = await msOf(
    QUESTIONS,
    async (question) => {
      const found = await similarTo(graph, idOf(all, question * 37), FIRST);
      if (found?.similar.length !== FIRST)
        throw new Error(`of ${size} incidents ${found?.similar.length ?? 0} were found similar`);
    },
    (question) => change(graph, pool, all, question),
  );
  const read = await msOf(QUESTIONS, (question) =>
    Promise.all(Array.from({ length: FIRST + 1 }, (_, n) => incidents.byId(graph, idOf(all, question * 41 + n)))),
  );
  progress(3, 3);
  const [median, p95, limit] = [quantile(asked, 0.5), quantile(asked, 0.95), quantile(read, 0.95)];
  return { coldMs: cold ?? NaN, medianMs: median, p95Ms: p95, readP95Ms: limit, ratio: limit / p95 };
}

const inWords = (size: number, { coldMs, medianMs, p95Ms, readP95Ms, ratio }: Awaited<ReturnType<typeof timedOn>>): string[] => [
  `similar incidents: ${ratio.toFixed(2)} of the speed of only reading as many; ${medianMs.toFixed(0)} ms, p95 ${p95Ms.toFixed(0)} ms with ${size.toLocaleString('en')} stored and ${CHANGES} changed before each (goal: under ${GOAL_MS} ms), reading alone p95 ${readP95Ms.toFixed(0)} ms`,
  `similar incidents: the first question ${coldMs.toFixed(0)} ms`,
];

const idOf = (all: readonly Incident[], number: number): string => all[number % all.length]?.id ?? '';

/** As if more had just been found in some of them. */
async function change(graph: Graph, pool: readonly Finding[], all: readonly Incident[], question: number): Promise<void> {
  const changed = Array.from({ length: CHANGES }, (_, n) => {
    const { id, anchor } = all[(question * 53 + n) % all.length] as Incident;
    return { ...invented(createRng(`similar-speed/changed/${question}/${n}`), n, pool), id, anchor };
  });
  await graph.together(async (tx) => {
    const changedAt = await tick(tx);
    const rows = changed.map((incident) => ({ id: incident.id, fields: fieldsOf(incident, changedAt) }));
    await tx.run(statement('UNWIND $rows AS row MATCH (i:Incident {id: row.id}) SET i += row.fields'), { rows });
  });
}

async function msOf(
  count: number,
  work: (number: number) => Promise<unknown>,
  before: (number: number) => Promise<unknown> = () => Promise.resolve(),
): Promise<number[]> {
  const spans: number[] = [];
  for (let number = 0; number < count; number += 1) {
    await before(number);
    const since = performance.now();
    await work(number);
    spans.push(performance.now() - since);
  }
  return spans;
}

// ── Invented incidents: two to thirty findings of one account, one in ten of a hundred ────────────────────

/** Findings that incidents share out between them; how many there are of them is not what is measured. */
const POOL = 5_000;
async function store(graph: Graph, pool: readonly Finding[], all: readonly Incident[]): Promise<void> {
  for (const some of batches(pool))
    await graph.run(statement('UNWIND $rows AS row CREATE (f:Finding) SET f = row'), {
      rows: some.map(({ id, detection, title, stage, techniques, at }) => ({ id, detection, title, stage, techniques, at })),
    });
  for (const some of batches(all))
    await graph.run(statement('UNWIND $rows AS row CREATE (i:Incident) SET i = row'), {
      rows: some.map((incident) => ({ id: incident.id, ...fieldsOf(incident, 1) })),
    });
}

const fieldsOf = (incident: Incident, changedAt: Instant) => ({
  ...{ status: 'open', changedAt, background: false, score: incident.score, lastAt: incident.lastAt },
  ...{ findings: incident.findings, signature: incident.signature, report: JSON.stringify(incident) },
});

/** A statement of this file. */
const statement = (text: string): Query<Record<string, unknown>, never> => ({ name: 'bench/similar', mode: 'write', text });

function invented(rng: Rng, number: number, pool: readonly Finding[]): Incident {
  const count = rng.chance(0.1) ? 100 : rng.int(2, 30);
  const from = rng.int(0, pool.length - count);
  const members = pool.slice(from, from + count);
  const links = members.slice(1).map((to, index) => linkOf(members[index]?.id ?? '', to.id));
  const anchor = `${number}/${members[0]?.id ?? ''}`;
  const [firstAt, lastAt] = [members[0]?.at ?? 0, members.at(-1)?.at ?? 0];
  return {
    ...{ id: incidentId(anchor), anchor, findings: members.map(({ id }) => id), links, background: false },
    ...{ title: `Incident ${number}`, firstAt, lastAt, score: 50, tactics: [], techniques: [], involves: involvedIn(members) },
    escalation: {
      ...{ asOf: lastAt, horizonDays: 7, probability: 0.3, band: 'medium', baseline: -2, contributions: [], counterfactuals: [] },
      ...{ peak: { probability: 0.3, at: lastAt }, history: [] },
    },
    narrative: {
      headline: { text: 'Something unusual', cites: [anchor] },
      ...{ story: [], timeline: [], hypotheses: [], unknowns: [], checks: [] },
    },
    signature: signatureOf(featuresOf({ findings: members, links })),
  };
}

/** In order of time. */
const foundOf = (rng: Rng): Finding[] =>
  Array.from({ length: POOL }, (_, index) => {
    const { id: detection, title, stage, tactics, techniques, severity } = rng.pick(detections);
    const at = days(20_000) + minutes(index * 40);
    return {
      ...{ id: `${detection}:${index}`, detection, title, stage, tactics, techniques: [techniques].flat(), severity },
      ...{ at, lastAt: at, surpriseBits: 8, says: 'did something odd', because: [], context: [] },
      about: [
        { label: 'User', key: ACCOUNT, role: 'actor' },
        ...(rng.chance(0.5) ? [{ label: 'IP', key: '2001:db8::7', role: 'place' } as const] : []),
        ...(rng.chance(0.3) ? [{ label: 'Mailbox', key: ACCOUNT, role: 'mailbox' } as const] : []),
      ],
    };
  });

const ACCOUNT = 'account@contoso.test';

const linkOf = (from: string, to: string): Link => ({
  ...{ from, to, mechanism: 'account', reason: 'sameActor', bridge: { label: 'User', key: ACCOUNT } },
  ...{
    specificity: 1,
    strength: 0.9,
    decay: 1,
    beyondChance: 1,
    agreement: 1,
    weight: 0.9,
    gapMs: minutes(40),
    because: 'the same account',
  },
});
