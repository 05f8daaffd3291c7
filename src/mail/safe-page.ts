// A page out of a mail as one that may be shown: written anew from what is on a short list, so that nothing else can be in it.
//
// No element of it runs, fetches, submits, leads anywhere or is named: scripts, styles, pictures, forms, frames, links and
// every attribute but a few of measure and colour are left out. There is no style in it at all; colours and sizes are said
// with the old attributes of HTML. Links are text with where they lead beside it, pictures and fields are named in
// brackets, and what was hidden is shown and marked. Whatever cannot be seen and turns text around is named.

import { BLACK, contrast, over, WHITE } from './html/colour.ts';
import type { Colour } from './html/colour.ts';
import { hidingOf, lookOf, plainLook } from './html/look.ts';
import type { Look, Style } from './html/look.ts';
import { BLOCKS, SILENT, VOID } from './html/nesting.ts';
import { OpenElements } from './html/open-elements.ts';
import { lettersOf } from './html/readable.ts';
import { sheetOf } from './html/sheet.ts';
import type { Box } from './html/sheet.ts';
import { Styles } from './html/style.ts';
import { tokenise } from './html/tokens.ts';
import type { Attributes, Listener } from './html/tokens.ts';
import { disarmed } from './disarmed.ts';
import { sheetsIn } from './page-of.ts';

const LONGEST = 1_000_000;
/** Of what is written; what is longer ends here, and says so. */
const LONGEST_WRITTEN = 512 * 1024;
const MOST_CLASSES = 20;
const LONGEST_TARGET = 300;
const LONGEST_NAME = 120;

/** Total: any text gives some page, a part of a body without anything around it. */
export function safePage(html: string): string {
  const read = html.slice(0, LONGEST);
  const maker = new SafePage(new Styles(sheetOf(/<style/i.test(read) ? sheetsIn(read) : [])));
  tokenise(read, maker);
  return maker.finished(html.length > LONGEST);
}

/** Written as they are, and what stands for others. */
const KEPT: ReadonlySet<string> = new Set(
  (
    'p div blockquote pre center ul ol li dl dt dd table caption thead tbody tfoot tr td th h1 h2 h3 h4 h5 h6 ' +
    'b strong i em u s strike del ins sub sup small big tt code kbd samp q cite abbr'
  ).split(' '),
);
const STANDS_ALONE: ReadonlySet<string> = new Set(['br', 'hr', 'wbr']);
const FRAMES: ReadonlySet<string> = new Set(['iframe', 'frame', 'object', 'embed', 'applet', 'portal', 'video', 'audio']);
/** Between a table and its cells, where nothing else may stand. */
const FRAMEWORK: ReadonlySet<string> = new Set(['table', 'thead', 'tbody', 'tfoot', 'tr', 'ul', 'ol', 'dl', 'colgroup']);
const CELLS: ReadonlySet<string> = new Set(['td', 'th', 'tr', 'table']);
const FIELDS: ReadonlySet<string> = new Set(['input', 'select', 'textarea', 'button']);

interface Element extends Box {
  readonly look: Look;
  /** The colour that is really behind its text: of the cells alone those are written. */
  readonly ground: Colour;
  /** What ends what was written for it. */
  readonly end: string;
  readonly isSilent: boolean;
}

const ROOT: Element = { name: '', id: '', classes: [], look: plainLook, ground: WHITE, end: '', isSilent: false };

class SafePage implements Listener {
  private readonly written: string[] = [];
  private length = 0;
  private isFull = false;
  private readonly styles: Styles;
  private readonly elements = new OpenElements<Element>(({ end }) => this.put(end, true));

  constructor(styles: Styles) {
    this.styles = styles;
  }

  open(name: string, attributes: Attributes): void {
    if (this.elements.isIgnored(name)) return;
    this.elements.endBefore(name);
    const parent = this.elements.top() ?? ROOT;
    const [id, classes] = [attributes.get('id') ?? '', classesOf(attributes)];
    const style = this.styles.of({ name, id, classes }, attributes, this.elements.stack);
    const look = lookOf(parent.look, name, attributes, style);
    const isSilent = parent.isSilent || SILENT.has(name) || name === 'title';
    if (!parent.isSilent) this.put(noteOn(name, attributes));
    const isPainted = CELLS.has(name) && look.background !== undefined && look.background !== parent.look.background;
    const ground = isPainted ? over(look.background, parent.ground) : parent.ground;
    const written = { name, attributes, style, look, around: parent.look, ...(isPainted ? { ground } : {}) };
    const end = isSilent || VOID.has(name) ? '' : this.begin(written);
    if (!VOID.has(name)) this.elements.push({ name, id, classes, look, ground, end, isSilent });
    else if (STANDS_ALONE.has(name) && !parent.isSilent) this.put(`<${name}>`);
  }

  close(name: string): void {
    if (this.elements.isOpen(name)) this.elements.close(name);
    else if (name === 'br' || name === 'p') this.put('<br>');
  }

  text(text: string): void {
    const { look, ground, isSilent } = this.elements.top() ?? ROOT;
    if (isSilent) return;
    if (lettersOf(text) === 0) this.put(asText(text));
    else if (hidingOf(look) !== undefined) this.put(`<mark>[hidden: ${asText(text)}]</mark>`);
    else this.put(coloured(asText(text), look.colour, ground));
  }

  comment(): void {
    // What Outlook alone reads may be in it, and is not shown.
  }

  finished(isCut: boolean): string {
    while (this.elements.top() !== undefined) this.elements.close(this.elements.top()?.name ?? '');
    return this.written.join('') + (isCut || this.isFull ? '<p><mark>[the rest is too long to be shown]</mark></p>' : '');
  }

  /** Writes the tags for an element, and gives those that end it. */
  private begin(it: Written): string {
    const { name, attributes } = it;
    const tag = KEPT.has(name) ? name : BLOCKS.has(name) ? 'div' : undefined;
    const tags = [...(tag === undefined ? [] : [`<${tag}${measures(tag, it)}>`]), ...(FRAMEWORK.has(name) ? [] : marks(it))];
    const target = name === 'a' || name === 'area' ? targetOf(attributes) : '';
    const before = target === '' ? [] : ['<u>'];
    if (!this.put([...tags, ...before].join(''))) return '';
    const ends = tags.map((it) => `</${/^<(\w+)/.exec(it)?.[1] ?? ''}>`).reverse();
    return (target === '' ? '' : `</u>${target}`) + ends.join('');
  }

  /** Whether there was room; what ends an element always has. */
  private put(text: string, isEnd = false): boolean {
    if (text === '') return true;
    if (!isEnd && (this.isFull ||= this.length + text.length > LONGEST_WRITTEN)) return false;
    this.length += text.length;
    this.written.push(text);
    return true;
  }
}

/** What stands for what is not shown. */
function noteOn(name: string, attributes: Attributes): string {
  if (name === 'img' || name === 'image')
    return `<code>[picture${named(attributes.get('alt'))}${from(attributes.get('src') ?? attributes.get('href'))}]</code>`;
  if (FRAMES.has(name)) return `<code>[${name}${from(attributes.get('src') ?? attributes.get('data'))}]</code>`;
  if (FIELDS.has(name)) return `<code>[${fieldOf(name, attributes)}${named(attributes.get('placeholder'))}]</code> `;
  if (name === 'form') return `<code>[form${from(attributes.get('action'))}]</code>`;
  return '';
}

const fieldOf = (name: string, attributes: Attributes): string =>
  name === 'input' ? `${asText(shortened(attributes.get('type') ?? 'text', 20))} field` : name;

const named = (text = ''): string => (text.trim() === '' ? '' : `: ${asText(shortened(text.trim(), LONGEST_NAME))}`);

/** Where something would be fetched from, or sent to. */
function from(address = ''): string {
  const text = address.trim();
  if (text === '' || /^(?:cid|data|about):/i.test(text)) return '';
  return `, ${asText(shortened(disarmed(text), LONGEST_TARGET))}`;
}

function targetOf(attributes: Attributes): string {
  const target = (attributes.get('href') ?? '').trim();
  if (target === '' || target.startsWith('#')) return '';
  return ` <code>[leads to ${asText(shortened(disarmed(target), LONGEST_TARGET))}]</code>`;
}

const shortened = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most)}…` : text);

/** An element that is to be written. */
interface Written {
  readonly name: string;
  readonly attributes: Attributes;
  readonly style: Style;
  readonly look: Look;
  readonly around: Look;
  /** Where it is painted. */
  readonly ground?: Colour;
}

/** Text in its colour, or in one that can be read where it stands. */
function coloured(text: string, colour: Colour, ground: Colour): string {
  const wished = over(colour, ground);
  const readable = contrast(wished, ground) >= LEAST_CONTRAST ? wished : contrast(BLACK, ground) >= 4.5 ? BLACK : WHITE;
  const said = hex(readable);
  return said === '#000000' ? text : `<font color="${said}">${text}</font>`;
}

const LEAST_CONTRAST = 3;

/** What a look is said with that is no attribute of a kept element. */
function marks({ name, attributes, style, look, around }: Written): string[] {
  const size = look.size === around.size ? fontSize(name, attributes) : sizeIn(look.size);
  return [
    ...(size === undefined ? [] : [`<font size="${size}">`]),
    ...(/^(?:bold|bolder|[6-9]00)$/.test(style.get('font-weight') ?? '') ? ['<b>'] : []),
    ...(/^(?:italic|oblique)$/.test(style.get('font-style') ?? '') ? ['<i>'] : []),
    ...(/\bline-through\b/.test(style.get('text-decoration') ?? '') ? ['<s>'] : []),
  ];
}

const fontSize = (name: string, attributes: Attributes): string | undefined =>
  name === 'font' ? /^[+-]?[1-7]$/.exec((attributes.get('size') ?? '').trim())?.[0] : undefined;

/** Pixels to the seven sizes of HTML. */
const sizeIn = (pixels: number): string => String(Math.max(1, SIZES.findLastIndex((least) => pixels >= least) + 1));
const SIZES = [0, 12, 15, 17, 21, 28, 40];

/** The attributes that stay: measures, places and colours, each in the one form it may have. */
function measures(tag: string, { attributes, style, ground }: Written): string {
  const value = (name: string): string => (attributes.get(name) ?? '').trim().toLowerCase();
  const align = /^(?:left|right|center|justify)$/.exec(style.get('text-align') ?? value('align'))?.[0];
  const kept: readonly (readonly [string, string | undefined])[] = [
    ['align', align],
    ['dir', /^(?:ltr|rtl)$/.exec(value('dir'))?.[0]],
    ['valign', CELLS.has(tag) ? /^(?:top|middle|bottom)$/.exec(style.get('vertical-align') ?? value('valign'))?.[0] : undefined],
    ['bgcolor', ground === undefined ? undefined : hex(ground)],
    ['width', CELLS.has(tag) ? /^\d{1,4}%?(?=(?:px)?$)/.exec(value('width'))?.[0] : undefined],
    ['colspan', number(value('colspan'), 100)],
    ['rowspan', number(value('rowspan'), 100)],
    ...(tag === 'table'
      ? (['border', 'cellpadding', 'cellspacing'] as const).map((name) => [name, number(value(name), 50)] as const)
      : []),
    ['start', tag === 'ol' ? number(value('start'), 10_000) : undefined],
  ];
  return kept.map(([name, said]) => (said === undefined ? '' : ` ${name}="${said}"`)).join('');
}

const number = (text: string, most: number): string | undefined =>
  /^\d{1,5}$/.test(text) && Number(text) <= most ? String(Number(text)) : undefined;

function hex(colour: Colour): string {
  const { red, green, blue } = over(colour, WHITE);
  return `#${[red, green, blue].map((part) => Math.round(part).toString(16).padStart(2, '0')).join('')}`;
}

function classesOf(attributes: Attributes): readonly string[] {
  const classes = attributes.get('class');
  return classes === undefined ? [] : classes.split(/\s+/, MOST_CLASSES).filter((one) => one !== '');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  '`': '&#96;',
};

/** Characters as themselves and as nothing else; those that turn text around, and controls, by their numbers. */
const asText = (text: string): string =>
  text
    .replaceAll(/[&<>"'`]/g, (character) => ENTITIES[character] ?? '')
    .replaceAll(UNSEEN, (character) => `⟨${point(character)}⟩`);

const UNSEEN =
  /[\p{Cs}\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\u{e0000}-\u{e007f}]/gu;

const point = (character: string): string => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
