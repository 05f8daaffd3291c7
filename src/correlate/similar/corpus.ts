// Incidents by what they are made of, and which of them are most like one.
//
// similarity(a, b) is the mean, over the views in which either has a feature, of the weighted Jaccard index of the two sets,
// J = Σ idf of what both have / Σ idf of what either has, where idf = ln((N + 1) / incidents that have it), so that what
// every incident has says next to nothing. From 0 to 1, the same both ways, and 1 for the same sets. It is exact: every
// incident is weighed. Views weighted unequally found no more of the same family, so they are not.
//
// Of a feature only the number of incidents that have it is kept, so one that comes or goes changes what is known of its
// own features and nothing else; what incidents weigh is summed up with each question. There is no inverted index: there
// are so few kinds of findings that most incidents share something, and it would have to be kept up with each change.

import type { Instant } from '../../model/time.ts';
import { viewOf, views } from './features.ts';

export interface Near {
  readonly id: string;
  readonly similarity: number;
}

export interface Corpus {
  readonly size: number;
  /** Puts an incident in, in place of what was kept under its id; `at`: of equally similar ones the latest comes first. */
  put(id: string, at: Instant, features: Iterable<number>): void;
  drop(id: string): void;
  /** Drops those that were put in first, until there are no more than so many. */
  keep(most: number): void;
  /** How many incidents have a feature. */
  holding(feature: number): number;
  /** How much a feature says; never quite nothing, so that two that have only the commonest in common are not unlike. */
  idf(feature: number): number;
  /** The most similar first; those that share nothing are left out. */
  nearest(features: Iterable<number>, most: number, except?: string): Near[];
}

interface Kept {
  readonly id: string;
  readonly at: Instant;
  /** The places of its features, in the order of the features: a sum over them has the same digits in every corpus. */
  readonly places: Uint32Array;
  /** Where among them each view ends. */
  readonly ends: Uint32Array;
}

export function corpusOf(): Corpus {
  const all = new Map<string, Kept>();
  /** Each feature that is had has a place in the lists; one that nobody has any more leaves it to the next new one. */
  const placeOf = new Map<number, number>();
  const left: number[] = [];
  const features: number[] = [];
  const counts: number[] = [];
  /** ln of the counts. */
  const logs: number[] = [];

  const holding = (feature: number): number => counts[placeOf.get(feature) ?? NOWHERE] ?? 0;
  /** How much a feature says that only one has. */
  const mostSaid = (): number => Math.log(all.size + 1) + LEAST_IDF;
  const idf = (feature: number): number => mostSaid() - Math.log(Math.max(1, holding(feature)));

  function put(id: string, at: Instant, its: Iterable<number>): void {
    drop(id);
    const sorted = Uint32Array.from(its).sort();
    all.set(id, { id, at, places: sorted.map(taken), ends: endsOf(sorted) });
  }

  /** The place of a feature that one more has now. */
  function taken(feature: number): number {
    const place = placeOf.get(feature) ?? added(feature);
    recount(place, (counts[place] ?? 0) + 1);
    return place;
  }

  function added(feature: number): number {
    const place = left.pop() ?? features.length;
    placeOf.set(feature, place);
    features[place] = feature;
    return place;
  }

  function drop(id: string): void {
    for (const place of all.get(id)?.places ?? []) {
      recount(place, (counts[place] ?? 0) - 1);
      if (counts[place] !== 0) continue;
      placeOf.delete(features[place] ?? NOWHERE);
      left.push(place);
    }
    all.delete(id);
  }

  function recount(place: number, count: number): void {
    counts[place] = count;
    logs[place] = Math.log(Math.max(1, count));
  }

  function keep(most: number): void {
    for (const id of all.keys()) {
      if (all.size <= most) return;
      drop(id);
    }
  }

  function nearest(asked: Iterable<number>, most: number, except?: string): Near[] {
    const sorted = Uint32Array.from(asked).sort();
    const isAsked = new Uint8Array(counts.length);
    for (const feature of sorted) isAsked[placeOf.get(feature) ?? NOWHERE] = 1;
    const own = weightsOf(sorted);
    const said = mostSaid();
    const best: Ranked[] = [];
    for (const kept of all.values()) {
      if (kept.id === except) continue;
      const similarity = similarityOf(own, kept, isAsked, said, best[most - 1]?.similarity ?? 0);
      if (similarity > 0) rank({ id: kept.id, at: kept.at, similarity }, best, most);
    }
    return best.map(({ id, similarity }) => ({ id, similarity }));
  }

  /** Of features in order, by view. */
  function weightsOf(sorted: Uint32Array): readonly number[] {
    const sums = views.map(() => ({ count: 0, logs: 0 }));
    for (const feature of sorted) {
      const sum = sums[viewOf(feature)];
      if (sum === undefined) continue;
      sum.count += 1;
      sum.logs += logs[placeOf.get(feature) ?? NOWHERE] ?? 0;
    }
    return sums.map((sum) => sum.count * mostSaid() - sum.logs);
  }

  /** 0 for one that can be less similar only than `floor`. The hot place: no callbacks and nothing made in here. */
  function similarityOf(own: readonly number[], kept: Kept, isAsked: Uint8Array, said: number, floor: number): number {
    const { places, ends } = kept;
    let [similar, compared, at] = [0, 0, 0];
    for (let view = 0; view < own.length; view += 1) {
      const [start, end] = [at, ends[view] ?? 0];
      let [logsOfAll, logsOfShared, shared] = [0, 0, 0];
      for (; at < end; at += 1) {
        const place = places[at] ?? 0;
        const log = logs[place] ?? 0;
        const is = isAsked[place] ?? 0;
        logsOfAll += log;
        logsOfShared += is * log;
        shared += is;
      }
      const both = shared * said - logsOfShared;
      const either = (own[view] ?? 0) + ((end - start) * said - logsOfAll) - both;
      if (either <= 0) continue;
      similar += both / either;
      compared += 1;
      const open = own.length - view - 1;
      if (similar + open < floor * (compared + open) - SLACK) return 0;
    }
    return compared === 0 ? 0 : Math.round((similar / compared) * UNITS) / UNITS;
  }

  return {
    get size() {
      return all.size;
    },
    ...{ put, drop, keep, holding, idf, nearest },
  };
}

const LEAST_IDF = 0.01;
/** Similarities are told in whole units: sums of the same numbers in another order differ in the last digits. */
const UNITS = 1e9;
const SLACK = 10 / UNITS;
/** No place: reading finds nothing there, writing into a typed array does nothing. */
const NOWHERE = -1;

function endsOf(sorted: Uint32Array): Uint32Array {
  const counts = new Uint32Array(views.length);
  for (const feature of sorted) counts[viewOf(feature)] = (counts[viewOf(feature)] ?? 0) + 1;
  let end = 0;
  return counts.map((count) => (end += count));
}

type Ranked = Near & Pick<Kept, 'at'>;

/** Puts one among the best, of which there are no more than so many, or leaves it. */
function rank(one: Ranked, best: Ranked[], most: number): void {
  const last = best[most - 1];
  if (last !== undefined && inRank(last, one) < 0) return;
  best.push(one);
  best.sort(inRank);
  best.splice(most);
}

const inRank = (a: Ranked, b: Ranked): number => b.similarity - a.similarity || b.at - a.at || (a.id < b.id ? -1 : 1);
