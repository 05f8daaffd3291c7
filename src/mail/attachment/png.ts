// A PNG's pixels; size is asked for before.

import { PNG } from 'pngjs';
import type { Pixels } from './pixels.ts';

/** Throws for what is broken. The library bounds what it unpacks by the picture's size, unless it is interlaced. */
export const pngPixels = (bytes: Buffer): Pixels => PNG.sync.read(bytes, { checkCRC: false });

export const isInterlaced = (bytes: Buffer): boolean => bytes[28] === 1;
