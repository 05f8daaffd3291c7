// Cron: never two of one job at once, here or in another replica, and a clean stop. The only file that knows node-cron.

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
  /** Fires no more, and waits for what is running. */
  stop(): Promise<void>;
}

/** How long a run asked for by name waits for one elsewhere; the clock's own runs do not wait, there will be a next. */
const PATIENCE = seconds(30);

export function startSchedule(bench: Bench, jobs: readonly Job[]): Schedule {
  quieten(bench.log);
  const running = new Map<string, Promise<Outcome>>();
  const again = new Set<string>();
  let stopped = false;

  const start = (job: Job, due?: Instant): Promise<Outcome> => {
    const work = runJob(bench, job, due === undefined ? { patience: PATIENCE } : { due, patience: 0 }).finally(() => {
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
      await Promise.allSettled(running.values());
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
