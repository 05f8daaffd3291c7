// Checking what an operator wrote in a mapping: a word that is not known is a mistake, and is named with those that are.

import { FieldError } from '../field.ts';
import type { Field } from '../field.ts';

export function onlyThese(spec: Field, names: readonly string[]): void {
  const { value } = spec;
  if (value === undefined) return;
  if (typeof value !== 'object' || value === null || Array.isArray(value)) throw new FieldError(spec.path, 'expected a mapping');
  const odd = Object.keys(value).find((name) => !names.includes(name));
  if (odd !== undefined) throw new FieldError(spec.path, `"${odd}" is not known here; there are: ${names.join(', ')}`);
}

export function optional<T extends string>(spec: Field, choices: readonly T[]): T | undefined {
  const text = spec.maybeText();
  const choice = choices.find((it) => it === text);
  if (text !== undefined && choice === undefined) throw new FieldError(spec.path, `expected one of ${choices.join(', ')}`);
  return choice;
}
