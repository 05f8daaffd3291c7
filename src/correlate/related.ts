// Incidents that hang together with others, but not enough to be one with them: by the strongest evidence that crosses from
// one to the other, whether the partition found too little beside it or it does not bind at all.
//
// Weighed with the evidence that the partition was made from, so that nothing is linked twice. Both of a pair name each other
// or neither does: the strongest pairs first, while both have room. Evidence between two findings that an analyst parted is
// judged and counts no more; what else crosses still does, since "not one incident" is not "nothing to do with it", and says
// that an analyst parted them. What waits in the background is related to nothing.
// Time: O(e + c log c) in the pieces of evidence and the pairs of incidents that any crosses.

import { slot } from '../learn/slot.ts';
import type { Cluster, Constraint, Related } from '../model/incident.ts';
import { rounded } from './affinity.ts';
import type { Evidence } from './evidence.ts';
import { usual } from './settings.ts';
import type { Settings } from './settings.ts';

/** By incident id, those that have any; each list the most telling first. Evidence in (from, to) order, as of `parted`. */
export function relatedIn(
  clusters: readonly Cluster[],
  evidence: readonly Evidence[],
  constraints: readonly Constraint[] = [],
  settings: Settings = usual,
): ReadonlyMap<string, readonly Related[]> {
  const incidentOf = new Map(
    clusters.filter(({ background }) => !background).flatMap(({ id, findings }) => findings.map((one) => [one, id] as const)),
  );
  const cuts = constraints.filter(({ kind }) => kind === 'cut');
  const areCut = new Set(cuts.flatMap(({ from, to }) => [`${from}\n${to}`, `${to}\n${from}`]));
  const areParted = new Set(cuts.map(({ from, to }) => pairOf(incidentOf.get(from) ?? '', incidentOf.get(to) ?? '')));

  const { from: least, most } = settings.related;
  const crossing = new Map<string, Crossing>();
  for (const one of evidence) {
    const [a, b] = [incidentOf.get(one.from), incidentOf.get(one.to)];
    if (a === undefined || b === undefined || a === b || one.weight < least || areCut.has(`${one.from}\n${one.to}`)) continue;
    const pair = pairOf(a, b);
    if (one.weight > (crossing.get(pair)?.one.weight ?? 0)) crossing.set(pair, { pair, a, b, one });
  }

  const related = new Map<string, Related[]>();
  const roomFor = (id: string): boolean => (related.get(id)?.length ?? 0) < most;
  const add = (id: string, other: Related): void => void slot(related, id, () => []).push(other);
  for (const { pair, a, b, one } of [...crossing.values()].sort(byWeight)) {
    const [strongest] = [...one.links].sort((x, y) => y.weight - x.weight);
    if (strongest === undefined || !roomFor(a) || !roomFor(b)) continue;
    const { mechanism, bridge } = strongest;
    const because = areParted.has(pair) ? `${strongest.because}; an analyst parted other findings of the two` : strongest.because;
    const both = { weight: rounded(one.weight), mechanism, bridge, because };
    add(a, { id: b, ...both, from: one.from, to: one.to });
    add(b, { id: a, ...both, from: one.to, to: one.from });
  }
  return related;
}

interface Crossing {
  readonly pair: string;
  /** Incidents of the earlier and of the later finding. */
  readonly a: string;
  readonly b: string;
  readonly one: Evidence;
}

const pairOf = (a: string, b: string): string => (a < b ? `${a}\n${b}` : `${b}\n${a}`);
const byWeight = (x: Crossing, y: Crossing): number => y.one.weight - x.one.weight || (x.pair < y.pair ? -1 : 1);
