// What the words of a message come to: how they are written, and which concepts they name.

import type { Concept } from './text/concept.ts';

/** A concept, and which word of the text it begins at. */
export interface Mention {
  readonly concept: Concept;
  readonly at: number;
}

export interface Words {
  /** Words of the subject and of the text seen, its first 64 KiB. */
  readonly count: number;
  /** Of the text alone, as all that follows. */
  readonly characters: number;
  readonly sentences: number;
  readonly lines: number;
  readonly letters: number;
  readonly capitals: number;
  readonly digits: number;
  readonly exclamations: number;
  readonly questions: number;
  /** Words of four letters and more, all in capitals. */
  readonly shouted: number;
  readonly emoji: number;
  /** Characters that are not seen: zero-width blanks, soft hyphens. */
  readonly invisible: number;
  /** Words with letters of two scripts. */
  readonly mixedScripts: number;
  /** Words that a concept was found by only after look-alike letters, digits for letters or blanks between letters were undone. */
  readonly disguised: number;
  /** Of more than six letters. */
  readonly long: number;
  /** Sentences that begin by telling the reader to do something. */
  readonly imperatives: number;
  /** Different words. */
  readonly distinct: number;
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
  /** How often each is named; those that are not, are left out. */
  readonly concepts: ReadonlyMap<Concept, number>;
}
