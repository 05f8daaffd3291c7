// Graphs whose true groups are known, where somebody has put them: ../shared/data/graphs beside the repository.
//
// Node names stay in this process; only figures over a whole graph are told.

import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/graph/local/java.ts';
import type { Edge } from '../../src/learn/communities/csr.ts';
import { DATA, pairsIn } from '../realism/recorded.ts';

export interface LabelledGraph {
  readonly id: string;
  /** Both ends of each edge in order, each pair once, no loops. */
  readonly edges: readonly Edge[];
  /** Of every node, the true group. Nodes without an edge are here, too. */
  readonly truth: ReadonlyMap<string, string>;
}

const pathOf = (...names: readonly string[]): string => join(root, DATA, 'graphs', ...names);

export const areGraphsThere = (): boolean => existsSync(pathOf());

/** Who wrote to whom in a research institute; the truth is their departments. */
export function euCoreMail(): LabelledGraph {
  const arcs = readFileSync(pathOf('email-eu-core', 'email-Eu-core.txt'), 'utf8');
  const labels = readFileSync(pathOf('email-eu-core', 'email-Eu-core-department-labels.txt'), 'utf8');
  return labelled('email-eu-core', pairsIn(arcs), new Map(pairsIn(labels)));
}

/** In the order of their names. */
export function smallGraphs(): LabelledGraph[] {
  return readdirSync(pathOf('small'))
    .filter((name) => name.endsWith('.gml'))
    .sort()
    .map((name) => {
      const { nodes, edges } = gml(readFileSync(pathOf('small', name), 'utf8'));
      return labelled(name.replace(/\.gml$/, ''), edges, nodes);
    });
}

/** Edges whatever their direction or number; loops left out. */
export function labelled(
  id: string,
  arcs: Iterable<readonly [string, string]>,
  truth: ReadonlyMap<string, string>,
): LabelledGraph {
  const edges = new Map<string, Edge>();
  for (const [from, to] of arcs) {
    const [a, b] = from < to ? [from, to] : [to, from];
    if (a !== b) edges.set(`${a}\n${b}`, { a, b, weight: 1 });
  }
  return { id, edges: [...edges.values()], truth };
}

/** The largest connected part: the usual ground for such figures. Of parts of one size, the one with the smallest name. */
export function largestPart({ id, edges, truth }: LabelledGraph): LabelledGraph {
  const parent = new Map<string, string>();
  const rootOf = (name: string): string => {
    let top = name;
    for (let up = parent.get(top) ?? top; up !== top; up = parent.get(top) ?? top) top = up;
    parent.set(name, top);
    return top;
  };
  for (const { a, b } of edges) {
    const [one, other] = [rootOf(a), rootOf(b)].sort() as [string, string];
    parent.set(other, one);
  }
  const sizes = new Map<string, number>();
  for (const name of [...truth.keys()].sort()) sizes.set(rootOf(name), (sizes.get(rootOf(name)) ?? 0) + 1);
  const [largest] = [...sizes].reduce((most, next) => (next[1] > most[1] ? next : most), ['', 0]);
  return {
    id,
    edges: edges.filter(({ a }) => rootOf(a) === largest),
    truth: new Map([...truth].filter(([name]) => rootOf(name) === largest)),
  };
}

interface Gml {
  /** Id → true group (`gt`, else `value`). */
  readonly nodes: Map<string, string>;
  readonly edges: [string, string][];
}

/**
 * Graph Modelling Language (Himsolt 1996) as far as such files use it: `key value` and `key [ … ]`, with the bracket on the
 * same line or the next, values quoted or not, and lists inside a node or edge skipped.
 */
export function gml(text: string): Gml {
  const tokens = text.match(/"[^"]*"|[[\]]|[^\s[\]"]+/g) ?? [];
  const nodes = new Map<string, string>();
  const edges: [string, string][] = [];
  for (let at = 0; at < tokens.length; at += 1) {
    const kind = tokens[at];
    if ((kind !== 'node' && kind !== 'edge') || tokens[at + 1] !== '[') continue;
    const { fields, end } = fieldsFrom(tokens, at + 2);
    at = end;
    if (kind === 'node') nodes.set(need(fields, 'id'), fields.get('gt') ?? need(fields, 'value'));
    else edges.push([need(fields, 'source'), need(fields, 'target')]);
  }
  return { nodes, edges };
}

function fieldsFrom(tokens: readonly string[], from: number): { fields: ReadonlyMap<string, string>; end: number } {
  const fields = new Map<string, string>();
  let at = from;
  for (; at < tokens.length && tokens[at] !== ']'; at += 2) {
    const [key = '', value = ''] = tokens.slice(at, at + 2);
    if (value === '[') at = skipped(tokens, at + 2) - 1;
    else fields.set(key, value.replaceAll('"', ''));
  }
  return { fields, end: at };
}

/** Place of the bracket that closes the list begun before `from`. */
function skipped(tokens: readonly string[], from: number): number {
  let open = 1;
  let at = from;
  for (; at < tokens.length && open > 0; at += 1) open += tokens[at] === '[' ? 1 : tokens[at] === ']' ? -1 : 0;
  return at - 1;
}

function need(fields: ReadonlyMap<string, string>, name: string): string {
  const value = fields.get(name);
  if (value === undefined) throw new Error(`a node or edge of the graph has no ${name}: ${[...fields.keys()].join(', ')}`);
  return value;
}
