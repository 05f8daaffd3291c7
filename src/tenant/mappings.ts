// Mapping files from disk: those that come with the program, and an operator's own, which win over them by name.

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { FieldError } from '../ingest/field.ts';
import { mappedSource } from '../ingest/mapping/mapping.ts';
import { sourceIds } from '../ingest/read.ts';
import type { Source } from '../ingest/source.ts';

/** A mapping file that cannot be used; the message names the file, the place in it and what to do. */
export class MappingError extends Error {
  override readonly name = 'MappingError';
}

/** Aliases in YAML can make a small file very large; nobody needs more than a few. */
const MOST_ALIASES = 100;

/** Every `NAME.yaml` of the folders that exist, in order of name; of two of one name the later folder's. */
export function readMappings(folders: readonly string[]): Source[] {
  const files = new Map<string, string>();
  for (const folder of folders) for (const name of namesIn(folder)) files.set(name.replace(/\.ya?ml$/, ''), join(folder, name));
  return [...files].sort(([a], [b]) => (a < b ? -1 : 1)).map(([id, file]) => readMapping(id, file));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
      .filter((name) => /\.ya?ml$/.test(name))
      .sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

function readMapping(id: string, file: string): Source {
  if (!/^[a-z][a-z0-9-]*$/.test(id)) throw unusable(file, `the file's name is the source's id: lower case letters, digits and -`);
  if (sourceIds.includes(id)) throw unusable(file, `"${id}" is a source of the program's own; give the file another name`);
  try {
    return mappedSource(id, parse(readFileSync(file, 'utf8'), { maxAliasCount: MOST_ALIASES }));
  } catch (error) {
    // The parser goes on to draw the place; its first line names it.
    throw unusable(file, ((error as Error).message.split('\n')[0] ?? '').replace(/:$/, ''), error);
  }
}

const unusable = (file: string, why: string, cause?: unknown): MappingError =>
  new MappingError(
    `${file}: ${cause instanceof FieldError || cause === undefined ? why : `not YAML: ${why}`}; mend the file or take it away`,
    { cause },
  );
