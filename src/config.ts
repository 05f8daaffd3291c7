// The environment, read and checked once. Everything after this trusts it.

import { readFileSync, statSync } from 'node:fs';
import { resolve } from 'node:path';
import { z } from 'zod';
import { isCron } from './jobs/schedule.ts';
import { timetable } from './jobs/timetable.ts';

export interface Config {
  /** Absolute path of the folder that holds everything Skein keeps on this machine. */
  readonly home: string;
  /** The database to use; absent, Skein runs one of its own in `home`. */
  readonly neo4j?: Neo4jAddress;
  readonly port: number;
  readonly host: string;
  readonly logLevel: LogLevel;
  /** Domains that are ours, lower case; empty means "find out from the records". */
  readonly homeDomains: readonly string[];
  /** Names our own mail servers write into `Authentication-Results`, lower case; empty: only Exchange Online's are believed. */
  readonly authservIds: readonly string[];
  readonly geoip: { readonly city?: string; readonly asn?: string };
  readonly responseMode: ResponseMode;
  /** What makes peer groups of the ties between people. */
  readonly peersEngine: PeersEngine;
  /** Accounts nothing is ever done to, by any name they are known by, lower case. */
  readonly breakGlass: readonly string[];
  /** Folders whose files are read as they come and grow; absolute paths. */
  readonly watch: readonly string[];
  /** Other times for jobs, by name: a cron expression, or `off`. */
  readonly schedule: Readonly<Record<string, string>>;
}

export interface Neo4jAddress {
  readonly uri: string;
  readonly user: string;
  readonly password: string;
  readonly database: string;
}

export type LogLevel = (typeof logLevels)[number];
export type ResponseMode = (typeof responseModes)[number];

export type PeersEngine = (typeof peersEngines)[number];

export const logLevels = ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'] as const;
export const responseModes = ['observe', 'confirm', 'autonomous'] as const;
export const peersEngines = ['auto', 'graphology', 'own', 'gds'] as const;

/** The environment is not usable; the message names everything wrong with it. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

type Environment = Readonly<Record<string, string | undefined>>;

export function readConfig(env: Environment): Config {
  const { values, complaints } = withSecretFiles(withoutBlanks(env));
  const read = schema.safeParse(values);
  const all = [...complaints, ...(read.error?.issues ?? []).map(inWords)];
  if (!read.success || all.length > 0) throw new ConfigError(sayAll(all));

  return configOf(read.data);
}

// NAME_FILE names a file that holds the secret NAME, as container platforms mount them.
const secrets = ['NEO4J_PASSWORD'] as const;

const schemes = ['neo4j', 'neo4j+s', 'neo4j+ssc', 'bolt', 'bolt+s', 'bolt+ssc'];
const isDatabaseUri = (text: string): boolean => schemes.some((scheme) => text.startsWith(`${scheme}://`));

const schema = z
  .object({
    NEO4J_URI: z
      .string()
      .refine(isDatabaseUri, 'expected an address such as neo4j://db.example:7687 or neo4j+s://db.example')
      .optional(),
    NEO4J_USER: z.string().default('neo4j'),
    NEO4J_PASSWORD: z.string().optional(),
    NEO4J_DATABASE: z.string().default('neo4j'),
    SKEIN_HOME: z.string().default('.skein'),
    PORT: z.coerce
      .number('expected a port number, 0 to 65535')
      .int('expected a port number, 0 to 65535')
      .min(0, 'expected a port number, 0 to 65535')
      .max(65_535, 'expected a port number, 0 to 65535')
      .default(4000),
    HOST: z.string().default('127.0.0.1'),
    LOG_LEVEL: z.enum(logLevels, `expected one of ${logLevels.join(', ')}`).default('info'),
    HOME_DOMAINS: z.string().default('').transform(domains),
    AUTHSERV_IDS: z.string().default('').transform(accounts),
    GEOIP_CITY_DB: z.string().optional(),
    GEOIP_ASN_DB: z.string().optional(),
    RESPONSE_MODE: z.enum(responseModes, `expected one of ${responseModes.join(', ')}`).default('confirm'),
    PEERS_ENGINE: z.enum(peersEngines, `expected one of ${peersEngines.join(', ')}`).default('auto'),
    BREAK_GLASS: z.string().default('').transform(accounts),
    INGEST_WATCH: z.string().default('').transform(folders),
    SCHEDULE: z.string().default('').transform(times),
  })
  .refine((env) => env.NEO4J_URI === undefined || env.NEO4J_PASSWORD !== undefined, {
    path: ['NEO4J_PASSWORD'],
    message: 'needed beside NEO4J_URI; set it, or NEO4J_PASSWORD_FILE',
    when: ({ value }) => typeof value === 'object' && value !== null,
  });

type Parsed = z.infer<typeof schema>;

/** An empty variable, as compose files leave them, is one that is not set. */
function withoutBlanks(env: Environment): Record<string, string> {
  const set = Object.entries(env).filter((entry): entry is [string, string] => (entry[1] ?? '').trim() !== '');
  return Object.fromEntries(set);
}

function withSecretFiles(env: Record<string, string>): { values: Record<string, string>; complaints: string[] } {
  const values = { ...env };
  const complaints: string[] = [];

  for (const name of secrets) {
    const path = env[`${name}_FILE`];
    if (path === undefined) continue;
    if (env[name] !== undefined) complaints.push(`${name}: set it or ${name}_FILE, not both`);
    try {
      values[name] = readFileSync(path, 'utf8').trim();
    } catch {
      complaints.push(`${name}_FILE: cannot read ${path}`);
      values[name] = 'unread';
    }
  }
  return { values, complaints };
}

function configOf(env: Parsed): Config {
  const { NEO4J_URI: uri, NEO4J_PASSWORD: password } = env;
  return {
    home: resolve(env.SKEIN_HOME),
    ...(uri !== undefined &&
      password !== undefined && { neo4j: { uri, user: env.NEO4J_USER, password, database: env.NEO4J_DATABASE } }),
    port: env.PORT,
    host: env.HOST,
    logLevel: env.LOG_LEVEL,
    homeDomains: env.HOME_DOMAINS,
    authservIds: env.AUTHSERV_IDS,
    geoip: {
      ...(env.GEOIP_CITY_DB !== undefined && { city: env.GEOIP_CITY_DB }),
      ...(env.GEOIP_ASN_DB !== undefined && { asn: env.GEOIP_ASN_DB }),
    },
    responseMode: env.RESPONSE_MODE,
    peersEngine: env.PEERS_ENGINE,
    breakGlass: env.BREAK_GLASS,
    watch: env.INGEST_WATCH,
    schedule: env.SCHEDULE,
  };
}

function folders(text: string, context: z.core.$RefinementCtx<string>): string[] {
  const paths = text
    .split(',')
    .map((path) => path.trim())
    .filter((path) => path !== '')
    .map((path) => resolve(path));
  const wrong = paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory() !== true);
  if (wrong.length > 0) context.addIssue(`expected folders that exist, parted by commas, found ${wrong.join(', ')}`);
  return [...new Set(paths)];
}

function domains(text: string, context: z.core.$RefinementCtx<string>): string[] {
  const names = text
    .split(/[\s,;]+/)
    .filter((name) => name !== '')
    .map((name) => name.toLowerCase().replace(/^@/, ''));

  const wrong = names.filter((name) => !/^[^\s@/:.][^\s@/:]*\.[^\s@/:.]+$/.test(name));
  if (wrong.length > 0) context.addIssue(`expected domains such as contoso.com, found ${wrong.join(', ')}`);
  return names;
}

function accounts(text: string): string[] {
  const names = text.split(/[,;]/).map((name) => name.trim().toLowerCase());
  return names.filter((name) => name !== '');
}

// `pipeline=*/5 * * * *; housekeeping=off`
function times(text: string, context: z.core.$RefinementCtx<string>): Record<string, string> {
  const names = timetable.map(({ name }) => name);
  const read: Record<string, string> = {};
  for (const entry of text.split(';').filter((it) => it.trim() !== '')) {
    const [name = '', time = ''] = entry.split(/=(.*)/s).map((it) => it.trim());
    if (!names.includes(name)) context.addIssue(`there is no job "${name}"; there are: ${names.join(', ')}`);
    else if (time !== 'off' && !isCron(time)) context.addIssue(`${name}: expected a cron expression or off, found "${time}"`);
    else read[name] = time;
  }
  return read;
}

const inWords = (issue: z.core.$ZodIssue): string => `${issue.path.join('.')}: ${issue.message}`;

const sayAll = (complaints: readonly string[]): string =>
  `The environment cannot be used; mend ${complaints.length === 1 ? 'this' : 'these'} and start again:\n  ${complaints.join('\n  ')}`;
