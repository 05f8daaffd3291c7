// HTML as a stream of tags, text and comments, the way a browser cuts it: entities resolved, scripts and styles kept whole.
//
// Knows nothing of what may stand in what: that is for whoever listens. Tags come in the order of the text, and what is
// left open at its end is nobody's business here.

import { Tokenizer } from 'htmlparser2';

/** The first of a name is the one that counts; names in small letters. */
export type Attributes = ReadonlyMap<string, string>;

export interface Listener {
  open(name: string, attributes: Attributes): void;
  close(name: string): void;
  text(text: string): void;
  comment(text: string): void;
}

const LONGEST_NAME = 64;
const LONGEST_VALUE = 4_000;
const MOST_ATTRIBUTES = 100;

/** Tells the listener all of it, in one pass. */
export function tokenise(html: string, listener: Listener): void {
  let attributes = new Map<string, string>();
  let [tag, attribute, value, text] = ['', '', '', ''];
  // A run of text comes in pieces, one for each entity or lone `<` in it.
  const flush = (): void => {
    if (text !== '') listener.text(text);
    text = '';
  };
  const opened = (): void => {
    flush();
    listener.open(tag, attributes);
    if (attributes.size > 0) attributes = new Map();
  };
  const tokenizer = new Tokenizer(
    { decodeEntities: true },
    {
      onopentagname: (start, end) => (tag = nameAt(html, start, end)),
      onopentagend: opened,
      onselfclosingtag: opened,
      onclosetag: (start, end) => {
        flush();
        listener.close(nameAt(html, start, end));
      },
      onattribname: (start, end) => {
        attribute = nameAt(html, start, end);
        value = '';
      },
      onattribdata: (start, end) => {
        if (value.length < LONGEST_VALUE) value += html.slice(start, Math.min(end, start + LONGEST_VALUE));
      },
      onattribentity: (point) => {
        if (value.length < LONGEST_VALUE) value += String.fromCodePoint(point);
      },
      onattribend: () => {
        if (attributes.size < MOST_ATTRIBUTES && !attributes.has(attribute))
          attributes.set(attribute, value.slice(0, LONGEST_VALUE));
      },
      ontext: (start, end) => (text += html.slice(start, end)),
      ontextentity: (point) => (text += String.fromCodePoint(point)),
      oncomment: (start, end, offset) => {
        flush();
        listener.comment(html.slice(start, Math.max(start, end - offset)));
      },
      oncdata: () => undefined,
      ondeclaration: () => undefined,
      onprocessinginstruction: () => undefined,
      onend: flush,
    },
  );
  tokenizer.write(html);
  tokenizer.end();
}

const nameAt = (html: string, start: number, end: number): string =>
  html.slice(start, Math.min(end, start + LONGEST_NAME)).toLowerCase();
