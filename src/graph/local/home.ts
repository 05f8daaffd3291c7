// The folder of a local Neo4j: its settings, its password, who runs it and who uses it.

import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statfsSync,
  writeFileSync,
} from 'node:fs';
import { basename, join } from 'node:path';
import { GraphUnavailableError } from '../graph.ts';
import { birthOf, commandLineOf, processHolding } from './processes.ts';

export interface Ports {
  readonly bolt: number;
  readonly http: number;
}

/** Who runs here, kept in server.json; of a server that has stopped it still tells the version that wrote the files. */
export interface ServerRecord {
  readonly pid: number;
  readonly ports: Ports;
  readonly version: string;
  readonly startedAt: string;
}

/** Makes the folder where it is not there yet, and returns its one true path: other processes find the server by it. */
export function openHome(home: string): string {
  const dir = join(home, 'neo4j');
  try {
    for (const part of ['conf', 'data', 'logs', 'run', 'leases']) mkdirSync(join(dir, part), { recursive: true });
    return realpathSync(dir);
  } catch (error) {
    throw new GraphUnavailableError(`${dir} cannot be used (${codeOf(error)}): set SKEIN_HOME to a folder you may write to.`);
  }
}

export const lockOf = (dir: string): string => join(dir, 'run', 'lock');
export const watcherLockOf = (dir: string): string => join(dir, 'run', 'watcher');
export const homeArgument = (dir: string): string => `--home-dir=${dir}`;

export function refuseUnfit(dir: string, version: string): void {
  const made = readRecord(dir)?.version;
  if (made !== undefined && isNewer(made, version))
    throw new GraphUnavailableError(
      `${dir} was written by Neo4j ${made}, newer than ours (${version}): update Skein, or set SKEIN_HOME to another folder.`,
    );

  const free = statfsSync(dir);
  const megabytes = Math.floor((free.bavail * free.bsize) / 1e6);
  if (megabytes < 200)
    throw new GraphUnavailableError(
      `Only ${megabytes} MB are free where ${dir} is, and Neo4j needs 200: free some, or set SKEIN_HOME.`,
    );
}

/** The server of this home, if it runs: recorded, or left by someone who died before recording it. */
export function findServer(dir: string): ServerRecord | undefined {
  const record = readRecord(dir);
  if (record !== undefined && isServerOf(dir, record.pid)) return record;
  if (!hasStarted(dir)) return undefined;

  const pid = processHolding(`${homeArgument(dir)} `);
  const ports = portsInSettings(dir);
  return pid === undefined || ports === undefined
    ? undefined
    : { pid, ports, version: record?.version ?? '', startedAt: new Date().toISOString() };
}

export const isServerOf = (dir: string, pid: number): boolean =>
  birthOf(pid) !== undefined && `${commandLineOf(pid)} `.includes(`${homeArgument(dir)} `);

export function writeRecord(dir: string, record: ServerRecord): void {
  writeWhole(join(dir, 'server.json'), `${JSON.stringify(record, null, 2)}\n`);
}

/** Whether a server has ever begun to write its data here. */
export const hasStarted = (dir: string): boolean => existsSync(join(dir, 'data', 'databases'));

/** The password of the user `neo4j` here, made on first use and readable by its owner only. */
export function passwordOf(dir: string): string {
  const path = join(dir, 'password');
  if (existsSync(path)) return readFileSync(path, 'utf8').trim();
  if (hasStarted(dir))
    throw new GraphUnavailableError(`${path} is missing, so nobody can log in: restore it, or remove ${dir} to begin anew.`);

  // Hexadecimal: a hyphen in front would be read as an option by the command that sets it.
  const password = randomBytes(20).toString('hex');
  writeWhole(path, `${password}\n`, 0o600);
  return password;
}

/** Says that this process uses the server; returns how to take it back. */
export function takeLease(dir: string): () => void {
  const path = join(dir, 'leases', `${process.pid}-${randomBytes(4).toString('hex')}`);
  writeWhole(path, birthOf(process.pid) ?? '');
  return () => rmSync(path, { force: true });
}

/** How many living processes use the server; leases of dead ones are removed. */
export function liveLeases(dir: string): number {
  const leases = join(dir, 'leases');
  return readdirSync(leases).filter((name) => !name.startsWith('.') && isLive(join(leases, name))).length;
}

export function writeSettings(dir: string, { bolt, http }: Ports): void {
  writeWhole(join(dir, 'conf', 'neo4j.conf'), settings(bolt, http));
}

// Strict validation is on, so that a misspelt setting stops the start instead of being ignored.
const settings = (bolt: number, http: number): string => `server.config.strict_validation.enabled=true

# Loopback only, without TLS.
server.default_listen_address=127.0.0.1
server.default_advertised_address=127.0.0.1
server.bolt.listen_address=127.0.0.1:${bolt}
server.bolt.advertised_address=127.0.0.1:${bolt}
server.bolt.tls_level=DISABLED
server.http.enabled=true
server.http.listen_address=127.0.0.1:${http}
server.http.advertised_address=127.0.0.1:${http}
server.https.enabled=false
dbms.security.auth_enabled=true

# Nothing is sent to anybody.
dbms.usage_report.enabled=false
client.allow_telemetry=false
browser.remote_content_hostname_whitelist=127.0.0.1,localhost

# A fresh home is 2 MB instead of 2 GB, and stays small.
server.memory.pagecache.size=256m
db.tx_log.preallocate=false
db.tx_log.rotation.size=16m
db.tx_log.rotation.retention_policy=2 files
db.checkpoint.interval.time=1m

# Stops in two seconds instead of ten.
internal.dbms.bolt.netty_server_shutdown_quiet_period=0
`;

function portsInSettings(dir: string): Ports | undefined {
  const text = readIfThere(join(dir, 'conf', 'neo4j.conf'));
  const port = (name: string) =>
    Number(new RegExp(`^server\\.${name}\\.listen_address=127\\.0\\.0\\.1:(\\d+)$`, 'm').exec(text)?.[1]);
  const ports = { bolt: port('bolt'), http: port('http') };
  return Number.isInteger(ports.bolt) && Number.isInteger(ports.http) ? ports : undefined;
}

function readRecord(dir: string): ServerRecord | undefined {
  try {
    return JSON.parse(readIfThere(join(dir, 'server.json'))) as ServerRecord;
  } catch {
    return undefined;
  }
}

function isLive(lease: string): boolean {
  const pid = Number(basename(lease).split('-')[0]);
  if (birthOf(pid) === readIfThere(lease)) return true;
  rmSync(lease, { force: true });
  return false;
}

function isNewer(version: string, than: string): boolean {
  const [a, b] = [version.split('.').map(Number), than.split('.').map(Number)];
  const difference = a.map((part, i) => part - (b[i] ?? 0)).find((step) => step !== 0);
  return (difference ?? 0) > 0;
}

/** Written beside and moved into place: nobody ever reads half of it. */
function writeWhole(path: string, text: string, mode = 0o644): void {
  const beside = join(path, '..', `.${basename(path)}.${process.pid}`);
  writeFileSync(beside, text, { mode });
  renameSync(beside, path);
}

function readIfThere(path: string): string {
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException).code ?? String(error);
