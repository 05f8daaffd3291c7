// A record too long to be kept whole, as JSON that can still be read: its longest texts are cut first, and only where that is
// not enough its longest lists. What a message says stands at its beginning.

/** The same JSON value in at most so many characters, where cutting texts to 64 and lists to 8 makes it so; else `null`. */
export function shortened(json: string, most: number): string {
  if (json.length <= most) return json;
  const value = JSON.parse(json) as unknown;
  for (const [text, list] of STEPS) {
    const cut = JSON.stringify(value, (_, it: unknown) => within(it, text, list));
    if (cut.length <= most) return cut;
  }
  return 'null';
}

/** Characters of a text, members of a list: from what is hardly missed on. */
const STEPS: readonly (readonly [text: number, list: number])[] = [
  ...[128, 96, 64, 48, 32, 24, 16, 8, 4, 2].map((kilo) => [kilo * 1024, Infinity] as const),
  ...([
    [1024, 1_000],
    [512, 500],
    [256, 200],
    [128, 50],
    [64, 8],
  ] as const),
];

function within(value: unknown, text: number, list: number): unknown {
  if (typeof value === 'string' && value.length > text) return value.slice(0, text);
  return Array.isArray(value) && value.length > list ? value.slice(0, list) : value;
}
