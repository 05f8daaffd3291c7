// The MIME library, with two of its habits taken away that its options leave in.
//
// It turns the HTML of mail that also has plain text into text: in hours, if the HTML is made for that. And it keeps two
// blobs for each line of a part that is not encoded, which costs more than all the rest. Both are methods that its types
// do not show; the tests of hostile mail notice when a new version has them no more.

import PostalMime from 'postal-mime';
import type { Email, PostalMimeOptions } from 'postal-mime';

type Chunk = Uint8Array | ArrayBuffer | string;

interface Internals {
  readonly currentNode: { readonly contentDecoder: { readonly chunks: Chunk[] } | null };
  /** Texts of each part, by type: `plain` and `html`. */
  readonly textMap: ReadonlyMap<unknown, Readonly<Record<string, readonly { readonly value: string }[]>>>;
  readonly textContent: Record<string, string>;
  parse(bytes: Uint8Array): Promise<Email>;
  readLine(): unknown;
  renderTextContent(): void;
}

const Base = PostalMime as unknown as new (options: PostalMimeOptions) => Internals;

/** Chunks that are put together once there are so many. */
const TOGETHER = 512;

export class MimeParser extends Base {
  private chunks: readonly Chunk[] = [];
  private together = 0;

  override readLine(): unknown {
    const chunks = this.currentNode.contentDecoder?.chunks ?? [];
    if (chunks !== this.chunks) [this.chunks, this.together] = [chunks, 0];
    if (chunks.length - this.together >= TOGETHER) {
      chunks.push(Buffer.concat(chunks.splice(this.together).map(bytesOf)));
      this.together = chunks.length;
    }
    return super.readLine();
  }

  override renderTextContent(): void {
    const texts: Record<string, string[]> = {};
    for (const entry of this.textMap.values())
      for (const [type, parts] of Object.entries(entry)) for (const { value } of parts) (texts[type] ??= []).push(value);
    for (const [type, values] of Object.entries(texts)) this.textContent[type] = values.join('\n');
  }
}

const bytesOf = (chunk: Chunk): Uint8Array => (typeof chunk === 'string' ? Buffer.from(chunk) : new Uint8Array(chunk));
