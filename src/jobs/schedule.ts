// Cron: never two of one job at once, and a clean stop. The only file that knows node-cron.

import { schedule as plan, setLogger } from 'node-cron';
import type { ScheduledTask } from 'node-cron';
import type { Logger } from '../log.ts';

export interface Job {
  readonly name: string;
  /** Cron expression, UTC. */
  readonly every: string;
  run(): Promise<unknown>;
}

export interface Schedule {
  /** Fires no more, and waits for what is running. */
  stop(): Promise<void>;
}

/** Runs each job at its times; one that fails is logged and tried again at the next. */
export function startSchedule(jobs: readonly Job[], log: Logger): Schedule {
  quieten(log);
  const running = new Set<Promise<unknown>>();
  const tasks = jobs.map((job) => taskOf(job, running, log));
  return {
    async stop() {
      for (const task of tasks) await task.destroy();
      await Promise.allSettled(running);
    },
  };
}

function taskOf(job: Job, running: Set<Promise<unknown>>, log: Logger): ScheduledTask {
  return plan(
    job.every,
    async () => {
      const work = job.run().catch((error: unknown) => log.error({ job: job.name, err: error }, 'job failed'));
      running.add(work);
      await work.finally(() => running.delete(work));
    },
    { name: job.name, noOverlap: true, timezone: 'UTC' },
  );
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
