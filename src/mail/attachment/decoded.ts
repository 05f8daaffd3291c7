// Bytes as text: in which of the usual ways they were written, and whether they are text at all.

const HEAD = 4_096;

/** Text of bytes that are text: UTF-8, UTF-16 with or without its mark, else Latin-1. Undefined for others. */
export function decoded(bytes: Buffer, longest = bytes.length): string | undefined {
  const wide = wideness(bytes);
  const part = bytes.subarray(0, longest);
  if (wide !== undefined) {
    const text = new TextDecoder(wide).decode(part);
    return isText(text.slice(0, HEAD)) ? text : undefined;
  }
  const start = part[0] === 0xef && part[1] === 0xbb && part[2] === 0xbf ? 3 : 0;
  // NUL bytes in the middle of text are a trick against readers; other programs skip them.
  if (!isText(part.toString('latin1', start, start + HEAD))) return undefined;
  const text = part.toString('utf8', start);
  return text.includes('\ufffd') ? part.toString('latin1', start) : text;
}

function wideness(bytes: Buffer): 'utf-16le' | 'utf-16be' | undefined {
  const [a, b, c, d] = bytes;
  if ((a === 0xff && b === 0xfe) || (a !== 0 && b === 0 && c !== 0 && d === 0 && bytes.length > 7)) return 'utf-16le';
  if ((a === 0xfe && b === 0xff) || (a === 0 && b !== 0 && c === 0 && d !== 0 && bytes.length > 7)) return 'utf-16be';
  return undefined;
}

/** Nearly nothing in it that nobody types. */
function isText(head: string): boolean {
  let odd = 0;
  for (let at = 0; at < head.length; at++) {
    const code = head.charCodeAt(at);
    if (code < 9 || (code > 13 && code < 32 && code !== 27) || code === 0xfffd) odd++;
  }
  return odd * 100 <= head.length;
}
