// The wrappings both of Entra's logs come in: the `properties` of an Azure Monitor envelope, and rows of Log Analytics,
// in JSON or CSV. What is inside becomes what Microsoft Graph would have said.

import { Field } from '../field.ts';
import { either, isFilled, recordOfRow } from '../row.ts';
import type { Fields } from '../row.ts';
import type { Instant } from '../../model/time.ts';

export interface Unwrapped {
  readonly record: Field;
  /** The record itself, where it came whole inside something else. */
  readonly inner?: object;
  /** When it was written, where that is told beside when it happened. */
  readonly generatedAt?: Instant;
}

/** What stands in `properties`, with what the envelope alone says filled in. */
export function inEnvelope(envelope: Field, fill: (envelope: Field, inside: Field) => Fields): Unwrapped {
  const inside = envelope.at('properties');
  const inner = filledUp(inside, fill(envelope, inside));
  return { record: new Field(inner), inner, ...generatedIn(either(envelope, 'time')) };
}

/** Names as Graph spells them, `AppDisplayName` → `appDisplayName`, but for those that are called otherwise. */
export function inRow(row: Field, otherwise: Readonly<Record<string, string>>, fill: (row: Field) => Fields): Unwrapped {
  const record = new Field(recordOfRow(row, (column) => otherwise[column] ?? uncapitalised(column)));
  return { record: new Field(filledUp(record, fill(record))), ...generatedIn(record.at('timeGenerated')) };
}

export const categoryOf = (record: Field): string => either(record, 'category').maybeText()?.toLowerCase() ?? '';

/** Whatever the record says itself counts. */
export function filledUp(record: Field, fill: Fields): Fields {
  const missing = Object.entries(fill).filter(([name, value]) => value !== undefined && !isFilled(record.at(name)));
  return { ...(record.value as Fields), ...Object.fromEntries(missing) };
}

const uncapitalised = (name: string): string => name.charAt(0).toLowerCase() + name.slice(1);

function generatedIn(time: Field): { generatedAt?: Instant } {
  const generatedAt = time.maybeInstant();
  return generatedAt === undefined ? {} : { generatedAt };
}
