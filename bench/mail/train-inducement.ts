// Fits what texts want: the weights of src/mail/inducement-weights.ts, on texts of our own (examples/).
//
// Of five parts of the templates each is judged by what was fitted on the other four, so that no text is judged by its own
// template; on these judgements the probabilities are calibrated (a slope and an intercept, Platt 1999), and the figures
// told are of them. What a feature may speak for is fixed here by reason; only how much is fitted. The weights without a
// template are handed on to whoever learns from such judgements in turn (train-harm.ts): a letter that was fitted on is
// judged better than any other will be.

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fitLogistic, logistic } from '../../src/learn/association/logistic.ts';
import type { Example, Sign } from '../../src/learn/association/logistic.ts';
import { features, readings } from '../../src/mail/inducement-features.ts';
import type { Feature } from '../../src/mail/inducement-features.ts';
import type { IntentWeights, WeightsOfIntents } from '../../src/mail/inducement.ts';
import { root } from '../../src/graph/local/java.ts';
import { intents } from '../../src/mail/intent.ts';
import type { Intent } from '../../src/mail/intent.ts';
import { entitiesOf } from '../../src/mail/text/entities.ts';
import { wordsOf } from '../../src/mail/text/words.ts';
import { areaUnderCurve } from '../learn/ranking.ts';
import { templates, TIMES } from './examples/all.ts';
import { filled } from './examples/template.ts';
import type { ExampleText } from './examples/template.ts';
import { honestLetters } from './honest.ts';
import type { HonestLetter } from './honest.ts';
import { firstTemplates } from './honest/templates.ts';
import { pleaOf, readingOfRaw } from './measuring.ts';

/** Of texts whose templates were not fitted on. */
export interface TrainedIntent {
  readonly examples: number;
  readonly ofIt: number;
  /** How often one that wants it is put above one that does not. */
  readonly auc: number;
  /** Of those that want it, above one half; of those that do not, above one half. */
  readonly recall: number;
  readonly falsePositives: number;
}

export interface Trained {
  readonly templates: number;
  readonly texts: number;
  /** Honest letters of today beside them. */
  readonly honest: number;
  readonly weights: WeightsOfIntents;
  /** By templates of the honest letters: fitted without it. */
  readonly apart: ReadonlyMap<string, WeightsOfIntents>;
  readonly figures: Readonly<Record<Intent, TrainedIntent>>;
}

const FOLDS = 5;
/** How much smallness of the weights is worth. */
const RIDGE = 10;
const SEED = 'inducements';
/** Honest letters of the first templates, of which half are for choosing. */
const HONEST = 800;
/** Smaller weights say nothing to anybody. */
const SMALLEST = 0.05;

const ACCOUNT = [
  'account.suspended',
  'account.unusual',
  'credential.verify',
  'credential.expires',
  'credential.sign-in',
  'storage.full',
  'mail.held',
] as const;
const ACTIONS = ['click.link', 'open.attachment', 'scan.code', 'fill.form', 'fact.link'] as const;
const PRESSURE = ['urgency', 'deadline', 'consequence', 'fact.deadline'] as const;

/** What may speak for an intent. */
const FOR: Readonly<Record<Intent, readonly Feature[]>> = {
  phishing: [
    ...ACCOUNT,
    ...(['document.shared', 'voicemail'] as const),
    ...([
      'delivery.unpaid',
      'delivery.failed',
      'payment.declined',
      'wallet.verify',
      'prize.won',
      'tax.refund',
      'payment.overdue',
      'payment.confirm',
      'invoice',
      'threat.legal',
      'crypto.gift',
      'money.waiting',
    ] as const),
    ...([
      'authority.department',
      'authority.official',
      'greeting.generic',
      'polite',
      'pair.trouble-action',
      'fact.disguised',
      'fact.short',
      'fact.file',
    ] as const),
    ...ACTIONS,
    ...PRESSURE,
  ],
  credentials: [
    ...ACCOUNT,
    ...(['wallet.verify', 'authority.department'] as const),
    ...([
      'click.link',
      'scan.code',
      'fact.link',
      'pair.trouble-action',
      'greeting.generic',
      'consequence',
      'fact.disguised',
    ] as const),
  ],
  paymentChange: [
    'bank.changed',
    'bank.details',
    'payment.request',
    'payroll.change',
    'invoice',
    'fact.iban',
    'pair.bank-payment',
    'secrecy',
    'urgency',
    'busy',
    'pair.task-unreachable',
  ],
  giftCards: ['gift.card', 'pair.card-favour', 'quick.task', 'available', 'busy', 'secrecy'],
  extortion: [
    ...([
      'threat.hacked',
      'threat.recording',
      'threat.exposure',
      'threat.contacts',
      'threat.your-password',
      'threat.untraceable',
      'threat.promise',
      'threat.harm',
      'threat.legal',
    ] as const),
    ...([
      'demand.crypto',
      'demand.pay',
      'fact.wallet',
      'fact.amount',
      'pair.threat-demand',
      'fact.deadline',
      'fact.disguised',
    ] as const),
  ],
  solicitation: [
    'sales.pitch',
    'sales.business',
    'sales.vice',
    'sales.riches',
    'sales.crime',
    'crypto.gift',
    'money.waiting',
    'fund.transfer',
    'loan',
    'prize.won',
    'reply.me',
    'contact.elsewhere',
    'click.link',
    'fact.amount',
    'fact.links',
    'polite',
    'greeting.generic',
    'secrecy',
  ],
  callback: [
    'call.number',
    'subscription.renewed',
    'payment.confirm',
    'pair.charge-call',
    'account.unusual',
    'payment.declined',
    'fact.amount',
    'fact.reference',
    'threat.legal',
    'greeting.generic',
  ],
  job: ['job.offer', 'job.pay', 'job.apply', 'pair.offer-pay'],
  authority: [
    'authority.boss',
    'authority.department',
    'quick.task',
    'available',
    'busy',
    'secrecy',
    'urgency',
    'phone.wanted',
    'pair.task-unreachable',
    'pair.card-favour',
    'consequence',
    'fact.short',
    'payment.request',
  ],
};

/** What may speak against any of them: honest talk about it, and the forms of honest mail. */
const AGAINST: readonly Feature[] = [
  ...([
    'awareness',
    'reported',
    'own.way',
    'work.talk',
    'list.talk',
    'receipt',
    'credential.never',
    'fact.quoted',
    'fact.long',
  ] as const),
];
/** Of lures and sales nothing of the kind: they copy the footers of honest notices. */
const COPIED: readonly Feature[] = ['no.action', 'unsubscribe'];
/** Fortunes and wares are another matter than a house's own business. */
const ELSEWHERE: readonly Feature[] = ['fund.transfer', 'loan', 'sales.pitch', 'sales.business', 'sales.vice', 'sales.riches'];

function against(intent: Intent): readonly Feature[] {
  if (intent === 'phishing' || intent === 'credentials' || intent === 'solicitation') return AGAINST;
  return intent === 'extortion' ? [...AGAINST, ...COPIED] : [...AGAINST, ...COPIED, ...ELSEWHERE];
}

interface Case {
  readonly fold: number;
  readonly values: ReadonlyMap<Feature, number>;
  /** Nobody can say of what is left out: honest mail may sell, and may offer work. */
  readonly wants: (intent: Intent) => boolean | undefined;
  /** All texts of one template weigh as one. */
  readonly counts: number;
}

/** Takes some seconds; the same every time. */
export async function trainInducements(): Promise<Trained> {
  const letters = await honestLetters('mail/choose', HONEST, firstTemplates);
  const honest = letters.filter(({ part }) => part === 'choosing');
  const folds = foldsOf(honest);
  const cases = [...casesOf(), ...honestCases(honest, folds)];
  const trained = intents.map((intent) => ({ intent, ...trainedOn(cases, intent) }));
  const each = <Value>(of: (one: (typeof trained)[number]) => Value): Record<Intent, Value> =>
    Object.fromEntries(trained.map((one) => [one.intent, of(one)])) as Record<Intent, Value>;
  return {
    templates: templates.length,
    texts: cases.length - honest.length,
    honest: honest.length,
    weights: each(({ weights }) => weights),
    apart: new Map([...folds].map(([template, fold]) => [template, each(({ apart }) => apart[fold] as IntentWeights)])),
    figures: each(({ figures }) => figures),
  };
}

function casesOf(): Case[] {
  const folds = new Map([...templates.entries()].map(([index, { id }]) => [id, index % FOLDS]));
  return filled(templates, TIMES, SEED).map((text) => ({
    fold: folds.get(text.template) ?? 0,
    values: valuesOf(text),
    wants: (intent) => text.intents.includes(intent),
    counts: 1 / TIMES,
  }));
}

function foldsOf(letters: readonly HonestLetter[]): ReadonlyMap<string, number> {
  const names = [...new Set(letters.map(({ template }) => template))].sort();
  return new Map(names.map((name, index) => [name, index % FOLDS]));
}

/** Honest letters of today as the product reads them: they want nothing, but for what some of them offer. */
function honestCases(letters: readonly HonestLetter[], folds: ReadonlyMap<string, number>): Case[] {
  const times = new Map<string, number>();
  for (const { template } of letters) times.set(template, (times.get(template) ?? 0) + 1);
  return letters.map(({ kind, template, raw }) => ({
    fold: folds.get(template) ?? 0,
    values: fullest(readings(pleaOf(readingOfRaw(raw)))),
    wants: (intent) => (OFFERED.includes(intent) || OFFERS[kind]?.includes(intent) === true ? undefined : false),
    counts: 1 / (times.get(template) ?? 1),
  }));
}

/** Firms sell, in whatever they write. */
const OFFERED: readonly Intent[] = ['solicitation'];
/** What else honest mail of a kind may want. */
const OFFERS: Partial<Record<HonestLetter['kind'], readonly Intent[]>> = {
  ...{ jobs: ['job'], digest: ['job'], business: ['paymentChange'], invoice: ['paymentChange'] },
  ...{ outreach: ['authority'], awareness: ['authority'], hr: ['authority'], it: ['authority', 'credentials'] },
  ...{ account: ['credentials'], code: ['credentials'] },
};

/** Of the passage that says most. */
function valuesOf({ subject, body, facts }: ExampleText): ReadonlyMap<Feature, number> {
  const links = facts.includes('links') ? 12 : facts.includes('link') ? 1 : 0;
  const plea = {
    words: wordsOf(subject, body),
    entities: entitiesOf(body),
    links,
    files: facts.includes('file') ? 1 : 0,
    quoted: facts.includes('quoted') ? 400 : 0,
  };
  return fullest(readings(plea));
}

const fullest = (passages: readonly ReadonlyMap<Feature, number>[]): ReadonlyMap<Feature, number> =>
  passages.reduce((a, b) => (b.size > a.size ? b : a));

function trainedOn(all: readonly Case[], intent: Intent) {
  const cases = all.filter(({ wants }) => wants(intent) !== undefined);
  const models = Array.from({ length: FOLDS }, (_, fold) =>
    fitted(
      cases.filter((one) => one.fold !== fold),
      intent,
    ),
  );
  const odds = new Map(cases.map((one) => [one, oddsOf(models[one.fold] as IntentWeights, one.values)]));
  const { slope, shift } = calibrated(cases, odds, intent);
  const scaled = (model: IntentWeights): IntentWeights => {
    const all = Object.entries(model.weights).map(([name, weight]) => [name, rounded(weight * slope)] as const);
    const weights = Object.fromEntries(all.filter(([, weight]) => Math.abs(weight) >= SMALLEST)) as IntentWeights['weights'];
    return { intercept: rounded(model.intercept * slope + shift), weights };
  };
  const judged = cases.map((one) => ({
    wants: one.wants(intent) === true,
    probability: logistic(slope * (odds.get(one) ?? 0) + shift),
  }));
  return { weights: scaled(fitted(cases, intent)), apart: models.map(scaled), figures: figuresOf(judged) };
}

const rounded = (value: number): number => Number(value.toPrecision(4));

function fitted(cases: readonly Case[], intent: Intent): IntentWeights {
  const names = features.filter((name) => FOR[intent].includes(name) || against(intent).includes(name));
  const signs = names.map((name): Sign => (FOR[intent].includes(name) ? 'positive' : 'negative'));
  const examples = cases.map(({ values, wants, counts }): Example => ({
    values: names.map((name) => values.get(name) ?? 0),
    happened: wants(intent) === true,
    counts,
  }));
  const { intercept, weights, means } = fitLogistic(examples, signs, RIDGE / TIMES);
  const start = intercept - weights.reduce((sum, weight, at) => sum + weight * (means[at] ?? 0), 0);
  return { intercept: start, weights: Object.fromEntries(names.map((name, at) => [name, weights[at] ?? 0])) };
}

function oddsOf({ intercept, weights }: IntentWeights, values: ReadonlyMap<Feature, number>): number {
  return [...values].reduce((sum, [name, value]) => sum + (weights[name] ?? 0) * value, intercept);
}

function calibrated(cases: readonly Case[], odds: ReadonlyMap<Case, number>, intent: Intent): { slope: number; shift: number } {
  const examples = cases.map((one): Example => ({
    values: [odds.get(one) ?? 0],
    happened: one.wants(intent) === true,
    counts: one.counts,
  }));
  const { intercept, weights, means } = fitLogistic(examples, ['positive'], 0.1);
  const slope = weights[0] ?? 1;
  return { slope, shift: intercept - slope * (means[0] ?? 0) };
}

export interface Judged {
  readonly wants: boolean;
  readonly probability: number;
}

export function figuresOf(judged: readonly Judged[]): TrainedIntent {
  const of = judged.filter(({ wants }) => wants).map(({ probability }) => probability);
  const others = judged.filter(({ wants }) => !wants).map(({ probability }) => probability);
  const share = (list: readonly number[]): number => (list.length === 0 ? 0 : list.filter((it) => it > 0.5).length / list.length);
  return {
    ...{ examples: judged.length, ofIt: of.length },
    ...{ auc: areaUnderCurve(of, others), recall: share(of), falsePositives: share(others) },
  };
}

const FILE = 'src/mail/inducement-weights.ts';

/** Writes the weights where they belong. */
export function writeInducements(trained: Trained): { readonly file: string; readonly says: string } {
  writeFileSync(join(root, FILE), weightsFile(trained));
  const aucs = intents.map((intent) => trained.figures[intent].auc);
  const says = `${String(trained.texts)} texts of ${String(trained.templates)} templates and ${String(trained.honest)} honest letters; of templates not fitted on, AUC ${Math.min(...aucs).toFixed(3)} to ${Math.max(...aucs).toFixed(3)}`;
  return { file: FILE, says };
}

/** What stands in src/mail/inducement-weights.ts, as a file. */
export function weightsFile({ templates, texts, honest, weights, figures }: Trained): string {
  const told = intents.map((intent) => {
    const { ofIt, auc, recall, falsePositives } = figures[intent];
    return `//   ${intent}: ${String(ofIt)} of it, AUC ${auc.toFixed(3)}, recall ${recall.toFixed(2)}, false positives ${falsePositives.toFixed(3)}`;
  });
  const entries = intents.map((intent) => {
    const { intercept, weights: those } = weights[intent];
    const lines = Object.entries(those).map(
      ([name, weight]) => `      ${/^[a-z]+$/u.test(name) ? name : `'${name}'`}: ${String(weight)},`,
    );
    return [`  ${intent}: {`, `    intercept: ${String(intercept)},`, '    weights: {', ...lines, '    },', '  },'].join('\n');
  });
  return [
    '// The weights of what texts want, fitted by `skein mail train` (bench/mail/train-inducement.ts).',
    '//',
    `// On ${String(texts)} texts of ${String(templates)} templates of our own (bench/mail/examples), in eleven languages,`,
    `// and on ${String(honest)} honest letters of today (bench/mail/honest). Of texts whose templates were not fitted on, above one half:`,
    ...told,
    '// On recorded mail: bench/mail/labelled-intents.ts.',
    '',
    "import type { IntentWeights } from './inducement.ts';",
    "import type { Intent } from './intent.ts';",
    '',
    'export const weights: Readonly<Record<Intent, IntentWeights>> = {',
    ...entries,
    '};',
    '',
  ].join('\n');
}
