// A file inside another: listed, and looked into where its bytes are had.

import type { ArchiveEntry } from '../../ingest/message-record.ts';
import { typeOf } from './file-type.ts';
import { list } from './look.ts';
import type { Look } from './look.ts';

export interface Member {
  readonly name: string;
  readonly size: number;
  readonly isEncrypted: boolean;
}

/** The entry as it is listed; undefined once there are too many. Of a beginning no more than its type is told. */
export function put(
  look: Look,
  { name, size, isEncrypted }: Member,
  content?: Buffer,
  beginning?: Buffer,
): ArchiveEntry | undefined {
  const { entries } = look.found;
  // Listed before what is in it: the order is that of opening.
  const at = entries.length;
  if (!list(look, { name, size, isEncrypted })) return undefined;
  const type = content === undefined ? beginning && typeOf(beginning, { name, declaredType: '' }) : look.within(content, name);
  const entry = entries[at];
  if (type !== undefined && entry !== undefined) entries[at] = { ...entry, type };
  return entries[at];
}
