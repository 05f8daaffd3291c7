// Incidents like one another: which, how much, and what happened next in them.
//
// What each incident is made of stands on its node; here all of it is kept at hand, and brought up to date with each
// question by what has changed since. It is a function of what is stored, so nothing is lost with it.

import { setImmediate as breath } from 'node:timers/promises';
import { compared } from '../correlate/similar/comparison.ts';
import type { Comparison } from '../correlate/similar/comparison.ts';
import { continuationOf } from '../correlate/similar/continuation.ts';
import type { Continuation } from '../correlate/similar/continuation.ts';
import { corpusOf } from '../correlate/similar/corpus.ts';
import type { Corpus, Near } from '../correlate/similar/corpus.ts';
import { stepFeature } from '../correlate/similar/features.ts';
import { featuresIn } from '../correlate/similar/signature.ts';
import { MOST_FINDINGS } from '../correlate/similar/story.ts';
import type { Step } from '../correlate/similar/story.ts';
import type { Stage } from '../model/incident.ts';
import type { Instant } from '../model/time.ts';
import type { Graph } from './graph.ts';
import { byId } from './incidents.ts';
import type { StandingIncident } from './incidents.ts';
import { queries } from './queries.gen.ts';

export interface SimilarIncident {
  readonly incident: StandingIncident;
  /** From 0 to 1; 1 for one in which the same happened. */
  readonly similarity: number;
  readonly comparison: Comparison;
  readonly continuation: Continuation;
}

export interface SimilarIncidents {
  readonly similar: readonly SimilarIncident[];
  /** How many incidents there are to be like, and how many of them hold a step. */
  readonly of: number;
  readonly holding: (step: Step) => number;
}

/** The incidents that changed last are compared with; older ones would not be found. */
export const MOST_COMPARED = 50_000;

/** So many are taken in before others who wait for an answer get a turn: tens of milliseconds. */
const AT_A_STRETCH = 500;

/** The most similar first; isolated low findings are never among them. Undefined when there is no such incident. */
export async function similarTo(graph: Graph, id: string, most: number): Promise<SimilarIncidents | undefined> {
  const [incident, asked, first] = await Promise.all([byId(graph, id), storiesOf(graph, [id]), upToDate(graph)]);
  if (incident === undefined) return undefined;
  // By an id that it had before a merge there is no story.
  const own = asked.get(incident.id) ?? (await storiesOf(graph, [incident.id])).get(incident.id);
  for (let library = first; ; library = await upToDate(graph)) {
    const { corpus } = library;
    const near = own === undefined ? [] : corpus.nearest(featuresIn(own.signature), most, incident.id);
    const ids = near.map((one) => one.id);
    const [others, stories] = await Promise.all([standing(graph, near), storiesOf(graph, ids)]);
    if (others.length < near.length && !library.isFresh) {
      // Emptied or restored under our hands: nothing that is remembered counts.
      libraries.delete(graph);
      continue;
    }
    const saying = remembered((step: Step): number => corpus.idf(stepFeature(step)));
    const here = { findings: own?.findings ?? [], links: incident.links };
    return {
      of: corpus.size,
      holding: (step) => corpus.holding(stepFeature(step)),
      similar: others.map(({ incident: other, similarity }) => {
        const there = { findings: stories.get(other.id)?.findings ?? [], links: other.links };
        return {
          ...{ incident: other, similarity },
          comparison: compared(here, there, saying),
          continuation: continuationOf(here.findings, there.findings, saying),
        };
      }),
    };
  }
}

/** Those that stand under their own ids: what merged since it was read is not what was compared. */
async function standing(graph: Graph, near: readonly Near[]) {
  const found = await Promise.all(near.map(({ id }) => byId(graph, id)));
  return near.flatMap(({ id, similarity }, index) => {
    const incident = found[index];
    return incident?.id === id ? [{ incident, similarity }] : [];
  });
}

/** Of each step once: it is asked for many times. */
function remembered(saying: (step: Step) => number): (step: Step) => number {
  const said = new Map<Step, number>();
  return (step) => {
    const known = said.get(step) ?? saying(step);
    said.set(step, known);
    return known;
  };
}

// ── What is at hand ───────────────────────────────────────────────────────────────────────────────────────

interface Library {
  readonly corpus: Corpus;
  readonly upTo: Instant;
  /** Was read just now. */
  readonly isFresh: boolean;
}

/** One for each door: whoever asks next waits for who is reading already. */
const libraries = new WeakMap<Graph, Promise<Library>>();

function upToDate(graph: Graph): Promise<Library> {
  const last = libraries.get(graph);
  const next = last === undefined ? read(graph) : last.then((library) => read(graph, library));
  libraries.set(graph, next);
  // What failed is not remembered.
  next.catch(() => libraries.get(graph) === next && libraries.delete(graph));
  return next;
}

async function read(graph: Graph, last?: Library): Promise<Library> {
  const corpus = last?.corpus ?? corpusOf();
  const rows = await graph.run(queries.similar.signatures, { after: last?.upTo ?? 0, limit: MOST_COMPARED });
  for (const [index, { id, lastAt, signature }] of [...rows].reverse().entries()) {
    if (signature === null) corpus.drop(id);
    else corpus.put(id, lastAt, featuresIn(signature));
    if (index % AT_A_STRETCH === AT_A_STRETCH - 1) await breath();
  }
  corpus.keep(MOST_COMPARED);
  return { corpus, upTo: rows[0]?.changedAt ?? last?.upTo ?? 0, isFresh: last === undefined };
}

interface Stored {
  readonly signature: string;
  readonly findings: Step[];
}

async function storiesOf(graph: Graph, ids: readonly string[]): Promise<ReadonlyMap<string, Stored>> {
  const stories = new Map<string, Stored>();
  for (const { incident, signature, stage, ...step } of await graph.run(queries.similar.steps, { ids, limit: MOST_FINDINGS })) {
    const story = stories.get(incident) ?? { signature: signature ?? '', findings: [] };
    stories.set(incident, story);
    story.findings.push({ ...step, stage: stage as Stage });
  }
  return stories;
}
