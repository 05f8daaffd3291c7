// The schedule, the last runs and the next, as people and programs ask for them.

import type { Graph } from '../graph/graph.ts';
import * as notes from '../graph/notes.ts';
import * as runs from '../graph/runs.ts';
import type { JobRun } from '../graph/runs.ts';
import { days } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { nextAt } from './schedule.ts';
import { timetable } from './timetable.ts';

export interface JobOverview {
  readonly name: string;
  readonly title: string;
  /** Cron expression, UTC; `off` when an operator turned it off. */
  readonly every: string;
  readonly next?: Instant;
  /** Which process has the lease: host/pid/…; absent when none runs it. */
  readonly holder?: string;
  /** The newest first. */
  readonly runs: readonly JobRun[];
}

const MOST_RUNS = 5;
const LOOKS_BACK = days(30);
/** Jobs run each minute at most; more rows than this in the history are not looked at. */
const MOST_ROWS = 1_000;

export async function overview(graph: Graph, times: Readonly<Record<string, string>>, now: Instant): Promise<JobOverview[]> {
  const history = await runs.latest(graph, now - LOOKS_BACK, MOST_ROWS);
  return Promise.all(
    timetable.map(async ({ name, title, every: usual }) => {
      const every = times[name] ?? usual;
      const next = every === 'off' ? undefined : nextAt(every);
      const holder = await notes.liveHolder(graph, name);
      return {
        name,
        title,
        every,
        ...(next === undefined ? {} : { next }),
        ...(holder === undefined ? {} : { holder }),
        runs: history.filter(({ job }) => job === name).slice(0, MOST_RUNS),
      };
    }),
  );
}
