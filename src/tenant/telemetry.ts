// Where raw records come from: files, folders and standard input, one record at a time.
//
// Line files stream, so that memory does not grow with them. What cannot be read is yielded as a reject in its place,
// and reading goes on; only a path that cannot be used at all is thrown.

import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Found } from '../ingest/documents.ts';
import { LineSplitter, textOf } from '../ingest/lines.ts';
import type { Reject, Where } from '../ingest/source.ts';
import { DamagedError, unzipped, utf8, withFirst } from './bytes.ts';
import type { Bytes } from './bytes.ts';
import { ENDINGS, formatByName, formatOfFile, formatOfStream, HEAD, readerOf, withoutGzip } from './format.ts';
import type { Format } from './format.ts';
import { checkStored } from './authentication.ts';
import { LARGEST_MESSAGE, messageRecord, TOO_LARGE } from './message.ts';
import type { Resolver } from './zone.ts';

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
  readonly stdin?: Bytes;
  /** What a file is whose name does not tell; unless this is said, it is looked at, and passed over or refused. */
  readonly otherwise?: Format;
  /** Senders and signatures of messages are checked against what it answers; without it they are not checked. */
  readonly resolver?: Resolver;
  /** Told once per folder what was passed over. */
  readonly notice?: (text: string) => void;
  /** Told as files are read: bytes so far and in all, as they lie on the disk; standard input is not among them. */
  readonly progress?: (done: number, total: number) => void;
}

interface Place {
  readonly path: string;
  /** As records name it: relative to the ingested folder, without `.gz`. */
  readonly file: string;
  readonly format: Format;
}

const STDIN = '-' as const;

/** Every record of every path, folders in order of their names. */
export async function* readPaths(paths: readonly string[], options: ReadPathsOptions = {}): AsyncGenerator<RawRecord> {
  // All paths are looked at first: a misspelt one should not be found out halfway.
  const found: (Place | typeof STDIN)[] = [];
  for (const path of paths) found.push(...(path === STDIN ? [STDIN] : await filesAt(path, options)));

  const read = await counter(
    found.flatMap((place) => (place === STDIN ? [] : [place.path])),
    options.progress,
  );
  for (const place of found) {
    const batches =
      place === STDIN ? recordsInStream(options.stdin ?? process.stdin, options) : recordsInFile(place, read, options);
    for await (const batch of batches) for (const record of batch) yield record;
  }
}

type Batches = AsyncGenerator<readonly RawRecord[]>;

const recordsInFile = ({ path, file, format }: Place, read: Counter, options: ReadPathsOptions): Batches =>
  recordsIn(utf8(unzipped(read(bytesOf(path)), () => bytesOf(path))), file, format, options);

type Counter = (bytes: Bytes) => Bytes;

/** Tells of the bytes that go through, and of how many there are to come. */
async function counter(paths: readonly string[], tell: ReadPathsOptions['progress']): Promise<Counter> {
  if (tell === undefined) return (bytes) => bytes;
  let total = 0;
  // One that has gone since is complained of where it is read.
  for (const path of paths) total += (await stat(path).catch(() => ({ size: 0 }))).size;
  let done = 0;
  return async function* (bytes) {
    for await (const chunk of bytes) {
      yield chunk;
      tell((done += chunk.length), total);
    }
  };
}

/** What comes without a name is told by how it begins. */
async function* recordsInStream(stdin: Bytes, options: ReadPathsOptions): Batches {
  const pieces = withFirst(utf8(unzipped(stdin)), HEAD);
  const first = await pieces.next();
  if (first.done === true) return;
  yield* recordsIn(joined(first.value, pieces), STDIN, options.otherwise ?? formatOfStream(textOf(first.value)), options);
}

async function* joined(first: Uint8Array, others: Bytes): AsyncGenerator<Uint8Array> {
  yield first;
  yield* others;
}

/** The records in bytes of UTF-8 that are written in a format, a batch for each piece; `file` is how they name it. */
export async function* recordsIn(bytes: Bytes, file: string, format: Format, options: ReadPathsOptions = {}): Batches {
  const places = (found: readonly Found[]): readonly RawRecord[] => found.map((one) => placed(one, file));
  if (format === 'message') {
    yield places(await messageIn(bytes, options));
    return;
  }

  const reader = readerOf(format);
  const lines = new LineSplitter(reader.longestLine);
  let damage: DamagedError | undefined;
  try {
    for await (const piece of bytes) yield lines.push(piece).flatMap((line) => places(reader.take(line)));
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    damage = error;
  }

  // The line in which the damage is ends nowhere.
  if (damage === undefined) yield lines.end().flatMap((line) => places(reader.take(line)));
  yield places(reader.end(damage === undefined));
  if (damage !== undefined) yield [{ reject: { file, line: lines.next, why: damage.message } }];
}

const placed = (found: Found, file: string): RawRecord => ('why' in found ? { reject: { file, ...found } } : { file, ...found });

async function messageIn(bytes: Bytes, { otherwise, resolver }: ReadPathsOptions): Promise<readonly Found[]> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  try {
    for await (const piece of bytes) {
      length += piece.length;
      if (length > LARGEST_MESSAGE) return [{ line: 1, why: TOO_LARGE }];
      pieces.push(piece);
    }
  } catch (error) {
    if (!(error instanceof DamagedError)) throw error;
    return [{ line: 1, why: error.message }];
  }
  // Among other telemetry a file with nothing in it is no loss; who names mail is told.
  if (length === 0) return otherwise === undefined ? [] : [{ line: 1, why: 'an empty file' }];
  return [{ line: 1, ...(await checkedRecord(Buffer.concat(pieces), resolver)) }];
}

async function checkedRecord(bytes: Buffer, resolver: Resolver | undefined): ReturnType<typeof messageRecord> {
  const read = await messageRecord(bytes);
  if ('why' in read || resolver === undefined) return read;
  const { rfc822 } = read.record;
  return { record: { rfc822: { ...rfc822, checked: await checkStored(bytes, rfc822, resolver) } } };
}

async function filesAt(path: string, options: ReadPathsOptions): Promise<Place[]> {
  const entry = await stat(path).catch((error: unknown) => {
    throw new PathError(path, reasonOf(error));
  });
  if (entry.isDirectory()) return filesInFolder(path, options);

  const file = withoutGzip(basename(path));
  const format = await formatOf(path, file, options.otherwise);
  if (format !== undefined) return [{ path, file, format }];
  throw new PathError(path, `cannot be read: it ends in none of ${ENDINGS.join(', ')}, with or without .gz`);
}

async function filesInFolder(folder: string, options: ReadPathsOptions): Promise<Place[]> {
  const found: Place[] = [];
  const passedOver: string[] = [];
  for await (const name of walk(folder, '')) {
    const path = join(folder, name);
    const format = await formatOf(path, name, options.otherwise);
    if (format === undefined) passedOver.push(name);
    else found.push({ path, file: withoutGzip(name), format });
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

/** By its name; a name that says nothing is looked behind. */
async function formatOf(path: string, name: string, otherwise: Format | undefined): Promise<Format | undefined> {
  return formatByName(name) ?? otherwise ?? formatOfFile(name, await headOf(path));
}

/** How a file begins, or nothing for one that cannot be opened: it is not known to be ours. */
async function headOf(path: string): Promise<string> {
  try {
    for await (const head of withFirst(utf8(unzipped(bytesOf(path))), HEAD)) return textOf(head);
    return '';
  } catch (error) {
    if (error instanceof PathError || error instanceof DamagedError) return '';
    throw error;
  }
}

async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  try {
    // Small pieces, because a piece of a compressed file may grow a thousandfold.
    yield* createReadStream(path, { highWaterMark: 64 * 1024 }) as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw new PathError(path, reasonOf(error));
  }
}

function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === 'ENOENT') return 'does not exist';
  return code === 'EACCES' || code === 'EPERM' ? 'may not be read' : message;
}
