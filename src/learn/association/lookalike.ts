// A domain that looks like one that is known here, and is another.
//
// Names are compared by their skeletons, in which what looks alike is the same (after Unicode Technical Standard 39,
// with a table of our own for what mail fraud uses: Cyrillic and Greek letters, digits, rn for m); then with one letter
// left out, put in, changed or two neighbours swapped, found by the names with one letter left out (Garbe's symmetric
// deletes); then the same name under another suffix; then a known name as one word of a longer one.
//
// Blind to: names of four letters and fewer (too many are near each other), two changes at once, and other words for the same thing.

import { registrableOf } from '../../ingest/registered-name.ts';
import { unicodeLabel } from './punycode.ts';

export interface Lookalike {
  /** The known domain. */
  readonly of: string;
  readonly how: 'sameLook' | 'swapped' | 'oneLetter' | 'otherSuffix' | 'word';
  /** 0 to 1, judgement: how hard it is to tell apart at a glance. */
  readonly closeness: number;
}

export interface KnownDomains {
  readonly domains: ReadonlySet<string>;
  readonly bySkeleton: ReadonlyMap<string, readonly Known[]>;
  /** Skeletons with one letter left out. */
  readonly byDeletion: ReadonlyMap<string, readonly Known[]>;
}

/** `contoso.co.uk`, and `contoso` of it as it is written and as it looks. */
interface Known {
  readonly registered: string;
  readonly label: string;
  readonly skeleton: string;
}

const CLOSENESS = { sameLook: 1, swapped: 0.9, oneLetter: 0.8, word: 0.7, otherSuffix: 0.6 } as const;

/** Shorter names are near each other by chance. */
const SHORTEST = 5;
/** What DNS allows a label; longer ones are not compared. */
const LONGEST = 63;
/** What DNS allows a name. */
const LONGEST_NAME = 253;
/** Known names a skeleton or deletion stands for, at most, the first by name. */
const MOST_ALIKE = 20;

/** What one letter may be taken for; applied after accents are dropped. */
const LOOKS: Readonly<Record<string, string>> = {
  ...{
    а: 'a',
    в: 'b',
    е: 'e',
    ё: 'e',
    к: 'k',
    м: 'm',
    н: 'h',
    о: 'o',
    р: 'p',
    с: 'c',
    т: 't',
    у: 'y',
    х: 'x',
    і: 'i',
    ј: 'j',
    ѕ: 's',
  },
  ...{
    ԁ: 'd',
    ԛ: 'q',
    ԝ: 'w',
    һ: 'h',
    ӏ: 'l',
    г: 'r',
    п: 'n',
    α: 'a',
    ο: 'o',
    ρ: 'p',
    ν: 'v',
    τ: 't',
    υ: 'u',
    κ: 'k',
    ι: 'i',
    ε: 'e',
  },
  ...{ ı: 'i', ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ɡ: 'g', ɑ: 'a', 0: 'o', 1: 'l', 3: 'e', 4: 'a', 5: 's', 7: 't', 8: 'b', 9: 'g' },
};
const PAIRS: readonly (readonly [RegExp, string])[] = [
  [/rn/g, 'm'],
  [/vv/g, 'w'],
  [/cl/g, 'd'],
  [/i/g, 'l'],
];

/** A name as it looks, hyphens kept. */
export function skeleton(label: string): string {
  const shown = label.split('.').map(unicodeLabel).join('.').normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
  const letters = Array.from(shown, (letter) => LOOKS[letter] ?? letter).join('');
  return PAIRS.reduce((text, [what, look]) => text.replaceAll(what, look), letters);
}

/** What somebody registered, of a host's name or a mail address: `contoso.co.uk`. Undefined where nobody did: an address of numbers, a single word, a name too long for DNS. */
export function registeredDomain(text: string): string | undefined {
  const host = text
    .slice(text.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase();
  return host.length > LONGEST_NAME ? undefined : registrableOf(host);
}

/** Of domains; what nobody registered is left out. */
export function knownDomains(names: Iterable<string>): KnownDomains {
  const bySkeleton = new Map<string, Known[]>();
  const byDeletion = new Map<string, Known[]>();
  const domains = new Set([...names].flatMap((name) => registeredDomain(name) ?? []));
  for (const registered of [...domains].sort()) {
    const known = knownAs(registered);
    file(bySkeleton, known.skeleton, known);
    if (isLongEnough(known.skeleton)) for (const shorter of deletions(known.skeleton)) file(byDeletion, shorter, known);
  }
  return { domains, bySkeleton, byDeletion };
}

/** The closest known domain that a name, a host or a mail address could be taken for. A known one is like no other. */
export function lookalikeOf(known: KnownDomains, name: string): Lookalike | undefined {
  const registered = registeredDomain(name);
  if (registered === undefined || known.domains.has(registered)) return undefined;
  const { label, skeleton: looks } = knownAs(registered);
  return sameName(known, label, looks) ?? (isLongEnough(looks) ? (nearName(known, looks) ?? asWord(known, looks)) : undefined);
}

function knownAs(registered: string): Known {
  const label = registered.slice(0, registered.indexOf('.'));
  return { registered, label, skeleton: label.length > LONGEST ? label : skeleton(label) };
}

const isLongEnough = (label: string): boolean => label.length >= SHORTEST && label.length <= LONGEST;

function sameName(known: KnownDomains, written: string, looks: string): Lookalike | undefined {
  const same = known.bySkeleton.get(looks) ?? [];
  const disguised = same.find(({ label }) => label !== written);
  if (disguised !== undefined && looks.length > 2) return found('sameLook', disguised);
  const elsewhere = looks.length >= SHORTEST ? same[0] : undefined;
  return elsewhere === undefined ? undefined : found('otherSuffix', elsewhere);
}

function nearName(known: KnownDomains, looks: string): Lookalike | undefined {
  const near = [looks, ...deletions(looks)].flatMap((text) => [
    ...(known.byDeletion.get(text) ?? []),
    ...(text === looks ? [] : (known.bySkeleton.get(text) ?? []).filter((it) => isLongEnough(it.skeleton))),
  ]);
  const swapped = near.find((it) => isSwapped(it.skeleton, looks));
  if (swapped !== undefined) return found('swapped', swapped);
  const other = near.find((it) => isOneChange(it.skeleton, looks));
  return other === undefined ? undefined : found('oneLetter', other);
}

function asWord(known: KnownDomains, looks: string): Lookalike | undefined {
  const words = looks.split('-').filter((word) => word !== looks && word.length >= SHORTEST);
  const one = words.flatMap((word) => known.bySkeleton.get(word) ?? [])[0];
  return one === undefined ? undefined : found('word', one);
}

const found = (how: Lookalike['how'], { registered }: Known): Lookalike => ({ of: registered, how, closeness: CLOSENESS[how] });

const deletions = (text: string): string[] => Array.from(text, (_, index) => text.slice(0, index) + text.slice(index + 1));

function file(map: Map<string, Known[]>, key: string, known: Known): void {
  const there = map.get(key) ?? [];
  if (there.length < MOST_ALIKE && !there.includes(known)) there.push(known);
  map.set(key, there);
}

/** Where two names begin to differ. */
function firstDifference(a: string, b: string): number {
  let index = 0;
  while (index < a.length && a[index] === b[index]) index += 1;
  return index;
}

function isSwapped(a: string, b: string): boolean {
  const at = firstDifference(a, b);
  return a.length === b.length && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

function isOneChange(a: string, b: string): boolean {
  const at = firstDifference(a, b);
  if (a.length === b.length) return a.slice(at + 1) === b.slice(at + 1);
  return a.length > b.length ? a.slice(at + 1) === b.slice(at) : a.slice(at) === b.slice(at + 1);
}
