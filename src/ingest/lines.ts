// Bytes of text into lines, with their numbers, and never more of it in memory than one line.
//
// UTF-8 alone: other encodings are turned into it before. A line that is not is handed on with U+FFFD for what could
// not be read, and says so; whoever takes lines decides whether that will do.

export interface Line {
  /** Counted from one. */
  readonly line: number;
  /** Without its line feed. Undefined when the line is longer than it may be. */
  readonly text: string | undefined;
  /** Whether its bytes are UTF-8. */
  readonly isUtf8: boolean;
}

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

export class LineSplitter {
  private readonly longest: number;
  private begun: Uint8Array[] = [];
  private length = 0;
  private line = 1;
  private ending: 'unknown' | 'lineFeed' | 'carriageReturn' = 'unknown';

  /** `longest` in bytes: what is longer is counted on, but not kept. */
  constructor(longest: number) {
    this.longest = longest;
  }

  /** Number of the line that is begun and not ended. */
  get next(): number {
    return this.line;
  }

  /** The lines that end in this piece. The piece is not used afterwards. */
  push(piece: Uint8Array): Line[] {
    const bytes = this.withLineFeeds(piece);
    const last = bytes.lastIndexOf(LINE_FEED);
    if (last < 0) {
      this.keep(bytes);
      return [];
    }

    const lines: Line[] = [];
    let start = 0;
    if (this.length > 0) {
      start = bytes.indexOf(LINE_FEED) + 1;
      this.keep(bytes.subarray(0, start - 1));
      lines.push(this.ended());
    }
    if (last >= start) this.split(bytes.subarray(start, last), lines);
    this.keep(bytes.subarray(last + 1));
    return lines;
  }

  /** The last line, when no line feed ends it. */
  end(): Line[] {
    return this.length > 0 ? [this.ended()] : [];
  }

  private keep(bytes: Uint8Array): void {
    this.length += bytes.length;
    if (this.length > this.longest) this.begun = [];
    // A copy: otherwise a short rest would hold on to the whole piece, and to whoever fills it anew.
    else if (bytes.length > 0) this.begun.push(bytes.slice());
  }

  private ended(): Line {
    const isTooLong = this.length > this.longest;
    const bytes = Buffer.concat(this.begun);
    this.begun = [];
    this.length = 0;
    return isTooLong ? { line: this.line++, text: undefined, isUtf8: true } : this.lineOf(bytes);
  }

  private lineOf(bytes: Uint8Array): Line {
    const text = textOf(bytes);
    // A mark of an unreadable letter may also have been in the file.
    return { line: this.line++, text, isUtf8: !text.includes(UNREADABLE) || isUtf8(bytes) };
  }

  /** Whole lines, decoded in one go: a line feed is never part of another letter. */
  private split(bytes: Uint8Array, lines: Line[]): void {
    const text = textOf(bytes);
    if (text.includes(UNREADABLE) || bytes.length > this.longest) this.splitBytes(bytes, lines);
    else for (const one of text.split('\n')) lines.push({ line: this.line++, text: one, isUtf8: true });
  }

  private splitBytes(bytes: Uint8Array, lines: Line[]): void {
    for (let start = 0; start <= bytes.length;) {
      const at = bytes.indexOf(LINE_FEED, start);
      const end = at < 0 ? bytes.length : at;
      const isTooLong = end - start > this.longest;
      lines.push(isTooLong ? { line: this.line++, text: undefined, isUtf8: true } : this.lineOf(bytes.subarray(start, end)));
      start = end + 1;
    }
  }

  /** Some old exports end their lines with a carriage return alone; the first piece that holds an end tells. */
  private withLineFeeds(bytes: Uint8Array): Uint8Array {
    if (this.ending === 'unknown') {
      const at = bytes.indexOf(CARRIAGE_RETURN);
      if (bytes.includes(LINE_FEED)) this.ending = 'lineFeed';
      // The very last one may be half of a pair.
      else if (at >= 0 && at < bytes.length - 1) this.ending = 'carriageReturn';
    }
    return this.ending === 'carriageReturn' ? bytes.map((byte) => (byte === CARRIAGE_RETURN ? LINE_FEED : byte)) : bytes;
  }
}

const UNREADABLE = '\uFFFD';
/** Bytes of UTF-8 as text, without a copy of them. */
export const textOf = (bytes: Uint8Array): string => Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}
