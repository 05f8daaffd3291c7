// What sort of company, and which programmes: by name, or drawn.

import { industryIds } from './company/industries.ts';
import { regions } from './network.ts';
import { families } from './programmes/families.ts';
import type { Family } from './programmes/programme.ts';
import { createRng } from './random.ts';
import { SeedOptionError, type SeedOptions } from './seed.ts';

export const regionIds = Object.keys(regions) as (keyof typeof regions)[];

/** Where a company is and what it does, drawn from its seed. */
export function anyTenant(seed: string): Pick<Required<SeedOptions>, 'industry' | 'region'> {
  const rng = createRng(`${seed}/kind`);
  return { industry: rng.pick(industryIds), region: rng.pick(regionIds) };
}

/** Words by which several families are asked for at once. */
const sorts: Readonly<Record<string, (family: Family) => boolean>> = {
  all: () => true,
  none: () => false,
  attacks: ({ kind }) => kind === 'attack',
  'look-alikes': ({ kind }) => kind === 'look-alike',
  seen: ({ unseen }) => !unseen,
  unseen: ({ unseen }) => unseen,
};

/** Ids of families out of ids and words for several, each once; an unknown word is an error that lists the known ones. */
export function familiesNamed(words: readonly string[]): string[] {
  const ids = families.map(({ id }) => id);
  const named = words.flatMap((word) => {
    const sort = sorts[word];
    if (sort !== undefined) return families.filter(sort).map(({ id }) => id);
    if (ids.includes(word)) return [word];
    throw new SeedOptionError(`programmes: there is no "${word}"; there are ${[...Object.keys(sorts), ...ids].join(', ')}`);
  });
  return [...new Set(named)];
}
