// Style declarations, of an attribute or of a rule: those alone that decide whether something can be seen.

export interface Declaration {
  /** In small letters, without `!important`. */
  readonly value: string;
  readonly isImportant: boolean;
}

/** By property; of several the last that is a declaration, important ones before others. */
export type Declarations = ReadonlyMap<string, Declaration>;

const MOST = 200;
const LONGEST = 8_000;
const LONGEST_VALUE = 400;

const PROPERTIES: ReadonlySet<string> = new Set([
  ...['display', 'visibility', 'opacity', 'font-size', 'font', 'color', 'background', 'background-color', 'background-image'],
  ...['height', 'width', 'max-height', 'max-width', 'overflow', 'overflow-x', 'overflow-y', 'text-indent', 'position', 'float'],
  ...['left', 'top', 'right', 'bottom', 'margin', 'margin-left', 'margin-top', 'clip', 'clip-path', 'transform', 'filter'],
  ...['content-visibility', '-webkit-text-fill-color', 'mso-hide'],
]);

export function declarationsOf(text: string): Declarations {
  const found = new Map<string, Declaration>();
  for (const part of parts(plain(text.slice(0, LONGEST)))) {
    const colon = part.indexOf(':');
    const property = part.slice(0, colon).trim().toLowerCase();
    if (colon < 1 || !PROPERTIES.has(property)) continue;
    const written = part
      .slice(colon + 1, colon + 1 + LONGEST_VALUE)
      .trim()
      .toLowerCase();
    const value = written.replace(/!\s{0,20}important$/, '').trim();
    const isImportant = value.length < written.length;
    if (value !== '' && (isImportant || found.get(property)?.isImportant !== true)) found.set(property, { value, isImportant });
  }
  return found;
}

/** Without comments; escapes resolved, as browsers do. */
export function plain(css: string): string {
  const bare = css.includes('/*') ? withoutComments(css) : css;
  if (!bare.includes('\\')) return bare;
  return bare.replaceAll(/\\(?:([0-9a-f]{1,6})\s?|(.))/gi, (_, code: string | undefined, other: string | undefined) =>
    code === undefined ? (other ?? '') : character(parseInt(code, 16)),
  );
}

const character = (point: number): string => (point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : '\uFFFD');

function withoutComments(css: string): string {
  const kept: string[] = [];
  let from = 0;
  for (let start = css.indexOf('/*'); start >= 0; start = css.indexOf('/*', from)) {
    kept.push(css.slice(from, start));
    const end = css.indexOf('*/', start + 2);
    if (end < 0) return kept.join(' ');
    from = end + 2;
  }
  return [...kept, css.slice(from)].join(' ');
}

/** Cut at each semicolon that stands in no quotes and no brackets. */
function parts(text: string): string[] {
  const found: string[] = [];
  let [from, depth, quote] = [0, 0, ''];
  for (let at = 0; at < text.length && found.length < MOST; at += 1) {
    const sign = text.charAt(at);
    if (quote !== '') quote = sign === quote ? '' : quote;
    else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '(') depth += 1;
    else if (sign === ')') depth = Math.max(0, depth - 1);
    else if (sign === ';' && depth === 0) {
      found.push(text.slice(from, at));
      from = at + 1;
    }
  }
  found.push(text.slice(from));
  return found;
}
