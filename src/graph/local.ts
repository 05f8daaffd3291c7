// A Neo4j of our own, when NEO4J_URI names none: a child process on the loopback address, one a home.
//
// Everything is keyed by the home, and every file tells the truth only together with the process it names,
// so that kill -9 of anything, at any moment, leaves nothing that the next command cannot take up: a running
// server without a master is adopted, a stale lock or lease counts for nothing.

import { spawn } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Neo4jAddress } from '../config.ts';
import type { Logger } from '../log.ts';
import { GraphUnavailableError } from './graph.ts';
import {
  findServer,
  isServerOf,
  liveLeases,
  lockOf,
  openHome,
  passwordOf,
  refuseUnfit,
  takeLease,
  watcherLockOf,
  type Ports,
  type ServerRecord,
} from './local/home.ts';
import { findJava, root } from './local/java.ts';
import { holderOf, withLock } from './local/lock.ts';
import { endProcess, until } from './local/processes.ts';
import { startServer, stopServer } from './local/server.ts';
import { answers } from './neo4j.ts';

export interface LocalNeo4j extends Neo4jAddress {
  /** Address of Neo4j Browser. */
  readonly browser: string;
  readonly pid: number;
  /** This process needs it no more; the server stops once nobody has needed it for a while. */
  release(): Promise<void>;
  /** Stops the server and its watcher now. */
  stop(): Promise<void>;
}

export interface LocalOptions {
  /** Folder of the installation (`SKEIN_HOME`); Neo4j lives in `neo4j` below it. */
  readonly home: string;
  readonly log: Logger;
  /** How long the server outlives its last user. */
  readonly idleMs?: number;
  /** Where Java is looked for: `JAVA_HOME`, `PATH`. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

/** The running Neo4j of this home, started when it is not. */
export async function openLocal({ home, log, idleMs = 60_000, env = process.env }: LocalOptions): Promise<LocalNeo4j> {
  const dir = openHome(home);
  try {
    return await withLock(lockOf(dir), async () => {
      const release = takeLease(dir);
      try {
        const server = (await adopt(dir, log)) ?? (await start(dir, env, log));
        post(dir, idleMs);
        return { ...addressOf(dir, server.ports), pid: server.pid, ...endings(dir, release) };
      } catch (error) {
        release();
        throw error;
      }
    });
  } catch (error) {
    throw isDiskFull(error)
      ? new GraphUnavailableError(`The disk that holds ${dir} is full: free some space, or set SKEIN_HOME elsewhere.`, {
          cause: error,
        })
      : error;
  }
}

/** Whether a local Neo4j was ever begun in a home; makes nothing there. */
export const hasLocal = (home: string): boolean => existsSync(join(home, 'neo4j', 'data'));

/** Deletes what the local Neo4j of a home holds. One that is running is left alone: it has to be emptied over Bolt. */
export function forgetLocal(home: string): void {
  const dir = openHome(home);
  if (findServer(dir) === undefined) rmSync(join(dir, 'data'), { recursive: true, force: true });
}

/**
 * Stops the local Neo4j of a home and deletes what it holds, in seconds whatever that is. False, and nothing done, while
 * another process uses it.
 */
export async function emptyLocal(home: string): Promise<boolean> {
  const dir = openHome(home);
  return await withLock(lockOf(dir), async () => {
    if (liveLeases(dir) > 0) return false;
    await stopServer(dir);
    rmSync(join(dir, 'data'), { recursive: true, force: true });
    return true;
  });
}

/** A server that runs already; one that is still starting is waited for, one that is stopping is let go. */
async function adopt(dir: string, log: Logger): Promise<ServerRecord | undefined> {
  const server = findServer(dir);
  if (server === undefined) return undefined;

  const address = addressOf(dir, server.ports);
  const isOver = async () => !isServerOf(dir, server.pid) || (await answers(address));
  // One that neither answers nor ends in all this time is stuck; its files are safe, so it is replaced.
  if (!(await until(isOver, 90_000, 200))) await stopServer(dir);
  if (!isServerOf(dir, server.pid)) return undefined;

  log.debug({ pid: server.pid, ports: server.ports }, 'the local Neo4j runs already');
  return server;
}

async function start(dir: string, env: NonNullable<LocalOptions['env']>, log: Logger): Promise<ServerRecord> {
  const java = findJava(env);
  refuseUnfit(dir, java.neo4j);
  return await startServer(dir, java, (ports) => answers(addressOf(dir, ports)), log);
}

function addressOf(dir: string, { bolt, http }: Ports): Neo4jAddress & { browser: string } {
  return {
    uri: `bolt://127.0.0.1:${bolt}`,
    user: 'neo4j',
    password: passwordOf(dir),
    database: 'neo4j',
    browser: `http://127.0.0.1:${http}/browser/`,
  };
}

/** Makes sure that somebody will stop the server when nobody uses it. */
function post(dir: string, idleMs: number): void {
  if (holderOf(watcherLockOf(dir)) !== undefined) return;

  // From dist this file is .js and plain Node runs its neighbour; from src, in tests, it takes tsx.
  const extension = extname(import.meta.url);
  const watcher = fileURLToPath(new URL(`./local/watch${extension}`, import.meta.url));
  const loader = extension === '.ts' ? ['--import', 'tsx'] : [];
  spawn(process.execPath, [...loader, watcher, dir, String(idleMs)], { cwd: root, detached: true, stdio: 'ignore' }).unref();
}

function endings(dir: string, giveBack: () => void): Pick<LocalNeo4j, 'release' | 'stop'> {
  return {
    release() {
      giveBack();
      return Promise.resolve();
    },
    stop: () =>
      withLock(lockOf(dir), async () => {
        giveBack();
        await stopServer(dir);
        const watcher = holderOf(watcherLockOf(dir));
        if (watcher !== undefined) await endProcess(watcher, 1_000);
      }),
  };
}

const isDiskFull = (error: unknown): boolean => (error as NodeJS.ErrnoException).code === 'ENOSPC';
