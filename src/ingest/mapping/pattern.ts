// Regular expressions an operator wrote, and how long a text they may be tried on.

import { FieldError } from '../field.ts';
import type { Field } from '../field.ts';

/** A pattern that takes long on a long text is the operator's; this keeps a single record from stopping the reader. */
export const LONGEST_TEXT = 16_384;

/** Only so much of the text is looked at. */
export function compiledPattern(spec: Field): RegExp {
  const text = spec.text();
  try {
    return new Bounded(text, 'u');
  } catch (error) {
    throw new FieldError(spec.path, `not a regular expression: ${(error as Error).message}`);
  }
}

class Bounded extends RegExp {
  override exec(text: string): RegExpExecArray | null {
    return super.exec(text.length > LONGEST_TEXT ? text.slice(0, LONGEST_TEXT) : text);
  }
}
