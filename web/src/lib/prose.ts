// Finds the names of people, mailboxes and rules in a sentence of ours, so that they can be shown as names.

import { nameInProse } from './names.ts';

export interface Piece {
  readonly kind: 'text' | 'name';
  readonly text: string;
}

/** The sentence in pieces; names are the short form of the longest key that stands there. */
export function pieces(text: string, people: readonly string[]): Piece[] {
  const keys = people.filter((key) => key !== '').sort((a, b) => b.length - a.length);
  const found: Piece[] = [];
  let rest = text;
  while (rest !== '') {
    const next = keys
      .map((key) => ({ key, at: rest.indexOf(key) }))
      .filter(({ at }) => at >= 0)
      .reduce<{ key: string; at: number } | undefined>((a, b) => (a === undefined || b.at < a.at ? b : a), undefined);
    if (next === undefined) break;
    if (next.at > 0) found.push({ kind: 'text', text: rest.slice(0, next.at) });
    found.push({ kind: 'name', text: nameInProse(next.key) });
    rest = rest.slice(next.at + next.key.length);
  }
  return rest === '' ? found : [...found, { kind: 'text', text: rest }];
}

/** Where one account alone acts, its name need not begin every sentence. */
export function withoutActor(text: string, actors: readonly string[]): string {
  const [only] = actors;
  if (only === undefined || actors.length > 1 || !text.startsWith(`${only} `)) return text;
  const rest = text.slice(only.length + 1);
  return rest.charAt(0).toUpperCase() + rest.slice(1);
}
