// How a file is written: told by its name, and where the name says nothing, by how the file begins.

import { JsonDocument, JsonLines, LogLines } from '../ingest/documents.ts';
import type { LineReader } from '../ingest/documents.ts';
import { isLogLine } from '../ingest/log-line.ts';
import { beginsZeekLog } from '../ingest/zeek.ts';
import { CsvRows, looksLikeCsv } from './csv.ts';

export type Format = 'document' | 'lines' | 'log' | 'csv' | 'message';

const FORMATS: ReadonlyMap<string, Format> = new Map([
  ['.json', 'document'],
  ['.jsonl', 'lines'],
  ['.ndjson', 'lines'],
  ['.log', 'log'],
  ['.csv', 'csv'],
  ['.tsv', 'csv'],
  ['.eml', 'message'],
]);

/** Endings of the files that are read whatever is in them. */
export const ENDINGS: readonly string[] = [...FORMATS.keys()];

/** Bytes of a file that are looked at, where its name does not tell. */
export const HEAD = 64 * 1024;

export const withoutGzip = (name: string): string => name.replace(/\.gz$/i, '');
const endingOf = (name: string): string => /\.[^./]+$/.exec(withoutGzip(name))?.[0].toLowerCase() ?? '';

export const formatByName = (name: string): Format | undefined => FORMATS.get(endingOf(name));

/** Endings under which tables are found, and many other texts. */
const PERHAPS_TABLE: ReadonlySet<string> = new Set(['', '.txt', '.binetflow', '.labeled']);
/** A log that was put aside, `auth.log.1` or `auth.log.2026-01-05`, and one that somebody has labelled. */
const LOG_PUT_ASIDE = /\.(?:log|jsonl|ndjson)\.(?:\d[\d_-]*|labeled|old)$/i;

/** Of a file with another ending: telemetry if it plainly is, for folders hold all sorts of things. */
export function formatOfFile(name: string, head: string): Format | undefined {
  const [first, second] = linesOf(head);
  if (beginsZeekLog(first)) return 'log';
  if (LOG_PUT_ASIDE.test(withoutGzip(name)) && (first.startsWith('{') || isLogLine(first))) return 'log';
  return PERHAPS_TABLE.has(endingOf(name)) && looksLikeCsv(first, second) ? 'csv' : undefined;
}

/** Of standard input, which has no name. */
export function formatOfStream(head: string): Format {
  const [first, second] = linesOf(head);
  if (beginsZeekLog(first) || isLogLine(first)) return 'log';
  if (/^\s*[[{]/.test(first)) return 'document';
  if (/^From \S+@|^(?:Return-Path|Received|Delivered-To|From|Date|Message-ID|MIME-Version|X-[\w-]+):/i.test(first))
    return 'message';
  return looksLikeCsv(first, second) ? 'csv' : 'document';
}

/** The first two lines with something in them. */
function linesOf(head: string): readonly [string, string] {
  const [first = '', second = ''] = head.split(/\r\n?|\n/).filter((line) => line.trim() !== '');
  return [first, second];
}

export function readerOf(format: Exclude<Format, 'message'>): LineReader {
  if (format === 'document') return new JsonDocument();
  if (format === 'lines') return new JsonLines();
  return format === 'log' ? new LogLines() : new CsvRows();
}
