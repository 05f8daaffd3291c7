// Ids in Entra's logs: lower case, and all zeros stand for none.

import type { Field } from '../field.ts';

export function toldId(field: Field): string | undefined {
  const text = field.maybeText()?.toLowerCase();
  return text === undefined || /^[0-]+$/.test(text) ? undefined : text;
}
