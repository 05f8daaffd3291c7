// An incident as it is compared: what was found in it, in order, and how that hangs together. Not whom it befell: keys of
// entities serve only to tell one from another.

import type { About, Finding } from '../../model/finding.ts';
import type { Link } from '../../model/incident.ts';

/** What of a finding says what happened. */
export type Step = Pick<Finding, 'id' | 'detection' | 'title' | 'stage' | 'techniques' | 'at'>;

export interface Found extends Step {
  readonly about: readonly Pick<About, 'label' | 'key' | 'role'>[];
}

export type Tie = Pick<Link, 'from' | 'to' | 'mechanism'>;

export interface Story<T extends Step = Found> {
  readonly findings: readonly T[];
  readonly links: readonly Tie[];
}

/** An incident of more is compared by its first so many: what ten thousand alerts repeat is said by then. */
export const MOST_FINDINGS = 2_000;

/**
 * What sort of thing was found. Alerts of other products are all of one detection; what they are about is in their
 * techniques, without those after the dot, of which one product names more than another.
 */
export const kindOf = ({ detection, stage, techniques }: Step): string =>
  `${detection} ${stage} ${[...new Set(techniques.map((technique) => technique.replace(/\..*/, '')))].sort().join(' ')}`;

/** In order of time, whatever the findings are called; no more than are compared. */
export function inOrder<T extends Step>(findings: readonly T[]): T[] {
  const ranked = findings.map((finding) => ({ finding, kind: kindOf(finding) }));
  ranked.sort((a, b) => a.finding.at - b.finding.at || compare(a.kind, b.kind) || compare(a.finding.id, b.finding.id));
  return ranked.slice(0, MOST_FINDINGS).map(({ finding }) => finding);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
