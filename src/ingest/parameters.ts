// What an administrative act was told to do, in lines a person can read.

import type { Field } from './field.ts';
import type { Modified } from './methods.ts';

const MOST = 50;
const LONGEST = 300;

/** `name=value` of a call. */
export const callParameters = (list: Field): readonly string[] =>
  list.list().flatMap((it) => {
    const name = it.at('Name').maybeText();
    return name === undefined ? [] : [`${name}=${plain(it.at('Value'))}`];
  });

/** `name: old → new` of a change. */
export const changeParameters = (modified: readonly Modified[]): readonly string[] =>
  modified.map(({ name, before, after }) => `${name}: ${plain(before)} → ${plain(after)}`);

export const bounded = (parameters: readonly string[]): readonly string[] =>
  parameters.slice(0, MOST).map((line) => (line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line));

/** JSON kept in text loses its wrapping and its line breaks. */
function plain(field: Field): string {
  const opened = field.maybeJson().value ?? field.maybeText();
  if (opened === undefined) return '';
  return typeof opened === 'string' ? opened : JSON.stringify(opened);
}
