// What was believed of an incident and when, and the numbers of its findings.

import type { Believed, Numbering, Turn } from '../../model/belief.ts';
import { beliefTold, differenceTold } from '../../narrate/beliefs.ts';
import { believed, difference } from '../../respond/beliefs.ts';
import { inOrder } from '../../respond/numbering.ts';
import type { Loaders } from '../context.ts';
import type { Believed as Shown, FindingResolvers, IncidentResolvers } from '../schema.gen.ts';

export const Finding: FindingResolvers = {
  label: async ({ id }, _, { load }) => (await load.label.load(id)) ?? null,
};

export const Incident: IncidentResolvers = {
  async chronicle({ id }, _, { load }) {
    const { chronicle, numbers } = await history(id, load);
    return chronicle.map((entry, index) => {
      const { incident, at, title, score, probability, band, status, verdict = null } = entry;
      const moved = movedIn(entry, numbers);
      return {
        ...{ id: incident, at, title, score, probability, band, status, verdict },
        ...moved,
        says: beliefTold(chronicle[index - 1], { ...entry, ...moved }, numbers),
      };
    });
  },

  async believed({ id }, { at }, { load }) {
    const { chronicle, numbers } = await history(id, load);
    return shown(believed(chronicle, at), numbers);
  },

  async difference({ id }, { from, to }, { load }) {
    const { chronicle, numbers } = await history(id, load);
    const found = difference(chronicle, from, to);
    const moved = movedIn(found, numbers);
    return {
      ...{ from: shown(found.from, numbers), to: shown(found.to, numbers) },
      ...moved,
      ...{ merged: found.merged, parted: found.parted },
      says: differenceTold({ ...found, ...moved }, numbers),
    };
  },
};

async function history(id: string, load: Loaders) {
  const [chronicle, numbers] = await Promise.all([load.chronicle.load(id), load.numbers.load(id)]);
  return { chronicle, numbers };
}

/** What came and what went, in the order of its numbers. */
const movedIn = ({ added, removed }: Pick<Turn, 'added' | 'removed'>, numbers: Numbering) => ({
  added: inOrder(added, numbers),
  removed: inOrder(removed, numbers),
});

function shown(it: Believed | undefined, numbers: Numbering): Shown | null {
  if (it === undefined) return null;
  const { incident, at, title, score, probability, band, status, verdict = null, findings } = it;
  return { id: incident, at, title, score, probability, band, status, verdict, findings: inOrder(findings, numbers) };
}
