import { describe, expect, it } from 'vitest';
import { LineSplitter } from '../../src/ingest/lines.ts';

/** Lines of bytes that come in pieces: `number text`, with `!` where it is not UTF-8. */
function linesOf(pieces: readonly (string | Uint8Array)[], longest = 1_000): string[] {
  const splitter = new LineSplitter(longest);
  const lines = pieces.flatMap((piece) => splitter.push(Buffer.from(piece)));
  return [...lines, ...splitter.end()].map(({ line, text, isUtf8 }) => `${line}${isUtf8 ? '' : '!'} ${text ?? '(too long)'}`);
}

describe('lines', () => {
  it('are the same however they are cut into pieces', () => {
    const bytes = Buffer.from('één\n\ntwee\r\n\uFFFD\ndrie');
    const whole = ['1 één', '2 ', '3 twee\r', '4 \uFFFD', '5 drie'];
    for (let size = 1; size <= bytes.length; size++) {
      const pieces = Array.from({ length: Math.ceil(bytes.length / size) }, (_, n) => bytes.subarray(n * size, (n + 1) * size));
      expect(linesOf(pieces)).toEqual(whole);
    }
  });

  it('that are not UTF-8 say so, and those around them do not', () => {
    expect(linesOf([Buffer.from('a\nb\xe9\nc\n', 'latin1')])).toEqual(['1 a', '2! b\uFFFD', '3 c']);
    expect(linesOf([Buffer.from('a\nb\xe9', 'latin1')])).toEqual(['1 a', '2! b\uFFFD']);
  });

  it('that are too long are counted and not kept', () => {
    expect(linesOf(['a\n', 'x'.repeat(6), 'x'.repeat(6), '\nb\n'], 10)).toEqual(['1 a', '2 (too long)', '3 b']);
    expect(linesOf([`a\n${'x'.repeat(12)}\nb`], 10)).toEqual(['1 a', '2 (too long)', '3 b']);
    expect(linesOf(['x'.repeat(12)], 10)).toEqual(['1 (too long)']);
    expect(linesOf(['x'.repeat(10)], 10)).toEqual([`1 ${'x'.repeat(10)}`]);
  });

  it('may end in a carriage return alone, if the first one does', () => {
    expect(linesOf(['a\rb\r', 'c'])).toEqual(['1 a', '2 b', '3 c']);
    expect(linesOf(['a\r', '\nb\rc\n'])).toEqual(['1 a\r', '2 b\rc']);
    expect(linesOf(['a\nb\rc\n'])).toEqual(['1 a', '2 b\rc']);
  });

  it('tell which one is begun', () => {
    const splitter = new LineSplitter(1_000);
    splitter.push(Buffer.from('a\nb\nc'));
    expect(splitter.next).toBe(3);
  });
});
