// What a record becomes, for tests that are sure it becomes something.

import { readRecord } from '../../src/ingest/read.ts';
import type { Reading } from '../../src/ingest/read.ts';
import type { EventOf, Kind } from '../../src/model/event.ts';

const WHERE = { file: 'case.jsonl', line: 7 };

export function readingOf(record: unknown): Reading {
  const read = readRecord(record, WHERE);
  if ('reject' in read) throw new Error(read.reject.why);
  return read.reading;
}

export function eventOf<K extends Kind>(kind: K, record: unknown): EventOf<K> {
  const { event } = readingOf(record);
  if (event.kind !== kind) throw new Error(`expected a ${kind}, read a ${event.kind}`);
  return event as EventOf<K>;
}

export function whyNot(record: unknown): { why: string; path?: string } {
  const read = readRecord(record, WHERE);
  if ('reading' in read) throw new Error(`expected a reject, read a ${read.reading.event.kind}`);
  return read.reject;
}
