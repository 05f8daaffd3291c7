// Fits what the score is made of on the recorded mail that is for choosing, and nothing of the rest.
//
// Phishing against honest letters, each weighing as much as the other however many there are; of the honest ones those of
// 2002 as much as those of today, which we wrote. Each letter twice, whole and bare, so that nothing that is only in one of
// them is leant upon. Advertising of 2002 is left out: it is neither. How the forest grows was chosen by cross-validation
// over senders, campaigns and templates within what is for choosing.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/graph/local/java.ts';
import type { MetricValues } from '../../src/mail/metric.ts';
import { amountsOf } from '../../src/mail/score.ts';
import type { Forest } from '../../src/mail/score.ts';
import { terms } from '../../src/mail/terms.ts';
import type { Asked } from '../../src/mail/terms.ts';
import { written } from '../../src/mail/trees.ts';
import type { Tree } from '../../src/mail/trees.ts';
import { grown } from './boosting.ts';
import type { Example, Growth } from './boosting.ts';
import { bare, lettersOf, splitOf } from './corpora.ts';
import { honestLetters, templateHalf } from './honest.ts';
import { measuredOf, valuesOfRaw } from './measuring.ts';

const GROWTH: Growth = { trees: 300, depth: 4, rate: 0.1, ridge: 1, least: 1, limits: 63, asks: 0.3, seed: 'harm' };
const TODAY = 1_600;
/** Whoever kept the recorded phishing sent some of it on: a lure somebody warns of is none, and the address tells only the set. */
const KEEPER = 'phishing@pot';
const FILE = 'src/mail/forest.ts';

/** What letters of one kind weigh together. */
const SHARES = { phishing: 1 / 2, ofOld: 1 / 4, ofToday: 1 / 4 };

export interface Shown {
  readonly kind: keyof typeof SHARES;
  /** Of one letter, in each of its forms. */
  readonly values: readonly MetricValues[];
}

/** Fits, and writes the forest where it belongs; the recorded mail must be there. */
export async function writeHarm(
  progress: (done: number, of: number) => void,
): Promise<{ readonly file: string; readonly says: string }> {
  const { choosing } = splitOf(await lettersOf());
  const recorded = choosing.filter(({ kind, raw }) => kind !== 'spam' && raw.from?.address !== KEEPER);
  const measured = measuredOf(recorded, (done) => progress(done, recorded.length));
  const today = (await honestLetters('mail/choose', TODAY)).filter(({ template }) => templateHalf(template) === 'choosing');
  const shown: Shown[] = [
    ...measured.map(({ letter, whole, bare: stripped }): Shown => ({
      kind: letter.kind === 'phish' ? 'phishing' : 'ofOld',
      values: [whole, stripped],
    })),
    ...today.map(({ raw }): Shown => ({ kind: 'ofToday', values: [valuesOfRaw(raw), valuesOfRaw(bare(raw))] })),
  ];
  return keepHarm(shown);
}

/** Fits on what is shown, and writes what came out. */
export function keepHarm(shown: readonly Shown[]): { readonly file: string; readonly says: string } {
  writeFileSync(join(root, FILE), page(fitHarm(shown), shown));
  return { file: FILE, says: `${FILE}: ${counts(shown)}` };
}

export function fitHarm(shown: readonly Shown[], growth: Growth = GROWTH): Forest {
  const times = timesOf(shown);
  const examples = shown.flatMap(({ kind, values }): Example[] => {
    const weight = (shown.length * SHARES[kind]) / times[kind] / values.length;
    return values.map((one) => ({ values: amountsOf(terms, one), happened: kind === 'phishing', counts: weight }));
  });
  const { intercept, trees } = grown(
    examples,
    terms.map(({ sign }) => sign),
    growth,
  );
  return { intercept, ...onlyAsked(trees) };
}

function timesOf(shown: readonly Shown[]): Record<Shown['kind'], number> {
  const times = { phishing: 0, ofOld: 0, ofToday: 0 };
  for (const { kind } of shown) times[kind] += 1;
  return times;
}

/** What no tree asks is not written down, and the others are numbered anew. */
function onlyAsked(trees: readonly Tree[]): Pick<Forest, 'asks' | 'trees'> {
  const places = new Set<number>();
  const collect = (tree: Tree): void => {
    if (typeof tree === 'number') return;
    places.add(tree[0]);
    collect(tree[2]);
    collect(tree[3]);
  };
  trees.forEach(collect);
  const kept = [...places].sort((a, b) => a - b);
  const numbers = new Map(kept.map((place, number) => [place, number]));
  const renumbered = (tree: Tree): Tree =>
    typeof tree === 'number' ? tree : [numbers.get(tree[0]) ?? 0, tree[1], renumbered(tree[2]), renumbered(tree[3])];
  return {
    asks: kept.flatMap((place) =>
      terms.slice(place, place + 1).map(({ metric, has }) => (has === undefined ? { metric } : { metric, has })),
    ),
    trees: trees.map(renumbered),
  };
}

function counts(shown: readonly Shown[]): string {
  const times = timesOf(shown);
  return `${times.phishing} letters of phishing, ${times.ofOld} honest ones of 2002, ${times.ofToday} of today`;
}

/** What stands in the file. */
function page({ intercept, asks, trees }: Forest, shown: readonly Shown[]): string {
  const asked = ({ metric, has }: Asked): string => `    { metric: '${metric}'${has === undefined ? '' : `, has: '${has}'`} },`;
  return [
    '// What the score is made of, fitted by `skein mail train` (bench/mail/train-harm.ts).',
    '//',
    `// On ${counts(shown)},`,
    '// each whole and stripped of what dates or routes it. How good it is on letters nothing was fitted on: docs/evaluation.md.',
    '//',
    '// A tree a line, in log-odds: `3>0.5` asks whether the third of `asks`, counted from nought, is above a half; then comes what',
    '// stands below that, then what stands above it (trees.ts).',
    '',
    "import type { Forest } from './score.ts';",
    "import { treesOf } from './trees.ts';",
    '',
    'export const forest: Forest = {',
    `  intercept: ${intercept},`,
    '  asks: [',
    ...asks.map(asked),
    '  ],',
    '  trees: treesOf(`',
    ...trees.map(written),
    '`),',
    '};',
    '',
  ].join('\n');
}
