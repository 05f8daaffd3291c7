// Lines into records: one JSON value a line, or one document that is a record, a list of them, or a page of them.

import { linesOf } from './lines.ts';
import type { Line } from './lines.ts';

/** A record, or why there is none, and the line it starts on (its place in the list, inside one document). */
export type Found = { readonly line: number; readonly record: unknown } | { readonly line: number; readonly why: string };

/** Real records are a thousandth of this; a longer line is a broken file or a hostile one. */
const LONGEST_LINE = 16 * 1024 * 1024;
/** A document has to be read whole. */
const LONGEST_DOCUMENT = 256 * 1024 * 1024;
const TOO_LONG = 'a document longer than 256 MiB; write one record a line';

export async function* recordsInLines(pieces: AsyncIterable<string>): AsyncGenerator<Found> {
  for await (const line of linesOf(pieces, LONGEST_LINE)) yield* recordsOn(line);
}

/** Files that end in `.json` hold a document or lines; the first line that is not blank tells which. */
export async function* recordsInDocument(pieces: AsyncIterable<string>): AsyncGenerator<Found> {
  const lines = linesOf(pieces, LONGEST_DOCUMENT);
  const first = await nextWithText(lines);
  if (first === undefined) return;

  const parsed = parse(first.text);
  if ('value' in parsed) yield* afterWhole(first, parsed, lines);
  else yield* afterPart(first, lines);
}

/** The first line is a value of its own: alone it is the document, followed by others it is a line. */
async function* afterWhole(first: Line, parsed: Parsed, lines: AsyncGenerator<Line>): AsyncGenerator<Found> {
  let second: Line | undefined;
  try {
    second = await nextWithText(lines);
  } catch (error) {
    yield* recordsOn(first);
    throw error;
  }
  if (second === undefined) {
    yield* recordsOf(parsed);
    return;
  }

  yield* recordsOn(first);
  yield* recordsOn(second);
  for await (const line of lines) yield* recordsOn(line);
}

/** The first line is only a beginning: of a document, or of a file of lines whose first one is broken. */
async function* afterPart(first: Line, lines: AsyncGenerator<Line>): AsyncGenerator<Found> {
  const all: Line[] = [first];
  let length = first.text?.length ?? LONGEST_DOCUMENT;
  for await (const line of lines) {
    length += line.text?.length ?? LONGEST_DOCUMENT;
    if (length >= LONGEST_DOCUMENT) {
      yield { line: 1, why: TOO_LONG };
      return;
    }
    all.push(line);
  }

  const document = parse(all.map(({ text }) => text).join('\n'));
  if ('value' in document || !all.some(({ text }) => isObject(parse(text)))) yield* recordsOf(document);
  else for (const line of all) yield* recordsOn(line);
}

async function nextWithText(lines: AsyncGenerator<Line>): Promise<Line | undefined> {
  for (let next = await lines.next(); next.done !== true; next = await lines.next()) if (!isBlank(next.value)) return next.value;
  return undefined;
}

const isBlank = ({ text }: Line): boolean => text?.trim() === '';

function* recordsOn(line: Line): Generator<Found> {
  if (isBlank(line)) return;
  const tooLong = line.text === undefined || line.text.length > LONGEST_LINE;
  const parsed = tooLong ? { why: 'a line longer than 16 MiB' } : parse(line.text);

  if ('why' in parsed) yield { line: line.line, why: parsed.why };
  else for (const record of membersOf(parsed.value) ?? [parsed.value]) yield { line: line.line, record };
}

function* recordsOf(parsed: Parsed): Generator<Found> {
  const members = 'value' in parsed ? membersOf(parsed.value) : undefined;
  if ('why' in parsed) yield { line: 1, why: parsed.why };
  else if (members === undefined) yield { line: 1, record: parsed.value };
  else for (const [index, record] of members.entries()) yield { line: index + 1, record };
}

/** The records of a list, of a page of Microsoft Graph, or of a batch of Azure Monitor; undefined for anything else. */
function membersOf(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value as readonly unknown[];
  if (typeof value !== 'object' || value === null) return undefined;

  const { value: page, records, ...rest } = value as Readonly<Record<string, unknown>>;
  // A record may well have a field of such a name; a page has nothing else but notes about itself.
  const isPage = Object.keys(rest).every((key) => key.startsWith('@odata.') || key.startsWith('odata.'));
  const members = page === undefined ? records : records === undefined ? page : undefined;
  return isPage && Array.isArray(members) ? (members as readonly unknown[]) : undefined;
}

type Parsed = { readonly value: unknown } | { readonly why: string };

const isObject = (parsed: Parsed): boolean => 'value' in parsed && typeof parsed.value === 'object' && parsed.value !== null;

function parse(text: string | undefined): Parsed {
  if (text === undefined) return { why: TOO_LONG };
  try {
    // Files put one behind the other bring their byte order marks along.
    return { value: JSON.parse(text.startsWith('\uFEFF') ? text.slice(1) : text) as unknown };
  } catch (error) {
    return { why: whyNot(text, (error as Error).message) };
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
