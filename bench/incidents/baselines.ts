// Simple ways to group findings, to stand beside the product's: what is shared within a time, silence, and communities of a
// graph whose edges are the rarer the heavier.

import { communities } from '../../src/learn/louvain.ts';
import { thingOf } from '../../src/model/finding.ts';
import type { Finding } from '../../src/model/finding.ts';
import { hours } from '../../src/model/time.ts';
import type { Millis } from '../../src/model/time.ts';
import type { Grouping } from './scores.ts';

export interface Baseline {
  readonly name: string;
  /** Ids of findings by group; every finding in exactly one. */
  readonly group: (findings: readonly Finding[]) => Grouping;
}

export const baselines: readonly Baseline[] = [
  ...[hours(1), hours(12), hours(48), Infinity].map((within) => ({
    name: `shared entity within ${spanOf(within)}`,
    group: (findings: readonly Finding[]) => sharedEntity(findings, within),
  })),
  ...[hours(1), hours(4), hours(12)].map((gap) => ({
    name: `silence of ${spanOf(gap)}`,
    group: (findings: readonly Finding[]) => silence(findings, gap),
  })),
  { name: 'idf-weighted Louvain, 48 h', group: (findings) => rareLouvain(findings, hours(48)) },
];

function spanOf(span: Millis): string {
  return span === Infinity ? 'any time' : `${span / hours(1)} h`;
}

/** Connected components, where two findings that name one entity within the span are connected. */
export function sharedEntity(findings: readonly Finding[], within: Millis): Grouping {
  const parent = new Map(findings.map(({ id }) => [id, id]));
  const rootOf = (id: string): string => {
    let root = id;
    for (let up = parent.get(root) ?? root; up !== root; up = parent.get(root) ?? root) root = up;
    parent.set(id, root);
    return root;
  };
  for (const holders of holdersOf(findings).values()) {
    let last: Finding | undefined;
    for (const finding of holders) {
      if (last !== undefined && finding.at - last.lastAt <= within) parent.set(rootOf(finding.id), rootOf(last.id));
      if (last === undefined || finding.lastAt > last.lastAt) last = finding;
    }
  }
  return gathered(findings, ({ id }) => rootOf(id));
}

/** A new group whenever nothing has been found for the span, whatever it is about. */
export function silence(findings: readonly Finding[], gap: Millis): Grouping {
  let group = 0;
  let until = -Infinity;
  const groups = new Map<Finding, number>();
  for (const finding of inOrder(findings)) {
    if (finding.at - until > gap) group += 1;
    until = Math.max(until, finding.lastAt);
    groups.set(finding, group);
  }
  return gathered(findings, (finding) => groups.get(finding) ?? 0);
}

/** Louvain communities of findings within the span of each other, tied by Σ log(N / df) of the entities both name. */
export function rareLouvain(findings: readonly Finding[], within: Millis): Grouping {
  const weights = new Map<string, { a: string; b: string; weight: number }>();
  for (const holders of holdersOf(findings).values()) {
    const weight = Math.log(findings.length / holders.length);
    if (weight === 0) continue;
    for (const [index, later] of holders.entries())
      for (const earlier of holders.slice(0, index)) {
        if (later.at - earlier.lastAt > within) continue;
        const [a, b] = earlier.id < later.id ? [earlier.id, later.id] : [later.id, earlier.id];
        const key = `${a}\n${b}`;
        weights.set(key, { a, b, weight: (weights.get(key)?.weight ?? 0) + weight });
      }
  }
  const [mapping = {}] = communities([...weights.values()], [{ resolution: 1, seed: 'idf' }]);
  return gathered(findings, ({ id }) => mapping[id] ?? id);
}

const inOrder = (findings: readonly Finding[]): Finding[] => [...findings].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** Entity → the findings that name it, in order. */
function holdersOf(findings: readonly Finding[]): ReadonlyMap<string, readonly Finding[]> {
  const holders = new Map<string, Finding[]>();
  for (const finding of inOrder(findings))
    for (const entity of new Set(finding.about.map(thingOf))) {
      const list = holders.get(entity) ?? [];
      holders.set(entity, list);
      list.push(finding);
    }
  return holders;
}

function gathered(findings: readonly Finding[], groupOf: (finding: Finding) => string | number): Grouping {
  const groups = new Map<string | number, string[]>();
  for (const finding of findings) {
    const group = groupOf(finding);
    const list = groups.get(group) ?? [];
    groups.set(group, list);
    list.push(finding.id);
  }
  return [...groups.values()];
}
