// Fits what the score is made of on the recorded mail that is for choosing, and nothing of the rest.
//
// Phishing against honest letters, each weighing as much as the other however many there are; of the honest ones those of
// 2002 somewhat more than those of today, which we wrote. Each letter twice, whole and bare, so that nothing that is only in one of
// them is leant upon. What a letter of today wants is told by weights that were fitted without its template, as it will be told
// of letters nobody has seen: trees believe more of what is told of the very letters it was fitted on. Advertising of 2002
// is left out: it is neither. How the forest grows was chosen by cross-validation over senders and kinds within what is for
// choosing.

import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../src/graph/local/java.ts';
import type { RawMessage } from '../../src/ingest/message-record.ts';
import type { WeightsOfIntents } from '../../src/mail/inducement.ts';
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
import type { Letter } from './corpora.ts';
import { exactScore, forms, limitOf } from './exact.ts';
import type { Form } from './exact.ts';
import { FOLDS, foldOf, honestForChoosing } from './honest.ts';
import { valuesBy } from './measuring.ts';
import type { Trained } from './train-inducement.ts';

const GROWTH: Growth = { trees: 300, depth: 4, rate: 0.1, ridge: 1, least: 1, limits: 63, asks: 0.3, seed: 'harm' };
const TODAY = 2_200;
/** Whoever kept the recorded phishing sent some of it on: a lure somebody warns of is none, and the address tells only the set. */
const KEEPER = 'phishing@pot';
const FILE = 'src/mail/forest.ts';
const LIMITS = 'bench/mail/limits.ts';

/** What letters of one kind weigh together. */
const SHARES = { phishing: 0.5, ofOld: 0.3, ofToday: 0.2 };

export interface Shown {
  readonly kind: keyof typeof SHARES;
  /** Honest letters: one of the parts, so that those of one sender, or of one kind, are together. */
  readonly fold?: number;
  /** Of one letter, in each of its forms. */
  readonly values: Readonly<Record<Form, MetricValues>>;
}

/** Fits by these weights of intents, and writes what came out where it belongs; the recorded mail must be there. */
export const writeHarm = async (
  inducements: Pick<Trained, 'weights' | 'apart'>,
  progress: (done: number, of: number) => void,
): Promise<{ readonly file: string; readonly says: string }> => keepHarm(await shownBy(inducements, progress));

export async function shownBy(
  { weights, apart }: Pick<Trained, 'weights' | 'apart'>,
  progress: (done: number, of: number) => void,
): Promise<readonly Shown[]> {
  const { choosing } = splitOf(await lettersOf());
  const recorded = choosing.filter(({ kind, raw }) => kind !== 'spam' && raw.from?.address !== KEEPER);
  const today = await honestForChoosing(TODAY);
  const total = recorded.length + today.length;
  return [
    ...recorded.map((letter, index): Shown => {
      progress(index + 1, total);
      const values = valuesIn(weights, letter.raw);
      return letter.kind === 'phish' ? { kind: 'phishing', values } : { kind: 'ofOld', fold: partOfSender(letter), values };
    }),
    ...today.map(({ kind, template, raw }, index): Shown => {
      progress(recorded.length + index + 1, total);
      return { kind: 'ofToday', fold: foldOf(kind), values: valuesIn(apart.get(template) ?? weights, raw) };
    }),
  ];
}

/** Fits on what is shown, and writes the forest and the limits. */
export function keepHarm(shown: readonly Shown[]): { readonly file: string; readonly says: string } {
  writeFileSync(join(root, FILE), page(fitHarm(shown), shown));
  const limits = limitsOf(shown);
  writeFileSync(join(root, LIMITS), limitsPage(limits));
  return { file: FILE, says: `${FILE}: ${counts(shown)}; ${LIMITS}: ${forms.map((form) => limits[form]).join(' and ')}` };
}

const valuesIn = (weights: WeightsOfIntents, raw: RawMessage): Shown['values'] => ({
  bare: valuesBy(weights, bare(raw)),
  whole: valuesBy(weights, raw),
});

const partOfSender = ({ name, raw }: Letter): number =>
  createHash('sha256')
    .update(raw.from?.address.toLowerCase() ?? name)
    .digest()
    .readUInt32BE(4) % FOLDS;

/**
 * The score to set who cannot look ahead: one in a hundred honest letters exceeds it, of those of 2002 and of those of today, each
 * judged by a forest that never saw its sender or its kind.
 */
export function limitsOf(shown: readonly Shown[], growth: Growth = GROWTH): Readonly<Record<Form, number>> {
  const scores: Record<Form, Record<Shown['kind'], number[]>> = { bare: none(), whole: none() };
  for (let fold = 0; fold < FOLDS; fold += 1) {
    const forest = fitHarm(
      shown.filter((one) => one.fold !== fold),
      growth,
    );
    for (const one of shown.filter((it) => it.fold === fold))
      for (const form of forms) scores[form][one.kind].push(exactScore(one.values[form], forest));
  }
  const limit = (form: Form): number => Number(Math.max(limitOf(scores[form].ofOld), limitOf(scores[form].ofToday)).toFixed(1));
  return { bare: limit('bare'), whole: limit('whole') };
}

const none = (): Record<Shown['kind'], number[]> => ({ phishing: [], ofOld: [], ofToday: [] });

export function fitHarm(shown: readonly Shown[], growth: Growth = GROWTH): Forest {
  const times = timesOf(shown);
  const examples = shown.flatMap(({ kind, values }): Example[] => {
    const weight = (shown.length * SHARES[kind]) / times[kind] / forms.length;
    return forms.map((form) => ({ values: amountsOf(terms, values[form]), happened: kind === 'phishing', counts: weight }));
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

function limitsPage({ bare: ofBare, whole }: Readonly<Record<Form, number>>): string {
  return [
    '// The score chosen beforehand, set by `skein mail train` (bench/mail/train-harm.ts): one in a hundred honest letters for choosing',
    '// exceeds it, of 2002 and of today, judged by forests that never saw their senders or kinds.',
    '',
    "import type { Form } from './exact.ts';",
    '',
    `export const limits: Readonly<Record<Form, number>> = { bare: ${String(ofBare)}, whole: ${String(whole)} };`,
    '',
  ].join('\n');
}
