// Where raw records come from: files, folders and standard input, one record at a time.
//
// Line files stream, so that memory does not grow with them. What cannot be read is yielded as a reject in its place,
// and reading goes on; only a path that cannot be used at all is thrown.

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { TextDecoder } from 'node:util';
import { createGunzip } from 'node:zlib';
import type { Gunzip } from 'node:zlib';
import { recordsInDocument, recordsInLines } from '../ingest/documents.ts';
import type { Found } from '../ingest/documents.ts';
import type { Reject, Where } from '../ingest/source.ts';

/** A record as its file holds it, or why it could not be taken out. */
export type RawRecord = (Where & { readonly record: unknown }) | { readonly reject: Reject };

/** A path named by whoever called that cannot be used. */
export class PathError extends Error {
  readonly path: string;

  constructor(path: string, why: string) {
    super(`${path}: ${why}`);
    this.name = 'PathError';
    this.path = path;
  }
}

export interface ReadPathsOptions {
  /** Where `-` reads from, if not from the program's own standard input. */
  readonly stdin?: AsyncIterable<Uint8Array>;
  /** Told once per folder what was passed over. */
  readonly notice?: (text: string) => void;
}

interface Place {
  readonly path: string;
  /** As records name it: relative to the ingested folder, without `.gz`. */
  readonly file: string;
}

const STDIN = '-';

/** Every record of every path, folders in order of their names. */
export async function* readPaths(paths: readonly string[], options: ReadPathsOptions = {}): AsyncGenerator<RawRecord> {
  // All paths are looked at first: a misspelt one should not be found out halfway.
  const found: Place[] = [];
  for (const path of paths) found.push(...(path === STDIN ? [{ path, file: STDIN }] : await filesAt(path, options)));

  for (const { path, file } of found) {
    const bytes = path === STDIN ? (options.stdin ?? process.stdin) : bytesOf(path);
    yield* recordsIn(bytes, file, path === STDIN ? 'document' : shapeOf(file));
  }
}

async function* recordsIn(bytes: AsyncIterable<Uint8Array>, file: string, shape: Shape): AsyncGenerator<RawRecord> {
  const pieces = textOf(unzipped(bytes));
  let line = 0;
  try {
    for await (const found of shape === 'lines' ? recordsInLines(pieces) : recordsInDocument(pieces)) {
      line = found.line;
      yield placed(found, file);
    }
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    yield { reject: { file, line: line + 1, why: error.message } };
  }
}

const placed = (found: Found, file: string): RawRecord => ('why' in found ? { reject: { file, ...found } } : { file, ...found });

/** How a file may be written: one record a line, or any JSON at all. */
type Shape = 'lines' | 'document';

const SHAPES: ReadonlyMap<string, Shape> = new Map([
  ['.json', 'document'],
  ['.jsonl', 'lines'],
  ['.ndjson', 'lines'],
  ['.log', 'lines'],
]);

const shapeOf = (file: string): Shape => SHAPES.get(endingOf(file)) ?? 'lines';
const withoutGzip = (name: string): string => name.replace(/\.gz$/i, '');
const endingOf = (name: string): string => /\.[^./]+$/.exec(withoutGzip(name))?.[0].toLowerCase() ?? '';
const isReadable = (name: string): boolean => SHAPES.has(endingOf(name));

async function filesAt(path: string, options: ReadPathsOptions): Promise<Place[]> {
  const entry = await stat(path).catch((error: unknown) => {
    throw new PathError(path, reasonOf(error));
  });
  if (entry.isDirectory()) return filesInFolder(path, options);
  if (!isReadable(path))
    throw new PathError(path, `cannot be read: it ends in none of ${[...SHAPES.keys()].join(', ')}, with or without .gz`);
  return [{ path, file: withoutGzip(basename(path)) }];
}

async function filesInFolder(folder: string, options: ReadPathsOptions): Promise<Place[]> {
  const found: Place[] = [];
  const passedOver: string[] = [];
  for await (const name of walk(folder, '')) {
    if (isReadable(name)) found.push({ path: join(folder, name), file: withoutGzip(name) });
    else passedOver.push(name);
  }

  if (passedOver.length > 0) {
    const examples = passedOver.slice(0, 3).join(', ');
    options.notice?.(
      `${folder}: passed over ${passedOver.length} files that are no telemetry (${examples}${passedOver.length > 3 ? ', …' : ''})`,
    );
  }
  return found;
}

/** Names of files below a folder, with slashes. Links to folders are not followed: they may lead in circles. */
async function* walk(folder: string, below: string): AsyncGenerator<string> {
  const entries = await readdir(join(folder, below), { withFileTypes: true }).catch((error: unknown) => {
    throw new PathError(join(folder, below), reasonOf(error));
  });
  entries.sort((a, b) => (a.name < b.name ? -1 : 1));

  for (const entry of entries) {
    const name = below === '' ? entry.name : `${below}/${entry.name}`;
    if (entry.isDirectory()) yield* walk(folder, name);
    else if (entry.isFile() || (entry.isSymbolicLink() && (await leadsToFile(join(folder, name))))) yield name;
  }
}

const leadsToFile = (path: string): Promise<boolean> =>
  stat(path).then(
    (entry) => entry.isFile(),
    () => false,
  );

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    // Small pieces, because a piece of a compressed file may grow a thousandfold.
    yield* createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new PathError(path, reasonOf(error));
  }
}

/** What is compressed ends early or is damaged; what came before is good. */
class DamagedError extends Error {}

/** Compressed or not is told by the first two bytes, not by the name. */
async function* unzipped(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let gunzip: Gunzip | undefined;
  let out: Uint8Array[] = [];
  let isFirst = true;

  for await (const chunk of withFirst(bytes, 2)) {
    if (isFirst && chunk[0] === 0x1f && chunk[1] === 0x8b)
      gunzip = createGunzip().on('data', (piece: Uint8Array) => out.push(piece));
    isFirst = false;
    if (gunzip === undefined) {
      yield chunk;
      continue;
    }

    const failure = await pushed(gunzip, chunk);
    yield* out;
    out = [];
    if (failure !== undefined) throw failure;
  }

  if (gunzip === undefined) return;
  const failure = await pushed(gunzip, undefined);
  yield* out;
  if (failure !== undefined) throw failure;
}

/** Waits until a chunk, or the end, has gone through. The stream is driven by hand, because a pipe drops what it holds on an error. */
function pushed(gunzip: Gunzip, chunk: Uint8Array | undefined): Promise<DamagedError | undefined> {
  return new Promise((resolve) => {
    const failed = (error: Error): void =>
      resolve(new DamagedError(`the compressed file is cut off or damaged (${error.message}); what came before was read`));
    const done = (): void => {
      gunzip.off('error', failed);
      resolve(undefined);
    };
    gunzip.once('error', failed);
    if (chunk === undefined) gunzip.once('end', done).end();
    else gunzip.write(chunk, () => done());
  });
}

/** UTF-8, or UTF-16 as PowerShell writes it when it begins with a byte order mark. Broken bytes become U+FFFD. */
async function* textOf(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  let decoder: TextDecoder | undefined;
  for await (const chunk of withFirst(bytes, 2)) {
    decoder ??= new TextDecoder(encodingOf(chunk));
    yield decoder.decode(chunk, { stream: true });
  }
  if (decoder !== undefined) yield decoder.decode();
}

function encodingOf([first, second]: Uint8Array): string {
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8';
}

/** The same bytes, the first chunk at least so long, unless there are not so many. */
async function* withFirst(bytes: AsyncIterable<Uint8Array>, length: number): AsyncGenerator<Uint8Array> {
  let first: Uint8Array | undefined = new Uint8Array();
  for await (const chunk of bytes) {
    if (first === undefined) {
      yield chunk;
      continue;
    }
    first = Buffer.concat([first, chunk]);
    if (first.length < length) continue;
    yield first;
    first = undefined;
  }
  if (first !== undefined && first.length > 0) yield first;
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'does not exist';
  return code === 'EACCES' || code === 'EPERM' ? 'may not be read' : message;
}
