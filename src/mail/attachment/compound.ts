// The file system in a compound file: names of its streams, and their bytes. Written by ourselves because of what hostile
// ones do to a reader: chains and trees that go round, and a thousand names for one long stream.

export interface Stream {
  /** Storages and name, with slashes between. */
  readonly path: string;
  readonly isStorage: boolean;
  readonly start: number;
  readonly size: number;
}

export interface Compound {
  readonly streams: readonly Stream[];
  /** At most so many bytes of it. */
  content(stream: Stream, most: number): Buffer;
}

const MOST_STREAMS = 5_000;
const ENTRY = 128;
const NONE = 0xffffffff;
/** Numbers of sectors stop here; what is above says what a sector is for. */
const LAST_SECTOR = 0xfffffffa;

export function compoundOf(bytes: Buffer): Compound {
  const sector = 2 ** Math.min(Math.max(bytes.readUInt16LE(30), 7), 16);
  const small = 2 ** Math.min(Math.max(bytes.readUInt16LE(32), 4), 12);
  const cutoff = bytes.readUInt32LE(56);
  const at = (number: number): Buffer => bytes.subarray((number + 1) * sector, (number + 2) * sector);
  const table = tableOf(bytes, sector, at);
  const joined = (start: number, most: number): Buffer =>
    Buffer.concat(chain(table, start, Math.ceil(most / sector)).map(at)).subarray(0, most);

  const directory = joined(bytes.readUInt32LE(48), MOST_STREAMS * ENTRY);
  const entries = Array.from({ length: Math.floor(directory.length / ENTRY) }, (_, n) => entryIn(directory, n * ENTRY));
  const root = entries[0];
  const smallTable = numbersIn(joined(bytes.readUInt32LE(60), bytes.length));
  let smallBytes: Buffer | undefined;
  return {
    streams: placed(entries),
    content({ start, size }, most) {
      const length = Math.min(size, most);
      if (size >= cutoff) return joined(start, length);
      smallBytes ??= joined(root?.start ?? NONE, Math.min(root?.size ?? 0, bytes.length));
      const parts = chain(smallTable, start, Math.ceil(length / small)).map(
        (one) => smallBytes?.subarray(one * small, (one + 1) * small) ?? Buffer.alloc(0),
      );
      return Buffer.concat(parts).subarray(0, length);
    },
  };
}

/** Of each sector the next of its chain. Its own sectors are listed in the header, and on from there. */
function tableOf(bytes: Buffer, sector: number, at: (number: number) => Buffer): Uint32Array {
  const most = Math.ceil(bytes.length / sector);
  const listed = [...numbersIn(bytes.subarray(76, 512))];
  let next = bytes.readUInt32LE(68);
  for (let n = 0; n < most && next < LAST_SECTOR; n++) {
    const numbers = numbersIn(at(next));
    listed.push(...numbers.subarray(0, -1));
    next = numbers.at(-1) ?? NONE;
    if (listed.length > most) break;
  }
  return numbersIn(
    Buffer.concat(
      listed
        .filter((number) => number < LAST_SECTOR)
        .slice(0, Math.ceil((most * 4) / sector) + 1)
        .map(at),
    ),
  );
}

function numbersIn(bytes: Buffer): Uint32Array {
  const numbers = new Uint32Array(bytes.length >> 2);
  for (let n = 0; n < numbers.length; n++) numbers[n] = bytes.readUInt32LE(n * 4);
  return numbers;
}

/** No longer than the table, so that one that goes round ends. */
function chain(table: Uint32Array, start: number, most: number): number[] {
  const numbers: number[] = [];
  for (let number = start; number < table.length && numbers.length < Math.min(most, table.length); number = table[number] ?? NONE)
    numbers.push(number);
  return numbers;
}

interface Entry {
  readonly name: string;
  readonly kind: number;
  readonly left: number;
  readonly right: number;
  readonly child: number;
  readonly start: number;
  readonly size: number;
}

const entryIn = (bytes: Buffer, at: number): Entry => ({
  name: bytes.toString('utf16le', at, at + Math.min(Math.max(bytes.readUInt16LE(at + 64) - 2, 0), 62)),
  kind: bytes[at + 66] ?? 0,
  left: bytes.readUInt32LE(at + 68),
  right: bytes.readUInt32LE(at + 72),
  child: bytes.readUInt32LE(at + 76),
  start: bytes.readUInt32LE(at + 116),
  size: bytes.readUInt32LE(at + 120),
});

const STORAGE = 1;
const STREAM = 2;

/** Each entry once, in the folder it was met in first; those no folder leads to stand in none. */
function placed(entries: readonly Entry[]): readonly Stream[] {
  const [found, seen]: [Stream[], Set<number>] = [[], new Set([0])];
  const put = (number: number, folder: string): readonly (readonly [number, string])[] => {
    const entry = entries[number];
    if (entry === undefined || seen.has(number)) return [];
    seen.add(number);
    const path = `${folder}${entry.name}`.slice(-1_000);
    if (entry.kind === STORAGE || entry.kind === STREAM)
      found.push({ path, isStorage: entry.kind === STORAGE, start: entry.start, size: entry.size });
    return [
      [entry.left, folder],
      [entry.right, folder],
      [entry.child, entry.kind === STORAGE ? `${path}/` : folder],
    ];
  };
  const open: (readonly [number, string])[] = [[entries[0]?.child ?? NONE, '']];
  for (let next = open.pop(); next !== undefined; next = open.pop()) open.push(...put(...next));
  for (let number = 1; number < entries.length; number++) put(number, '');
  return found;
}
