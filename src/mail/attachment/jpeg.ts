// A JPEG's pixels; size is asked for before.

import { decode } from 'jpeg-js';
import type { Pixels } from './pixels.ts';

/** Each goes over the whole picture, be it four bytes long; pictures that sharpen while they load have a dozen. */
const MOST_SCANS = 100;
const SCAN = Buffer.from([0xff, 0xda]);

/** Undefined for one drawn over and over. Throws for what is broken. */
export const jpegPixels = (bytes: Buffer): Pixels | undefined =>
  isDrawnOften(bytes)
    ? undefined
    : decode(bytes, {
        useTArray: true,
        formatAsRGBA: true,
        tolerantDecoding: true,
        maxResolutionInMP: 8,
        maxMemoryUsageInMB: 96,
      });

function isDrawnOften(bytes: Buffer): boolean {
  let scans = 0;
  for (let at = bytes.indexOf(SCAN); at >= 0 && scans <= MOST_SCANS; at = bytes.indexOf(SCAN, at + 2)) scans += 1;
  return scans > MOST_SCANS;
}
