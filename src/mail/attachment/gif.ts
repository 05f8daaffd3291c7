// The pixels of a GIF's first picture.

import type { Pixels } from './pixels.ts';

/** Undefined when there is no whole picture of the size the header says. */
export function gifPixels(bytes: Buffer): Pixels | undefined {
  const [width, height, flags] = [bytes.readUInt16LE(6), bytes.readUInt16LE(8), bytes[10] ?? 0];
  const shared = 13;
  let at = shared + colours(flags);
  while (bytes[at] === 0x21) at = afterBlocks(bytes, at + 2);
  if (bytes[at] !== 0x2c || at + 11 > bytes.length) return undefined;

  const [left, top, across, down] = [1, 3, 5, 7].map((field) => bytes.readUInt16LE(at + field)) as [
    number,
    number,
    number,
    number,
  ];
  const own = bytes[at + 9] ?? 0;
  if (left + across > width || top + down > height) return undefined;
  const palette = (own & 0x80) === 0 ? shared : at + 10;
  const start = at + 10 + colours(own);
  const indexes = unpacked(joined(bytes, start + 1), bytes[start] ?? 0, across * down);

  const data = new Uint8Array(width * height * 4).fill(255);
  const rows = (own & 0x40) === 0 ? undefined : interlaced(down);
  for (let n = 0; n < indexes.length; n++) {
    const y = Math.floor(n / across);
    const to = ((top + (rows?.[y] ?? y)) * width + left + (n % across)) * 4;
    const from = palette + (indexes[n] ?? 0) * 3;
    for (let colour = 0; colour < 3; colour++) data[to + colour] = bytes[from + colour] ?? 255;
  }
  return { width, height, data };
}

/** Bytes of a table of colours, as its flags have it. */
const colours = (flags: number): number => ((flags & 0x80) === 0 ? 0 : 3 * 2 ** ((flags & 7) + 1));

function afterBlocks(bytes: Buffer, start: number): number {
  let at = start;
  while ((bytes[at] ?? 0) > 0) at += 1 + (bytes[at] ?? 0);
  return at + 1;
}

function joined(bytes: Buffer, start: number): Buffer {
  const blocks: Buffer[] = [];
  for (let at = start; (bytes[at] ?? 0) > 0; at += 1 + (bytes[at] ?? 0))
    blocks.push(bytes.subarray(at + 1, at + 1 + (bytes[at] ?? 0)));
  return Buffer.concat(blocks);
}

/** The rows in the order they are sent in. */
const interlaced = (height: number): readonly number[] =>
  [
    [0, 8],
    [4, 8],
    [2, 4],
    [1, 2],
  ].flatMap(([first = 0, step = 1]) =>
    Array.from({ length: Math.max(0, Math.ceil((height - first) / step)) }, (_, n) => first + n * step),
  );

/** LZW with codes that grow to twelve bits. */
function unpacked(packed: Buffer, bits: number, length: number): Uint8Array {
  const out = new Uint8Array(length);
  if (bits < 2 || bits > 8) return out;
  const clear = 1 << bits;
  const [before, last, lengths] = [new Uint16Array(4_096), new Uint8Array(4_096), new Uint16Array(4_096)];
  for (let n = 0; n < clear; n++) [last[n], lengths[n]] = [n, 1];

  let [next, size, previous, held, holding, filled] = [clear + 2, bits + 1, -1, 0, 0, 0];
  for (const byte of packed) {
    held |= byte << holding;
    holding += 8;
    while (holding >= size && filled < length) {
      const code = held & ((1 << size) - 1);
      held >>>= size;
      holding -= size;
      if (code === clear) {
        [next, size, previous] = [clear + 2, bits + 1, -1];
        continue;
      }
      if (code === clear + 1 || code > next || (previous < 0 && code >= clear)) return out;
      if (previous >= 0 && next < 4_096) {
        before[next] = previous;
        lengths[next] = (lengths[previous] ?? 0) + 1;
        // A code not yet known stands for the string before, and its own first letter again.
        last[next] = firstOf(code === next ? previous : code, before, lengths, last);
        next += 1;
        if (next === 1 << size && size < 12) size += 1;
      }
      if ((lengths[code] ?? 0) === 0) return out;
      const run = lengths[code] ?? 0;
      for (let at = filled + run - 1, one = code; at >= filled; at--, one = before[one] ?? 0)
        if (at < length) out[at] = last[one] ?? 0;
      filled += run;
      previous = code;
    }
  }
  return out;
}

function firstOf(code: number, before: Uint16Array, lengths: Uint16Array, last: Uint8Array): number {
  let one = code;
  for (let n = lengths[code] ?? 0; n > 1; n--) one = before[one] ?? 0;
  return last[one] ?? 0;
}
