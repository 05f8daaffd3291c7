// A JPEG's pixels; size is asked for before.

import { decode } from 'jpeg-js';
import type { Pixels } from './pixels.ts';

/** Throws for what is broken. */
export const jpegPixels = (bytes: Buffer): Pixels =>
  decode(bytes, { useTArray: true, formatAsRGBA: true, tolerantDecoding: true, maxResolutionInMP: 8, maxMemoryUsageInMB: 96 });
