import { spawn } from 'node:child_process';
import { existsSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { holderOf, tryLock, withLock } from '../../src/graph/local/lock.ts';
import { birthOf, commandLineOf, endProcess, processHolding } from '../../src/graph/local/processes.ts';
import { folder } from '../support/folder.ts';

const files = folder('lock');
afterAll(() => files.remove());

const lockFile = (name: string) => join(files.path, name);
const sleeper = () =>
  spawn(process.execPath, ['-e', "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)", 'a-sleeper'], {
    stdio: 'ignore',
  });

describe('a lock', () => {
  it('is held by one, and free again when released', () => {
    const path = lockFile('one');
    const first = tryLock(path);
    expect(tryLock(path)).toBeUndefined();
    expect(holderOf(path)).toBe(process.pid);

    first?.release();
    expect(existsSync(path)).toBe(false);
    expect(tryLock(path)).toBeDefined();
  });

  it('of a dead process stops nobody', () => {
    writeFileSync(lockFile('dead'), '999999999 1');
    expect(tryLock(lockFile('dead'))).toBeDefined();
  });

  it('of a dead process stops nobody, even when its pid has been used again', () => {
    writeFileSync(lockFile('reused'), `${process.pid} another-birth`);
    expect(tryLock(lockFile('reused'))).toBeDefined();
  });

  it('that was left half written is given up after a while, and not before', () => {
    const path = lockFile('half');
    writeFileSync(path, '');
    expect(tryLock(path)).toBeUndefined();

    utimesSync(path, new Date(), new Date(Date.now() - 10_000));
    expect(tryLock(path)).toBeDefined();
  });

  it('is given to those who wait, one after another', async () => {
    let inside = 0;
    let most = 0;
    const work = async () => {
      most = Math.max(most, ++inside);
      await new Promise((resolve) => setTimeout(resolve, 5));
      inside--;
    };
    await Promise.all([1, 2, 3].map(() => withLock(lockFile('queue'), work)));
    expect(most).toBe(1);
  });

  it('says who holds it when the wait is too long', async () => {
    const path = lockFile('long');
    const lock = tryLock(path);
    await expect(withLock(path, () => Promise.resolve(), 100)).rejects.toThrow(`Process ${process.pid} has held`);
    lock?.release();
  });
});

it('a process is known by its birth and its command line, and is gone when it has ended', async () => {
  const child = sleeper();
  const pid = child.pid ?? 0;
  await expect.poll(() => commandLineOf(pid)).toContain('a-sleeper');
  expect(birthOf(pid)).toBeDefined();
  expect(processHolding('a-sleeper')).toBe(pid);

  // It ignores the polite signal.
  await endProcess(pid, 300);
  expect(birthOf(pid)).toBeUndefined();
  expect(commandLineOf(pid)).toBe('');
});
