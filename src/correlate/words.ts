// What analysts said of pairs of findings, as far as both stand: these are one story, those are not.

import { slot } from '../learn/slot.ts';
import { inOrder } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Constraint, Link } from '../model/incident.ts';

export interface Words {
  /** One link a pinned pair, from the earlier finding to the later, in order: who pinned first, and how often, cannot show. */
  readonly pins: readonly Link[];
  readonly areCut: (a: string, b: string) => boolean;
  /** The findings that must not be with this one. */
  readonly foesOf: (id: string) => ReadonlySet<string>;
  /** Findings that any of them is on. */
  readonly mentioned: ReadonlySet<string>;
}

/** Of the findings that stand, by id. */
export function wordsOn(standing: ReadonlyMap<string, Finding>, constraints: readonly Constraint[]): Words {
  const pins = new Map<string, Link>();
  const foes = new Map<string, Set<string>>();
  for (const { kind, from, to } of constraints) {
    const [a, b] = [standing.get(from), standing.get(to)];
    if (a === undefined || b === undefined || a === b) continue;
    if (kind === 'cut') {
      slot(foes, from, () => new Set()).add(to);
      slot(foes, to, () => new Set()).add(from);
    } else {
      const link = inOrder(a, b) < 0 ? pinned(from, to) : pinned(to, from);
      pins.set(`${link.from}\n${link.to}`, link);
    }
  }
  return {
    pins: [...pins].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, link]) => link),
    areCut: (a, b) => foes.get(a)?.has(b) === true,
    foesOf: (id) => foes.get(id) ?? none,
    mentioned: new Set([...foes.keys(), ...[...pins.values()].flatMap(({ from, to }) => [from, to])]),
  };
}

const none: ReadonlySet<string> = new Set();

const pinned = (from: string, to: string): Link => ({
  from,
  to,
  mechanism: 'pinned',
  reason: 'eventSequence',
  bridge: { label: 'User', key: 'analyst' },
  specificity: 1,
  strength: 1,
  decay: 1,
  beyondChance: 1,
  agreement: 1,
  weight: 1,
  gapMs: 0,
  because: 'an analyst pinned them together',
});
