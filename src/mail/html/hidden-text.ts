// Gathers what nobody sees of a page, piece by piece: one for each run of text hidden in one way.

import type { Hidden, Hiding } from '../page.ts';
import { lettersOf, readable } from './readable.ts';

const MOST = 500;
const LONGEST = 2_000;

interface Piece {
  readonly how: Hiding;
  text: string;
  letters: number;
  readonly after: number;
}

export class HiddenText {
  private readonly pieces: Piece[] = [];
  private readonly lastOf = new Map<Hiding, Piece>();
  private current: Piece | undefined;

  /** `after`: letters a person has seen by then. */
  add(how: Hiding, text: string, after: number): void {
    if (this.current?.how !== how) this.current = this.pieceOf(how, after);
    this.current.letters += lettersOf(text);
    if (this.current.text.length < LONGEST) this.current.text += text;
  }

  /** Something is seen: what is hidden next is another piece. */
  interrupt(): void {
    this.current = undefined;
  }

  all(): readonly Hidden[] {
    const filled = this.pieces.filter(({ letters }) => letters > 0);
    return filled.map(({ how, text, letters, after }) => ({ how, letters, after, text: readable(text).slice(0, LONGEST) }));
  }

  /** A new one as long as there is room, then the last of its kind. */
  private pieceOf(how: Hiding, after: number): Piece {
    const last = this.lastOf.get(how);
    if (last !== undefined && this.pieces.length >= MOST) return last;
    const fresh: Piece = { how, text: '', letters: 0, after };
    this.lastOf.set(how, fresh);
    this.pieces.push(fresh);
    return fresh;
  }
}

/** Words that are seen, with what nobody sees between their letters. */
export const splitText = (words: readonly string[]): readonly Hidden[] =>
  words.length === 0
    ? []
    : [{ how: 'zeroWidth', text: words.join(' ').slice(0, LONGEST), letters: lettersOf(words.join('')), after: 0 }];
