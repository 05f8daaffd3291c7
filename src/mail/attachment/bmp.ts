// A bitmap's pixels, of those that are not compressed.

import type { Pixels } from './pixels.ts';

/** Undefined for kinds nobody draws a code in. */
export function bmpPixels(bytes: Buffer): Pixels | undefined {
  const [start, header, width, height] = [
    bytes.readUInt32LE(10),
    bytes.readUInt32LE(14),
    bytes.readInt32LE(18),
    bytes.readInt32LE(22),
  ];
  const [bits, compression] = [bytes.readUInt16LE(28), bytes.readUInt32LE(30)];
  const rows = Math.abs(height);
  const stride = Math.ceil((width * bits) / 32) * 4;
  if (![1, 4, 8, 24, 32].includes(bits) || (compression !== 0 && compression !== 3) || start + stride * rows > bytes.length)
    return undefined;

  const palette = 14 + header;
  const data = new Uint8Array(width * rows * 4).fill(255);
  for (let y = 0; y < rows; y++) {
    const row = start + (height > 0 ? rows - 1 - y : y) * stride;
    for (let x = 0; x < width; x++) {
      const bit = x * bits;
      const index = bits <= 8 ? ((bytes[row + (bit >> 3)] ?? 0) >> (8 - bits - (bit & 7))) & ((1 << bits) - 1) : 0;
      const from = bits <= 8 ? palette + index * 4 : row + (bit >> 3);
      const to = (y * width + x) * 4;
      for (let colour = 0; colour < 3; colour++) data[to + colour] = bytes[from + 2 - colour] ?? 0;
    }
  }
  return { width, height: rows, data };
}
