// Text in pieces into lines, with their numbers, and never more of it in memory than one line.

export interface Line {
  /** Counted from one. */
  readonly line: number;
  /** Undefined when the line is longer than it may be. */
  readonly text: string | undefined;
}

export async function* linesOf(pieces: AsyncIterable<string>, longest: number): AsyncGenerator<Line> {
  let line = 1;
  let begun: string[] = [];
  let length = 0;

  // What is too long is counted on, but no longer kept.
  const add = (text: string): void => {
    length += text.length;
    if (length > longest) begun = [];
    else if (text !== '') begun.push(text);
  };
  const end = (): Line => {
    const text = length > longest ? undefined : begun.join('');
    begun = [];
    length = 0;
    return { line: line++, text };
  };

  for await (const piece of pieces) {
    let start = 0;
    for (let at = piece.indexOf('\n'); at >= 0; at = piece.indexOf('\n', start)) {
      add(piece.slice(start, at));
      yield end();
      start = at + 1;
    }
    add(piece.slice(start));
  }
  if (length > 0) yield end();
}
