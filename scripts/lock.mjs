// A lock file for set-up: one at a time, and a dead holder stops nobody.
//
// src/graph/local/lock.ts does the same for the product; this one runs before anything is installed or built.

import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** Does the work while holding the lock; `waiting` is told once who holds it now. */
export async function withLock(path, waiting, work) {
  mkdirSync(dirname(path), { recursive: true });
  for (let tries = 0; !take(path); tries++) {
    if (tries === 4) waiting(holder(path));
    await pause(250);
  }
  // A set-up that fails ends the process; the lock must not outlive it.
  const release = () => rmSync(path, { force: true });
  process.once('exit', release);
  try {
    return await work();
  } finally {
    release();
    process.off('exit', release);
  }
}

function take(path) {
  if (create(path, String(process.pid))) return true;
  if (isStale(path)) breakStale(path);
  return false;
}

/** A holder writes its name in the instant after it creates the file; one that stays empty was left by a crash. */
function isStale(path) {
  return readLock(path) === '' ? ageOf(path) > 2_000 : holder(path) === undefined;
}

/** The pid that holds the lock, if it lives and is one of our commands: a pid may have been used again. */
function holder(path) {
  const pid = readLock(path);
  if (!/^\d+$/.test(pid)) return undefined;
  return /\b(setup|skein|test|check)\.mjs\b/.test(commandLineOf(pid)) ? pid : undefined;
}

function commandLineOf(pid) {
  if (process.platform !== 'linux') return spawnSync('ps', ['-ww', '-o', 'args=', '-p', pid], { encoding: 'utf8' }).stdout ?? '';
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8');
  } catch {
    return '';
  }
}

/** Only one process at a time may, or the second would remove the first one's new lock. */
function breakStale(path) {
  const breaker = `${path}.breaking`;
  if (create(breaker, '')) {
    if (isStale(path)) rmSync(path, { force: true });
    rmSync(breaker, { force: true });
  } else if (ageOf(breaker) > 10_000) rmSync(breaker, { force: true });
}

function create(path, content) {
  try {
    writeFileSync(path, content, { flag: 'wx' });
    return true;
  } catch (error) {
    if (error.code === 'EEXIST') return false;
    throw error;
  }
}

function readLock(path) {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}

const ageOf = (path) => Date.now() - (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? Date.now());
