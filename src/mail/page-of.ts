// HTML as a person sees it: its text, what is kept from the eye and how, and where it leads.
//
// One pass over the tags, with the innermost look at hand; no tree is built, nothing is fetched and nothing is run.
// Styles are applied by the rules clients share, a layout is not: see `html/look.ts` for what that cannot tell.

import { known } from '../ingest/known.ts';
import { HiddenText } from './html/hidden-text.ts';
import { hidingOf, lookOf, pictureHiding, plainLook } from './html/look.ts';
import type { Look } from './html/look.ts';
import { BLOCKS, CELLS, SILENT, VOID } from './html/nesting.ts';
import { OpenElements } from './html/open-elements.ts';
import { isPainted, pictureOf } from './html/picture.ts';
import { folded, lettersOf } from './html/readable.ts';
import { sheetOf } from './html/sheet.ts';
import type { Box, Sheet } from './html/sheet.ts';
import { ShownText, asAnchor } from './html/shown-text.ts';
import type { OpenAnchor } from './html/shown-text.ts';
import { Styles } from './html/style.ts';
import { tokenise } from './html/tokens.ts';
import type { Attributes, Listener } from './html/tokens.ts';
import type { Page, Picture } from './page.ts';

const LONGEST = 1_000_000;
const LONGEST_PIECE = 2_000;
const MOST_ANCHORS = 5_000;
const MOST_PICTURES = 2_000;
const MOST_FORMS = 100;
const MOST_FIELDS = 200;
const MOST_CLASSES = 20;

/** Total: any text is some page. Linear in its length, of which the first million characters are read. */
export function pageOf(html: string): Page {
  const read = html.slice(0, LONGEST);
  const maker = new PageMaker(sheetOf(/<style/i.test(read) ? sheetsIn(read) : []));
  tokenise(read, maker);
  return maker.page(html.length > LONGEST);
}

/** What stands in `style` elements, which hold for all of the page, wherever they stand. */
export function sheetsIn(html: string): string[] {
  const sheets: string[] = [];
  let [isIn, isForScreens] = [false, true];
  tokenise(html.slice(0, endOfSheets(html)), {
    open: (name, attributes) => {
      isIn = name === 'style';
      isForScreens = !/\bprint\b|\(/i.test(attributes.get('media') ?? '');
    },
    close: () => (isIn = false),
    text: (text) => (isIn && isForScreens ? sheets.push(text) : 0),
    comment: () => undefined,
  });
  return sheets;
}

/** Mail has them at its beginning, as a rule: the rest need not be read twice. */
function endOfSheets(html: string): number {
  const last = [...html.matchAll(/<style/gi)].at(-1)?.index ?? html.length;
  const length = html.slice(last).search(/<\/style[\s/>]/i);
  return length < 0 ? html.length : last + length;
}

interface Element extends Box {
  readonly look: Look;
  readonly anchor: OpenAnchor | undefined;
  readonly isSilent: boolean;
}

interface OpenForm {
  readonly action: string;
  readonly fields: string[];
}

const ROOT: Element = { name: '', id: '', classes: [], look: plainLook, anchor: undefined, isSilent: false };

class PageMaker implements Listener {
  private readonly styles: Styles;
  private readonly shown = new ShownText();
  private readonly hidden = new HiddenText();
  private readonly elements = new OpenElements<Element>((element) => this.closed(element));
  private readonly anchors: OpenAnchor[] = [];
  private anchorCount = 0;
  private readonly pictures: Picture[] = [];
  private readonly forms: OpenForm[] = [];
  private form: OpenForm | undefined;
  private title = '';
  private base: string | undefined;
  private refresh: string | undefined;
  private readonly counts = {
    ...{
      scripts: 0,
      handlers: 0,
      frames: 0,
      styleSheets: 0,
      comments: 0,
      commentLetters: 0,
      tables: 0,
      paintedCells: 0,
      elements: 0,
    },
  };

  constructor(sheet: Sheet) {
    this.styles = new Styles(sheet);
  }

  open(name: string, attributes: Attributes): void {
    this.count(name, attributes);
    if (this.elements.isIgnored(name)) return;
    this.elements.endBefore(name);
    const parent = this.elements.top() ?? ROOT;
    const [id, classes] = [attributes.get('id') ?? '', classesOf(attributes)];
    const style = this.styles.of({ name, id, classes }, attributes, this.elements.stack);
    const look = lookOf(parent.look, name, attributes, style);
    const anchor = this.anchorOf(name, attributes, parent);
    const element = { name, id, classes, look, anchor, isSilent: parent.isSilent || SILENT.has(name) };
    this.note(element, attributes, parent);
    this.part(name, anchor);
    if (!VOID.has(name)) this.elements.push(element);
  }

  close(name: string): void {
    if (this.elements.isOpen(name)) this.elements.close(name);
    else if (name === 'br' || name === 'p') this.part(name, this.elements.top()?.anchor);
  }

  text(text: string): void {
    const { name, look, anchor, isSilent } = this.elements.top() ?? ROOT;
    if (name === 'title') this.title = (this.title + text).slice(0, LONGEST_PIECE);
    if (isSilent || name === 'title') return;
    const how = hidingOf(look);
    if (how !== undefined) {
      this.hidden.add(how, text, this.shown.letters);
      return;
    }
    const before = this.shown.letters;
    this.shown.add(text, anchor);
    if (look.isLeftOutByOutlook) this.hidden.add('outlook', text, before);
    else if (this.shown.letters > before) this.hidden.interrupt();
  }

  comment(text: string): void {
    this.counts.comments += 1;
    if (!/^\s{0,5}\[(?:if|endif)/i.test(text)) this.counts.commentLetters += lettersOf(text);
  }

  page(isCut: boolean): Page {
    this.elements.finish();
    return known({
      title: folded(this.title),
      ...this.shown.page(),
      hidden: [...this.hidden.all(), ...this.shown.split()],
      anchors: this.anchors.map(asAnchor),
      anchorCount: this.anchorCount,
      pictures: this.pictures,
      forms: this.forms,
      base: this.base,
      refresh: this.refresh,
      ...this.counts,
      depth: this.elements.depth,
      unclosed: this.elements.unclosed,
      isCut: isCut || this.shown.isCut || this.styles.isExhausted,
    });
  }

  private closed({ name, anchor }: Element): void {
    if (name === 'form') this.form = undefined;
    this.part(name, anchor);
  }

  /** Blocks stand on lines of their own, cells beside one another. */
  private part(name: string, anchor: OpenAnchor | undefined): void {
    if (BLOCKS.has(name) || name === 'br') this.shown.breakLine(anchor);
    else if (CELLS.has(name)) this.shown.space();
  }

  private count(name: string, attributes: Attributes): void {
    const { counts } = this;
    counts.elements += 1;
    if (name === 'script') counts.scripts += 1;
    else if (FRAMES.has(name)) counts.frames += 1;
    else if (name === 'table') counts.tables += 1;
    else if (name === 'style' || (name === 'link' && /stylesheet/i.test(attributes.get('rel') ?? ''))) counts.styleSheets += 1;
    for (const attribute of attributes.keys()) if (/^on[a-z]{3,30}$/.test(attribute)) counts.handlers += 1;
  }

  private anchorOf(name: string, attributes: Attributes, parent: Element): OpenAnchor | undefined {
    if (name !== 'a' && name !== 'area') return parent.anchor;
    const href = hrefOf(attributes);
    if (href === '') return undefined;
    const isVisible = name === 'area' && parent.look.gone === undefined;
    const anchor = { href, shows: '', hasPicture: name === 'area', isVisible };
    this.anchorCount += 1;
    if (this.anchors.length < MOST_ANCHORS) this.anchors.push(anchor);
    return anchor;
  }

  private note(element: Element, attributes: Attributes, parent: Element): void {
    const { name } = element;
    if (isQuoteMark(element, attributes)) this.shown.quote();
    if (name === 'img') this.picture(element, attributes);
    else if (CELLS.has(name)) this.cell(element, attributes, parent);
    else if (name === 'base') this.base ??= attributes.get('href')?.trim().slice(0, LONGEST_PIECE);
    else if (name === 'meta') this.refresh ??= refreshOf(attributes);
    else if (name === 'form') this.begin(attributes.get('action'));
    else if (FIELDS.has(name)) this.field(name, attributes);
  }

  private picture({ look, anchor }: Element, attributes: Attributes): void {
    if (anchor !== undefined) {
      anchor.hasPicture = true;
      if (pictureHiding(look) === undefined) anchor.isVisible = true;
    }
    if (this.pictures.length < MOST_PICTURES) this.pictures.push(pictureOf(attributes, this.styles.own(attributes)));
  }

  private cell({ look }: Element, attributes: Attributes, parent: Element): void {
    if (isPainted(look, parent.look, attributes, this.styles.own(attributes))) this.counts.paintedCells += 1;
  }

  private begin(action = ''): OpenForm {
    this.form = { action: action.trim().slice(0, LONGEST_PIECE), fields: [] };
    if (this.forms.length < MOST_FORMS) this.forms.push(this.form);
    return this.form;
  }

  /** A field outside of all forms gets one that goes nowhere; a button may have a way of its own. */
  private field(name: string, attributes: Attributes): void {
    const form = this.form ?? this.begin();
    const type = name === 'input' ? (attributes.get('type') ?? 'text').trim().toLowerCase().slice(0, 30) : name;
    if (form.fields.length < MOST_FIELDS) form.fields.push(type);
    const action = attributes.get('formaction');
    if (action === undefined) return;
    this.begin(action);
    this.form = form;
  }
}

const FRAMES: ReadonlySet<string> = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'portal']);
const FIELDS: ReadonlySet<string> = new Set(['input', 'select', 'textarea', 'button']);

function classesOf(attributes: Attributes): readonly string[] {
  const classes = attributes.get('class');
  return classes === undefined ? [] : classes.split(/\s+/, MOST_CLASSES).filter((one) => one !== '');
}

const hrefOf = (attributes: Attributes): string =>
  (attributes.get('href') ?? attributes.get('xlink:href') ?? '').trim().slice(0, LONGEST_PIECE);

/** `0; url=https://…` */
function refreshOf(attributes: Attributes): string | undefined {
  if (attributes.get('http-equiv')?.toLowerCase() !== 'refresh') return undefined;
  return /url\s{0,5}=\s{0,5}["']?([^"']{1,2000})/i.exec(attributes.get('content') ?? '')?.[1]?.trim();
}

/** What clients put around, or before, the mail they quote. */
const isQuoteMark = ({ name, id, classes }: Box, attributes: Attributes): boolean =>
  (name === 'blockquote' && attributes.get('type')?.toLowerCase() === 'cite') ||
  (id !== '' && QUOTES.has(id.replace(/^x_+/, ''))) ||
  classes.some((one) => QUOTES.has(one.replace(/^x_+/, '')));

const QUOTES: ReadonlySet<string> = new Set([
  ...['gmail_quote', 'gmail_quote_container', 'gmail_extra', 'yahoo_quoted', 'yahoo-quoted', 'protonmail_quote'],
  ...['moz-cite-prefix', 'moz-forward-container', 'divRplyFwdMsg', 'appendonsend', 'OutlookMessageHeader', 'zmail_extra'],
  ...['tutanota_quote', 'mail-editor-reference-message-container', 'ms-outlook-mobile-reference-message'],
]);
