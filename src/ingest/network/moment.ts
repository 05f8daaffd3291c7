// When a sensor says something was: seconds or milliseconds since 1970, ISO text, or Argus's slashes.

import { FieldError } from '../field.ts';
import type { Field } from '../field.ts';
import { instantOf, instantProblem } from '../instant.ts';
import type { Instant } from '../../model/time.ts';

/** No epoch in seconds reaches this before the year 5138; in milliseconds it was in 1973. */
const MILLISECONDS_FROM = 1e11;

/**
 * Undefined where nothing is told, and where the clock counts from its own zero, as in many a capture: what looks like
 * the seventies or eighties. Throws FieldError for what is no time, or none that a clock could have shown.
 */
export function momentIn(field: Field): Instant | undefined {
  const text = field.maybeText();
  if (text === undefined || text === '-') return undefined;
  const at = fromEpoch(text) ?? instantOf(text.replace(/^(\d{4})\/(\d\d)\/(\d\d) /, '$1-$2-$3 '));
  if (at === undefined) return field.instant();

  const problem = instantProblem(at);
  if (problem === undefined) return at;
  if (at >= 0 && at < ZERO_BASED_BEFORE) return undefined;
  throw new FieldError(field.path, problem);
}

/** Where clocks that somebody set begin. */
const ZERO_BASED_BEFORE: Instant = Date.UTC(1990, 0, 1);

function fromEpoch(text: string): Instant | undefined {
  if (!/^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text)) return undefined;
  const number = Number(text);
  if (Math.abs(number) >= MILLISECONDS_FROM) return Math.abs(number) > 8.64e15 ? undefined : Math.floor(number);
  // 1677024003.714 is 1677024003713.9999 in binary milliseconds.
  return Math.floor(number * 1000 + 1e-3);
}
