// Starts and stops the server process of a home.

import { spawn, spawnSync, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, rmSync, statSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { totalmem } from 'node:os';
import { join } from 'node:path';
import type { Logger } from '../../log.ts';
import { GraphUnavailableError } from '../graph.ts';
import {
  findServer,
  hasStarted,
  homeArgument,
  passwordOf,
  writeRecord,
  writeSettings,
  type Ports,
  type ServerRecord,
} from './home.ts';
import type { Java } from './java.ts';
import { birthOf, endProcess, until } from './processes.ts';

/** How long an orderly stop may take before it is cut short; a checkpoint of a busy database takes a few seconds. */
const stopGraceMs = 14_000;

/** How long a start may take: 5 s on a quiet machine, more after a kill and under load. */
const startMs = 180_000;

/** How long a server that cannot have its port takes to find that out and end. */
const bindMs = 30_000;

/** Starts Neo4j and returns once it answers. Call it under the home's lock. */
export async function startServer(
  dir: string,
  java: Java,
  answers: (ports: Ports) => Promise<boolean>,
  log: Logger,
): Promise<ServerRecord> {
  if (!hasStarted(dir)) setPassword(dir, java);

  // A port that was free when we looked may be taken when Neo4j comes to it; other ports then are free.
  for (const ports of [await freePorts(usualPorts), await freePorts(anyPorts)]) {
    const outcome = await launch(dir, java, ports, answers, log);
    if (typeof outcome === 'object') return outcome;
    if (!isPortTaken(outcome)) throw new GraphUnavailableError(diagnosis(outcome, dir));
    log.warn({ ports }, 'a port of the local Neo4j was taken, trying others');
  }
  throw new GraphUnavailableError('The local Neo4j found its ports taken twice: stop what takes them, or set NEO4J_URI.');
}

/** Stops the server of a home, whoever started it. Call it under the home's lock. */
export async function stopServer(dir: string): Promise<void> {
  const server = findServer(dir);
  if (server !== undefined) await endProcess(server.pid, stopGraceMs);
}

// The usual ports, so that a hunter's habits and bookmarks work.
const usualPorts: Ports = { bolt: 7687, http: 7474 };
const anyPorts: Ports = { bolt: 0, http: 0 };

async function freePorts(wanted: Ports): Promise<Ports> {
  return { bolt: await freePort(wanted.bolt), http: await freePort(wanted.http) };
}

/** The port if it is free, else another one; 0 asks for any. */
async function freePort(wanted: number): Promise<number> {
  const probe = createServer();
  try {
    await new Promise<void>((resolve, reject) => {
      probe.once('error', reject);
      probe.listen(wanted, '127.0.0.1', resolve);
    });
    return (probe.address() as AddressInfo).port;
  } catch {
    return await freePort(0);
  } finally {
    probe.close();
  }
}

/** The server is never up with the known first password. */
function setPassword(dir: string, java: Java): void {
  const password = passwordOf(dir);
  // Of an earlier try that ended before the first start.
  rmSync(join(dir, 'data', 'dbms', 'auth.ini'), { force: true });

  const admin = ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-cp', java.classPath, 'org.neo4j.server.startup.Neo4jAdminBoot'];
  const { status, stderr } = spawnSync(java.command, [...admin, 'dbms', 'set-initial-password', password], {
    encoding: 'utf8',
    env: { ...process.env, NEO4J_HOME: dir, NEO4J_CONF: join(dir, 'conf') },
  });
  if (status !== 0) throw new GraphUnavailableError(diagnosis(stderr, dir));
}

/** The record of the running server, or what it said before it ended. */
async function launch(
  dir: string,
  java: Java,
  ports: Ports,
  answers: (ports: Ports) => Promise<boolean>,
  log: Logger,
): Promise<ServerRecord | string> {
  writeSettings(dir, ports);
  const words = wordsFrom(dir);
  const child = spawnServer(dir, java);
  const record = { pid: child.pid ?? 0, ports, version: java.neo4j, startedAt: new Date().toISOString() };
  writeRecord(dir, record);

  const began = Date.now();
  log.info({ home: dir, ports }, 'starting the local Neo4j');
  const progress = setInterval(() => log.info({ seconds: secondsSince(began) }, 'still starting the local Neo4j'), 10_000);
  try {
    const isOver = async () => hasEnded(child) || (await answers(ports));
    if (!(await until(isOver, startMs, 100))) await endProcess(record.pid, 0);
    if (hasEnded(child) || birthOf(record.pid) === undefined) return words() || 'it did not answer in time';

    log.info({ seconds: secondsSince(began) }, 'the local Neo4j answers');
    return record;
  } catch (error) {
    // Another server that took the port first refuses our password; ours then ends by itself, and says why. One that has its
    // port refused us itself.
    await until(() => hasEnded(child) || words().includes('Bolt enabled'), bindMs, 100);
    if (hasEnded(child)) return words();
    await endProcess(record.pid, stopGraceMs);
    throw error;
  } finally {
    clearInterval(progress);
  }
}

function spawnServer(dir: string, java: Java): ChildProcess {
  const output = openSync(join(dir, 'logs', 'console.log'), 'w');
  try {
    // In a process group of its own, so that Ctrl-C reaches Skein only, and Skein stops it in good order.
    const child = spawn(java.command, serverArguments(dir, java), {
      detached: true,
      stdio: ['ignore', output, output],
      cwd: dir,
    });
    child.on('error', () => undefined);
    child.unref();
    return child;
  } finally {
    closeSync(output);
  }
}

function serverArguments(dir: string, java: Java): string[] {
  const opened = ['java.nio', 'java.io', 'sun.nio.ch', 'java.util.concurrent'];
  // A batch of records is large and soon forgotten: with room for several of them, collecting garbage costs a third.
  const heap = totalmem() >= 6e9 ? ['-Xms384m', '-Xmn256m', '-Xmx1g'] : ['-Xms128m', '-Xmx512m'];
  return [
    ...heap,
    // Serial costs 60 MB less than the default and starts no slower.
    '-XX:+UseSerialGC',
    // A server out of memory answers no more; ended, it is started again with nothing lost.
    '-XX:+ExitOnOutOfMemoryError',
    '-Dfile.encoding=UTF-8',
    ...opened.flatMap((name) => ['--add-opens', `java.base/${name}=ALL-UNNAMED`]),
    '-cp',
    java.classPath,
    'org.neo4j.server.CommunityEntryPoint',
    `--config-dir=${join(dir, 'conf')}`,
    homeArgument(dir),
  ];
}

const hasEnded = (child: ChildProcess): boolean =>
  child.pid === undefined || child.exitCode !== null || child.signalCode !== null;

const secondsSince = (began: number): number => Math.round((Date.now() - began) / 100) / 10;

/** Reads what the server writes from now on; its log is appended to, and older starts had other troubles. */
function wordsFrom(dir: string): () => string {
  const [log, console] = [join(dir, 'logs', 'neo4j.log'), join(dir, 'logs', 'console.log')];
  const offset = statSync(log, { throwIfNoEntry: false })?.size ?? 0;
  return () => `${readBytes(console).toString()}\n${readBytes(log).subarray(offset).toString()}`.trim();
}

const readBytes = (path: string): Buffer => (existsSync(path) ? readFileSync(path) : Buffer.alloc(0));

const isPortTaken = (words: string): boolean => /PortBindException|Address already in use|is already in use/.test(words);

function diagnosis(words: string, dir: string): string {
  if (/No space left on device|ENOSPC/.test(words))
    return `The disk that holds ${dir} is full: free some space, or set SKEIN_HOME to a folder elsewhere.`;
  if (/FileLockException|store_lock/.test(words))
    return `Another Neo4j is using the files in ${dir}: stop it, or set SKEIN_HOME to another folder.`;
  if (/OutOfMemoryError|Could not reserve enough space|Cannot allocate memory/.test(words))
    return 'There is too little memory for the local Neo4j, which needs about 1 GB: free some, or set NEO4J_URI to a server elsewhere.';
  if (/UnsupportedClassVersionError|Unrecognized option/.test(words))
    return 'This Java is too old for Neo4j: install Java 17 or 21, or set NEO4J_URI.';

  const last = words.split('\n').findLast((line) => /ERROR|Exception|Error/.test(line));
  return `The local Neo4j did not start (${last?.trim() ?? 'it gave no reason'}): see ${join(dir, 'logs')} for more.`;
}
