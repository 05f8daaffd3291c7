// An invented tenant's records: into a folder, or line by line at the pace of life or faster.

import { once } from 'node:events';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Writable } from 'node:stream';
import { industryIds } from '../../seed/company/industries.ts';
import { anyTenant, familiesNamed, regionIds } from '../../seed/kinds.ts';
import { writeSeed } from '../../seed/out/folder.ts';
import type { SeedSummary } from '../../seed/out/folder.ts';
import { SeedOptionError, tell } from '../../seed/seed.ts';
import type { SeedOptions } from '../../seed/seed.ts';
import type { Instant } from '../model/time.ts';

export { SeedOptionError };

/** What is asked for in words, as a command line has it. */
export interface Asked {
  readonly seed?: string;
  readonly people?: string;
  readonly days?: string;
  readonly programmes?: string;
  readonly perFamily?: string;
  readonly industry?: string;
  readonly region?: string;
  readonly start?: string;
  readonly messages?: string;
  readonly faults?: boolean;
}

/** Throws a SeedOptionError that says which word is not understood and what would be. */
export function optionsOf(asked: Asked): SeedOptions & { readonly people: number; readonly days: number } {
  const seed = asked.seed ?? 'one';
  const drawn = anyTenant(seed);
  const messages = asked.messages === undefined ? {} : { telemetry: { wholeMessages: number('messages', asked.messages, 0, 1) } };
  return {
    seed,
    people: number('people', asked.people ?? '60'),
    days: number('days', asked.days ?? '45'),
    programmes: familiesNamed((asked.programmes ?? 'all').split(',').map((word) => word.trim())),
    perFamily: number('per-family', asked.perFamily ?? '1'),
    industry: asked.industry === undefined ? drawn.industry : oneOf('industry', asked.industry, industryIds),
    region: asked.region === undefined ? drawn.region : oneOf('region', asked.region, regionIds),
    ...(asked.start === undefined ? {} : { start: dateOf(asked.start) }),
    ...messages,
    faults: asked.faults !== false,
  };
}

function number(name: string, text: string, least = 1, most = Infinity): number {
  const value = Number(text);
  const isWhole = most === 1 || Number.isSafeInteger(value);
  if (text.trim() === '' || !isWhole || value < least || value > most)
    throw new SeedOptionError(`${name}: ${most === 1 ? 'a share from 0 to 1' : 'a whole number above 0'}; found "${text}"`);
  return value;
}

function oneOf<T extends string>(name: string, word: string, words: readonly T[]): T {
  const found = words.find((known) => known === word);
  if (found === undefined) throw new SeedOptionError(`${name}: one of ${words.join(', ')}; found "${word}"`);
  return found;
}

function dateOf(text: string): Instant {
  const at = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : NaN;
  if (Number.isNaN(at)) throw new SeedOptionError(`start: a date such as 2025-12-05; found "${text}"`);
  return at;
}

/** Records in `records`, the truth in `truth.json`, both in that directory. */
export const seedFolder = (out: string, options: SeedOptions, dayDone: (index: number) => void): SeedSummary =>
  writeSeed(join(out, 'records'), { ...options, truthFile: join(out, 'truth.json'), dayDone });

export interface Stream {
  readonly to: Writable;
  /** How many times faster than life; Infinity is as fast as the reader takes it. */
  readonly pace: number;
  /** Epoch milliseconds. */
  readonly clock: () => number;
}

/** One record a line in order of arrival; messages as a whole have no line and are left out. Ends when nobody reads any more. */
export async function seedStream(options: SeedOptions, { to, pace, clock }: Stream): Promise<number> {
  let count = 0;
  let first: { readonly wall: number; readonly arrival: number } | undefined;
  const telemetry = { ...options.telemetry, wholeMessages: 0 };
  for (const { record, arrivesAt } of tell({ ...options, telemetry }).delivered()) {
    first ??= { wall: clock(), arrival: arrivesAt };
    const early = first.wall + (arrivesAt - first.arrival) / pace - clock();
    if (early > 0) await wait(early);
    if (!to.writable) break;
    if (!to.write(`${JSON.stringify(record.record)}\n`)) await once(to, 'drain');
    count++;
  }
  return count;
}
