// Headers by name, in the order of the message: what the last server added stands first.

import type { Field } from '../field.ts';

export interface Headers {
  /** The topmost of that name, in small letters. */
  first(name: string): string | undefined;
  all(name: string): readonly string[];
}

/** More are somebody's attempt to make readers slow. */
const MOST = 2_000;

export function headersOf(list: Field): Headers {
  const byName = new Map<string, string[]>();
  for (const header of list.list().slice(0, MOST)) {
    const [name, value] = [header.at('name').maybeText()?.toLowerCase(), header.at('value').maybeText()];
    if (name === undefined || value === undefined) continue;
    const values = byName.get(name);
    if (values === undefined) byName.set(name, [value]);
    else values.push(value);
  }
  return { first: (name) => byName.get(name)?.[0], all: (name) => byName.get(name) ?? [] };
}
