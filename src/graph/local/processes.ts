// What the operating system says of other processes. A pid alone says nothing: it may have been used again.

import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';

const onLinux = process.platform === 'linux';

/** When a process was born, in the system's own notation; undefined where none lives. A pid used again has another birth. */
export function birthOf(pid: number): string | undefined {
  return onLinux ? birthInProc(pid) : birthByPs(pid);
}

/** A process's command line, its words parted by blanks; empty when there is none. */
export function commandLineOf(pid: number): string {
  return onLinux ? readProc(pid, 'cmdline').replaceAll('\0', ' ') : ps('-ww', '-o', 'args=', '-p', String(pid));
}

/** The first process whose command line holds the text. */
export function processHolding(text: string): number | undefined {
  return pids().find((pid) => commandLineOf(pid).includes(text) && birthOf(pid) !== undefined);
}

/** Asks a process to end, makes it end when it has not within the grace, and returns when it is gone. */
export async function endProcess(pid: number, graceMs: number): Promise<void> {
  const birth = birthOf(pid);
  if (birth === undefined) return;
  const isGone = () => birthOf(pid) !== birth;

  signal(pid, 'SIGTERM');
  if (await until(isGone, graceMs)) return;
  signal(pid, 'SIGKILL');
  await until(isGone, 5_000);
}

/** Looks again and again until the question is answered yes; false when the time is over. */
export async function until(question: () => boolean | Promise<boolean>, withinMs: number, everyMs = 50): Promise<boolean> {
  const end = Date.now() + withinMs;
  for (;;) {
    if (await question()) return true;
    if (Date.now() >= end) return false;
    await pause(everyMs);
  }
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name);
  } catch {
    // It ended by itself in the meantime, which is what we wanted.
  }
}

function birthInProc(pid: number): string | undefined {
  // The command's name, in brackets, may hold blanks and brackets: what we want stands after the last one.
  const fields = readProc(pid, 'stat').split(') ').at(-1)?.split(' ') ?? [];
  const [state, startTime] = [fields[0], fields[19]];
  // A zombie has ended; only its parent has not asked how.
  return state === 'Z' || state === 'X' ? undefined : startTime;
}

function birthByPs(pid: number): string | undefined {
  const [state = '', ...started] = ps('-o', 'state=,lstart=', '-p', String(pid)).trim().split(/\s+/);
  return state === '' || state.startsWith('Z') ? undefined : started.join(' ');
}

function pids(): number[] {
  const names = onLinux ? readdirSync('/proc') : ps('-A', '-o', 'pid=').split('\n');
  return names.map(Number).filter((pid) => Number.isInteger(pid) && pid > 0);
}

function readProc(pid: number, file: string): string {
  try {
    return readFileSync(`/proc/${pid}/${file}`, 'utf8');
  } catch {
    return '';
  }
}

const ps = (...args: string[]): string => spawnSync('ps', args, { encoding: 'utf8' }).stdout;
