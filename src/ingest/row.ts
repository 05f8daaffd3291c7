// Rows of tables as exports write them, into records: `CreatedDateTime [UTC]`, `Status_dynamic` beside an empty
// `Status_string`, lists and objects as JSON in a cell, and a column for everything whether it holds something or not.

import type { Field } from './field.ts';

export type Fields = Record<string, unknown>;

/** The cells that hold something, JSON in text opened, under the names the log itself has for them. */
export function recordOfRow(row: Field, nameOf: (column: string) => string): Fields {
  const record: Fields = Object.create(null) as Fields;
  for (const column of Object.keys(row.value as object)) {
    const cell = row.at(column);
    const name = nameOf(column.replace(SUFFIX, ''));
    // Of two columns that differ only in their suffix one is empty.
    if (isFilled(cell)) record[name] ??= cell.maybeJson().value ?? cell.value;
  }
  return record;
}

const SUFFIX = / \[UTC\]$|_dynamic$|_string$/;

/** Whether there is anything: an object, or text that means something. */
export const isFilled = (cell: Field): boolean =>
  typeof cell.value === 'object' ? cell.value !== null : cell.maybeText() !== undefined;

/** A field of an envelope; some exports write all its names in small letters. */
export const either = (record: Field, name: string): Field =>
  record.has(name) ? record.at(name) : record.at(name.toLowerCase());
