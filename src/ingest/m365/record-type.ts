// Numbers the unified log gives its kinds of record.

import type { Field } from '../field.ts';

export const DIRECTORY = 8;
export const SIGN_IN = 15;

/** Records of the directory: changes and sign-ins, with their lists of ids. */
export const isDirectory = (record: Field): boolean => {
  const type = record.at('RecordType').maybeNumber();
  return type === DIRECTORY || type === SIGN_IN;
};

// Verdicts and findings of security products: nobody acted, something was said.
const VERDICTS: ReadonlySet<number> = new Set([28, 40, 41, 47, 64, 98]);

export const isVerdict = (record: Field): boolean => VERDICTS.has(record.at('RecordType').maybeNumber() ?? -1);
