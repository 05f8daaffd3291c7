// What all that two findings share says together of whether they are one story.
//
// Kinds of bridges are taken as independent witnesses, and each may be wrong: 1 − Π(1 − weight) over the strongest of each
// kind. So a thin trace of the account and a thin trace of the device bind where neither would alone.

import { slot } from '../learn/slot.ts';
import type { Link } from '../model/incident.ts';
import { kindOf } from './bridges.ts';

/** From the earlier finding to the later. */
export interface Evidence {
  readonly from: string;
  readonly to: string;
  readonly weight: number;
  readonly links: readonly Link[];
}

/** Links in (from, to, mechanism) order; one a pair, in (from, to) order. */
export function evidenceIn(links: readonly Link[]): Evidence[] {
  const pairs = new Map<string, Link[]>();
  for (const link of links) slot(pairs, `${link.from}\n${link.to}`, () => []).push(link);
  return [...pairs.values()].map((of) => ({ from: of[0]?.from ?? '', to: of[0]?.to ?? '', weight: together(of), links: of }));
}

function together(links: readonly Link[]): number {
  const strongest = new Map<string, number>();
  for (const { mechanism, weight } of links) {
    const kind = kindOf(mechanism);
    strongest.set(kind, Math.max(strongest.get(kind) ?? 0, weight));
  }
  return 1 - [...strongest.values()].reduce((doubt, weight) => doubt * (1 - weight), 1);
}
