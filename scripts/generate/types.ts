// The types a .cypher header may name, turned into TypeScript: everything read-only, and each name of src/model known.
//
//   string[]                        readonly string[]
//   { id: string, at: Instant }[]   readonly { readonly id: string; readonly at: Instant }[]
//   Severity | undefined            Severity | undefined

export interface TypeScript {
  readonly text: string;
  /** Names that have to be imported. */
  readonly names: readonly string[];
}

const builtIn = new Set(['string', 'number', 'boolean', 'unknown', 'null', 'undefined', 'Record']);

/** Throws an Error that says what is wrong with the text, not where it stands. */
export function typeScriptOf(source: string): TypeScript {
  const reader = new Reader(source);
  const text = union(reader);
  reader.end();
  return { text, names: [...reader.names].sort() };
}

/** Reads a type piece by piece: words, literals and single signs. */
class Reader {
  readonly names = new Set<string>();
  readonly #pieces: readonly string[];
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
    this.#pieces = source.match(/'[^']*'|\w+|\[\]|\S/g) ?? [];
  }

  next(): string {
    return this.#pieces[this.#at++] ?? '';
  }

  takes(piece: string): boolean {
    if (this.#pieces[this.#at] !== piece) return false;
    this.#at++;
    return true;
  }

  expect(piece: string): void {
    const found = this.next();
    if (found !== piece)
      throw new Error(`expected ${piece || 'the end'}, found ${found || 'the end'} in the type ${this.#source}`);
  }

  end(): void {
    this.expect('');
  }
}

function union(reader: Reader): string {
  const members = [list(reader)];
  while (reader.takes('|')) members.push(list(reader));
  return members.join(' | ');
}

function list(reader: Reader): string {
  let text = single(reader);
  while (reader.takes('[]')) text = text.startsWith('readonly ') ? `readonly (${text})[]` : `readonly ${text}[]`;
  return text;
}

function single(reader: Reader): string {
  if (reader.takes('{')) return object(reader);
  if (reader.takes('(')) {
    const inner = union(reader);
    reader.expect(')');
    return `(${inner})`;
  }
  return named(reader);
}

function object(reader: Reader): string {
  const fields: string[] = [];
  while (!reader.takes('}')) {
    const name = reader.next();
    const mark = reader.takes('?') ? '?' : '';
    reader.expect(':');
    fields.push(`readonly ${name}${mark}: ${union(reader)}`);
    if (!reader.takes(',')) reader.takes(';');
  }
  return fields.length === 0 ? 'Record<string, never>' : `{ ${fields.join('; ')} }`;
}

function named(reader: Reader): string {
  const name = reader.next();
  if (/^('.*'|\d+)$/.test(name)) return name;
  if (!/^[A-Za-z_]\w*$/.test(name)) throw new Error(`expected a type, found ${name || 'the end'}`);
  if (!builtIn.has(name) && name !== 'true' && name !== 'false') reader.names.add(name);
  return reader.takes('<') ? `${name}<${argumentsOf(reader)}>` : name;
}

function argumentsOf(reader: Reader): string {
  const types = [union(reader)];
  while (reader.takes(',')) types.push(union(reader));
  reader.expect('>');
  return types.join(', ');
}
