// What is wrong, and how to mend it.

import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config, MicrosoftSettings } from '../config.ts';
import * as events from '../graph/events.ts';
import { openDatabase } from '../graph/open.ts';
import { findJava } from '../graph/local/java.ts';
import type { Logger } from '../log.ts';
import { rfc3339 } from '../model/time.ts';
import { connect } from '../tenant/microsoft.ts';
import { waiting } from './intake/dead-letter.ts';

export interface Diagnosis {
  readonly what: string;
  readonly ok: boolean;
  readonly says: string;
  readonly mend?: string;
}

const LEAST_FREE_MIB = 500;

export async function diagnose(config: Config, log: Logger): Promise<Diagnosis[]> {
  return [
    { what: 'Node', ok: true, says: process.versions.node },
    home(config),
    ...(config.neo4j === undefined ? [java()] : []),
    ...(await database(config, log)),
    rejects(config),
    ...(config.microsoft === undefined ? [] : [await microsoft(config.microsoft)]),
  ];
}

function home({ home: folder }: Config): Diagnosis {
  try {
    mkdirSync(folder, { recursive: true });
    accessSync(folder, constants.W_OK);
    const { bavail, bsize } = statfsSync(folder);
    const free = Math.round((bavail * bsize) / 2 ** 20);
    if (free < LEAST_FREE_MIB)
      return {
        what: 'home',
        ok: false,
        says: `${folder}, only ${free} MiB free`,
        mend: 'free some space, or set SKEIN_HOME to a folder on another disk',
      };
    return { what: 'home', ok: true, says: `${folder}, ${free} MiB free` };
  } catch (error) {
    return { what: 'home', ok: false, says: messageOf(error), mend: 'set SKEIN_HOME to a folder that can be written to' };
  }
}

function java(): Diagnosis {
  try {
    const found = findJava(process.env);
    return { what: 'Java', ok: true, says: `${found.command}, for Neo4j ${found.neo4j}` };
  } catch (error) {
    return {
      what: 'Java',
      ok: false,
      says: messageOf(error),
      mend: 'install Java 17 or newer, or set NEO4J_URI to a Neo4j that runs elsewhere',
    };
  }
}

async function database(config: Config, log: Logger): Promise<Diagnosis[]> {
  try {
    const opened = await openDatabase(config, log);
    try {
      const { count, newest } = await events.intake(opened.graph);
      const latest = newest === undefined ? '' : `, the newest of ${rfc3339(newest)}`;
      return [
        { what: 'Neo4j', ok: true, says: `answers at ${opened.address}, schema up to date` },
        {
          what: 'events',
          ok: true,
          says: `${count}${latest}`,
          ...(count === 0 ? { mend: 'read some: npm run skein -- ingest PATH' } : {}),
        },
      ];
    } finally {
      await opened.close();
    }
  } catch (error) {
    return [{ what: 'Neo4j', ok: false, says: messageOf(error) }];
  }
}

function rejects({ home: folder }: Config): Diagnosis {
  const { files, letters, replayable } = waiting(folder);
  return files === 0
    ? { what: 'rejects', ok: true, says: 'none' }
    : {
        what: 'rejects',
        ok: true,
        says: `${letters} records that could not be read, in ${files} files in ${join(folder, 'rejects')}`,
        ...(replayable === 0
          ? {}
          : { mend: `after an upgrade, try ${replayable} of them again: npm run skein -- ingest --replay all` }),
      };
}

async function microsoft(settings: MicrosoftSettings): Promise<Diagnosis> {
  const what = 'Microsoft Graph';
  try {
    const lacks = await connect(settings, Date.now).lacks();
    if (lacks === undefined) return { what, ok: true, says: 'signs in; the token does not say what is permitted' };
    if (lacks.length === 0) return { what, ok: true, says: 'signs in, with every permission that actions need' };
    const missing = lacks.map(({ permission, actions }) => `${permission} (${actions.join(', ')})`);
    return {
      ...{ what, ok: false, says: `signs in, but may not do everything: without ${missing.join('; ')}` },
      mend: 'give the application these permissions in Microsoft Entra, and let an administrator consent to them',
    };
  } catch (error) {
    return { what, ok: false, says: messageOf(error) };
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
