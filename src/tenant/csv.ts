// CSV into records: one object a row, keyed by the names in the header, every value text as it stands.
//
// Rows are found line by line, because a quote that never closes must cost its own line and not the rest of the file.
// A cell may hold JSON; it stays text. Split by hand: cells are found by searching, not letter by letter, which is
// tens of times quicker on the wide, quoted rows of portal exports than a parser that has to stream.

import { LONGEST_LINE, NOT_UTF8 } from '../ingest/documents.ts';
import type { Found, LineReader } from '../ingest/documents.ts';
import type { Line } from '../ingest/lines.ts';

const DELIMITERS = [',', ';', '\t', '|'];
/** What a line costs beside its text. */
const LINE_COST = 64;

const UNCLOSED = 'a quote that never closes';
const STRAY_QUOTE = 'a quote in the middle of a value; a value with quotes in it is quoted whole, and they are doubled';

interface Header {
  readonly delimiter: string;
  readonly names: readonly string[];
}

export class CsvRows implements LineReader {
  readonly longestLine = LONGEST_LINE;
  private header: Header | undefined;
  /** Whether there is no header that could be used: then there are no rows either. */
  private isUnreadable = false;
  /** Lines of a row whose quotes are not closed yet. */
  private open: Line[] = [];
  private openLength = 0;
  /** Up to here lines are read again, after a row that took them for its own was none. */
  private doubtfulTo = 0;

  take(line: Line): readonly Found[] {
    if (this.isUnreadable) return [];
    // Whether a quote closes in a line that was not kept cannot be known.
    if (line.text === undefined) return [...this.end(), this.rejected(line, 'a row longer than 16 MiB')];

    const isOdd = hasOddQuotes(line.text);
    if (this.open.length === 0 && !isOdd) return this.row([line], line.text);
    this.open.push(line);
    this.openLength += line.text.length + LINE_COST;
    if (isOdd && this.open.length > 1) {
      const lines = this.closed();
      return this.row(lines, lines.map(({ text }) => text).join('\n'));
    }
    return this.openLength > LONGEST_LINE ? this.readAgain(this.closed()) : [];
  }

  end(): readonly Found[] {
    let found: readonly Found[] = [];
    while (this.open.length > 0) found = [...found, ...this.readAgain(this.closed())];
    return found;
  }

  private closed(): readonly Line[] {
    const lines = this.open;
    this.open = [];
    this.openLength = 0;
    return lines;
  }

  /** The quote in the first line closes nowhere; the lines after it are read as rows of their own. */
  private readAgain([first, ...rest]: readonly Line[]): readonly Found[] {
    if (first === undefined) return [];
    this.doubtfulTo = Math.max(this.doubtfulTo, rest.at(-1)?.line ?? 0);
    return [this.rejected(first, UNCLOSED), ...rest.flatMap((line) => this.take(line))];
  }

  private row(lines: readonly Line[], joined: string): readonly Found[] {
    const text = withoutReturn(joined);
    const [first] = lines;
    if (first === undefined || text.trim() === '') return [];
    if (this.header === undefined) return this.begin(first, text);
    if (text.includes('\0')) return [this.rejected(first, 'NUL bytes where a row should be')];
    if (!lines.every(({ isUtf8 }) => isUtf8)) return [this.rejected(first, NOT_UTF8)];

    const cells = cellsOf(text, this.header.delimiter);
    const { names } = this.header;
    // Two stray quotes, lines apart, look like one value over many lines.
    if (lines.length > 1 && (cells === undefined || cells.length > names.length)) return this.readAgain(lines);
    if (cells === undefined) return [this.rejected(first, STRAY_QUOTE)];

    // What may be a line out of the middle of a value is a row only if it fills the header.
    const isRow = first.line > this.doubtfulTo || cells.length === names.length;
    const record = isRow ? recordOf(cells, names) : undefined;
    if (record === undefined) return [this.rejected(first, `${cells.length} values under a header of ${names.length} columns`)];
    return Object.keys(record).length === 0 ? [] : [{ line: first.line, record }];
  }

  private begin(first: Line, text: string): readonly Found[] {
    const delimiter = delimiterOf(text);
    if (!first.isUtf8) return [this.rejected(first, NOT_UTF8)];
    const cells = text.includes('\0') ? undefined : cellsOf(text, delimiter);
    if (cells === undefined) return [this.rejected(first, 'the first line does not name the columns')];
    this.header = { delimiter, names: namesOf(cells) };
    return [];
  }

  private rejected({ line }: Line, why: string): Found {
    if (this.header !== undefined) return { line, why };
    this.isUnreadable = true;
    return { line, why: `no header, and so no row can be read: ${why}` };
  }
}

/** Undefined when a quote stands where none may. Quotes are closed: that was seen to before. */
function cellsOf(row: string, delimiter: string): readonly string[] | undefined {
  if (!row.includes('"')) return row.split(delimiter);

  const cells: string[] = [];
  for (let at = 0; at <= row.length;) {
    const quote = delimiter === '\t' ? at : afterBlanks(row, at);
    const isQuoted = row[quote] === '"';
    const end = isQuoted ? closingQuote(row, quote) + 1 : endOf(row, delimiter, at);
    const next = isQuoted ? endOf(row, delimiter, end) : end;
    const cell = isQuoted ? row.slice(quote + 1, end - 1).replaceAll('""', '"') : row.slice(at, end);
    if (isQuoted ? end === 0 || row.slice(end, next).trim() !== '' : cell.includes('"')) return undefined;
    cells.push(cell);
    at = next + 1;
  }
  return cells;
}

function afterBlanks(text: string, start: number): number {
  let at = start;
  while (text[at] === ' ') at += 1;
  return at;
}

/** The first one that is not doubled; −1 when there is none. */
function closingQuote(row: string, open: number): number {
  let at = row.indexOf('"', open + 1);
  while (at >= 0 && row[at + 1] === '"') at = row.indexOf('"', at + 2);
  return at;
}

function endOf(row: string, delimiter: string, start: number): number {
  const at = row.indexOf(delimiter, start);
  return at < 0 ? row.length : at;
}

/** Empty cells are left out; undefined when there are values without a column. */
function recordOf(cells: readonly string[], names: readonly string[]): Readonly<Record<string, string>> | undefined {
  const record: Record<string, string> = {};
  for (const [index, cell] of cells.entries()) {
    if (cell === '') continue;
    const name = names[index];
    if (name === undefined) return undefined;
    record[name] = cell;
  }
  return record;
}

/** One name a column, no two alike: a column that has none, or another's, still has its values. */
function namesOf(cells: readonly string[]): readonly string[] {
  const names = new Set<string>();
  for (const [index, cell] of cells.entries()) {
    // Set as a name, this one would change what the record is.
    const name = cell.trim() === '__proto__' ? '' : cell.trim();
    names.add(name === '' || names.has(name) ? `${name}#${index + 1}` : name);
  }
  return [...names];
}

/** The one that stands most often in the header, outside its quotes. */
function delimiterOf(header: string): string {
  const bare = header.replace(/"[^"]*"/g, '');
  const count = (delimiter: string): number => bare.split(delimiter).length;
  return DELIMITERS.reduce((best, one) => (count(one) > count(best) ? one : best));
}

/** A column's name as programs write it. */
const NAME = /^[\p{L}_@$#][\p{L}\p{N}_@$#.\-/()[\] ]{0,63}$/u;

/**
 * Whether two first lines are a header and a row under it: three names at least, and as many values.
 * For files whose name does not say that they are CSV.
 */
export function looksLikeCsv(first: string, second: string): boolean {
  const delimiter = delimiterOf(first);
  const names = cellsOf(withoutReturn(first), delimiter) ?? [];
  const values = cellsOf(withoutReturn(second), delimiter) ?? [];
  const areNames = new Set(names).size === names.length && names.every((name) => NAME.test(name));
  return names.length >= 3 && names.length === values.length && areNames;
}

const withoutReturn = (text: string): string => (text.endsWith('\r') ? text.slice(0, -1) : text);

function hasOddQuotes(text: string): boolean {
  let isOdd = false;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) isOdd = !isOdd;
  return isOdd;
}
