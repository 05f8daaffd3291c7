// How an element looks, out of its attributes, its style and what it inherits: enough to tell whether its text is seen.
//
// Works by the rules a mail client applies, without a layout: blind to text that lies under something else, that a
// picture's colour swallows, or that only a screen of some width shows or hides.

import type { Hiding } from '../page.ts';
import { BLACK, WHITE, colourOf, contrast, over } from './colour.ts';
import type { Colour } from './colour.ts';
import type { Attributes } from './tokens.ts';

export interface Look {
  /** All of it is hidden, whatever stands in it. */
  readonly gone?: Hiding;
  readonly isInvisible: boolean;
  /** Pixels. */
  readonly size: number;
  readonly colour: Colour;
  /** Undefined where a picture lies behind. */
  readonly background: Colour | undefined;
  /** Text of this colour cannot be told from what lies behind it. */
  readonly isSwallowed: boolean;
  readonly opacity: number;
  readonly isIndentedAway: boolean;
  /** Outlook leaves it out; others show it. */
  readonly isLeftOutByOutlook: boolean;
}

export const plainLook: Look = {
  ...{
    isInvisible: false,
    size: 16,
    colour: BLACK,
    background: WHITE,
    isSwallowed: false,
    opacity: 1,
    isIndentedAway: false,
    isLeftOutByOutlook: false,
  },
};

/** Values of properties, in small letters; the last word on each. */
export type Style = ReadonlyMap<string, string>;

/** Nearer the background than this nobody reads it. */
const LEAST_CONTRAST = 1.2;
const LEAST_OPACITY = 0.05;
const SMALLEST = 1;
const FARTHEST = 999;

/** Whether text of this look is hidden, and how. */
export function hidingOf(look: Look): Hiding | undefined {
  if (look.gone !== undefined) return look.gone;
  if (look.isInvisible) return 'visibility';
  if (look.size <= SMALLEST) return 'size';
  if (look.isIndentedAway) return 'offScreen';
  return look.isSwallowed ? 'colour' : undefined;
}

/** Whether a picture in it is hidden, and how. */
export const pictureHiding = (look: Look): Hiding | undefined => look.gone ?? (look.isInvisible ? 'visibility' : undefined);

const isSwallowed = (colour: Colour, background: Colour | undefined): boolean =>
  background !== undefined && (colour.alpha <= LEAST_OPACITY || contrast(over(colour, background), background) < LEAST_CONTRAST);

/** The look of an element in one of another look. */
export function lookOf(parent: Look, name: string, attributes: Attributes, style: Style): Look {
  if (style.size === 0 && !attributes.has('hidden') && !PAINTED.some((one) => attributes.has(one))) return bare(parent, name);
  const size = sizeOf(parent.size, style);
  const opacity = parent.opacity * opacityOf(style);
  const gone = parent.gone ?? goneBy(name, attributes, style, size, opacity);
  const colour = textColour(name, attributes, style) ?? parent.colour;
  const background = backgroundOf(parent.background, attributes, style);
  const isSame = colour === parent.colour && background === parent.background;
  return {
    ...(gone === undefined ? {} : { gone }),
    isInvisible: visibilityOf(style) ?? parent.isInvisible,
    size,
    colour,
    background,
    isSwallowed: isSame ? parent.isSwallowed : isSwallowed(colour, background),
    opacity,
    isIndentedAway: indentOf(style, size) ?? parent.isIndentedAway,
    isLeftOutByOutlook: parent.isLeftOutByOutlook || style.get('mso-hide') === 'all',
  };
}

const PAINTED = ['bgcolor', 'background', 'color', 'text'];

/** Links are blue wherever nobody says otherwise. */
const bare = (parent: Look, name: string): Look =>
  name === 'a' && parent.colour !== LINK
    ? { ...parent, colour: LINK, isSwallowed: isSwallowed(LINK, parent.background) }
    : parent;
const LINK: Colour = { red: 0, green: 0, blue: 238, alpha: 1 };

function visibilityOf(style: Style): boolean | undefined {
  const value = style.get('visibility');
  return value === undefined || value === 'inherit' ? undefined : value === 'hidden' || value === 'collapse';
}

function goneBy(name: string, attributes: Attributes, style: Style, size: number, opacity: number): Hiding | undefined {
  const display = style.get('display');
  if (display === 'none' || style.get('content-visibility') === 'hidden') return 'display';
  if (attributes.has('hidden') && display === undefined) return 'attribute';
  if (opacity <= LEAST_OPACITY) return 'opacity';
  if (isClipped(style)) return 'clipped';
  if (isEmptied(name, style, size)) return 'size';
  return isAway(style, size) ? 'offScreen' : undefined;
}

function opacityOf(style: Style): number {
  const [own, filter] = [share(style.get('opacity')), style.get('filter')];
  if (filter === undefined) return own;
  const filtered = share(/opacity\(([^()]{1,20})\)/.exec(filter)?.[1]);
  const old = /alpha\(opacity ?= ?(\d{1,3})\)/.exec(filter)?.[1];
  return own * filtered * (old === undefined ? 1 : Number(old) / 100);
}

function share(text: string | undefined): number {
  const number = parseFloat(text ?? '1');
  return Number.isFinite(number) ? Math.min(Math.max(text?.endsWith('%') === true ? number / 100 : number, 0), 1) : 1;
}

/** Cut to nothing by a clip, or scaled to a point. */
function isClipped(style: Style): boolean {
  const place = style.get('position');
  const isFree = place === 'absolute' || place === 'fixed';
  if (isFree && /^rect\((?:\s*[01](?:px)?[\s,]*){4}\)$/.test((style.get('clip') ?? '').slice(0, 60))) return true;
  const [path, transform] = [style.get('clip-path'), style.get('transform')];
  if (
    path !== undefined &&
    (/^inset\(\s?(?:50|[6-9]\d|100)%/.test(path) ||
      /^circle\(\s?0/.test(path) ||
      /^polygon\((?:0(?:px|%)?[\s,]*)+\)$/.test(path.slice(0, 80)))
  )
    return true;
  return transform !== undefined && /scale[xy]?\(\s?0(?:\.0\d*)?\s?[,)]/.test(transform);
}

/** No room is left for what stands in it; what is written in a line, or in a table, takes its room all the same. */
function isEmptied(name: string, style: Style, size: number): boolean {
  if (!OVERFLOWS.some((one) => /^(?:hidden|clip)/.test(style.get(one) ?? ''))) return false;
  const display = style.get('display');
  const isBox = display === undefined ? !INLINE.has(name) && !TABLE.has(name) : !/^(?:inline|contents|table.*)$/.test(display);
  const place = style.get('position');
  if (!(isBox || place === 'absolute' || place === 'fixed' || style.has('float'))) return false;
  return ['height', 'width', 'max-height', 'max-width'].some((one) => (pixels(style.get(one), size) ?? Infinity) <= SMALLEST);
}

const OVERFLOWS = ['overflow', 'overflow-x', 'overflow-y'];
const INLINE: ReadonlySet<string> = new Set(
  'a abbr acronym b bdi bdo big cite code del dfn em font i ins kbd label mark q s samp small span strike strong sub sup tt u var'.split(
    ' ',
  ),
);
const TABLE: ReadonlySet<string> = new Set(['table', 'tbody', 'thead', 'tfoot', 'tr', 'td', 'th']);

function isAway(style: Style, size: number): boolean {
  const place = style.get('position');
  const isPlaced = place === 'absolute' || place === 'fixed' || place === 'relative';
  const far = (value: string | undefined): boolean => (pixels(value, size) ?? 0) <= -FARTHEST;
  if (isPlaced && ['left', 'top', 'right', 'bottom'].some((side) => far(style.get(side)))) return true;
  if (far(style.get('margin-left')) || far(style.get('margin-top'))) return true;
  const [margin, transform] = [style.get('margin'), style.get('transform')];
  const [top, , , left] = margin?.split(/\s+/, 4) ?? [];
  if (far(top) || far(left)) return true;
  const moved = transform === undefined ? undefined : /translate[xy]?\(([^()]{1,60})\)/.exec(transform)?.[1];
  return moved?.split(',').some((part) => far(part.trim())) === true;
}

function indentOf(style: Style, size: number): boolean | undefined {
  const indent = style.get('text-indent');
  return indent === undefined ? undefined : (pixels(indent, size) ?? 0) <= -FARTHEST;
}

function textColour(name: string, attributes: Attributes, style: Style): Colour | undefined {
  const fill = named(style.get('-webkit-text-fill-color')) ?? named(style.get('color'));
  const attribute = name === 'font' ? attributes.get('color') : name === 'body' ? attributes.get('text') : undefined;
  return fill ?? named(attribute) ?? (name === 'a' && !style.has('color') ? LINK : undefined);
}

const named = (text: string | undefined): Colour | undefined => (text === undefined ? undefined : colourOf(text));

function backgroundOf(parent: Colour | undefined, attributes: Attributes, style: Style): Colour | undefined {
  const shorthand = style.get('background');
  const isPicture = [shorthand, style.get('background-image')].some(
    (value) => value !== undefined && /url\((?!\s?["']?["']?\s?\))|gradient\(/.test(value),
  );
  if (isPicture || (attributes.get('background') ?? '') !== '') return undefined;
  const own = named(style.get('background-color')) ?? colourIn(shorthand) ?? named(attributes.get('bgcolor'));
  if (own === undefined || own.alpha === 0) return parent;
  return parent === undefined && own.alpha < 1 ? undefined : over(own, parent ?? WHITE);
}

/** The one word of a shorthand that is a colour. */
function colourIn(shorthand: string | undefined): Colour | undefined {
  if (shorthand === undefined) return undefined;
  for (const [word] of shorthand.matchAll(/(?:rgb|hsl)a?\([^()]{1,80}\)|[#\w-]{3,30}/g)) {
    const colour = colourOf(word);
    if (colour !== undefined) return colour;
  }
  return undefined;
}

function sizeOf(parent: number, style: Style): number {
  const font = style.get('font');
  const own = style.get('font-size') ?? (font === undefined ? undefined : shorthandSize(font));
  if (own === undefined) return parent;
  if (own.endsWith('%')) return finite((parseFloat(own) / 100) * parent, parent);
  return KEYWORDS.get(own) ?? pixels(own, parent) ?? parent;
}

/** `bold 12px/14px Arial` → `12px`; `0/0 a` → `0`. */
const shorthandSize = (font: string): string | undefined =>
  /(?:^|\s)((?:\d{1,4}|\d{0,4}\.\d{1,8})(?:px|pt|em|rem|%)|0)(?=[\s/])/.exec(font)?.[1];

const KEYWORDS: ReadonlyMap<string, number> = new Map([
  ...([
    ['xx-small', 9],
    ['x-small', 10],
    ['small', 13],
    ['medium', 16],
    ['large', 18],
    ['x-large', 24],
    ['xx-large', 32],
  ] as const),
  ...([
    ['smaller', 13],
    ['larger', 19],
    ['initial', 16],
  ] as const),
]);

const UNITS: ReadonlyMap<string, number> = new Map([
  ...([
    ['', 1],
    ['px', 1],
    ['pt', 4 / 3],
    ['pc', 16],
    ['in', 96],
    ['cm', 37.8],
    ['mm', 3.78],
    ['rem', 16],
    ['vw', 8],
    ['vh', 8],
  ] as const),
  ...([['%', 8]] as const),
]);

/** Of a length; per cent and parts of a window of one 800 pixels wide. Undefined for `auto` and the like. */
function pixels(value: string | undefined, size: number): number | undefined {
  if (value === undefined) return undefined;
  const [, number = '', unit = ''] = /^([+-]?(?:\d{1,9}(?:\.\d{0,9})?|\.\d{1,9}))([a-z%]{0,4})$/.exec(value) ?? [];
  if (number === '') return undefined;
  const each = unit === 'em' ? size : unit === 'ex' || unit === 'ch' ? size / 2 : UNITS.get(unit);
  return each === undefined ? undefined : Number(number) * each;
}

const finite = (number: number, otherwise: number): number => (Number.isFinite(number) ? number : otherwise);
