// Archives of recorded sets, `.tar.zst`, unpacked in memory: by a library, as not every machine has the command.

import { decompress } from 'fzstd';
import { readFileSync } from 'node:fs';

export interface Packed {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** All of it, some hundred megabytes at the most. */
export function unpacked(file: string): Buffer {
  const { buffer, byteOffset, length } = decompress(readFileSync(file));
  return Buffer.from(buffer, byteOffset, length);
}

/** Plain files in the order of the archive; names of up to a hundred bytes, as those sets have. */
export function* filesIn(tar: Buffer): Generator<Packed> {
  const text = (from: number, until: number): string => tar.toString('latin1', from, until).replace(/\0.*$/s, '').trim();
  for (let at = 0; at + 512 <= tar.length && tar[at] !== 0;) {
    const size = parseInt(text(at + 124, at + 136), 8) || 0;
    const kind = text(at + 156, at + 157);
    if (kind === '0' || kind === '') yield { name: text(at, at + 100), bytes: tar.subarray(at + 512, at + 512 + size) };
    at += 512 + Math.ceil(size / 512) * 512;
  }
}
