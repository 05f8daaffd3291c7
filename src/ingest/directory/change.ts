// A directory change as both logs tell it, in one form: what was done, to which objects, and which properties changed.

import type { Field } from '../field.ts';
import type { Modified } from '../methods.ts';

export interface DirectoryChange {
  readonly operation: string;
  readonly modified: readonly Modified[];
  readonly objects: readonly DirectoryObject[];
  /** Every name the record has for whoever did it. */
  readonly actorNames: readonly string[];
}

export interface DirectoryObject {
  /** `User`, `Group`, `ServicePrincipal`, `Application`, `Role` … as far as the record says. */
  readonly type?: string;
  readonly id?: string;
  readonly upn?: string;
  /** Display name. */
  readonly name?: string;
}

/** What the property of that name was set to, and what it was before; without the quotes some exports leave on. */
export function property(change: DirectoryChange, name: string): { before?: string; after?: string } {
  const found = change.modified.find((it) => it.name === name);
  if (found === undefined) return {};
  const [before, after] = [plainText(found.before), plainText(found.after)];
  return { ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) };
}

/** `Global Administrator`, `"Global Administrator"` and `["Global Administrator"]` alike. */
function plainText(field: Field): string | undefined {
  let text = field.maybeText();
  for (let layer = 0; layer < 2 && text !== undefined && /^\[?"/.test(text); layer++) {
    const opened = unquoted(text);
    if (opened === text) break;
    text = opened;
  }
  return text === '' || text === '[]' ? undefined : text;
}

function unquoted(text: string): string {
  try {
    const value = JSON.parse(text) as unknown;
    const [only, ...others] = Array.isArray(value) ? (value as readonly unknown[]) : [value];
    return typeof only === 'string' && others.length === 0 ? only.trim() : text;
  } catch {
    return text;
  }
}
