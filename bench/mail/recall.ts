// How much phishing scores above mail that nobody minded, on letters that nothing was chosen on.
//
// The two recorded sets differ in decade and route, so the figure that leads is of letters without whatever dates or routes
// them. Two readings: at the score that one in a hundred of the honest letters reported on exceeds, and at the score that was
// set when the forest was fitted (limits.ts), which is what somebody who cannot look ahead would have set. Beside it: what the
// receiver's own checks of the sender find, and honest letters of today, written by us, of templates that nothing was fitted
// on: the first ones, of kinds that others were fitted on, and the later ones, of kinds that nothing was.

import { leavesOf } from '../../src/mail/condition.ts';
import { familyOf, metrics } from '../../src/mail/metrics.ts';
import { amountsOf } from '../../src/mail/score.ts';
import { oddsOf } from '../../src/mail/trees.ts';
import type { Family, MetricValues } from '../../src/mail/metric.ts';
import { forest } from '../../src/mail/forest.ts';
import { DATA } from '../realism/recorded.ts';
import type { Figure, SuiteOptions } from '../suite.ts';
import { countFigure, shareFigure } from './figure.ts';
import { areCorporaThere, lettersOf, splitOf } from './corpora.ts';
import type { Kind } from './corpora.ts';
import { actionFor, exactScore, forms, limitOf, models } from './exact.ts';
import type { Form } from './exact.ts';
import { honestLetters } from './honest.ts';
import { firstTemplates, laterTemplates } from './honest/templates.ts';
import type { Template } from './honest/template.ts';
import { limits } from './limits.ts';
import { measuredOf, valuesOfRaw } from './measuring.ts';
import type { Measured } from './measuring.ts';

const HONEST = 2_000;

type Judge = (values: MetricValues) => number;

export async function figures({ progress }: Pick<SuiteOptions, 'progress'>): Promise<readonly Figure[]> {
  if (!areCorporaThere()) {
    process.stderr.write(`skipped: ${DATA} not present, recall on recorded mail is not measured\n`);
    return [];
  }
  const { reported, shared } = splitOf(await lettersOf());
  const asked = measuredOf(reported, (done) => progress(done, reported.length));
  const modern = { first: await modernOf(firstTemplates), later: await modernOf(laterTemplates) };
  return figuresOf({ asked, modern, shared });
}

async function modernOf(templates: readonly Template[]): Promise<MetricValues[]> {
  const letters = await honestLetters('mail/report', HONEST, templates);
  return letters.filter(({ part }) => part === 'reported').map(({ raw }) => valuesOfRaw(raw));
}

/** Letters as they were measured. */
export interface Letters {
  /** Reported on; and how many more share a sender or a campaign with those for choosing. */
  readonly asked: readonly Measured[];
  readonly shared: number;
  readonly modern: Modern;
}

/** Honest letters of today, of templates nothing was fitted on: of kinds that others were fitted on, and of kinds that nothing was. */
interface Modern {
  readonly first: readonly MetricValues[];
  readonly later: readonly MetricValues[];
}

export function figuresOf({ asked, shared, modern }: Letters): readonly Figure[] {
  const ofToday = [...modern.first, ...modern.later];
  return [
    countFigure('letters reported on', asked.length, `${shared} more share a sender or a campaign with those for choosing`),
    ...forms.flatMap((form) => recallOf(form, asked)),
    ...amongModern(asked, modern),
    ...withoutEach(asked),
    ...ofTheSender(asked, ofToday),
    ...ofModels(asked, ofToday),
    ...ofMetrics(),
  ];
}

function recallOf(form: Form, asked: readonly Measured[]): Figure[] {
  const of = (...kinds: readonly Kind[]): readonly number[] => scoresOf(asked, form, exactScore, kinds);
  const ahead = (name: string, honest: readonly number[]): Figure => aboveOf(name, form, of('phish'), honest);
  const limit = limits[form];
  const named = (what: string): string => `${what} above the score chosen, ${form}`;
  return [
    ahead('honest letters', of('easyHam', 'hardHam')),
    ahead('easy honest letters', of('easyHam')),
    ahead('hard honest letters', of('hardHam')),
    above(named('phishing'), of('phish'), limit, `chosen: ${limit.toFixed(1)}`),
    above(named('easy honest letters'), of('easyHam'), limit),
    above(named('hard honest letters'), of('hardHam'), limit),
    above(named('advertising of 2002'), of('spam'), limit),
  ];
}

/** Letters of today as they lie there. */
function amongModern(asked: readonly Measured[], { first, later }: Modern): Figure[] {
  const [ofFirst, ofLater] = [first.map((values) => exactScore(values)), later.map((values) => exactScore(values))];
  return [
    above('honest letters of today, ours, first templates, above the score chosen', ofFirst, limits.whole),
    above('honest letters of today, ours, later kinds, above the score chosen', ofLater, limits.whole),
    aboveOf('honest letters of today, ours', 'whole', scoresOf(asked, 'whole', exactScore, ['phish']), [...ofFirst, ...ofLater]),
  ];
}

function aboveOf(name: string, form: Form, phish: readonly number[], honest: readonly number[]): Figure {
  const limit = limitOf(honest);
  return above(`phishing above the score one in a hundred ${name} exceeds, ${form}`, phish, limit, `that is ${limit.toFixed(1)}`);
}

const scoresOf = (letters: readonly Measured[], form: Form, judge: Judge, kinds: readonly Kind[]): readonly number[] =>
  letters.filter(({ letter }) => kinds.includes(letter.kind)).map((one) => judge(one[form]));

function above(name: string, scores: readonly number[], limit: number, more = ''): Figure {
  const hits = scores.filter((score) => score > limit).length;
  return shareFigure(name, hits, scores.length, more);
}

/** What is lost when all that one family measures says nothing, to the score and to no model. */
function withoutEach(asked: readonly Measured[]): Figure[] {
  const recall = (judge: Judge): readonly number[] => {
    const limit = limitOf(scoresOf(asked, 'bare', judge, ['easyHam', 'hardHam']));
    return scoresOf(asked, 'bare', judge, ['phish']).filter((score) => score > limit);
  };
  const all = asked.filter(({ letter }) => letter.kind === 'phish').length;
  const families = [...new Set(forest.asks.flatMap(({ metric }) => familyOf(metric) ?? []))].sort();
  const odds = (left?: Family): Judge => {
    const of = left === undefined ? (values: MetricValues): MetricValues => values : without(left);
    return (values) => oddsOf(forest.trees, amountsOf(forest.asks, of(values)));
  };
  return [
    shareFigure('phishing found by the forest alone, bare', recall(odds()).length, all),
    ...families.map((family) => shareFigure(`… without ${family}, bare`, recall(odds(family)).length, all)),
  ];
}

const without =
  (left: Family) =>
  (values: MetricValues): MetricValues =>
    Object.fromEntries(Object.entries(values).filter(([id]) => familyOf(id) !== left));

/** What "the sender could not be proven" finds by itself: any check the receiver made that failed. */
function ofTheSender(asked: readonly Measured[], modern: readonly MetricValues[]): Figure[] {
  const failed = (values: MetricValues): boolean =>
    (['spf-failed', 'dkim-failed', 'dmarc-failed', 'compauth-failed'] as const).some(
      (name) => values[`authentication.${name}`] === true,
    );
  const phish = asked.filter(({ letter }) => letter.kind === 'phish');
  return [
    shareFigure(
      'baseline: phishing with any failed check of its sender',
      phish.filter(({ whole }) => failed(whole)).length,
      phish.length,
    ),
    shareFigure('baseline: honest letters of today, ours, with one', modern.filter(failed).length, modern.length),
  ];
}

function ofModels(asked: readonly Measured[], modern: readonly MetricValues[]): Figure[] {
  const kinds: readonly (readonly [string, readonly MetricValues[]])[] = [
    ['phishing', valuesOf(asked, ['phish'])],
    ['easy honest letters', valuesOf(asked, ['easyHam'])],
    ['hard honest letters', valuesOf(asked, ['hardHam'])],
    ['honest letters of today, ours', modern],
  ];
  return kinds.flatMap(([name, all]) => {
    const actions = all.map(actionFor);
    return [
      shareFigure(`models hold: ${name}`, actions.filter((action) => action === 'hold').length, all.length),
      shareFigure(
        `models hold or move to junk: ${name}`,
        actions.filter((action) => action === 'hold' || action === 'junk').length,
        all.length,
      ),
    ];
  });
}

const valuesOf = (letters: readonly Measured[], kinds: readonly Kind[]): readonly MetricValues[] =>
  letters.filter(({ letter }) => kinds.includes(letter.kind)).map(({ whole }) => whole);

function ofMetrics(): Figure[] {
  const scored = new Set(forest.asks.map(({ metric }) => metric));
  const asked = new Set(models.flatMap(({ when }) => leavesOf(when).map(({ metric }) => metric)));
  const used = metrics.filter(({ id }) => scored.has(id) || asked.has(id));
  return [
    countFigure(
      'metrics',
      metrics.length,
      `${scored.size} in the score, ${asked.size} in models, ${used.length} in either; the others are shown`,
    ),
    countFigure('models', models.length, 'shipped'),
  ];
}
