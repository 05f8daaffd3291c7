// What is made of the vectors of SPF, DKIM, ARC and MIME, beside what their authors expect of it.

import { shareFigure } from './figure.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { hasVectors, VECTORS, vectorFigures } from './vectors.ts';

export async function figures({ progress }: Pick<SuiteOptions, 'progress'>): Promise<readonly Figure[]> {
  if (!hasVectors()) {
    process.stderr.write(`skipped: ${VECTORS} not present\n`);
    return [];
  }
  const sets = await vectorFigures();
  progress(1, 1);
  return sets.map(({ set, passed, of, mismatches }): Figure => {
    const whys = [...new Set(mismatches.map(({ why }) => why))].sort();
    const told = whys.map((why) => `${mismatches.filter((one) => one.why === why).length} ${why}`);
    return shareFigure(`vectors: ${set}`, passed, of, told.join('; '));
  });
}
