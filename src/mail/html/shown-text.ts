// Gathers what a person sees of a page, in its order: blocks on lines of their own, what stands in links and what does not.

import type { Anchor, Page } from '../page.ts';
import { overridesIn, splitWords } from './invisible.ts';
import { splitText } from './hidden-text.ts';
import { lettersOf, readable } from './readable.ts';

const LONGEST = 64 * 1024;
/** Before its blanks are folded. */
const LONGEST_RAW = 4 * LONGEST;
const LONGEST_SHOWN = 2_000;

/** A link while it is read. */
export interface OpenAnchor {
  readonly href: string;
  shows: string;
  hasPicture: boolean;
  isVisible: boolean;
}

export const asAnchor = ({ href, shows, hasPicture, isVisible }: OpenAnchor): Anchor => ({
  href,
  shows: readable(shows).replaceAll('\n', ' ').slice(0, LONGEST_SHOWN),
  isImage: hasPicture,
  isHidden: !isVisible,
});

export class ShownText {
  letters = 0;
  linkedLetters = 0;
  /** Words whose letters come in several pieces. */
  joins = 0;
  isCut = false;
  private readonly pieces: string[] = [];
  private readonly unlinked: string[] = [];
  private length = 0;
  private quotedFrom: number | undefined;

  add(text: string, anchor: OpenAnchor | undefined): void {
    const letters = lettersOf(text);
    this.letters += letters;
    if (LETTER_FIRST.test(text) && LETTER_LAST.test(this.pieces.at(-1) ?? '')) this.joins += 1;
    if (anchor !== undefined) {
      this.linkedLetters += letters;
      if (anchor.shows.length < LONGEST_SHOWN) anchor.shows += text;
      if (/\S/.test(text)) anchor.isVisible = true;
    }
    this.put(text.replaceAll(/\s+/g, ' '), anchor);
  }

  /** A line ends, within a link too. */
  breakLine(anchor: OpenAnchor | undefined): void {
    if (this.pieces.at(-1) === '\n') return;
    this.put('\n', undefined);
    if (anchor !== undefined && anchor.shows !== '') anchor.shows += ' ';
  }

  space(): void {
    this.put(' ', undefined);
  }

  /** Quoted mail begins here, if it has not begun before. */
  quote(): void {
    this.quotedFrom ??= this.pieces.length;
  }

  page(): Pick<Page, 'text' | 'unlinked' | 'letters' | 'linkedLetters' | 'joins' | 'overrides'> & {
    quotedAt: number | undefined;
  } {
    const raw = this.pieces.join('');
    const above = readable(this.pieces.slice(0, this.quotedFrom).join(''));
    const below = this.quotedFrom === undefined ? '' : readable(this.pieces.slice(this.quotedFrom).join(''));
    return {
      text: (below === '' ? above : `${above}\n${below}`.trimStart()).slice(0, LONGEST),
      quotedAt: below === '' ? undefined : above.length,
      unlinked: readable(this.unlinked.join('')).slice(0, LONGEST),
      ...{ letters: this.letters, linkedLetters: this.linkedLetters, joins: this.joins },
      overrides: overridesIn(raw),
    };
  }

  /** Words that read otherwise than they are written. */
  split(): ReturnType<typeof splitText> {
    return splitText(splitWords(this.pieces.join('')));
  }

  private put(text: string, anchor: OpenAnchor | undefined): void {
    if (this.length >= LONGEST_RAW) {
      this.isCut = true;
      return;
    }
    this.length += text.length;
    this.pieces.push(text);
    this.unlinked.push(anchor === undefined ? text : ' ');
  }
}

const LETTER_FIRST = /^\p{L}/u;
const LETTER_LAST = /\p{L}$/u;
