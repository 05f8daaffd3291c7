// Models of mail and lists of names from disk: those that come with the program, and an operator's own, which win over them
// by name. YAML is read here and nowhere further in; what goes on is plain values that know their line and column.
//
// Files are an operator's, yet bounded like anything else: bytes, aliases, depth, values.

import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { isAlias, isMap, isNode, isScalar, isSeq, Lexer, LineCounter, parseDocument, Parser } from 'yaml';
import type { Document } from 'yaml';
import { nameListOf } from '../mail/lists.ts';
import type { NameList } from '../mail/lists.ts';
import type { Metric } from '../mail/metric.ts';
import { modelOf } from '../mail/model.ts';
import type { Model } from '../mail/model.ts';
import { PlacedError } from '../mail/placed.ts';
import type { Place, Placed, PlacedEntry, PlacedScalar } from '../mail/placed.ts';

/** Models that cannot be used; the message names each file, the place in it and what to do. */
export class MailModelError extends Error {
  override readonly name = 'MailModelError';
}

const LARGEST_MODEL = 64 * 1024;
const LARGEST_LIST = 256 * 1024;
const MOST_FILES = 1_000;
const MOST_ALIASES = 100;
const DEEPEST = 24;
/** Of a file, values behind aliases counted each time they are used. */
const MOST_VALUES = 60_000;
const MOST_PROBLEMS = 20;

/** Where models and lists lie; folders need not exist. */
export interface MailFolders {
  readonly models: string;
  readonly lists: string;
}

/** Those that come with the program, and an operator's own in the program's home. */
export const mailFolders = (root: string, home?: string): readonly MailFolders[] => [
  { models: join(root, 'models', 'mail'), lists: join(root, 'models', 'mail', 'lists') },
  ...(home === undefined ? [] : [{ models: join(home, 'mail', 'models'), lists: join(home, 'mail', 'lists') }]),
];

/** Every `NAME.yaml` in order of name, and of two of one name the later folder's. */
export function readMailModels(folders: readonly MailFolders[], metrics: readonly Metric[]): readonly Model[] {
  const lists = readMailLists(folders);
  const vocabulary = { metrics: new Map(metrics.map((metric) => [metric.id as string, metric])), lists: byId(lists) };
  return each(filesOf(folders.map((it) => it.models)), (file) =>
    reading(file, LARGEST_MODEL, (it) => modelOf(file.id, it, vocabulary)),
  );
}

/** Another text whenever a file of these folders came, went or was written to. */
export const stampOf = (folders: readonly MailFolders[]): string =>
  folders
    .flatMap(({ models, lists }) => [...filesOf([models]), ...filesOf([lists])])
    .map(({ path }) => {
      const { mtimeMs = 0, size = 0 } = statSync(path, { throwIfNoEntry: false }) ?? {};
      return `${path} ${mtimeMs} ${size}`;
    })
    .join('\n');

/** The lists of these folders; a mistake in one would make every model that names it look wrong, so they are read first. */
export const readMailLists = (folders: readonly MailFolders[]): readonly NameList[] =>
  each(filesOf(folders.map((it) => it.lists)), (file) => reading(file, LARGEST_LIST, (it) => nameListOf(file.id, it)));

/** What every file holds; the mistakes of all of them are told at once. */
function each<T>(files: readonly File[], read: (file: File) => T): readonly T[] {
  const problems: string[] = [];
  const all = files.flatMap((file) => {
    try {
      return [read(file)];
    } catch (error) {
      if (!(error instanceof MailModelError)) throw error;
      problems.push(error.message);
      return [];
    }
  });
  if (problems.length === 0) return all;
  const more = problems.length > MOST_PROBLEMS ? `\nand ${problems.length - MOST_PROBLEMS} more files` : '';
  throw new MailModelError(problems.slice(0, MOST_PROBLEMS).join('\n') + more);
}

const byId = (lists: readonly NameList[]): ReadonlyMap<string, NameList> => new Map(lists.map((list) => [list.id, list]));

interface File {
  readonly id: string;
  readonly path: string;
}

function filesOf(folders: readonly string[]): readonly File[] {
  const files = new Map<string, File>();
  for (const folder of folders) {
    for (const name of namesIn(folder)) {
      const id = name.replace(/\.ya?ml$/, '');
      files.set(id, { id, path: join(folder, name) });
    }
  }
  if (files.size > MOST_FILES) throw new MailModelError(`${folders.join(', ')}: more than ${MOST_FILES} files; take some away`);
  return [...files.values()].sort((a, b) => (a.id < b.id ? -1 : 1));
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder, { withFileTypes: true })
      .filter((entry) => (entry.isFile() || entry.isSymbolicLink()) && /\.ya?ml$/.test(entry.name))
      .map(({ name }) => name)
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** What a file says; every mistake in it with its place. */
function reading<T>({ id, path }: File, largest: number, read: (placed: Placed) => T): T {
  if (!/^[a-z][a-z0-9-]{0,60}$/.test(id)) {
    throw new MailModelError(`${path}: the file’s name is its id: lower case letters, digits and -; give it another name`);
  }
  try {
    return read(placedYaml(textIn(path, largest)));
  } catch (error) {
    if (error instanceof PlacedError) {
      throw new MailModelError(`${path}:${error.at.line}:${error.at.column}: ${error.message}`, { cause: error });
    }
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new MailModelError(`${path}: cannot be read (${code}); mend that or take it away`, { cause: error });
  }
}

/** No more of a file than may be in it is ever read. */
function textIn(path: string, largest: number): string {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    if (size > largest) {
      throw new PlacedError(START, `the file has ${size} bytes, and at most ${largest} are read; split it in several`);
    }
    const bytes = Buffer.alloc(largest);
    return bytes.toString('utf8', 0, readSync(file, bytes, 0, largest, 0));
  } finally {
    closeSync(file);
  }
}

const START: Place = { line: 1, column: 1 };

/** YAML as values with their places. What is no YAML, and what is too deep or too much, throws a PlacedError. */
export function placedYaml(text: string): Placed {
  const lines = new LineCounter();
  const document = parsed(text, lines);
  const [error] = document.errors;
  if (error !== undefined) {
    const { line, col } = lines.linePos(error.pos[0]);
    throw new PlacedError({ line, column: col }, `not YAML: ${(error.message.split('\n')[0] ?? '').replace(/:$/, '')}; mend it`);
  }
  if (document.contents === null) throw new PlacedError(START, 'the file is empty; write a model into it or take it away');
  return walked(document, lines);
}

function parsed(text: string, lineCounter: LineCounter): Document {
  refuseDepth(text);
  return parseDocument(text, { lineCounter, prettyErrors: false, strict: true, uniqueKeys: false, merge: false });
}

/** Composing a document calls itself for every level and ends the program on thousands of them; reading its tokens does not. */
function refuseDepth(text: string): void {
  const lines = new LineCounter();
  lines.addNewLine(0);
  const parser = new Parser(lines.addNewLine);
  for (const lexeme of new Lexer().lex(text)) {
    Array.from(parser.next(lexeme));
    if (parser.stack.length > 2 * DEEPEST) {
      const { line, col } = lines.linePos(parser.offset);
      throw tooDeep({ line, column: col });
    }
  }
}

const tooDeep = (at: Place): PlacedError =>
  new PlacedError(at, `values are nested more than ${DEEPEST} deep; nobody can read that`);

function walked(document: Document, lines: LineCounter): Placed {
  let [values, aliases] = [0, 0];
  const placeOf = (node: unknown): Place => {
    const offset = isNode(node) ? node.range?.[0] : undefined;
    const { line, col } = lines.linePos(offset ?? 0);
    return offset === undefined ? START : { line, column: col };
  };

  const walk = (node: unknown, depth: number): Placed => {
    const at = placeOf(node);
    values++;
    if (depth > DEEPEST) throw tooDeep(at);
    if (values > MOST_VALUES) throw new PlacedError(at, `more than ${MOST_VALUES} values; use fewer, or fewer aliases`);
    if (isAlias(node)) {
      aliases++;
      const target = node.resolve(document);
      if (aliases > MOST_ALIASES || target === undefined) {
        throw new PlacedError(at, `at most ${MOST_ALIASES} aliases are followed; write out what they stand for`);
      }
      return walk(target, depth + 1);
    }
    if (isSeq(node)) return { kind: 'list', at, items: node.items.map((item) => walk(item, depth + 1)) };
    if (isMap(node)) return { kind: 'map', at, entries: distinct(node.items.map(({ key, value }) => entry(key, value, depth))) };
    return { kind: 'scalar', at, value: scalarOf(isScalar(node) ? node.value : null, at) };
  };

  const entry = (key: unknown, value: unknown, depth: number): PlacedEntry => {
    const at = placeOf(key);
    if (!isScalar(key)) throw new PlacedError(at, 'a name is a word, as in `title: …`; write one');
    // Of a name without a value nothing tells the place but the name.
    const placed = value === null ? ({ kind: 'scalar', at, value: null } as const) : walk(value, depth + 1);
    return { name: String(key.value), at, value: placed };
  };
  return walk(document.contents, 1);
}

// The parser compares every name with every other, which takes long for many.
function distinct(entries: readonly PlacedEntry[]): readonly PlacedEntry[] {
  const names = new Set<string>();
  for (const { name, at } of entries) {
    if (names.has(name)) throw new PlacedError(at, `"${name.slice(0, 60)}" stands here twice; leave one`);
    names.add(name);
  }
  return entries;
}

function scalarOf(value: unknown, at: Place): PlacedScalar['value'] {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  throw new PlacedError(at, 'expected text, a number, true or false; put what is meant as text in quotes');
}
