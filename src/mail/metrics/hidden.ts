// What a message keeps from the eye, and how; and what it shows the eye otherwise than to a program.
//
// Honest newsletters hide a first line for the list of mails, and parts for narrow screens: that much is common, and
// stands apart here from what is hidden beyond it.

import { metricsOf, onceOf, share } from '../family-metrics.ts';
import { hasInvisible, overridesIn, splitWords } from '../html/invisible.ts';
import type { Metric } from '../metric.ts';
import type { Hidden, Hiding, Page } from '../page.ts';
import type { Reading } from '../reading.ts';

const { flag, count, share: shareOf, list } = metricsOf('hidden', 'html');

export const hidden: readonly Metric[] = [
  shareOf('text-share', 'share of the text in the HTML that nobody sees', ({ page }) =>
    of(page, (it) => hiddenShare(it, unseen(it))),
  ),
  shareOf(
    'beyond-preheader-share',
    'share of the text that nobody sees, without a first line for the list of mails',
    ({ page }) => of(page, (it) => hiddenShare(it, beyond(it))),
  ),
  count('letters', 'letters and digits nobody sees', ({ page }) => of(page, (it) => lettersOf(unseen(it)))),
  count('passages', 'pieces of text nobody sees', ({ page }) => of(page, (it) => unseen(it).length)),
  list('ways', 'how text is hidden', ({ page }) => of(page, (it) => [...new Set(it.hidden.map(({ how }) => how))].sort())),
  flag('has-preheader', 'a hidden first line, as newsletters have for the list of mails', ({ page }) =>
    of(page, (it) => preheader(it) !== undefined),
  ),
  by('display', ['display', 'attribute'], 'taken out of the page'),
  by('size', ['size', 'clipped'], 'too small to be seen'),
  by('colour', ['colour'], 'in the colour of what lies behind it'),
  by('transparency', ['opacity', 'visibility'], 'transparent'),
  by('place', ['offScreen'], 'outside of the window'),
  by('outlook', ['outlook'], 'left out by Outlook alone'),
  flag('makes-effort', 'text is hidden by colour, size, transparency or place, which no layout needs', ({ page }) =>
    of(page, (it) => lettersOf(ofWays(beyond(it), EFFORT)) >= MANY_LETTERS),
  ),

  // What it says.
  count('words-unlike', 'different hidden words that stand nowhere in the text seen', (reading) => unlike(reading)?.count),
  shareOf(
    'words-unlike-share',
    'share of the hidden words that stand nowhere in the text seen',
    (reading) => unlike(reading)?.share,
  ),
  flag('is-filler', 'much hidden text, most of it words that have nothing to do with what is seen', (reading) =>
    of(unlike(reading), (it) => it.count >= MANY_WORDS && (it.share ?? 0) > 0.6),
  ),
  count('comment-letters', 'letters and digits in comments', ({ page }) => page?.commentLetters),
  shareOf('comment-share', 'share of the text in the HTML that stands in comments', ({ page }) =>
    of(page, (it) => share(it.commentLetters, it.commentLetters + it.letters)),
  ),

  // Links.
  count('links', 'links nobody sees', ({ page }) => of(page, ({ anchors }) => anchors.filter(({ isHidden }) => isHidden).length)),
  flag('links-elsewhere', 'hidden links lead to registered domains that none of those seen leads to', hiddenElsewhere),
  count('plain-only-links', 'links that stand in the plain part alone', ({ page, links }) =>
    of(page, () => links.filter((link) => link.from === 'text' && link.isHidden).length),
  ),

  // Words that read otherwise than they are written.
  count('split-words', 'words of the body with characters in them that nobody sees', split),
  count('joined-words', 'words put together out of several elements, or around a comment', ({ page }) => page?.joins),
  shareOf('joined-share', 'share of the words that are put together so', ({ page, words }) =>
    of(page, ({ joins }) => share(joins, words.count)),
  ),
  count(
    'turned-directions',
    'marks that turn the direction of writing, in the text, the subject, names of people and files',
    turned,
  ),
  flag('subject-invisible', 'characters nobody sees in the subject', ({ message }) => hasInvisible(message.subject)),
];

/** Of text by some of the ways. */
function by(name: string, ways: readonly Hiding[], how: string): Metric {
  return shareOf(`by-${name}`, `share of the text in the HTML that is ${how}`, ({ page }) =>
    of(page, (it) => hiddenShare(it, ofWays(it.hidden, new Set(ways)))),
  );
}

const of = <T, V>(value: T | undefined, ask: (value: T) => V): V | undefined => (value === undefined ? undefined : ask(value));

/** Stands in the text seen as well. */
const SEEN_TOO: ReadonlySet<Hiding> = new Set(['zeroWidth', 'outlook']);
const EFFORT: ReadonlySet<Hiding> = new Set(['size', 'colour', 'opacity', 'visibility', 'offScreen', 'clipped']);

const MANY_LETTERS = 40;
const MANY_WORDS = 30;
/** Letters of a line for the list of mails, at most. */
const LONGEST_PREHEADER = 300;
/** Letters seen before it, at most: a logo's name, a link to the web version. */
const FEW_BEFORE = 40;

const ofWays = (all: readonly Hidden[], ways: ReadonlySet<Hiding>): readonly Hidden[] => all.filter(({ how }) => ways.has(how));

const unseen = (page: Page): readonly Hidden[] => page.hidden.filter(({ how }) => !SEEN_TOO.has(how));

const lettersOf = (all: readonly Hidden[]): number => all.reduce((sum, { letters }) => sum + letters, 0);

const hiddenShare = (page: Page, all: readonly Hidden[]): number | undefined =>
  share(lettersOf(all), lettersOf(unseen(page)) + page.letters);

const preheader = (page: Page): Hidden | undefined =>
  unseen(page).find(({ after, letters }) => after <= FEW_BEFORE && letters <= LONGEST_PREHEADER);

function beyond(page: Page): readonly Hidden[] {
  const first = preheader(page);
  return unseen(page).filter((one) => one !== first);
}

const unlike = onceOf(
  ({ page, seen, message }: Reading): { readonly count: number; readonly share: number | undefined } | undefined => {
    if (page === undefined) return undefined;
    const words = [
      ...wordsIn(
        unseen(page)
          .map(({ text }) => text)
          .join(' '),
      ),
    ];
    if (words.length === 0) return { count: 0, share: undefined };
    const visible = wordsIn(`${message.subject} ${seen} ${page.text}`);
    const strange = words.filter((word) => !visible.has(word));
    return { count: strange.length, share: share(strange.length, words.length) };
  },
);

const wordsIn = (text: string): ReadonlySet<string> =>
  new Set(
    text
      .slice(0, 128 * 1024)
      .toLowerCase()
      .match(/\p{L}{4,40}/gu) ?? [],
  );

function hiddenElsewhere({ page, links }: Reading): boolean | undefined {
  if (page === undefined) return undefined;
  const html = links.filter(({ from, registered }) => from === 'html' && registered !== undefined);
  const shown = new Set(html.filter(({ isHidden }) => !isHidden).map(({ registered }) => registered));
  return html.some(({ isHidden, registered }) => isHidden && !shown.has(registered));
}

function split({ page, message }: Reading): number {
  if (page === undefined) return splitWords(message.text.slice(0, LONGEST_TEXT)).length;
  return page.hidden.filter(({ how }) => how === 'zeroWidth').reduce((sum, { text }) => sum + text.split(' ').length, 0);
}

const LONGEST_TEXT = 64 * 1024;

function turned({ page, message }: Reading): number {
  const { subject, author, files, text } = message;
  const written = [subject, author?.name ?? '', ...files.map(({ name }) => name), page === undefined ? text : ''];
  return written.reduce((sum, one) => sum + overridesIn(one), page?.overrides ?? 0);
}
