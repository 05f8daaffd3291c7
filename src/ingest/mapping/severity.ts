// How grave, in our four words, from a product's own words or numbers.

import { FieldError } from '../field.ts';
import type { Field } from '../field.ts';
import { severities } from '../../model/finding.ts';
import type { Severity } from '../../model/finding.ts';
import { onlyThese } from './spec.ts';
import { firstOf } from './value.ts';

export type SeverityOf = (record: Field) => Severity;

/** `{from, values}` with a product's words, `{from, atLeast}` with the number each begins at, or one of our words; else low. */
export function severityOf(spec: Field): SeverityOf {
  if (spec.value === undefined) return () => 'low';
  const fixed = severities.find((it) => it === spec.value);
  if (fixed !== undefined) return () => fixed;
  onlyThese(spec, ['from', 'pattern', 'values', 'else', 'atLeast']);
  return spec.has('atLeast') ? byNumber(spec) : byWord(spec);
}

function byWord(spec: Field): SeverityOf {
  const word = firstOf(spec);
  return (record) => {
    const said = word(record)?.toLowerCase();
    return severities.find((it) => it === said) ?? 'low';
  };
}

function byNumber(spec: Field): SeverityOf {
  const steps = severities
    .filter((it) => spec.at('atLeast').has(it))
    .map((it) => [it, spec.at('atLeast').at(it).number()] as const)
    .sort(([, a], [, b]) => b - a);
  if (steps.length === 0) throw new FieldError(spec.path, `expected "atLeast" with some of ${severities.join(', ')}`);
  const read = firstOf(spec.at('from'));
  return (record) => {
    const number = Number(read(record));
    return steps.find(([, least]) => number >= least)?.[0] ?? 'informational';
  };
}
