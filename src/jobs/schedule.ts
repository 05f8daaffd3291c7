// Cron: never two of one job at once, here or in another replica, and a clean stop. The only file that knows node-cron.

import { setTimeout as pause } from 'node:timers/promises';
import { createTask, schedule as plan, setLogger, validate } from 'node-cron';
import type { ScheduledTask } from 'node-cron';
import type { Logger } from '../log.ts';
import { seconds } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { runJob } from './job.ts';
import type { Bench, Job, Outcome } from './job.ts';

export interface Schedule {
  /** Runs a job as soon as nothing else of its kind runs; asked again meanwhile, once more after that. */
  soon(name: string): void;
  /**
   * Fires no more, and waits for what is running, but not for long: a run may be cut off anywhere, and its lease is free for
   * the next. Over within some three seconds.
   */
  stop(): Promise<void>;
}

/** How long a run asked for by name waits for one elsewhere; the clock's own runs do not wait, there will be a next. */
const PATIENCE = seconds(30);

/** So long a run may go on when we stop, and so long it then has to give its lease back. */
const LAST_WORK = seconds(2);
const LAST_WORDS = seconds(1);

export function startSchedule(bench: Bench, jobs: readonly Job[]): Schedule {
  quieten(bench.log);
  const running = new Map<string, Promise<Outcome>>();
  const again = new Set<string>();
  const stopping = new AbortController();
  let stopped = false;

  const start = (job: Job, due?: Instant): Promise<Outcome> => {
    const work = runJob(bench, job, {
      ...(due === undefined ? { patience: PATIENCE } : { due, patience: 0 }),
      signal: stopping.signal,
    }).finally(() => {
      running.delete(job.name);
      if (again.delete(job.name) && !stopped) void start(job);
    });
    running.set(job.name, work);
    return work;
  };
  const tasks = jobs.map((job) => taskOf(job, (due) => (running.has(job.name) ? undefined : start(job, due))));

  return {
    soon(name) {
      const job = jobs.find((it) => it.name === name);
      if (job === undefined || stopped) return;
      if (running.has(name)) again.add(name);
      else void start(job);
    },
    async stop() {
      stopped = true;
      for (const task of tasks) await task.destroy();
      const ended = Promise.allSettled(running.values());
      await Promise.race([ended, pause(LAST_WORK, undefined, { ref: false })]);
      stopping.abort();
      await Promise.race([ended, pause(LAST_WORDS, undefined, { ref: false })]);
    },
  };
}

function taskOf(job: Job, fire: (due: Instant) => Promise<Outcome> | undefined): ScheduledTask {
  return plan(job.every, ({ date }) => fire(date.getTime()), { name: job.name, noOverlap: true, timezone: 'UTC' });
}

/** Whether it is a cron expression. */
export const isCron = (expression: string): boolean => validate(expression);

/** When a cron expression strikes next after now; undefined when never. */
export function nextAt(expression: string): Instant | undefined {
  const task = createTask(expression, () => undefined, { timezone: 'UTC' });
  const [next] = task.getNextRuns(1);
  void task.destroy();
  return next?.getTime();
}

/** It would write coloured lines to the console; its warnings belong in our log. */
function quieten(log: Logger): void {
  setLogger({
    info: (message) => log.debug({ cron: message }, 'cron'),
    warn: (message) => log.warn({ cron: message }, 'cron'),
    error: (message) => log.error({ cron: String(message) }, 'cron'),
    debug: (message) => log.trace({ cron: String(message) }, 'cron'),
  });
}
