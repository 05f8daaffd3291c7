// Unpacking what was deflated, to a bound that the unpacker itself keeps. A stream that breaks off gives what came before.

import { constants, gunzipSync, inflateRawSync, inflateSync } from 'node:zlib';

const unpack =
  (how: typeof inflateSync) =>
  (packed: Buffer, most: number): Buffer | undefined => {
    if (packed.length === 0 || most < 1) return undefined;
    try {
      return how(packed, { maxOutputLength: most, finishFlush: constants.Z_SYNC_FLUSH });
    } catch {
      return undefined;
    }
  };

/** Undefined for what is broken, and for what comes to more than `most` bytes. */
export const inflated = unpack(inflateSync);
export const rawInflated = unpack(inflateRawSync);
export const gunzipped = unpack(gunzipSync);
