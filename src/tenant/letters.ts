// Messages out of paths somebody names as mail: a file whose name does not tell is a message too. Nothing is passed over
// in silence: what is none is told of in its place.

import { statSync } from 'node:fs';
import { join } from 'node:path';
import { isGraphMessage, rawOf } from '../ingest/email/graph-message.ts';
import { isMessage } from '../ingest/email/message.ts';
import { Field } from '../ingest/field.ts';
import type { MessageRecord, RawMessage } from '../ingest/message-record.ts';
import { inspect } from '../mail/attachment/inspect.ts';
import { allowance } from '../mail/attachment/look.ts';
import { readPaths } from './telemetry.ts';
import type { ReadPathsOptions } from './telemetry.ts';

/** `file` as it was named, or as it lies in the folder that was; with `:LINE` where a file holds several. */
export type Letter = { readonly file: string } & ({ readonly raw: RawMessage } | { readonly why: string });

/** A path that cannot be used throws a PathError before anything of it is read. */
export async function* lettersIn(
  path: string,
  options: Pick<ReadPathsOptions, 'resolver' | 'stdin'> = {},
): AsyncGenerator<Letter> {
  const isFolder = statSync(path, { throwIfNoEntry: false })?.isDirectory() === true;
  for await (const found of readPaths([path], { ...options, otherwise: 'message' })) {
    const where = 'reject' in found ? found.reject : found;
    const named = isFolder ? join(path, where.file) : path;
    const file = where.line === 1 ? named : `${named}:${where.line}`;
    const raw = 'reject' in found ? undefined : rawIn(found.record);
    if (raw !== undefined) yield { file, raw };
    else yield { file, why: 'reject' in found ? found.reject.why : 'no message' };
  }
}

/** Of a record of a message, or of one as Microsoft Graph has it. */
function rawIn(record: unknown): RawMessage | undefined {
  const field = new Field(record);
  if (isMessage(field)) return (record as MessageRecord).rfc822;
  if (!isGraphMessage(field)) return undefined;
  const left = allowance();
  return rawOf(field, (bytes, { filename = '', mimeType }) => inspect(bytes, { name: filename, declaredType: mimeType }, left));
}
