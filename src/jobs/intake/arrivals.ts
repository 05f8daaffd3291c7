// How sources arrive: how much, how new, how late. Gathered in memory, told to the graph once a second at most.

import type { Sighting } from '../../graph/events.ts';
import type { Graph } from '../../graph/graph.ts';
import * as arrivals from '../../graph/sources.ts';
import type { Arrivals } from '../../graph/sources.ts';
import { rfc3339, seconds } from '../../model/time.ts';
import type { Instant, Millis } from '../../model/time.ts';

/** Powers of two of a second: the last is 34 years and everything beyond. */
const STEPS = 31;
const EVERY = seconds(1);

export interface SourceState {
  readonly id: string;
  /** Records taken in, those seen before among them; a process killed in between may have missed up to a second of them. */
  readonly records: number;
  /** The newest event's time: up to here the source has told. */
  readonly watermark: string;
  readonly arrivedAt: string;
  /** From event to arrival, milliseconds: within a factor of two, the longest exact. */
  readonly lateness: { readonly p50: Millis; readonly p95: Millis; readonly max: Millis };
  readonly rejected: number;
  readonly lastReject?: { readonly at: string; readonly why: string };
}

/** Every source that has ever told anything. */
export async function sources(graph: Graph): Promise<SourceState[]> {
  return (await arrivals.all(graph)).map((state) => ({
    id: state.id,
    records: state.count,
    watermark: rfc3339(state.newestAt),
    arrivedAt: rfc3339(state.newestArrivalAt),
    lateness: { p50: quantile(state, 0.5), p95: quantile(state, 0.95), max: state.latest },
    rejected: state.rejected,
    ...(state.rejectedAt === 0 ? {} : { lastReject: { at: rfc3339(state.rejectedAt), why: state.rejectedWhy } }),
  }));
}

function quantile({ lateness, latest }: Arrivals, share: number): Millis {
  const total = lateness.reduce((sum, count) => sum + count, 0);
  let seen = 0;
  for (const [step, count] of lateness.entries()) {
    seen += count;
    if (count > 0 && seen >= total * share) return Math.min(latest, seconds(2 ** step));
  }
  return 0;
}

export interface Tracker {
  saw(sightings: readonly Sighting[], arrivedAt: Instant): void;
  refused(source: string, why: string, at: Instant): void;
  /** Tells the graph, unless it was told a moment ago; with `now`, in any case. */
  tell(graph: Graph, now?: boolean): Promise<void>;
}

type Sums = { -readonly [K in keyof Arrivals]: Arrivals[K] } & { lateness: number[] };

export function tracker(): Tracker {
  let gathered = new Map<string, Sums>();
  let toldAt = 0;

  const sumsOf = (id: string): Sums => {
    const found = gathered.get(id);
    if (found !== undefined) return found;
    const sums: Sums = {
      ...{ id, count: 0, newestAt: 0, newestArrivalAt: 0, latest: 0, rejected: 0, rejectedAt: 0, rejectedWhy: '' },
      lateness: Array.from({ length: STEPS }, () => 0),
    };
    gathered.set(id, sums);
    return sums;
  };

  return {
    saw(sightings, arrivedAt) {
      for (const { event } of sightings) {
        const sums = sumsOf(event.source);
        sums.count += 1;
        sums.newestArrivalAt = Math.max(sums.newestArrivalAt, arrivedAt);
        // A record without a time has no lateness.
        if (event.at <= 0) continue;
        sums.newestAt = Math.max(sums.newestAt, event.at);
        const late = Math.max(0, arrivedAt - event.at);
        const step = Math.min(STEPS - 1, Math.max(0, Math.ceil(Math.log2(late / seconds(1)))));
        sums.lateness[step] = (sums.lateness[step] ?? 0) + 1;
        sums.latest = Math.max(sums.latest, late);
      }
    },
    refused(source, why, at) {
      const sums = sumsOf(source);
      sums.rejected += 1;
      sums.rejectedAt = at;
      sums.rejectedWhy = why.slice(0, 200);
    },
    async tell(graph, now = false) {
      if (gathered.size === 0 || (!now && performance.now() - toldAt < EVERY)) return;
      toldAt = performance.now();
      const rows = [...gathered.values()];
      gathered = new Map();
      await arrivals.add(graph, rows);
    },
  };
}
