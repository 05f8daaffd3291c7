// Pictures of a page, and what is drawn without one.

import { known } from '../../ingest/known.ts';
import type { Picture } from '../page.ts';
import type { Declarations } from './declarations.ts';
import type { Look } from './look.ts';
import { folded } from './readable.ts';
import type { Attributes } from './tokens.ts';

const LONGEST_ALT = 2_000;
/** Pixels. */
const LARGEST_POINT = 16;

export function pictureOf(attributes: Attributes, style: Declarations): Picture {
  const source = (attributes.get('src') ?? '').trim();
  const host = /^(?:https?:)?[/\\]{2}([^/\\?#]{1,253})/i.exec(source)?.[1]?.toLowerCase();
  const from = host !== undefined ? 'remote' : /^cid:/i.test(source) ? 'inline' : /^data:/i.test(source) ? 'data' : 'none';
  return known({
    from,
    host,
    width: sideOf('width', attributes, style),
    height: sideOf('height', attributes, style),
    alt: folded(attributes.get('alt') ?? '').slice(0, LONGEST_ALT),
  } as const);
}

/** A cell as wide or high as a point of a code is drawn, and of another colour than what is around it. */
export const isPainted = (look: Look, around: Look, attributes: Attributes, style: Declarations): boolean =>
  look.background !== around.background &&
  (['width', 'height'] as const).some((side) => (sideOf(side, attributes, style) ?? Infinity) <= LARGEST_POINT);

/** In pixels; undefined where it is said in parts of something else. */
function sideOf(side: 'width' | 'height', attributes: Attributes, style: Declarations): number | undefined {
  const sizes = [style.get(side)?.value, attributes.get(side)].flatMap((text) => SIZE.exec(text ?? '')?.[1] ?? []);
  return sizes[0] === undefined ? undefined : Number(sizes[0]);
}

const SIZE = /^\s{0,5}(\d{1,6})(?:\.\d{0,6})?(?:px)?\s{0,5}$/i;
