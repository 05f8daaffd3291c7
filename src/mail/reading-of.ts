// A message and what a tenant knows, as something that can be asked: each part is read when it is first asked for, once.

import type { History } from './history.ts';
import { lettersOf, readable } from './html/readable.ts';
import { inducementsOf } from './inducement.ts';
import { linksOf } from './links.ts';
import type { Message } from './message.ts';
import { pageOf } from './page-of.ts';
import type { Page } from './page.ts';
import { parted } from './quoted.ts';
import type { Parted } from './quoted.ts';
import type { Reading } from './reading.ts';
import { entitiesOf } from './text/entities.ts';
import { languageOf } from './text/language.ts';
import { wordsOf } from './text/words.ts';

/** Of the body, and of all attachments together. */
const LONGEST = 64 * 1024;
/** Less than a sentence: above quoted mail that somebody hands on, so that what is quoted is what the message says; beside a picture. */
const FEWEST_LETTERS = 40;

export function readingOf(message: Message, history: History): Reading {
  const page = once(() => (message.html === undefined ? undefined : pageOf(message.html)));
  const body = once(() => bodyOf(message, page()));
  const enclosed = once(() => enclosedIn(message));
  const links = once(() => linksOf(message, page()));
  const words = once(() => wordsOf(message.subject, body().own));
  const entities = once(() => entitiesOf(body().own));
  const language = once(() => languageOf(body().own));
  const inducements = once(() =>
    inducementsOf({
      words: words(),
      entities: entities(),
      links: links().length,
      files: message.files.length,
      quoted: body().quoted.length,
    }),
  );
  return {
    message,
    history,
    get page() {
      return page();
    },
    get seen() {
      return body().own;
    },
    get quoted() {
      return body().quoted;
    },
    get enclosed() {
      return enclosed();
    },
    get links() {
      return links();
    },
    get words() {
      return words();
    },
    get entities() {
      return entities();
    },
    get language() {
      return language();
    },
    get inducements() {
      return inducements();
    },
  };
}

/** The same message held against something else that is known: what was read of it is not read again. */
export const heldAgainst = (reading: Reading, history: History): Reading =>
  Object.create(reading, { history: { value: history, enumerable: true } }) as Reading;

function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

/** Beside pictures that say it all, what stands for the pictures is read too. */
const withPictures = (page: Page): string =>
  page.letters >= FEWEST_LETTERS
    ? page.text
    : [page.text, ...new Set(page.pictures.map(({ alt }) => alt))].join('\n').trim().slice(0, LONGEST);

/** An HTML part that shows nothing leaves the word to the plain one. */
function bodyOf(message: Message, page: Page | undefined): Parted {
  const isShown = page !== undefined && (page.letters > 0 || message.text === '');
  const text = isShown ? withPictures(page) : readable(message.text.slice(0, LONGEST));
  const at = isShown ? page.quotedAt : undefined;
  const above = parted(at === undefined ? text : text.slice(0, at));
  if (lettersOf(above.own) < FEWEST_LETTERS) return { own: text, quoted: '' };
  const quoted = at === undefined ? above.quoted : `${above.quoted}\n${text.slice(at)}`;
  return { own: above.own, quoted: quoted.trim() };
}

function enclosedIn(message: Message): string {
  let text = '';
  for (const { found } of message.files) {
    if (text.length >= LONGEST) break;
    if (found?.text !== undefined) text += `${found.text}\n`;
  }
  return readable(text.slice(0, LONGEST));
}
