// Lines into records: one record a line, or one JSON document that is a record, a list of them, or a page of them.
//
// Two JSON values on a line are no record: a writer broke off, or two wrote at once, and which of the two is whole
// nobody can tell. A reader never throws for what it reads.

import { isLogLine } from './log-line.ts';
import type { Line } from './lines.ts';
import { beginsZeekLog, ZeekLog } from './zeek.ts';

/**
 * A record, or why there is none, and the line it starts on (its place in the list, inside one document). `raw` is the
 * line's own text, where reading that alone would be reading it again.
 */
export type Found =
  { readonly line: number; readonly record: unknown } | { readonly line: number; readonly why: string; readonly raw?: string };

/** Takes lines one after the other and tells what it found so far. */
export interface LineReader {
  /** In bytes: longer lines need not be kept. */
  readonly longestLine: number;
  take(line: Line): readonly Found[];
  /** What was still waiting for more. Not whole: the lines broke off, and what waited may be half a record. */
  end(isWhole: boolean): readonly Found[];
}

/** Real records are a thousandth of this; a longer line is a broken file or a hostile one. */
export const LONGEST_LINE = 16 * 1024 * 1024;
/** A document has to be read whole. */
const LONGEST_DOCUMENT = 256 * 1024 * 1024;
const TOO_LONG = 'a document longer than 256 MiB; write one record a line';
export const NOT_UTF8 = 'not UTF-8 text';

const NOTHING: readonly Found[] = [];

/** A file of JSON lines: every line that is not blank is a record, or a list or page of them. */
export class JsonLines implements LineReader {
  readonly longestLine = LONGEST_LINE;

  take(line: Line): readonly Found[] {
    return recordsOn(line);
  }

  end(): readonly Found[] {
    return NOTHING;
  }
}

/** A log: each line is judged by itself, for a `.log` may be JSON, Zeek's own format, plain text, or all of them. */
export class LogLines implements LineReader {
  readonly longestLine = LONGEST_LINE;
  private zeek: ZeekLog | undefined;

  take(line: Line): readonly Found[] {
    const { text } = line;
    if (text === undefined || isJson(text)) return recordsOn(line);
    if (this.zeek === undefined && beginsZeekLog(text)) this.zeek = new ZeekLog();
    if (this.zeek !== undefined) return this.zeekLine(line, text.endsWith('\r') ? text.slice(0, -1) : text, this.zeek);
    // A log says nowhere how it is encoded: a letter that cannot be read takes nothing from the rest of the line.
    return isLogLine(text) ? [{ line: line.line, record: { message: text.trim() } }] : recordsOn(line);
  }

  end(): readonly Found[] {
    return NOTHING;
  }

  private zeekLine({ line, isUtf8 }: Line, text: string, zeek: ZeekLog): readonly Found[] {
    if (/^\s*#/.test(text)) {
      if (zeek.header(text)) this.zeek = undefined;
      return NOTHING;
    }
    if (text.trim() === '') return NOTHING;
    return [{ line, ...(isUtf8 ? zeek.row(text) : { why: NOT_UTF8 }) }];
  }
}

const isJson = (text: string): boolean => /^\uFEFF?\s*[{[]/.test(text);

/** Files that end in `.json` hold a document or lines; the first line that is not blank tells which. */
export class JsonDocument implements LineReader {
  readonly longestLine = LONGEST_DOCUMENT;
  /** The first line when it is a value of its own: alone it is the document, followed by others it is a line. */
  private first: Line | undefined;
  /** The lines so far, when the first one is only a beginning: of a document, or of a file whose first line is broken. */
  private part: Line[] = [];
  private length = 0;
  private isLines = false;

  take(line: Line): readonly Found[] {
    if (this.isLines) return recordsOn(line);
    if (this.part.length > 0) return this.add(line);
    if (isBlank(line)) return NOTHING;
    if (this.first !== undefined) return [...this.firstAsLine(this.first), ...recordsOn(line)];

    if ('value' in parse(line)) this.first = line;
    else return this.add(line);
    return NOTHING;
  }

  end(isWhole: boolean): readonly Found[] {
    if (this.first !== undefined) return isWhole ? recordsIn(this.first) : this.firstAsLine(this.first);
    if (this.part.length === 0) return NOTHING;
    if (this.length >= LONGEST_DOCUMENT) return [{ line: 1, why: TOO_LONG }];

    const holdsLines = this.part.some((line) => isObject(parse(line)));
    if (!isWhole) return holdsLines ? this.part.flatMap(recordsOn) : NOTHING;
    const text = this.part.map((line) => line.text).join('\n');
    const document = { line: 1, text, isUtf8: this.part.every(({ isUtf8 }) => isUtf8) };
    return holdsLines && 'why' in parse(document) ? this.part.flatMap(recordsOn) : recordsIn(document);
  }

  private firstAsLine(first: Line): readonly Found[] {
    this.isLines = true;
    this.first = undefined;
    return recordsOn(first);
  }

  private add(line: Line): readonly Found[] {
    this.length += line.text?.length ?? LONGEST_DOCUMENT;
    // Too long to be read whole, it is one reject in the end; meanwhile nothing of it is kept.
    if (this.length >= LONGEST_DOCUMENT) this.part = [line];
    else this.part.push(line);
    return NOTHING;
  }
}

const isBlank = ({ text }: Line): boolean => text?.trim() === '';
const UNREADABLE = '\uFFFD';

function recordsOn(line: Line): readonly Found[] {
  if (isBlank(line)) return NOTHING;
  const tooLong = line.text === undefined || line.text.length > LONGEST_LINE;
  const parsed = tooLong ? { why: 'a line longer than 16 MiB' } : parse(line);
  if ('value' in parsed) return recordsOf(parsed.value, line, () => line.line);
  return [{ line: line.line, ...parsed, ...(line.text !== undefined && line.isUtf8 ? { raw: line.text } : {}) }];
}

function recordsIn(document: Line): readonly Found[] {
  const parsed = parse(document);
  return 'why' in parsed ? [{ line: 1, why: parsed.why }] : recordsOf(parsed.value, document, (index) => index + 1);
}

function recordsOf(value: unknown, { isUtf8 }: Line, lineOf: (index: number) => number): readonly Found[] {
  const found = (record: unknown, index: number): Found => {
    // One broken letter takes its own record with it and not the whole list.
    const isDamaged = !isUtf8 && JSON.stringify(record).includes(UNREADABLE);
    return isDamaged ? { line: lineOf(index), why: NOT_UTF8 } : { line: lineOf(index), record };
  };
  return membersOf(value)?.map(found) ?? [found(value, 0)];
}

/** The records of a list, of a page of Microsoft Graph, or of a batch of Azure Monitor; undefined for anything else. */
function membersOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null) return undefined;

  const { value: page, records } = value as Readonly<Record<string, unknown>>;
  const members = page === undefined ? records : records === undefined ? page : undefined;
  if (!Array.isArray(members)) return undefined;
  // A record may well have a field of such a name; a page has nothing else but notes about itself.
  const isPage = Object.keys(value).every((key) => /^(?:value$|records$|@?odata\.)/.test(key));
  return isPage ? (members as readonly unknown[]) : undefined;
}

type Parsed = { readonly value: unknown } | { readonly why: string };

const isObject = (parsed: Parsed): boolean => 'value' in parsed && typeof parsed.value === 'object' && parsed.value !== null;

function parse({ text, isUtf8 }: Line): Parsed {
  if (text === undefined) return { why: TOO_LONG };
  try {
    // Files put one behind the other bring their byte order marks along.
    return { value: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown };
  } catch (error) {
    return { why: isUtf8 ? whyNot(text, (error as Error).message) : NOT_UTF8 };
  }
}

// The engine's own message quotes the record, and what is in records does not belong in messages.
function whyNot(text: string, message: string): string {
  if (text.includes('\0')) return 'NUL bytes where a record should be';
  if (message.includes('after JSON')) return 'more than one JSON value where one was expected';
  const at = /at position (\d+)/.exec(message)?.[1];
  if (message.includes('end of JSON') || Number(at) >= text.trimEnd().length) return 'JSON that ends too early';
  return at === undefined ? 'not JSON' : `not JSON from character ${Number(at) + 1} on`;
}
