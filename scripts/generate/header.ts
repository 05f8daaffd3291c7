// The header of a .cypher file: what it answers, whether it writes, what it takes and gives.
//
//   // How two findings touch.
//   //
//   // @mode    read
//   // @param   findings string[]
//   // @returns link     { from: string, to: string }
//
// A type may go on over several lines while a bracket is open.

export interface Header {
  readonly mode: 'read' | 'write';
  readonly params: readonly Field[];
  readonly returns: readonly Field[];
}

export interface Field {
  readonly name: string;
  readonly type: string;
}

/** A .cypher file whose header cannot be read. */
export class HeaderError extends Error {
  override readonly name = 'HeaderError';

  constructor(file: string, why: string) {
    super(`${file}: ${why}`);
  }
}

export function readHeader(file: string, text: string): Header {
  const tags = tagsOf(headerLines(text));
  const known = tags.filter(({ tag }) => ['mode', 'param', 'returns'].includes(tag));
  const odd = tags.find((tag) => !known.includes(tag));
  if (odd !== undefined) throw new HeaderError(file, `@${odd.tag} is not a tag; there are @mode, @param and @returns`);

  const modes = known.filter(({ tag }) => tag === 'mode').map(({ rest }) => rest);
  const [mode] = modes;
  if (modes.length !== 1 || (mode !== 'read' && mode !== 'write'))
    throw new HeaderError(file, 'the header needs one line "// @mode read" or "// @mode write"');

  const fields = (wanted: string) => known.filter(({ tag }) => tag === wanted).map(({ tag, rest }) => field(file, tag, rest));
  return { mode, params: fields('param'), returns: fields('returns') };
}

function headerLines(text: string): string[] {
  const lines = text.split(/\r?\n/);
  const end = lines.findIndex((line) => !line.startsWith('//'));
  return lines.slice(0, end === -1 ? lines.length : end).map((line) => line.slice(2));
}

interface Tag {
  readonly tag: string;
  readonly rest: string;
}

function tagsOf(lines: readonly string[]): Tag[] {
  const tags: Tag[] = [];
  for (const line of lines) {
    const [, tag, rest = ''] = /^\s*@(\w+)\s*(.*?)\s*$/.exec(line) ?? [];
    const open = tags.at(-1);
    if (tag !== undefined) tags.push({ tag, rest });
    else if (open !== undefined && isOpen(open.rest)) tags.splice(-1, 1, { tag: open.tag, rest: `${open.rest} ${line.trim()}` });
  }
  return tags;
}

const count = (text: string, letters: RegExp): number => text.match(letters)?.length ?? 0;
const isOpen = (type: string): boolean => count(type, /[{(<[]/g) > count(type, /[})>\]]/g);

function field(file: string, tag: string, rest: string): Field {
  const [, name, type] = /^(\w+)\s+(.+)$/.exec(rest) ?? [];
  if (name === undefined || type === undefined) throw new HeaderError(file, `"@${tag} ${rest}" lacks a name or a type`);
  return { name, type };
}
