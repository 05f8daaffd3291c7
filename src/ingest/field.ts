// Unknown JSON, read with the path in every complaint: `.location.countryOrRegion: expected text, found undefined`.
//
// A name without "maybe" is a demand: what is missing or of another shape makes the record a reject. A "maybe" is a
// question, and undefined its answer; what it does not understand stays in the event's `raw`.

import { instantOf, instantProblem } from './instant.ts';
import type { Instant } from '../model/time.ts';

export class FieldError extends Error {
  readonly path: string;

  constructor(path: string, why: string) {
    super(`${path === '' ? 'the record' : path}: ${why}`);
    this.name = 'FieldError';
    this.path = path;
  }
}

export class Field {
  readonly value: unknown;
  private readonly parent: Field | undefined;
  private readonly step: string | number;

  constructor(value: unknown, parent?: Field, step: string | number = '') {
    this.value = value;
    this.parent = parent;
    this.step = step;
  }

  /** Built only when somebody complains: records are many, complaints are few. */
  get path(): string {
    if (this.parent === undefined) return '';
    const step = typeof this.step === 'number' ? `[${this.step}]` : this.step === '' ? '' : `.${this.step}`;
    return this.parent.path + step;
  }

  at(name: string): Field {
    return new Field(ownProperty(this.value, name), this, name);
  }

  has(name: string): boolean {
    return ownProperty(this.value, name) !== undefined;
  }

  /** Text with something in it, trimmed. */
  text(): string {
    return this.maybeText() ?? this.complain('text');
  }

  /** Numbers and truth values as text; nothing for what exports write when they mean nothing. */
  maybeText(): string | undefined {
    const { value } = this;
    if (typeof value === 'number' || typeof value === 'boolean') return String(value);
    if (typeof value !== 'string') return undefined;

    const text = value.trim();
    return text.length <= LONGEST_NOTHING && MEANS_NOTHING.has(text.toLowerCase()) ? undefined : text;
  }

  number(): number {
    return typeof this.value === 'number' && Number.isFinite(this.value) ? this.value : this.complain('a number');
  }

  /** A number, also one written as text. */
  maybeNumber(): number | undefined {
    const text = this.maybeText();
    if (text === undefined) return undefined;
    const number = Number(text);
    return Number.isFinite(number) ? number : undefined;
  }

  boolean(): boolean {
    return this.maybeBoolean() ?? this.complain('true or false');
  }

  /** True or false, also as the text `True` or `false`. */
  maybeBoolean(): boolean | undefined {
    const text = this.maybeText()?.toLowerCase();
    return text === 'true' ? true : text === 'false' ? false : undefined;
  }

  /** The elements of a list, also of one kept as JSON text; other text and absence hold no elements. */
  list(): readonly Field[] {
    return this.elements().map((element, index) => new Field(element, this, index));
  }

  /** The value belonging to a name in a list of {Name, Value}. */
  named(name: string): Field {
    const index = this.elements().findIndex((element) => ownProperty(element, 'Name') === name);
    return index < 0 ? new Field(undefined, this, name) : new Field(this.elements()[index], this, index).at('Value');
  }

  /** JSON kept in text, however often it was wrapped; what is no text is taken as it is. */
  json(): Field {
    const opened = this.maybeJson();
    return opened.value === undefined ? this.complain('JSON in text') : opened;
  }

  /** The same, and nothing where there is no JSON. */
  maybeJson(): Field {
    let value = this.value;
    // Entra writes modified properties as JSON text of JSON text; nobody wraps more than three times.
    for (let layer = 0; layer < 3 && typeof value === 'string'; layer++) value = parsed(value);
    return new Field(value, this);
  }

  instant(): Instant {
    const text = this.maybeText();
    if (text === undefined) return this.complain('a time');

    const at = instantOf(text);
    if (at === undefined) return this.complain('a time');

    const problem = instantProblem(at);
    if (problem !== undefined) throw new FieldError(this.path, problem);
    return at;
  }

  maybeInstant(): Instant | undefined {
    return this.maybeText() === undefined ? undefined : this.instant();
  }

  private elements(): readonly unknown[] {
    const value = typeof this.value === 'string' ? parsed(this.value) : this.value;
    if (Array.isArray(value)) return value;
    return value === undefined || value === null || typeof value === 'string' ? [] : this.complain('a list');
  }

  private complain(expected: string): never {
    throw new FieldError(this.path, `expected ${expected}, found ${shown(this.value)}`);
  }
}

const MEANS_NOTHING: ReadonlySet<string> = new Set(['', 'null', '<null>']);
const LONGEST_NOTHING = '<null>'.length;

// Only what the record itself holds: `constructor` and its like must not answer for it.
const ownProperty = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? (value as Readonly<Record<string, unknown>>)[name]
    : undefined;

function parsed(text: string): unknown {
  // Most text is no JSON, and finding out by an exception costs more than reading the rest of the record.
  if (!/^\s*[[{"]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function shown(value: unknown): string {
  if (value === undefined) return 'undefined';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

/** What is read, or nothing where that cannot be read. */
export function orNothing<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof FieldError) return undefined;
    throw error;
  }
}
