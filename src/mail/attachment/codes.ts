// QR codes in pictures: a way to take somebody from a screen that is watched to a telephone that is not.
//
// Nothing is decoded before its header has said how large it is, and only so many pixels of a message are looked at.

import jsqr from 'jsqr';
import type { FileType } from '../../ingest/message-record.ts';
import { bmpPixels } from './bmp.ts';
import { codeAreas, cutOut } from './finders.ts';
import { gifPixels } from './gif.ts';
import { jpegPixels } from './jpeg.ts';
import { says, spend } from './look.ts';
import type { Look, Reader } from './look.ts';
import { greyOf, sizeOf } from './pixels.ts';
import type { Pixels } from './pixels.ts';
import { isInterlaced, pngPixels } from './png.ts';

/** A code of the smallest kind, a pixel a square. */
const NARROWEST = 21;
const MOST_PIXELS = 4_000_000;

interface Decoder {
  of(bytes: Buffer): Pixels | undefined;
  /** What a pixel costs, against one of a PNG. */
  readonly cost: number;
}

const decoders: Partial<Record<FileType, Decoder>> = {
  png: { of: (bytes) => (isInterlaced(bytes) ? undefined : pngPixels(bytes)), cost: 1 },
  jpeg: { of: jpegPixels, cost: 2 },
  gif: { of: gifPixels, cost: 1 },
  bmp: { of: bmpPixels, cost: 1 },
};

export const readPicture =
  (type: FileType): Reader =>
  (bytes, look) => {
    const [size, decoder] = [sizeOf(bytes, type), decoders[type]];
    if (size === undefined || decoder === undefined || !isWorthwhile(size.width, size.height, look, decoder.cost)) return;
    const pixels = decoder.of(bytes);
    if (pixels === undefined) look.found.unread.add('a picture in a form that is not known here');
    else readCodes(pixels, look);
  };

/** Whether it can hold a code and may still be decoded. */
export function isWorthwhile(width: number, height: number, look: Look, cost = 1): boolean {
  if (Math.min(width, height) < NARROWEST) return false;
  if (width * height * cost > MOST_PIXELS) {
    look.found.unread.add('a picture too large to be looked at');
    return false;
  }
  return spend(look, 'pictures', 1) && spend(look, 'pixels', width * height * cost);
}

export function readCodes(pixels: Pixels, look: Look): void {
  const grey = greyOf(pixels);
  for (const area of codeAreas(grey)) {
    const { width, height } = area;
    if (!spend(look, 'searched', width * height)) return;
    const picture = cutOut(grey, area);
    // A module of the old kind: the function is its property.
    const code = jsqr.default(picture, width, height, { inversionAttempts: 'dontInvert' });
    if (code !== null) says(look, code.data);
  }
}
