// What processes take: processor time and memory.

import { readFileSync } from 'node:fs';

/** Clock ticks a second in /proc, the same on every Linux that Node runs on. */
const TICKS = 100;

/** Seconds of processor time another process has taken; undefined where that cannot be asked. */
export function cpuOf(pid: number): number | undefined {
  try {
    // The name in brackets may hold anything; what follows it is numbers.
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /s, '')
      .split(' ');
    return (Number(fields[11]) + Number(fields[12])) / TICKS;
  } catch {
    return undefined;
  }
}

/** Seconds of processor time this process has taken. */
export function ownCpu(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

export interface Memory {
  /** Megabytes, when this share of the work was done. */
  readonly at: Readonly<Record<string, number>>;
  readonly peak: number;
}

/** Follows how much memory this process holds. */
export function memory() {
  const at: Record<string, number> = {};
  let peak = now();
  const timer = setInterval(() => (peak = Math.max(peak, now())), 100);
  timer.unref();
  return {
    /** Notes the first moment at or after each quarter. */
    mark(share: number): void {
      for (const quarter of [25, 50, 75, 100]) if (share * 100 >= quarter) at[`${quarter} %`] ??= now();
    },
    end(): Memory {
      clearInterval(timer);
      return { at, peak };
    },
  };
}

const now = (): number => Math.round(process.memoryUsage.rss() / 1e6);
