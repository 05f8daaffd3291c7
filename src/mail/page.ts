// What a person sees of a message in HTML, what is kept from them, and where it leads.

/**
 * How something was hidden. `zeroWidth`: words with characters between their letters that nobody sees, as they are read;
 * `outlook`: left out by Outlook alone. What these two name stands in the page's text too.
 */
export type Hiding =
  ('display' | 'visibility' | 'size' | 'opacity' | 'colour' | 'offScreen' | 'attribute' | 'clipped') | ('zeroWidth' | 'outlook');

export interface Hidden {
  readonly how: Hiding;
  /** The first 2,000 characters. */
  readonly text: string;
  /** Letters and digits of all of it. */
  readonly letters: number;
  /** Letters and digits a person sees before it. */
  readonly after: number;
}

export interface Anchor {
  /** As written, trimmed, entities resolved; the first 2,000 characters. */
  readonly href: string;
  /** What a person sees of it; empty for a picture alone. */
  readonly shows: string;
  readonly isImage: boolean;
  readonly isHidden: boolean;
}

export interface Picture {
  readonly from: 'remote' | 'inline' | 'data' | 'none';
  readonly host?: string;
  readonly width?: number;
  readonly height?: number;
  readonly alt: string;
}

export interface Form {
  readonly action: string;
  /** Types of its fields in small letters: `password`, `email`, `hidden` … */
  readonly fields: readonly string[];
}

export interface Page {
  readonly title: string;
  /** What a person sees, blocks on lines of their own, blanks folded; the first 64 KiB. */
  readonly text: string;
  /** Where in `text` quoted mail begins, by a client's own mark. */
  readonly quotedAt?: number;
  /** What of `text` stands in no anchor. */
  readonly unlinked: string;
  /** Letters and digits a person sees, also those not kept. */
  readonly letters: number;
  readonly hidden: readonly Hidden[];
  /** The first 5,000, and how many there are. */
  readonly anchors: readonly Anchor[];
  readonly anchorCount: number;
  readonly pictures: readonly Picture[];
  readonly forms: readonly Form[];
  readonly base?: string;
  /** Where a `meta refresh` goes. */
  readonly refresh?: string;
  readonly scripts: number;
  /** `onclick=` and its like. */
  readonly handlers: number;
  readonly frames: number;
  readonly styleSheets: number;
  readonly comments: number;
  /** Letters and digits in comments; what Outlook alone reads is not among them. */
  readonly commentLetters: number;
  /** Words whose letters stand in several elements, or on both sides of a comment. */
  readonly joins: number;
  /** Small cells with a colour of their own: many of them draw a picture that is none. */
  readonly paintedCells: number;
  /** Letters and digits of the text that stands in anchors. */
  readonly linkedLetters: number;
  /** Marks that turn the direction of the text seen. */
  readonly overrides: number;
  readonly tables: number;
  readonly elements: number;
  readonly depth: number;
  /** Elements that were opened and never closed. */
  readonly unclosed: number;
  /** Not all of it was read. */
  readonly isCut: boolean;
}
