// What tests of the graph need to say: sightings, findings, incidents and actions by what matters of them, everything
// there is as one value, and one writer overtaking another.

import { setTimeout as pause } from 'node:timers/promises';
import type { Sighting } from '../../src/graph/events.ts';
import type { Graph } from '../../src/graph/graph.ts';
import { digestOf } from '../../src/ingest/digest.ts';
import type { Action } from '../../src/model/action.ts';
import type { Event } from '../../src/model/event.ts';
import type { Finding } from '../../src/model/finding.ts';
import type { Incident, Link } from '../../src/model/incident.ts';
import { days } from '../../src/model/time.ts';
import { statement } from '../support/neo4j.ts';

/** A reading of the event; its hash and raw text follow from what it says. */
export function sighting(event: Event, more: Partial<Sighting> = {}): Sighting {
  const raw = JSON.stringify(event);
  return { event, names: [], hash: digestOf(raw, 32), raw, file: 'a.jsonl', line: 1, ...more };
}

export const finding = (id: string, more: Partial<Finding> = {}): Finding => ({
  id,
  detection: 'obfuscated-rule-name',
  title: 'Rule with a hidden name',
  stage: 'evasion',
  tactics: ['Defense Evasion'],
  techniques: ['T1564.008'],
  at: 10,
  lastAt: 10,
  severity: 'medium',
  surpriseBits: 4.5,
  says: 'made a rule called "."',
  about: [{ label: 'User', key: 'ana', role: 'actor', spread: 1 }],
  because: [],
  context: [],
  ...more,
});

export const link = (from: string, to: string, more: Partial<Link> = {}): Link => ({
  from,
  to,
  mechanism: 'account',
  reason: 'sameActor',
  bridge: { label: 'User', key: 'ana' },
  specificity: 1,
  strength: 0.9,
  decay: 0.5,
  beyondChance: 1,
  agreement: 1,
  weight: 0.45,
  gapMs: 60_000,
  because: 'the same account',
  ...more,
});

export const incident = (id: string, findings: readonly string[], more: Partial<Incident> = {}): Incident => ({
  id,
  anchor: findings[0] ?? '',
  findings,
  links: [],
  background: false,
  title: 'Mail is hidden from Ana',
  firstAt: 10,
  lastAt: 20,
  score: 50,
  tactics: ['Defense Evasion'],
  techniques: ['T1564.008'],
  involves: [{ label: 'User', key: 'ana', role: 'actor', part: 'who', stages: ['evasion'], firstAt: 10, lastAt: 20 }],
  escalation: {
    asOf: 20,
    horizonDays: 7,
    probability: 0.4,
    band: 'medium',
    baseline: -2,
    contributions: [],
    counterfactuals: [],
    peak: { probability: 0.4, at: 20 },
    history: [],
  },
  narrative: {
    headline: { text: 'A rule hides mail.', cites: ['f1'] },
    story: [
      { text: 'Ana made a rule.', cites: ['f1'] },
      { text: 'It hides mail.', cites: ['f1'] },
    ],
    timeline: [],
    hypotheses: [],
    unknowns: [],
    checks: [],
  },
  ...more,
});

export const action = (id: string, more: Partial<Action> = {}): Action => ({
  id,
  action: 'disable-account',
  title: 'Disable the account',
  incident: 'i1',
  target: { label: 'User', key: 'ana' },
  mode: 'confirm',
  status: 'proposed',
  because: 'Proposed because of a test.',
  reach: 'Ana cannot sign in anywhere.',
  reversible: true,
  order: 20,
  proposedAt: 1_000,
  expiresAt: 1_000 + days(7),
  history: [{ at: 1_000, status: 'proposed', by: 'skein', says: 'proposed' }],
  ...more,
});

/** Every node and relationship in words, without what tells only how and when it got there. */
export async function everything(db: Graph): Promise<readonly string[]> {
  const nodes = await db.run(
    statement<{ label: string; said: Record<string, unknown> }>(
      'MATCH (n) WHERE NOT n:__Migration RETURN labels(n)[0] AS label, properties(n) AS said',
    ),
    {},
  );
  const ties = await db.run(
    statement<{ from: string; type: string; to: string; said: Record<string, unknown> }>(
      `MATCH (a)-[r]->(b)
       RETURN labels(a)[0] + ' ' + coalesce(a.id, a.value, a.address) AS from, type(r) AS type, properties(r) AS said,
              labels(b)[0] + ' ' + toString(coalesce(b.id, b.value, b.address, b.url, b.code, b.number, b.name)) AS to`,
    ),
    {},
  );
  return [
    ...nodes.map(({ label, said }) => `${label} ${inWords(said)}`),
    ...ties.map(({ from, type, to, said }) => `${from} ${type} ${to} ${inWords(said)}`),
  ].sort();
}

const passing = new Set(['token', 'arrivedAt']);
const inWords = (said: Record<string, unknown>): string =>
  JSON.stringify(
    Object.entries(said)
      .filter(([name]) => !passing.has(name))
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/**
 * The first does its work in transactions that are written and stay open while the second begins; then both end. What
 * the second read before it had to wait is then out of date.
 */
export async function overtaken<A, B>(db: Graph, first: (slow: Graph) => Promise<A>, second: () => Promise<B>): Promise<[A, B]> {
  const written = signal();
  const gate = signal();
  const slow: Graph = {
    ...db,
    together: (work) =>
      db.together(async (tx) => {
        const result = await work(tx);
        written.give();
        await gate.given;
        return result;
      }),
  };
  const one = first(slow);
  await Promise.race([written.given, one]);
  const two = second();
  await pause(250);
  gate.give();
  return Promise.all([one, two]);
}

function signal(): { readonly given: Promise<void>; give(): void } {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => (give = resolve));
  return { given, give: () => give() };
}

/** Counts the statements that write. */
export function counting(db: Graph): { readonly graph: Graph; readonly writes: () => number } {
  let n = 0;
  const count = (mode: string) => (n += mode === 'write' ? 1 : 0);
  return {
    graph: {
      ...db,
      run: (query, params) => (count(query.mode), db.run(query, params)),
      together: (work) => db.together((tx) => work({ run: (query, params) => (count(query.mode), tx.run(query, params)) })),
    },
    writes: () => n,
  };
}

/** Every order of some things. */
export const orders = <T>(things: readonly T[]): T[][] =>
  things.length < 2
    ? [[...things]]
    : things.flatMap((one, index) =>
        orders([...things.slice(0, index), ...things.slice(index + 1)]).map((rest) => [one, ...rest]),
      );
