// The MIME library, with some of its habits taken away that its options leave in.
//
// It turns the HTML of mail that also has plain text into text: in hours, if the HTML is made for that. It keeps two blobs
// for each line of a part that is not encoded, which costs more than all the rest. And it looks for the ends of lines and
// decodes base64 a letter at a time, half of what a large attachment takes. All are methods that its types do not show; the
// tests of hostile mail notice when a new version has them no more.

import PostalMime from 'postal-mime';
import type { Email, PostalMimeOptions } from 'postal-mime';

type Chunk = Uint8Array | ArrayBuffer | string;

interface Decoder {
  readonly chunks: Chunk[];
  /** Of base64 alone: takes letters of its alphabet and no others. */
  pushChunk?: (text: string) => void;
}

interface Line {
  readonly bytes: Uint8Array;
  readonly done: boolean;
}

interface Internals {
  readonly buf: ArrayBuffer;
  readonly av: Uint8Array;
  readPos: number;
  readonly currentNode: { readonly contentDecoder: Decoder | null };
  /** Texts of each part, by type: `plain` and `html`. */
  readonly textMap: ReadonlyMap<unknown, Readonly<Record<string, readonly { readonly value: string }[]>>>;
  readonly textContent: Record<string, string>;
  parse(bytes: Uint8Array): Promise<Email>;
  readLine(): Line;
  renderTextContent(): void;
}

const Base = PostalMime as unknown as new (options: PostalMimeOptions) => Internals;

const LINE_FEED = 0x0a;
const CARRIAGE_RETURN = 0x0d;

/** Chunks that are put together once there are so many. */
const TOGETHER = 512;

export class MimeParser extends Base {
  private chunks: readonly Chunk[] = [];
  private together = 0;

  override readLine(): Line {
    const decoder = this.currentNode.contentDecoder;
    const chunks = decoder?.chunks ?? [];
    if (chunks !== this.chunks) {
      [this.chunks, this.together] = [chunks, 0];
      if (decoder?.pushChunk !== undefined) decoder.pushChunk = (text) => chunks.push(Buffer.from(text, 'base64'));
    }
    if (chunks.length - this.together >= TOGETHER) {
      chunks.push(Buffer.concat(chunks.splice(this.together).map(bytesOf)));
      this.together = chunks.length;
    }

    const { av: bytes, readPos: start } = this;
    const feed = bytes.indexOf(LINE_FEED, start);
    let end = feed < 0 ? bytes.length : feed;
    this.readPos = feed < 0 ? end : feed + 1;
    while (end > start && bytes[end - 1] === CARRIAGE_RETURN) end--;
    return { bytes: new Uint8Array(this.buf, start, end - start), done: this.readPos >= bytes.length };
  }

  override renderTextContent(): void {
    const texts: Record<string, string[]> = {};
    for (const entry of this.textMap.values())
      for (const [type, parts] of Object.entries(entry)) for (const { value } of parts) (texts[type] ??= []).push(value);
    for (const [type, values] of Object.entries(texts)) this.textContent[type] = values.join('\n');
  }
}

const bytesOf = (chunk: Chunk): Uint8Array => (typeof chunk === 'string' ? Buffer.from(chunk) : new Uint8Array(chunk));
