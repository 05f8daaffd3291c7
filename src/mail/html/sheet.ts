// Style sheets of a mail, as far as clients keep them: selectors of elements, classes and ids, one within another.
//
// Blind to: attributes, states (`:hover`), siblings, and what holds for some screens alone; rules for print are not for the eye.

import { declarationsOf, plain } from './declarations.ts';
import type { Declarations } from './declarations.ts';

/** An element as selectors know it. */
export interface Box {
  readonly name: string;
  readonly id: string;
  readonly classes: readonly string[];
}

export interface Rule {
  readonly compounds: readonly Compound[];
  readonly declarations: Declarations;
  /** Ids, classes, names; then the order of the sheet. */
  readonly weight: number;
}

/** What has to be true of one element. */
interface Compound {
  readonly name: string;
  readonly ids: readonly string[];
  readonly classes: readonly string[];
  /** Of the next one directly, not of anything in it. */
  readonly isParent: boolean;
}

export interface Sheet {
  /** Rules by what their last element must have: `#id`, `.class`, a name, or `*`. */
  readonly rules: ReadonlyMap<string, readonly Rule[]>;
  /** How many comparisons with an element it may still cost; then it is left aside. */
  patience: number;
}

const LONGEST = 256 * 1024;
const MOST_RULES = 3_000;
const MOST_SELECTORS = 100;
const LONGEST_SELECTORS = 4_000;
const MOST_COMPOUNDS = 6;
const DEEPEST = 3;
const PATIENCE = 300_000;

/** Of all sheets of a page, in their order. */
export function sheetOf(texts: readonly string[]): Sheet {
  const rules = new Map<string, Rule[]>();
  const css = plain(texts.join('\n').slice(0, LONGEST)).replaceAll(/<!--|-->/g, ' ');
  let count = 0;
  for (const { selectors, body } of blocks(css, 0)) {
    const declarations = declarationsOf(body);
    if (declarations.size === 0) continue;
    for (const selector of selectors.split(',', MOST_SELECTORS)) {
      const compounds = compoundsOf(selector);
      const last = compounds?.at(-1);
      if (compounds === undefined || last === undefined) continue;
      count += 1;
      if (count > MOST_RULES) return { rules, patience: PATIENCE };
      const key = keyOf(last);
      const there = rules.get(key) ?? [];
      rules.set(key, there);
      there.push({ compounds, declarations, weight: weightOf(compounds) * MOST_RULES + count });
    }
  }
  return { rules, patience: PATIENCE };
}

/** What the sheet says of an element, the weightiest last. Ancestors from the outermost. */
export function rulesFor(sheet: Sheet, box: Box, ancestors: readonly Box[]): readonly Rule[] {
  if (sheet.rules.size === 0 || sheet.patience < 0) return [];
  const found: Rule[] = [];
  const gather = (key: string): void => {
    for (const rule of sheet.rules.get(key) ?? []) if (isMeant(sheet, rule, box, ancestors)) found.push(rule);
  };
  gather('*');
  gather(box.name);
  for (const one of box.classes) gather(`.${one}`);
  if (box.id !== '') gather(`#${box.id}`);
  return found.length < 2 ? found : found.sort((a, b) => a.weight - b.weight);
}

function isMeant(sheet: Sheet, { compounds }: Rule, box: Box, ancestors: readonly Box[]): boolean {
  const last = compounds.at(-1);
  sheet.patience -= 1;
  if (last === undefined || !fits(last, box)) return false;
  let at = ancestors.length - 1;
  for (let next = compounds.length - 2; next >= 0; next -= 1) {
    const compound = compounds[next];
    if (compound === undefined) return false;
    const found = nearest(sheet, compound, ancestors, at);
    if (found < 0) return false;
    at = found - 1;
  }
  return true;
}

function nearest(sheet: Sheet, compound: Compound, ancestors: readonly Box[], from: number): number {
  const end = compound.isParent ? Math.max(from, 0) : 0;
  for (let at = from; at >= end; at -= 1) {
    sheet.patience -= 1;
    if (sheet.patience < 0) return -1;
    const ancestor = ancestors[at];
    if (ancestor !== undefined && fits(compound, ancestor)) return at;
  }
  return -1;
}

const fits = ({ name, ids, classes }: Compound, box: Box): boolean =>
  (name === '' || name === box.name) && ids.every((id) => id === box.id) && classes.every((one) => box.classes.includes(one));

function keyOf({ name, ids, classes }: Compound): string {
  if (ids[0] !== undefined) return `#${ids[0]}`;
  if (classes[0] !== undefined) return `.${classes[0]}`;
  return name === '' ? '*' : name;
}

const weightOf = (compounds: readonly Compound[]): number =>
  compounds.reduce((sum, { name, ids, classes }) => sum + ids.length * 10_000 + classes.length * 100 + (name === '' ? 0 : 1), 0);

interface Block {
  readonly selectors: string;
  readonly body: string;
}

/** Rules in their order; those of a group that holds for every screen among them. */
function blocks(css: string, depth: number): Block[] {
  const found: Block[] = [];
  let at = 0;
  while (at < css.length && found.length < MOST_RULES) {
    const open = css.indexOf('{', at);
    if (open < 0) break;
    // `@import …;` ends before the rule begins.
    const before = css.slice(at, open);
    const selectors = before
      .slice(before.lastIndexOf(';') + 1)
      .trim()
      .slice(0, LONGEST_SELECTORS);
    const close = endOf(css, open);
    const body = css.slice(open + 1, close);
    if (!selectors.startsWith('@')) found.push({ selectors, body });
    else if (depth < DEEPEST && holdsEverywhere(selectors)) found.push(...blocks(body, depth + 1));
    at = close + 1;
  }
  return found;
}

function endOf(css: string, open: number): number {
  let depth = 0;
  for (let at = open; at < css.length; at += 1) {
    const sign = css.charCodeAt(at);
    if (sign === 0x7b) depth += 1;
    else if (sign === 0x7d) depth -= 1;
    if (depth === 0) return at;
  }
  return css.length;
}

const holdsEverywhere = (group: string): boolean =>
  group.length < 200 &&
  /^@media\b/i.test(group) &&
  group
    .slice('@media'.length)
    .split(',')
    .some((one) => /^(?:only )?(?:all|screen)$/i.test(one.trim()));

const COMPOUND = /^([\w-]*|\*)((?:[.#][^\s.#>+~:[\](){}*,]{1,200}){0,10})$/;

function compoundsOf(selector: string): Compound[] | undefined {
  const words = selector.slice(0, 1_000).replaceAll('>', ' > ').trim().split(/\s+/);
  if (words.length > MOST_COMPOUNDS * 2) return undefined;
  const found: Compound[] = [];
  for (const [index, word] of words.entries()) {
    if (word === '>') continue;
    const [all, name = '', marks = ''] = COMPOUND.exec(word) ?? [];
    if (all === undefined || all === '') return undefined;
    const marked = marks.match(/[.#][^.#]+/g) ?? [];
    const of = (sign: string): string[] => marked.filter((mark) => mark.startsWith(sign)).map((mark) => mark.slice(1));
    found.push({
      name: name === '*' ? '' : name.toLowerCase(),
      ids: of('#'),
      classes: of('.'),
      isParent: words[index + 1] === '>',
    });
  }
  return found.length > MOST_COMPOUNDS ? undefined : found;
}
