// Stops a local Neo4j that nobody uses any more.
//
// Commands end in a second and a server takes five to start, so it is left running for the next command.
// This small process, one a home, outlives the command that started it: when no living process has held a
// lease for a while it stops the server, and when the server is gone it ends.
//
// Run as: node watch.js HOME IDLE_MS

import { setTimeout as pause } from 'node:timers/promises';
import { findServer, liveLeases, lockOf, watcherLockOf } from './home.ts';
import { tryLock, withLock } from './lock.ts';
import { stopServer } from './server.ts';

const [dir = '', idle = ''] = process.argv.slice(2);
const post = tryLock(watcherLockOf(dir));
if (post !== undefined) {
  await watch(dir, Number(idle));
  post.release();
}

async function watch(home: string, idleMs: number): Promise<void> {
  let lastUsed = Date.now();
  for (;;) {
    if (isUsed(home)) lastUsed = Date.now();
    const isIdle = Date.now() - lastUsed >= idleMs;
    if ((isIdle || findServer(home) === undefined) && (await leave(home))) return;
    await pause(Math.min(2_000, idleMs / 4));
  }
}

/** Under the lock, nobody can come back between the last look and the stop. */
async function leave(home: string): Promise<boolean> {
  return withLock(lockOf(home), async () => {
    if (isUsed(home) && findServer(home) !== undefined) return false;
    await stopServer(home);
    return true;
  });
}

function isUsed(home: string): boolean {
  try {
    return liveLeases(home) > 0;
  } catch {
    // The folder was removed while the server ran: nobody can use it.
    return false;
  }
}
