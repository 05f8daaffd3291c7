// What every command has before it: the configuration, the log, and where its results go.

import { readConfig } from './config.ts';
import type { Config } from './config.ts';
import { openDatabase } from './graph/open.ts';
import type { Database } from './graph/open.ts';
import { createLog } from './log.ts';
import type { Logger } from './log.ts';

/** The command cannot do what it was asked; the message says what and what to do. */
export class Misuse extends Error {}

export interface Desk {
  readonly config: Config;
  readonly log: Logger;
  readonly json: boolean;
  /** A result: with --json one value a line, else the text. */
  say(value: unknown, text: string): void;
  /** What to do next; for people only. */
  next(hint: string): void;
}

export function deskOf(flags: { readonly json?: boolean }): Desk {
  const config = readConfig(process.env);
  const json = flags.json === true;
  return {
    config,
    json,
    log: createLog(config.logLevel),
    say(value, text) {
      process.stdout.write(`${json ? JSON.stringify(value) : text}\n`);
    },
    next(hint) {
      if (!json) process.stderr.write(`→ ${hint}\n`);
    },
  };
}

/** Opens the database for the length of one piece of work. */
export async function withDatabase<T>(desk: Desk, work: (database: Database) => Promise<T>): Promise<T> {
  const database = await openDatabase(desk.config, desk.log);
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
