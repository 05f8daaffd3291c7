// Names from content: the same content gives the same id, everywhere and for ever.

import { createHash } from 'node:crypto';

/** The first `length` hex characters of the SHA-256 of a text. */
export const digestOf = (text: string, length: number): string =>
  createHash('sha256').update(text).digest('hex').slice(0, length);
