// One record in, one event or one reject out.

import { sources as register } from './all.gen.ts';
import { canonicalAddress } from './address.ts';
import { canonicalJson } from './canonical.ts';
import { digestOf } from './digest.ts';
import { Field, FieldError, orNothing } from './field.ts';
import type { Account, Reject, Source, Where } from './source.ts';
import type { Event } from '../model/event.ts';
import type { Instant } from '../model/time.ts';

export interface Reading {
  readonly event: Event;
  /** Sets of names the record says are one person's. */
  readonly names: readonly (readonly string[])[];
  /** Sets of names of one account that may be nobody's. */
  readonly accounts?: readonly (readonly string[])[];
  readonly generatedAt?: Instant;
  /** Of the record's content, whatever the order of its keys and what it was wrapped in. */
  readonly hash: string;
  /** The whole record as JSON with sorted keys, without its wrapping. */
  readonly raw: string;
}

export type Read = { readonly reading: Reading } | { readonly reject: Reject };

export interface ReadOptions {
  /** Id of the source to read it as; left out, the record's content decides. */
  readonly source?: string;
  /** Sources somebody wrote down; a record that is one of ours is not theirs. */
  readonly mappings?: readonly Source[];
}

const sources: readonly Source[] = register;

/** Ids of the sources there are. */
export const sourceIds: readonly string[] = sources.map(({ id }) => id);

export function readRecord(record: unknown, where: Where, options: ReadOptions = {}): Read {
  try {
    return { reading: reading(record, where, options) };
  } catch (error) {
    if (!(error instanceof FieldError)) throw error;
    const { file, line } = where;
    return { reject: { file, line, ...(error.path === '' ? {} : { path: error.path }), why: error.message } };
  }
}

function reading(record: unknown, where: Where, options: ReadOptions): Reading {
  if (typeof record !== 'object' || record === null || Array.isArray(record)) throw new FieldError('', 'expected a JSON object');
  const field = new Field(record);
  // First of all, because it refuses what is nested too deep for any reader.
  const whole = canonicalJson(record);

  const source = sourceOf(field, options);
  const account = source?.read(field, where) ?? unknown(field);
  const raw = account.inner === undefined ? whole : canonicalJson(account.inner);
  const hash = digestOf(raw, 32);
  const event = placed(account, source?.id ?? 'other', hash, where);
  return {
    event,
    names: account.names,
    ...(account.accounts === undefined ? {} : { accounts: account.accounts }),
    ...(account.generatedAt === undefined ? {} : { generatedAt: account.generatedAt }),
    hash,
    raw,
  };
}

function sourceOf(record: Field, { source: named, mappings = [] }: ReadOptions): Source | undefined {
  const recognises = (source: Source): boolean => source.recognises(record);
  if (named === undefined) return sources.find(recognises) ?? mappings.find(recognises);
  const all = [...sources, ...mappings];
  const found = all.find(({ id }) => id === named);
  if (found === undefined) throw new Error(`there is no source "${named}"; there are: ${all.map(({ id }) => id).join(', ')}`);
  return found;
}

/** Its id comes from the source's own, else from the content: equal lines are one event. */
function placed({ event, record, key, act }: Account, source: string, hash: string, where: Where): Event {
  const id = `${source}:${key ?? record ?? `#${hash}`}`;
  return { ...event, id, source, record: record ?? `${where.file}:${where.line}`, act: act ?? id };
}

/** Kept and never judged: a later source may know how to read it from `raw`. */
function unknown(record: Field): Account {
  const text = (names: readonly string[]): string | undefined =>
    names.map((name) => record.at(name).maybeText()).find((it) => it !== undefined);
  const address = canonicalAddress(text(['ipAddress', 'callerIpAddress', 'ClientIP', 'IPAddress']));
  return {
    event: {
      kind: 'other',
      at: timeOf(record) ?? TIMELESS,
      operation: text(['Operation', 'operationName', 'OperationName', 'activityDisplayName']) ?? 'unknown',
      outcome: 'success',
      ...(address === undefined ? {} : { address }),
    },
    names: [],
  };
}

/** Before everything: a record without a time can follow nothing. */
const TIMELESS: Instant = 0;

const TIMES = ['CreationTime', 'createdDateTime', 'activityDateTime', 'time', 'TimeGenerated', 'timestamp', '@timestamp'];

function timeOf(record: Field): Instant | undefined {
  for (const name of TIMES) {
    // What is no time to us may well be one to whoever wrote the record.
    const at = orNothing(() => record.at(name).instant());
    if (at !== undefined) return at;
  }
  return undefined;
}
