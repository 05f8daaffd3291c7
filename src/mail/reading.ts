// All that can be asked of a message, each part read once and only when somebody asks for it.

import type { Entities } from './entities.ts';
import type { History } from './history.ts';
import type { Inducements } from './intent.ts';
import type { Link } from './link.ts';
import type { Message } from './message.ts';
import type { Page } from './page.ts';
import type { Words } from './words.ts';

export interface Reading {
  readonly message: Message;
  readonly history: History;
  /** Absent for a message without HTML. */
  readonly page?: Page | undefined;
  /** What a person sees of the body: of the HTML where there is any, else the plain text; without quoted mail below it, where anything stands above that. */
  readonly seen: string;
  /** Quoted or forwarded mail below it. */
  readonly quoted: string;
  /** Words in its attachments, the first 64 KiB of them. */
  readonly enclosed?: string;
  readonly links: readonly Link[];
  /** Of the subject and the text seen: `wordsOf(message.subject, seen)` of `text/words.ts`. */
  readonly words: Words;
  readonly entities: Entities;
  /** ISO 639-1, where the text is long enough to tell. */
  readonly language?: string | undefined;
  readonly inducements: Inducements;
}
