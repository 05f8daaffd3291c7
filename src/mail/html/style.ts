// The style of an element: what the sheets say of it and what it says of itself, in the order of their weight.

import { declarationsOf } from './declarations.ts';
import type { Declarations } from './declarations.ts';
import type { Style } from './look.ts';
import { rulesFor } from './sheet.ts';
import type { Box, Rule, Sheet } from './sheet.ts';
import type { Attributes } from './tokens.ts';

/** Different ones that are kept; mail says the same a thousand times. */
const MOST = 2_000;
const NO_STYLE: Style = new Map();

export class Styles {
  private readonly sheet: Sheet;
  private readonly known = new Map<string, Declarations>();
  /** By the weights of the rules and the element's own words. */
  private readonly settled = new Map<string, Style>();

  constructor(sheet: Sheet) {
    this.sheet = sheet;
  }

  get isExhausted(): boolean {
    return this.sheet.patience < 0;
  }

  of(box: Box, attributes: Attributes, ancestors: readonly Box[]): Style {
    const rules = rulesFor(this.sheet, box, ancestors);
    const text = attributes.get('style') ?? '';
    if (rules.length === 0 && text === '') return NO_STYLE;
    const key = `${rules.map(({ weight }) => weight).join()} ${text}`;
    return kept(this.settled, key, () => settled(rules, this.own(attributes)));
  }

  /** What an element says of itself. */
  own(attributes: Attributes): Declarations {
    const text = attributes.get('style') ?? '';
    return kept(this.known, text, () => declarationsOf(text));
  }
}

function kept<T>(all: Map<string, T>, key: string, make: () => T): T {
  const there = all.get(key);
  if (there !== undefined) return there;
  const made = make();
  if (all.size < MOST) all.set(key, made);
  return made;
}

/** Rules in the order of their weight, then the element's own word; what is important comes after all that is not. */
function settled(rules: readonly Rule[], own: Declarations): Style {
  const style = new Map<string, string>();
  for (const isImportant of [false, true]) {
    for (const declarations of [...rules.map((rule) => rule.declarations), own]) {
      for (const [property, declaration] of declarations) {
        if (declaration.isImportant === isImportant) place(style, property, declaration.value);
      }
    }
  }
  return style;
}

/** What a shorthand says overrules what was said before of its parts. */
function place(style: Map<string, string>, property: string, value: string): void {
  style.set(property, value);
  for (const part of SHORTHANDS.get(property) ?? []) style.delete(part);
}

const SHORTHANDS: ReadonlyMap<string, readonly string[]> = new Map([
  ['background', ['background-color', 'background-image']],
  ['font', ['font-size']],
  ['margin', ['margin-left', 'margin-top']],
  ['overflow', ['overflow-x', 'overflow-y']],
]);
