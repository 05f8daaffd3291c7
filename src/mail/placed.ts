// A value and where it stands in its file: what a file is turned into before anybody asks what it means.
//
// Whoever reads one need not know in what notation it was written, and can still say in every complaint at which line and
// column it stands. Nothing here opens a file.

/** Both from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

export interface PlacedEntry {
  readonly name: string;
  /** Of its name. */
  readonly at: Place;
  readonly value: Placed;
}

export interface PlacedMap {
  readonly kind: 'map';
  readonly at: Place;
  readonly entries: readonly PlacedEntry[];
}

export interface PlacedList {
  readonly kind: 'list';
  readonly at: Place;
  readonly items: readonly Placed[];
}

export interface PlacedScalar {
  readonly kind: 'scalar';
  readonly at: Place;
  readonly value: string | number | boolean | null;
}

export type Placed = PlacedMap | PlacedList | PlacedScalar;

/** What stands at this place cannot be used; the message says why, and what to do. */
export class PlacedError extends Error {
  override readonly name = 'PlacedError';
  readonly at: Place;

  constructor(at: Place, why: string) {
    super(why);
    this.at = at;
  }
}

/** A map all of whose names are among those that mean something. */
export function mapOf(placed: Placed, what: string, names: readonly string[]): Readonly<Record<string, Placed>> {
  const entries = anyMap(placed, what);
  for (const { name, at } of entries) {
    if (!names.includes(name))
      throw new PlacedError(at, `${what} has no "${cut(name)}"${meant(name, names)}; it has ${listed(names)}`);
  }
  return Object.fromEntries(entries.map(({ name, value }) => [name, value]));
}

/** A map of names nobody could list beforehand, in the order of the file. */
export function anyMap(placed: Placed, what: string): readonly PlacedEntry[] {
  if (placed.kind !== 'map') throw expected(placed, `${what} as names and values (\`name: value\`)`);
  return placed.entries;
}

/** A list; what is no list is a list of one. */
export const listOf = (placed: Placed): readonly Placed[] => (placed.kind === 'list' ? placed.items : [placed]);

/** Text with something in it, trimmed; numbers as they are written. */
export function textOf(placed: Placed, what: string, longest = LONGEST_TEXT): string {
  const value = placed.kind === 'scalar' ? placed.value : undefined;
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  if (text === '') throw expected(placed, `${what} as text`);
  if (text.length > longest) throw new PlacedError(placed.at, `${what} is longer than ${longest} characters; say it shorter`);
  return text;
}

export const textsOf = (placed: Placed, what: string): readonly string[] => listOf(placed).map((item) => textOf(item, what));

export function numberOf(placed: Placed, what: string): number {
  if (placed.kind !== 'scalar' || typeof placed.value !== 'number' || !Number.isFinite(placed.value)) {
    throw expected(placed, `${what} as a number`);
  }
  return placed.value;
}

export function wholeOf(placed: Placed, what: string, least: number, most: number): number {
  const number = numberOf(placed, what);
  if (!Number.isInteger(number) || number < least || number > most) {
    throw expected(placed, `${what} as a whole number from ${least} to ${most}`);
  }
  return number;
}

export function flagOf(placed: Placed, what: string): boolean {
  if (placed.kind !== 'scalar' || typeof placed.value !== 'boolean') throw expected(placed, `${what} as true or false`);
  return placed.value;
}

export function oneOf<T extends string>(placed: Placed, what: string, names: readonly T[]): T {
  const text = textOf(placed, what);
  const found = names.find((name) => name === text);
  if (found === undefined)
    throw new PlacedError(placed.at, `there is no ${what} "${cut(text)}"${meant(text, names)}; write ${listed(names)}`);
  return found;
}

/** What a map must have. */
export function needed(map: Readonly<Record<string, Placed>>, name: string, of: Placed, what: string): Placed {
  const value = map[name];
  if (value === undefined) throw new PlacedError(of.at, `${what} needs \`${name}:\`; add it`);
  return value;
}

export const expected = (placed: Placed, what: string): PlacedError =>
  new PlacedError(placed.at, `expected ${what}, found ${found(placed)}; change it`);

/** `, did you mean "x"?`, or nothing where no name is near. */
export function meant(word: string, names: Iterable<string>): string {
  const asked = word.toLowerCase().slice(0, LONGEST_NAME);
  let best: { readonly name: string; readonly steps: number } | undefined;
  for (const name of names) {
    const steps = distance(asked, name.toLowerCase().slice(0, LONGEST_NAME));
    if (best === undefined || steps < best.steps) best = { name, steps };
  }
  return best !== undefined && best.steps <= Math.max(2, asked.length / 4) ? `, did you mean "${best.name}"?` : '';
}

/** Letters to put in, take out or change, to make one word the other (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const changed = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(changed, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function found(placed: Placed): string {
  if (placed.kind === 'map') return 'names and values';
  if (placed.kind === 'list') return `a list of ${placed.items.length}`;
  return placed.value === null || placed.value === '' ? 'nothing' : cut(JSON.stringify(placed.value));
}

const listed = (names: readonly string[]): string => names.map((name) => `\`${name}\``).join(', ');
const cut = (text: string): string => (text.length > 60 ? `${text.slice(0, 57)}…` : text);

const LONGEST_TEXT = 4_000;
const LONGEST_NAME = 80;
