// A record as text that does not depend on the order of its keys.

import { FieldError } from './field.ts';

/** Real records nest fewer than ten levels; what nests deeper than this was made to break readers. */
const DEEPEST = 200;

export const canonicalJson = (value: unknown): string => JSON.stringify(inKeyOrder(value, 0));

// A copy in order, written by the engine in one go, is quicker than writing it out key by key.
function inKeyOrder(value: unknown, depth: number): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (depth === DEEPEST) throw new FieldError('', `nested deeper than ${DEEPEST} levels`);
  if (Array.isArray(value)) return value.map((element) => inKeyOrder(element, depth + 1));

  const record = value as Readonly<Record<string, unknown>>;
  const copy: Record<string, unknown> = {};
  for (const key of Object.keys(record).sort()) {
    const inner = inKeyOrder(record[key], depth + 1);
    // Set the plain way, this one key would vanish.
    if (key === '__proto__') Object.defineProperty(copy, key, { value: inner, enumerable: true });
    else copy[key] = inner;
  }
  return copy;
}
