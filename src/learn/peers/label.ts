// What a peer group is called, and why: what its members share and few others do.
//
// Names come from outside: control and direction characters are taken out and what is long is cut, so that they can be shown
// as text. A label is for people; nothing is decided by it.

import type { Dimension } from '../dimension.ts';
import { peopleWith, valuesOf } from '../habits.ts';
import type { Habits } from '../habits.ts';
import type { Day } from '../../model/time.ts';

const LONGEST_NAME = 40;

interface Shared {
  readonly value: string;
  /** How many members use it, and how many people in all. */
  readonly inside: number;
  readonly all: number;
}

/** As of the midnight that begins `before`; `inside` is the weight of a member's ties to the others. */
export function describe(
  habits: Habits,
  before: Day,
  members: readonly string[],
  inside: (member: string) => number,
): { name: string; label: string } {
  const sites = sharedIn(habits, before, members, ['site']);
  const mailboxes = sharedIn(habits, before, members, ['mailbox', 'mailboxWritten']).filter(isMostlyTheirs);
  const [department] = sharedIn(habits, before, members, ['department']);
  const [thing] = [...sites, ...mailboxes].sort(bySpecificity);
  const name = nameOf(department ?? thing) ?? `around ${shown(heartOf(members, inside))}`;
  const site = sites.map(({ value }) => placeIn(value)).find((place) => place !== name);
  const reasons = [
    members.length === 1 ? 'one person' : `${members.length} people`,
    ...(mailboxes.length === 0 ? [] : [mailboxes.length === 1 ? 'one shared mailbox' : `${mailboxes.length} shared mailboxes`]),
    ...(site === undefined ? [] : [`${site} site`]),
  ];
  return { name, label: `${name}: ${reasons.join(', ')}` };
}

/** What at least half of the members use, the most specific first. */
function sharedIn(habits: Habits, before: Day, members: readonly string[], dimensions: readonly Dimension[]): Shared[] {
  const users = new Map<string, Set<string>>();
  for (const dimension of dimensions)
    for (const member of members)
      for (const [value, { days }] of valuesOf(habits, member, dimension))
        if ((days[0] ?? before) < before) users.set(value, (users.get(value) ?? new Set()).add(member));
  const everybody = (value: string): number =>
    Math.max(...dimensions.map((dimension) => peopleWith(habits, dimension, value).size));
  return [...users]
    .filter(([, { size }]) => size > 1 && size * 2 >= members.length)
    .map(([value, { size }]) => ({ value, inside: size, all: everybody(value) }))
    .sort(bySpecificity);
}

const bySpecificity = (a: Shared, b: Shared): number => specificity(b) - specificity(a) || (a.value < b.value ? -1 : 1);
/** How much of its use is theirs, times how many of them use it. */
const specificity = ({ inside, all }: Shared): number => inside ** 2 / all;
const isMostlyTheirs = ({ inside, all }: Shared): boolean => inside * 2 >= all;

const heartOf = (members: readonly string[], inside: (member: string) => number): string =>
  members.reduce((heart, member) => (inside(member) > inside(heart) ? member : heart), members[0] ?? '');

const nameOf = (thing: Shared | undefined): string | undefined => (thing === undefined ? undefined : placeIn(thing.value));

/** `https://x.sharepoint.com/sites/Finance` is Finance, `payables@contoso.test` payables. */
function placeIn(value: string): string {
  const last = value.replace(/\/+$/, '').split('/').at(-1) ?? value;
  return shown(last.replace(/@.*$/s, '')) || shown(value) || 'unnamed';
}

/** One line of text without what would change the text around it. */
export function shown(text: string): string {
  const plain = text.replace(/[\p{C}\s]+/gu, ' ').trim();
  return plain.length <= LONGEST_NAME
    ? plain
    : `${Array.from(plain)
        .slice(0, LONGEST_NAME - 1)
        .join('')}…`;
}
