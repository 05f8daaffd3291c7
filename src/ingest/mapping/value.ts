// Where a record says something: a path, the first of several, or a part of what stands there.

import { FieldError } from '../field.ts';
import type { Field } from '../field.ts';
import { compiledPattern } from './pattern.ts';
import { onlyThese } from './spec.ts';

/** What a record says there; nothing when it does not. */
export type First = (record: Field) => string | undefined;
/** Everything it says there: of a list each, of several paths those of all. */
export type All = (record: Field) => readonly string[];

/**
 * `path`, or a list of paths (the first that holds something), or `{from, pattern?, values?, else?}`: `pattern` keeps its
 * first group, `values` translates (whatever the letters' case), `else` is said where nothing else is.
 */
export function firstOf(spec: Field): First {
  const read = reader(spec);
  return (record) => read(record)[0];
}

export const allOf = (spec: Field): All => reader(spec);

type Reader = (record: Field) => readonly string[];

function reader(spec: Field): Reader {
  const { value } = spec;
  if (value === undefined || value === null) return () => [];
  if (typeof value === 'string') return pathReader(value);
  if (Array.isArray(value)) {
    const readers = spec.list().map(reader);
    return (record) => readers.flatMap((read) => read(record));
  }
  if (typeof value !== 'object')
    throw new FieldError(spec.path, 'expected a path, a list of paths, or {from, pattern, values, else}');
  return objectReader(spec);
}

function objectReader(spec: Field): Reader {
  onlyThese(spec, ['from', 'pattern', 'values', 'else']);
  const from = reader(spec.at('from'));
  const pattern = spec.has('pattern') ? compiledPattern(spec.at('pattern')) : undefined;
  const values = spec.has('values') ? translation(spec.at('values')) : undefined;
  const otherwise = spec.at('else').maybeText();
  return (record) => {
    const found = from(record)
      .flatMap((text) => (pattern === undefined ? [text] : [pattern.exec(text)?.[1] ?? '']))
      .flatMap((text) => (values === undefined ? [text] : [values.get(text.toLowerCase()) ?? '']))
      .filter((text) => text !== '');
    return found.length === 0 && otherwise !== undefined ? [otherwise] : found;
  };
}

function translation(spec: Field): ReadonlyMap<string, string> {
  if (typeof spec.value !== 'object' || spec.value === null || Array.isArray(spec.value))
    throw new FieldError(spec.path, 'expected what is found and what it stands for');
  return new Map(Object.keys(spec.value).map((name) => [name.toLowerCase(), spec.at(name).text()]));
}

/** `data.srcip`; a column whose own name holds dots is found under that name. */
function pathReader(path: string): Reader {
  const steps = path.split('.');
  return (record) => {
    const at = record.has(path) ? record.at(path) : steps.reduce((field, step) => field.at(step), record);
    if (Array.isArray(at.value)) return at.list().flatMap((it) => it.maybeText() ?? []);
    const text = at.maybeText();
    return text === undefined ? [] : [text];
  };
}
