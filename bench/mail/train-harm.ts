// Fits what the score is made of on the recorded mail that is for choosing, and nothing of the rest.
//
// Phishing against honest letters, each weighing as much as the other however many there are; of the honest ones those of
// 2002 as much as those of today, which we wrote. Each letter twice, whole and bare, so that nothing that is only in one of
// them is leant upon. Advertising of 2002 is left out: it is neither. The ridge was chosen by cross-validation over senders
// and templates within what is for choosing.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/graph/local/java.ts';
import { fitLogistic } from '../../src/learn/association/logistic.ts';
import type { Example } from '../../src/learn/association/logistic.ts';
import { amountOf } from '../../src/mail/score.ts';
import type { MetricValues } from '../../src/mail/metric.ts';
import type { Weights } from '../../src/mail/score.ts';
import { terms } from '../../src/mail/terms.ts';
import { bare, lettersOf, splitOf } from './corpora.ts';
import { honestLetters, templateHalf } from './honest.ts';
import { measuredOf, valuesOfRaw } from './measuring.ts';

const RIDGE = 1;
const TODAY = 1_600;
/** In log-odds for a unit: what is less is not worth a reason. */
const LEAST = 0.05;
const FILE = 'src/mail/weights.ts';

interface Shown {
  readonly isHarm: boolean;
  /** Letters of one kind weigh together as much as those of any other honest kind. */
  readonly kind: 'phishing' | 'ofOld' | 'ofToday';
  readonly values: readonly MetricValues[];
}

/** Fits, and writes the weights where they belong; the recorded mail must be there. */
export async function writeHarm(
  progress: (done: number, of: number) => void,
): Promise<{ readonly file: string; readonly says: string }> {
  const { choosing } = splitOf(await lettersOf());
  const recorded = choosing.filter(({ kind }) => kind !== 'spam');
  const measured = measuredOf(recorded, (done) => progress(done, recorded.length));
  const today = (await honestLetters('mail/choose', TODAY)).filter(({ template }) => templateHalf(template) === 'choosing');
  const shown: Shown[] = [
    ...measured.map(({ letter, whole, bare: stripped }): Shown => {
      const isHarm = letter.kind === 'phish';
      return { isHarm, kind: isHarm ? 'phishing' : 'ofOld', values: [whole, stripped] };
    }),
    ...today.map(({ raw }): Shown => ({ isHarm: false, kind: 'ofToday', values: [valuesOfRaw(raw), valuesOfRaw(bare(raw))] })),
  ];
  writeFileSync(join(root, FILE), page(fitHarm(shown), shown));
  return { file: FILE, says: `${FILE}: ${counts(shown)}` };
}

export function fitHarm(shown: readonly Shown[], ridge = RIDGE): Weights {
  const share = { phishing: 1 / 2, ofOld: 1 / 4, ofToday: 1 / 4 };
  const examples = shown.flatMap(({ isHarm, kind, values }): Example[] => {
    const counts = (shown.length * share[kind]) / shown.filter((one) => one.kind === kind).length / values.length;
    return values.map((one) => ({ values: terms.map((term) => amountOf(term, one)), happened: isHarm, counts }));
  });
  const signs = terms.map(({ sign }) => sign);
  const { intercept, weights, means } = fitLogistic(examples, signs, ridge, true);
  const weightOf = (row: number): number => (Math.abs(weights[row] ?? 0) < LEAST ? 0 : (weights[row] ?? 0));
  // Counted from nothing seen, not from the mean: what is not in a message is no reason.
  const start = terms.reduce((sum, _, row) => sum - weightOf(row) * (means[row] ?? 0), intercept);
  const kept = terms.flatMap(({ metric, and }, row) =>
    weightOf(row) === 0 ? [] : [{ metric, ...(and === undefined ? {} : { and }), weight: rounded(weightOf(row)) }],
  );
  return { intercept: rounded(start), terms: kept };
}

const rounded = (value: number): number => Number(value.toPrecision(4));

function counts(shown: readonly Shown[]): string {
  const of = (kind: Shown['kind']): number => shown.filter((one) => one.kind === kind).length;
  return `${of('phishing')} letters of phishing, ${of('ofOld')} honest ones of 2002, ${of('ofToday')} of today`;
}

/** What stands in the file. */
function page({ intercept, terms: kept }: Weights, shown: readonly Shown[]): string {
  const rows = kept.map(
    ({ metric, and, weight }) => `    { metric: '${metric}', ${and === undefined ? '' : `and: '${and}', `}weight: ${weight} },`,
  );
  return [
    '// What the score is made of, fitted by `skein mail train` (bench/mail/train-harm.ts).',
    '//',
    `// On ${counts(shown)},`,
    '// each whole and stripped of what dates or routes it. How good they are on letters nothing was fitted on: docs/evaluation.md.',
    '',
    "import type { Weights } from './score.ts';",
    '',
    'export const weights: Weights = {',
    `  intercept: ${intercept},`,
    '  terms: [',
    ...rows,
    '  ],',
    '};',
    '',
  ].join('\n');
}
