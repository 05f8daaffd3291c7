// How the HTML of a message is made: what it shows beside text, what it asks for, and how far it agrees with the plain part.

import { registeredDomain } from '../../learn/association/lookalike.ts';
import { metricsOf, onceOf, share } from '../family-metrics.ts';
import type { Metric } from '../metric.ts';
import type { Page, Picture } from '../page.ts';
import type { Reading } from '../reading.ts';

const { flag, count, share: shareOf, bytes, text } = metricsOf('html', 'html');

export const html: readonly Metric[] = [
  flag('is-there', 'it has HTML', ({ message }) => message.html !== undefined),
  flag('without-plain', 'it has HTML and no plain part beside it', ({ message }) =>
    of(message.html, () => message.text.trim() === ''),
  ),
  bytes('size', 'characters of the HTML', ({ message }) => message.html?.length),
  shareOf('text-share', 'share of the HTML that is text a person sees', ({ message, page }) =>
    of(page, (it) => share(it.letters, message.html?.length ?? 0)),
  ),
  flag('is-cut', 'not all of the HTML was read', ({ page }) => page?.isCut),
  text('title', 'title of the page, which mail programs do not show', ({ page }) =>
    page?.title === '' ? undefined : page?.title,
  ),
  shareOf('title-words-unseen', 'share of the words of the title that stand neither in the subject nor in the text', titleUnseen),

  // Against the plain part.
  shareOf(
    'not-in-plain',
    'share of the words of the HTML that the plain part does not have',
    (reading) => compared(reading)?.notInPlain,
  ),
  shareOf(
    'plain-not-shown',
    'share of the words of the plain part that the HTML does not show',
    (reading) => compared(reading)?.notShown,
  ),
  flag('plain-is-apology', 'the plain part says little, and that the mail is to be read as HTML', plainIsApology),

  // Pictures.
  flag('picture-alone', 'it shows pictures and hardly a word', ({ page }) => of(page, isPictureAlone)),
  count('pictures', 'pictures', ({ page }) => page?.pictures.length),
  count('remote-pictures', 'pictures that are fetched from somewhere', ({ page }) => of(page, (it) => remote(it).length)),
  count('picture-hosts', 'registered domains pictures are fetched from', ({ page }) => of(page, (it) => pictureDomains(it).size)),
  flag('pictures-from-elsewhere', 'pictures are fetched, and none from the author’s registered domain', ({ page, message }) =>
    of(page, (it) => remote(it).length > 0 && !pictureDomains(it).has(message.author?.registered ?? '')),
  ),
  count('tracking-pixels', 'fetched pictures of a size nobody sees', ({ page }) =>
    of(page, (it) => remote(it).filter(isPixel).length),
  ),
  count('data-pictures', 'pictures written into the HTML itself', ({ page }) => from(page, 'data')),
  count('inline-pictures', 'pictures that come with the message', ({ page }) => from(page, 'inline')),
  shareOf('picture-links-share', 'share of the links that are pictures', ({ page }) =>
    of(page, ({ anchors }) => share(anchors.filter(({ isImage }) => isImage).length, anchors.length)),
  ),
  flag('one-linked-picture', 'a linked picture is all there is to see', ({ page }) =>
    of(page, (it) => isPictureAlone(it) && it.anchors.some(({ isImage }) => isImage)),
  ),
  flag('drawn-code', 'a picture like a QR code is drawn out of cells or block characters', ({ page }) =>
    of(page, (it) => it.paintedCells >= MANY_CELLS || (it.text.match(/[\u2580-\u259F]/g)?.length ?? 0) >= MANY_BLOCKS),
  ),

  // What it asks for.
  count('forms', 'forms', ({ page }) => page?.forms.length),
  count('form-fields', 'fields to fill in', ({ page }) => of(page, (it) => fields(it).filter((type) => !IDLE.has(type)).length)),
  flag('asks-password', 'a form asks for a password', ({ page }) => of(page, (it) => fields(it).includes('password'))),
  flag('form-goes-elsewhere', 'a form goes to another registered domain than the author’s', ({ message, links }) => {
    const forms = links.filter((link) => link.from === 'form' && link.host !== undefined);
    return message.html === undefined
      ? undefined
      : forms.some(({ registered, host }) => (registered ?? host) !== message.author?.registered);
  }),

  // What no mail needs.
  count('scripts', 'scripts', ({ page }) => page?.scripts),
  count('handlers', 'attributes that are scripts: onclick and its like', ({ page }) => page?.handlers),
  count('frames', 'frames and embedded objects', ({ page }) => page?.frames),
  flag('refreshes', 'it goes somewhere by itself', ({ page }) => of(page, ({ refresh }) => refresh !== undefined)),
  flag('assembles-file', 'a script in it puts a file together and hands it over', ({ message }) =>
    of(message.html, assemblesFile),
  ),
  flag('base-elsewhere', 'addresses in it are read against a base that is not the author’s', ({ page, message }) =>
    of(page, ({ base }) => base !== undefined && registeredDomain(hostIn(base)) !== message.author?.registered),
  ),
  count('needless-entities', 'plain letters written as numbers of characters', ({ message }) =>
    of(message.html, needlessEntities),
  ),

  // Its build.
  count('elements', 'elements', ({ page }) => page?.elements),
  count('depth', 'how deep elements stand in one another', ({ page }) => page?.depth),
  count('unclosed', 'elements that were opened and never closed', ({ page }) => page?.unclosed),
  count('tables', 'tables', ({ page }) => page?.tables),
  count('style-sheets', 'style sheets', ({ page }) => page?.styleSheets),
  count('comments', 'comments', ({ page }) => page?.comments),
  shareOf('linked-share', 'share of the text seen that is a link', ({ page }) =>
    of(page, (it) => share(it.linkedLetters, it.letters)),
  ),
];

const of = <T, V>(value: T | undefined, ask: (value: T) => V): V | undefined => (value === undefined ? undefined : ask(value));

const remote = (page: Page): readonly Picture[] => page.pictures.filter((picture) => picture.from === 'remote');

const from = (page: Page | undefined, where: Picture['from']): number | undefined =>
  of(page, ({ pictures }) => pictures.filter((picture) => picture.from === where).length);

const pictureDomains = onceOf((page: Page): ReadonlySet<string> => {
  const hosts = new Set(remote(page).flatMap(({ host }) => host ?? []));
  return new Set([...hosts].map((host) => registeredDomain(host.replace(/:\d{1,5}$/, '')) ?? host));
});

/** The smallest QR code has 441 points, near half of them dark; a line of block characters holds two rows. */
const MANY_CELLS = 180;
const MANY_BLOCKS = 180;

const SMALLEST_SEEN = 3;
const isPixel = ({ width, height }: Picture): boolean =>
  width !== undefined && height !== undefined && width < SMALLEST_SEEN && height < SMALLEST_SEEN;

/** Letters that leave a picture to say it all: a line of small print. */
const FEW_LETTERS = 60;

const isPictureAlone = (page: Page): boolean =>
  page.letters < FEW_LETTERS && page.pictures.some((picture) => !isPixel(picture) && picture.from !== 'none');

const IDLE: ReadonlySet<string> = new Set(['hidden', 'submit', 'button', 'image', 'reset']);

const fields = (page: Page): readonly string[] => page.forms.flatMap((form) => form.fields);

const assemblesFile = (source: string): boolean =>
  /\bcreateObjectURL\b|\bmsSaveOrOpenBlob\b|\bnew\s{1,5}Blob\b|\bfromCharCode\b|\batob\s{0,5}\(/i.test(source);

const hostIn = (url: string): string => /^https?:\/\/([^/?#:]{1,253})/i.exec(url)?.[1] ?? '';

/** `&#80;&#x61;y`: nobody needs that for letters of ASCII. */
const needlessEntities = (source: string): number =>
  source.match(
    /&#(?:x0{0,6}(?:4[1-9a-f]|5[0-9a]|6[1-9a-f]|7[0-9a])|0{0,5}(?:6[5-9]|[78]\d|90|9[7-9]|1[01]\d|12[0-2]))(?![0-9a-f])/gi,
  )?.length ?? 0;

interface Comparison {
  readonly notInPlain: number | undefined;
  readonly notShown: number | undefined;
}

/** Fewer words say nothing about a part. */
const FEWEST_WORDS = 5;

const compared = onceOf(({ message, page }: Reading): Comparison | undefined => {
  if (page === undefined || message.text.trim() === '') return undefined;
  const [shown, plain] = [wordsIn(page.text), wordsIn(message.text)];
  if (shown.size < FEWEST_WORDS || plain.size < FEWEST_WORDS) return undefined;
  return { notInPlain: missing(shown, plain), notShown: missing(plain, shown) };
});

function missing(words: ReadonlySet<string>, from: ReadonlySet<string>): number | undefined {
  let count = 0;
  for (const word of words) if (!from.has(word)) count += 1;
  return share(count, words.size);
}

/** Different words of three letters and more; addresses are left out, as parts write them differently. */
const wordsIn = (source: string): ReadonlySet<string> =>
  new Set(
    source
      .slice(0, 64 * 1024)
      .replaceAll(/(?:https?:\/\/|www\.)\S{1,2000}/gi, ' ')
      .toLowerCase()
      .match(/\p{L}{3,40}/gu) ?? [],
  );

function titleUnseen({ page, message }: Reading): number | undefined {
  if (page === undefined || page.title === '') return undefined;
  const title = wordsIn(page.title);
  const seen = wordsIn(`${message.subject} ${page.text}`);
  return missing(title, seen);
}

function plainIsApology({ message, page }: Reading): boolean | undefined {
  if (page === undefined) return undefined;
  const plain = message.text.trim();
  return plain !== '' && plain.length < 400 && page.letters > 2 * plain.length && /\bhtml\b/i.test(plain);
}
