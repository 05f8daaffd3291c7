// Alerts and records of networks that were really, or elaborately, attacked, where somebody has put them: ../shared/data
// beside the repository; without it there are no figures. Each set stands in two halves (`halves.ts`).

import type { Figure, SuiteOptions } from '../suite.ts';
import * as aitAds from './ait-ads.ts';
import * as cptc2017 from './cptc2017.ts';
import * as faketshirt from './faketshirt.ts';

const sets = [aitAds, cptc2017, faketshirt];

export async function figures({ lookup, progress }: Pick<SuiteOptions, 'lookup' | 'progress'>): Promise<Figure[]> {
  const all: Figure[] = [];
  for (const [index, set] of sets.entries()) {
    all.push(...(await set.figures(lookup)));
    progress(index + 1, sets.length);
  }
  return all;
}
