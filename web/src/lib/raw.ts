// A record as it came, in lines a person can read. What is JSON is laid out; nothing is added, dropped or run.

const mostLines = 2_000;

export function pretty(raw: string): string[] {
  const lines = laidOut(raw).split(/\r?\n/);
  return lines.length <= mostLines ? lines : [...lines.slice(0, mostLines), `… ${lines.length - mostLines} more lines`];
}

/** Numbers too long for a computer would change in laying out: such a record stays as it came. */
function laidOut(raw: string): string {
  if (/(?<![\w"])-?\d{16,}/.test(raw)) return raw;
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
