// Long texts in a script that stand for something else: base64, and runs of escapes.

/** Shorter ones hold no page and no file. */
const SHORTEST = 64;
const MOST = 50;
const LONGEST_ESCAPED = 512 * 1024;

/** What they stand for, in the order of the script. */
export function literalsIn(code: string): readonly Buffer[] {
  const found: Buffer[] = [];
  for (const run of runs(code, BASE64, SHORTEST)) {
    // Words run together, or a number: base64 of any length has both cases and digits.
    if (/[a-z]/.test(run) && /[A-Z]/.test(run) && /[0-9+/]/.test(run.slice(0, 4_096))) found.push(Buffer.from(run, 'base64'));
    if (found.length === MOST) return found;
  }
  for (const [escapes] of code
    .slice(0, LONGEST_ESCAPED)
    .matchAll(
      /(?:%[0-9a-f]{2}[^%"'`\\\n]{0,80}){12,}|(?:\\x[0-9a-f]{2}[^\\"'`\n]{0,20}){12,}|(?:\\u00[0-9a-f]{2}[^\\"'`\n]{0,20}){12,}/gi,
    )) {
    found.push(
      Buffer.from(
        escapes.replace(/(?:%|\\x|\\u00)([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
        'latin1',
      ),
    );
    if (found.length === MOST) return found;
  }
  return found;
}

const BASE64 = new Uint8Array(128);
for (const letter of 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=') BASE64[letter.charCodeAt(0)] = 1;

/** Runs of the letters of an alphabet, by one walk: an expression would try each run from each of its letters. */
function* runs(text: string, alphabet: Uint8Array, shortest: number): Generator<string> {
  let start = -1;
  for (let at = 0; at <= text.length; at++) {
    const isIn = at < text.length && alphabet[text.charCodeAt(at)] === 1;
    if (isIn && start < 0) start = at;
    if (isIn || start < 0) continue;
    if (at - start >= shortest) yield text.slice(start, at);
    start = -1;
  }
}
