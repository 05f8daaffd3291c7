// Lock files: one process at a time, and a dead holder stops nobody.

import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { birthOf, until } from './processes.ts';

export interface Lock {
  release(): void;
}

/** Does the work while holding the lock, waiting for whoever holds it now. */
export async function withLock<T>(path: string, work: () => Promise<T>, waitMs = 180_000): Promise<T> {
  const lock = await acquire(path, waitMs);
  try {
    return await work();
  } finally {
    lock.release();
  }
}

/** The lock, or undefined while a living process holds it. */
export function tryLock(path: string): Lock | undefined {
  if (!create(path, `${process.pid} ${birthOf(process.pid) ?? ''}`)) {
    if (holderOf(path) !== undefined || !breakStale(path)) return undefined;
    return tryLock(path);
  }
  return { release: () => rmSync(path, { force: true }) };
}

/** The living process that holds the lock. */
export function holderOf(path: string): number | undefined {
  const [pid = '', birth = ''] = readLock(path).split(' ');
  return pid !== '' && birthOf(Number(pid)) === birth ? Number(pid) : undefined;
}

async function acquire(path: string, waitMs: number): Promise<Lock> {
  let lock: Lock | undefined;
  if (await until(() => (lock = tryLock(path)) !== undefined, waitMs)) return lock as unknown as Lock;
  throw new Error(`Process ${holderOf(path) ?? 'unknown'} has held ${path} for ${waitMs / 1000} s: end it, then try again.`);
}

function create(path: string, content: string): boolean {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

// A holder writes its name in the instant after it creates the file; an empty file older than this was left by a crash.
const writingMs = 2_000;

/** Removes a lock whose holder is dead. Only one process at a time may, or the second would remove the first one's new lock. */
function breakStale(path: string): boolean {
  const breaker = `${path}.breaking`;
  if (!create(breaker, '')) {
    if (ageOf(breaker) > 5 * writingMs) rmSync(breaker, { force: true });
    return false;
  }
  try {
    const isStale = readLock(path) === '' ? ageOf(path) > writingMs : holderOf(path) === undefined;
    if (isStale) rmSync(path, { force: true });
    return isStale;
  } finally {
    rmSync(breaker, { force: true });
  }
}

function readLock(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const ageOf = (path: string): number => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
