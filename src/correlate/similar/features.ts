// What an incident is made of, as a set of hashed features: the steps and their order, and the shape of its graph by
// Weisfeiler-Lehman subtree labels (Shervashidze et al. 2011).
//
// No feature holds a name, an address, an id or a time of day, so the same attack on somebody else has the same features.
// How often something occurs is left out, of features as of a node's neighbours: an account with seven findings about it
// is not another thing than one with eight, and on attacks sets told families apart better than counts did.

import { thingOf } from '../../model/finding.ts';
import { days, hours } from '../../model/time.ts';
import type { Millis } from '../../model/time.ts';
import { inOrder, kindOf } from './story.ts';
import type { Found, Step, Story } from './story.ts';

/** One way to look at an incident; each is compared by itself. */
export const views = ['steps', 'before', 'order', 'parts', 'ties', 'shape', 'wider'] as const;
export type View = (typeof views)[number];

/** Whole numbers of 32 bits, of which the highest four are the number of the view. */
export type Features = ReadonlySet<number>;

/** Of each view at most this many are kept, those of the smallest hashes: the same choice in every incident. */
export const MOST_IN_VIEW = 64;

/** More kinds of findings than this are not put into order two by two. */
const MOST_KINDS = 40;
/** The views of the Weisfeiler-Lehman rounds, from none on. */
const ROUNDS = ['parts', 'shape', 'wider'] as const satisfies readonly View[];

export function featuresOf(story: Story): Features {
  const findings = inOrder(story.findings);
  const features = new Set<number>();
  const add = (view: View, hash: number): void => void features.add(featureIn(view, hash));
  addSteps(findings, add);
  addShape({ ...story, findings }, add);
  return thinned(features);
}

type Add = (view: View, hash: number) => void;

/** The feature that an incident has which holds a finding of that kind. */
export const stepFeature = (step: Step): number => featureIn('steps', hashOf(kindOf(step)));

export const viewOf = (feature: number): number => feature >>> 28;
const featureIn = (view: View, hash: number): number => ((views.indexOf(view) << 28) | (hash >>> 4)) >>> 0;

function thinned(features: Features): Features {
  const kept = views.map(() => 0);
  return new Set(
    [...features]
      .sort((a, b) => a - b)
      .filter((feature) => {
        const view = viewOf(feature);
        kept[view] = (kept[view] ?? 0) + 1;
        return kept[view] <= MOST_IN_VIEW;
      }),
  );
}

// ── What came after what ──────────────────────────────────────────────────────────────────────────────────

function addSteps(findings: readonly Found[], add: Add): void {
  const runs = withoutRepeats(findings);
  const kinds = runs.map((finding) => hashOf(kindOf(finding)));
  for (const kind of kinds) add('steps', kind);

  const firsts = [...new Set(kinds)].slice(0, MOST_KINDS);
  for (const [index, earlier] of firsts.entries())
    for (const later of firsts.slice(index + 1)) add('before', mixed(earlier, later));

  for (const [index, kind] of kinds.entries()) {
    const [next, afterNext] = [kinds[index + 1], kinds[index + 2]];
    if (next === undefined) continue;
    const pair = mixed(kind, next);
    add('order', pair);
    add('order', mixed(pair, hashOf(paceOf((runs[index + 1]?.at ?? 0) - (runs[index]?.at ?? 0)))));
    if (afterNext !== undefined) add('order', mixed(pair, afterNext));
  }
}

/** Of several of one kind in a row, the first. */
function withoutRepeats(findings: readonly Found[]): Found[] {
  return findings.filter((finding, index) => {
    const before = findings[index - 1];
    return before === undefined || kindOf(before) !== kindOf(finding);
  });
}

const paceOf = (gap: Millis): string => (gap < hours(1) ? 'hour' : gap < days(1) ? 'day' : gap < days(7) ? 'week' : 'longer');

// ── The graph ─────────────────────────────────────────────────────────────────────────────────────────────

interface Edge {
  readonly to: number;
  readonly label: number;
}

/** Each round a node is told apart by what surrounded it in the round before. */
function addShape(story: Story, add: Add): void {
  const { start, edges } = graphOf(story);
  const { findings } = story;
  let labels = start;
  for (const view of ROUNDS) {
    if (view !== 'parts')
      labels = labels.map((own, node) => {
        const around = new Set((edges[node] ?? []).map(({ to, label }) => mixed(label, labels[to] ?? 0)));
        return [...around].sort((a, b) => a - b).reduce(mixed, own);
      });
    for (const label of labels) add(view, label);
  }
  for (const [node, own] of start.entries())
    for (const { to, label } of edges[node] ?? [])
      if (node < findings.length) add('ties', mixed(mixed(own, label), start[to] ?? 0));
}

function graphOf({ findings, links }: Story): { start: number[]; edges: Edge[][] } {
  const start = findings.map((finding) => hashOf(`finding ${kindOf(finding)}`));
  const edges: Edge[][] = findings.map(() => []);
  const join = (from: number, to: number, label: string): void => {
    edges[from]?.push({ to, label: hashOf(`${label} to`) });
    edges[to]?.push({ to: from, label: hashOf(`${label} from`) });
  };
  for (const { node, roles, label, holders } of entitiesOf(findings, findings.length)) {
    start[node] = hashOf(`${label} ${[...roles].sort().join(' ')}`);
    edges[node] = [];
    for (const { finding, role } of holders) join(finding, node, `about ${role}`);
  }
  const nodes = new Map(findings.map(({ id }, index) => [id, index]));
  for (const { from, to, mechanism } of links) {
    const [a, b] = [nodes.get(from), nodes.get(to)];
    if (a !== undefined && b !== undefined) join(a, b, `linked ${mechanism}`);
  }
  return { start, edges };
}

interface Entity {
  readonly node: number;
  readonly label: string;
  readonly roles: Set<string>;
  readonly holders: { readonly finding: number; readonly role: string }[];
}

function entitiesOf(findings: readonly Found[], firstNode: number): Iterable<Entity> {
  const entities = new Map<string, Entity>();
  for (const [finding, { about }] of findings.entries())
    for (const { label, key, role } of about) {
      const id = thingOf({ label, key });
      const entity = entities.get(id) ?? { node: firstNode + entities.size, label, roles: new Set<string>(), holders: [] };
      entities.set(id, entity);
      entity.roles.add(role);
      entity.holders.push({ finding, role });
    }
  return entities.values();
}

// ── Hashes: 32 bits, not for secrets ──────────────────────────────────────────────────────────────────────

/** FNV-1a, stirred. */
function hashOf(text: string): number {
  let state = 2166136261;
  for (let index = 0; index < text.length; index += 1) state = Math.imul(state ^ text.charCodeAt(index), 16777619);
  return stirred(state);
}

/** Of two in this order. */
const mixed = (a: number, b: number): number => stirred(Math.imul(a, 31) ^ stirred(b + 0x9e3779b9));

/** The last steps of MurmurHash3: every bit of the input moves every bit of the output. */
function stirred(hash: number): number {
  let state = hash;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return (state ^ (state >>> 16)) >>> 0;
}
