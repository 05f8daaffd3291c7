// The environment, read and checked once. Everything after this trusts it.

import { X509Certificate, createPrivateKey } from 'node:crypto';
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
  /** The tenant that actions are carried out on; absent, a simulated one. */
  readonly microsoft?: MicrosoftSettings;
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

/** An application of Microsoft Entra, and where it finds Microsoft Graph. Either a secret or a certificate is there. */
export interface MicrosoftSettings {
  readonly tenant: string;
  readonly client: string;
  readonly secret?: string;
  /** PEM: the certificate and its private key. */
  readonly certificate?: string;
  /** With its version, without a slash at the end. */
  readonly base: string;
  readonly login: string;
  /** The mailbox that warnings to recipients are sent from. */
  readonly noticesFrom?: string;
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
const secrets = ['NEO4J_PASSWORD', 'GRAPH_CLIENT_SECRET', 'GRAPH_CERTIFICATE'] as const;

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
    GRAPH_TENANT_ID: z
      .string()
      .regex(/^[\w.-]+$/, 'expected a tenant id or one of its domains')
      .optional(),
    GRAPH_CLIENT_ID: z.string().optional(),
    GRAPH_CLIENT_SECRET: z.string().optional(),
    GRAPH_CERTIFICATE: z.string().refine(isCertificate, 'expected a PEM with a certificate and its private key').optional(),
    GRAPH_BASE_URL: z.string().default('https://graph.microsoft.com/v1.0').transform(service),
    GRAPH_LOGIN_URL: z.string().default('https://login.microsoftonline.com').transform(service),
    GRAPH_NOTICES_FROM: z
      .string()
      .regex(/^[^\s@]+@[^\s@]+$/, 'expected the address of a mailbox')
      .optional(),
    RESPONSE_MODE: z.enum(responseModes, `expected one of ${responseModes.join(', ')}`).default('confirm'),
    PEERS_ENGINE: z.enum(peersEngines, `expected one of ${peersEngines.join(', ')}`).default('auto'),
    BREAK_GLASS: z.string().default('').transform(accounts),
    INGEST_WATCH: z.string().default('').transform(folders),
    SCHEDULE: z.string().default('').transform(times),
  })
  .refine((env) => env.NEO4J_URI === undefined || env.NEO4J_PASSWORD !== undefined, {
    path: ['NEO4J_PASSWORD'],
    message: 'needed beside NEO4J_URI; set it, or NEO4J_PASSWORD_FILE',
    when: isRead,
  })
  .superRefine(completeAccess, { when: isRead });

/** Also where something else is wrong: all complaints are told at once. */
function isRead({ value }: { readonly value: unknown }): boolean {
  return typeof value === 'object' && value !== null;
}

/** All that is needed to reach Microsoft Graph is set, or nothing is. */
function completeAccess(env: Access, context: z.core.$RefinementCtx): void {
  const { GRAPH_TENANT_ID: tenant, GRAPH_CLIENT_ID: client, GRAPH_CLIENT_SECRET: secret, GRAPH_CERTIFICATE: certificate } = env;
  if ([tenant, client, secret, certificate].every((it) => it === undefined)) return;
  const complain = (name: string, message: string): void => context.addIssue({ code: 'custom', path: [name], message });
  if (tenant === undefined) complain('GRAPH_TENANT_ID', 'needed beside the other GRAPH_ settings');
  if (client === undefined) complain('GRAPH_CLIENT_ID', 'needed beside the other GRAPH_ settings');
  if ((secret === undefined) === (certificate === undefined))
    complain('GRAPH_CLIENT_SECRET', 'set either it or GRAPH_CERTIFICATE, each also as a _FILE');
}

interface Access {
  readonly GRAPH_TENANT_ID?: string | undefined;
  readonly GRAPH_CLIENT_ID?: string | undefined;
  readonly GRAPH_CLIENT_SECRET?: string | undefined;
  readonly GRAPH_CERTIFICATE?: string | undefined;
}

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

/** The address of a service that secrets are sent to: over https, or on this machine. */
function service(text: string, context: z.core.$RefinementCtx<string>): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe =
    url?.protocol === 'https:' || (url?.protocol === 'http:' && /^(localhost|127\.[\d.]+|\[::1\])$/.test(url.hostname));
  if (!isSafe) context.addIssue(`expected an https address, found ${text}`);
  return text.replace(/\/+$/, '');
}

function isCertificate(pem: string): boolean {
  try {
    return new X509Certificate(pem).checkPrivateKey(createPrivateKey(pem));
  } catch {
    return false;
  }
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
    ...microsoftOf(env),
    peersEngine: env.PEERS_ENGINE,
    breakGlass: env.BREAK_GLASS,
    watch: env.INGEST_WATCH,
    schedule: env.SCHEDULE,
  };
}

function microsoftOf(env: Parsed): Pick<Config, 'microsoft'> {
  const { GRAPH_TENANT_ID: tenant, GRAPH_CLIENT_ID: client } = env;
  if (tenant === undefined || client === undefined) return {};
  const optional = { secret: env.GRAPH_CLIENT_SECRET, certificate: env.GRAPH_CERTIFICATE, noticesFrom: env.GRAPH_NOTICES_FROM };
  const given = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== undefined));
  return { microsoft: { tenant, client, base: env.GRAPH_BASE_URL, login: env.GRAPH_LOGIN_URL, ...given } };
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
