// ArcSight's Common Event Format: `CEF:0|vendor|product|version|signature id|name|severity|key=value key=value`.
//
// In the header `|` and `\` are escaped by `\`; in the extension `=`, `\` and line ends are. A value goes on until the next
// ` key=`, so that it may hold blanks.

const START = /(?:^|\s)CEF:\d+\|/;
const HEADER = ['vendor', 'product', 'version', 'signature', 'name', 'severity'] as const;

/** Header fields by the names above, extension fields by their keys; undefined when the text is no CEF. */
export function cefFields(text: string): Readonly<Record<string, string>> | undefined {
  const start = START.exec(text);
  if (start === null) return undefined;
  const [parts, extension] = headerOf(text.slice(start.index + start[0].length));
  if (parts.length < HEADER.length) return undefined;

  const header = HEADER.map((name, index) => [name, parts[index] ?? ''] as const);
  // The header's names win: an extension key `name` must not rename the alert.
  return Object.fromEntries([...extensionOf(extension), ...header].filter(([, value]) => value !== ''));
}

function headerOf(text: string): [parts: string[], rest: string] {
  const parts: string[] = [];
  let part = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text[at] ?? '';
    if (letter === '\\' && at + 1 < text.length) part += text[(at += 1)] ?? '';
    else if (letter === '|') {
      parts.push(part.trim());
      part = '';
      if (parts.length === HEADER.length) return [parts, text.slice(at + 1)];
    } else part += letter;
  }
  return [[...parts, part.trim()], ''];
}

/** A key is a word before an unescaped `=`. */
const KEY = /(?:^|\s)([A-Za-z0-9_.[\]-]+)=/g;

function extensionOf(text: string): [string, string][] {
  const keys = [...text.matchAll(KEY)];
  const pairs = keys.map((key, index): [string, string] => {
    const end = keys[index + 1]?.index ?? text.length;
    return [key[1] ?? '', unescaped(text.slice(key.index + key[0].length, end)).trim()];
  });
  return labelled(pairs);
}

const unescaped = (text: string): string =>
  text.replace(/\\([=\\nr|])/g, (_, letter: string) => (letter === 'n' ? '\n' : letter === 'r' ? '\r' : letter));

/** `cs1=… cs1Label=Policy` is also found as `Policy`. */
function labelled(pairs: [string, string][]): [string, string][] {
  const found = new Map(pairs);
  const more = pairs
    .filter(([key]) => key.endsWith('Label'))
    .flatMap(([key, label]): [string, string][] => {
      const value = found.get(key.slice(0, -'Label'.length));
      return value === undefined || found.has(label) ? [] : [[label, value]];
    });
  return [...more, ...pairs];
}
