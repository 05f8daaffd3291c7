// Zeek's own log format: a header of lines that begin with `#`, then one row a line, tab-separated.
//
// A row becomes the record that Zeek would have written as JSON: names as they are, dots and all, values by their type,
// what is unset left out; `_path` names the log. A value that is not of its type stays text.

/** A row as a record, or why it is none. */
export type ZeekRow = { readonly record: Readonly<Record<string, unknown>> } | { readonly why: string };

type Reader = (text: string) => unknown;

export class ZeekLog {
  private separator = '\t';
  private setSeparator = ',';
  private empty = '(empty)';
  private unset = '-';
  private path: string | undefined;
  private fields: readonly string[] = [];
  private readers: readonly Reader[] = [];

  /** A line that begins with `#`. True when it closes the log: what follows has a header of its own. */
  header(text: string): boolean {
    const line = text.trimStart();
    if (line.startsWith('#separator ')) this.separator = unescaped(line.slice('#separator '.length));
    const [name, ...values] = line.split(this.separator);
    const [value = ''] = values;
    if (name === '#set_separator') this.setSeparator = unescaped(value);
    else if (name === '#empty_field') this.empty = value;
    else if (name === '#unset_field') this.unset = value;
    else if (name === '#path') this.path = value;
    else if (name === '#fields') [this.fields, this.readers] = [values, []];
    else if (name === '#types') this.readers = values.map((type) => this.readerOf(type));
    return name === '#close';
  }

  row(line: string): ZeekRow {
    if (this.fields.length === 0) return { why: 'a row before the names of its fields' };
    const values = line.split(this.separator);
    if (values.length !== this.fields.length) return { why: `${values.length} values under ${this.fields.length} fields` };

    const record: Record<string, unknown> = this.path === undefined ? {} : { _path: this.path };
    for (const [index, name] of this.fields.entries()) {
      const value = values[index] as string;
      // No log has a field of this name; set, it would change what the record is.
      if (value === this.unset || name === '__proto__') continue;
      record[name] = (this.readers[index] ?? this.text)(value);
    }
    return { record };
  }

  private readonly text = (value: string): string => (value === this.empty ? '' : unescaped(value));

  private readerOf(type: string): Reader {
    const inner = /^(?:set|vector|table)\[(.*)\]$/.exec(type)?.[1];
    if (inner !== undefined) {
      const element = this.readerOf(inner);
      return (value) => (value === this.empty || value === '' ? [] : value.split(this.setSeparator).map(element));
    }
    if (type === 'bool') return (value) => (value === 'T' ? true : value === 'F' ? false : this.text(value));
    return NUMBERS.has(type) ? (value) => numberIn(value) ?? this.text(value) : this.text;
  }
}

/** Usually `#separator \x09`; logs that went through an editor may have lost or moved it. */
export const beginsZeekLog = (line: string): boolean => /^\s*#(?:separator |(?:set_separator|path|fields)\t)/.test(line);

const NUMBERS: ReadonlySet<string> = new Set(['time', 'interval', 'double', 'count', 'int', 'port']);

/** Nothing for a number that would lose digits. */
function numberIn(text: string): number | undefined {
  const number = Number(text);
  const isExact = /^-?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(text) && Math.abs(number) <= Number.MAX_SAFE_INTEGER;
  return isExact ? number : undefined;
}

/** `\x09` and its like: bytes that Zeek does not write as they are. */
const unescaped = (text: string): string =>
  text.includes('\\x')
    ? text.replace(/(?:\\x[0-9a-f]{2})+/gi, (bytes) => Buffer.from(bytes.replaceAll('\\x', ''), 'hex').toString('utf8'))
    : text;
