// Pictures as rows of colours, and how large they say they are before anybody decodes them.

import type { FileType } from '../../ingest/message-record.ts';

export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Red, green, blue and opacity, a byte each, row by row. */
  readonly data: Uint8Array;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** As the header has it; undefined where there is none. */
export function sizeOf(bytes: Buffer, type: FileType): Size | undefined {
  if (type === 'png') return bytes.length < 33 ? undefined : { width: bytes.readUInt32BE(16), height: bytes.readUInt32BE(20) };
  if (type === 'gif') return bytes.length < 13 ? undefined : { width: bytes.readUInt16LE(6), height: bytes.readUInt16LE(8) };
  if (type === 'bmp')
    return bytes.length < 54 ? undefined : { width: bytes.readInt32LE(18), height: Math.abs(bytes.readInt32LE(22)) };
  return type === 'jpeg' ? jpegSize(bytes) : undefined;
}

/** Of all frames the largest: there is one in pictures, and several in those made to deceive. */
function jpegSize(bytes: Buffer): Size | undefined {
  let largest: Size | undefined;
  for (let at = 2; at + 9 <= bytes.length;) {
    if (bytes[at] !== 0xff) return largest;
    const mark = bytes[at + 1] ?? 0;
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;
    if (isFrame) {
      const size = { width: bytes.readUInt16BE(at + 7), height: bytes.readUInt16BE(at + 5) };
      if (largest === undefined || size.width * size.height > largest.width * largest.height) largest = size;
    }
    if (mark === 0xda || mark === 0xd9) return largest;
    at += mark >= 0xd0 && mark <= 0xd8 ? 2 : 2 + bytes.readUInt16BE(at + 2);
  }
  return largest;
}

/** A byte for each pixel. */
export interface Grey extends Size {
  readonly data: Uint8Array;
}

const WIDEST = 1_300;

/** On white, and no wider or higher than a code needs to be read. */
export function greyOf({ width, height, data }: Pixels): Grey {
  const step = Math.max(1, Math.ceil(Math.max(width, height) / WIDEST));
  const [across, down] = [Math.max(1, Math.floor(width / step)), Math.max(1, Math.floor(height / step))];
  const grey = new Uint8Array(across * down);
  for (let y = 0; y < down; y++) {
    for (let x = 0; x < across; x++) {
      let sum = 0;
      for (let dy = 0; dy < step; dy++) {
        for (let dx = 0; dx < step; dx++) {
          const from = ((y * step + dy) * width + x * step + dx) * 4;
          const alpha = data[from + 3] ?? 255;
          const shade = (data[from] ?? 0) * 0.299 + (data[from + 1] ?? 0) * 0.587 + (data[from + 2] ?? 0) * 0.114;
          sum += (shade * alpha) / 255 + 255 - alpha;
        }
      }
      grey[y * across + x] = Math.min(255, Math.round(sum / (step * step)));
    }
  }
  return { width: across, height: down, data: grey };
}
