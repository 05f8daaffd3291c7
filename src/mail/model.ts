// A model: what a message must be for it to hit, what that means for a person, and what is then to be done.
//
// Models are data (models/mail/*.yaml); their conditions are held against the registry of metrics when they are read, so one
// that is here can be evaluated of any message. A model says and proposes; nothing here acts, and no model knows of another.

import { conditionOf } from './condition-of.ts';
import type { Vocabulary } from './condition-of.ts';
import { judge, truthOf } from './condition.ts';
import type { Because, Condition } from './condition.ts';
import type { MetricValues } from './metric.ts';
import { modelTestOf } from './model-test.ts';
import type { ModelTest } from './model-test.ts';
import { listOf, mapOf, needed, oneOf, PlacedError, textOf, textsOf, wholeOf } from './placed.ts';
import type { Placed } from './placed.ts';
import { severities } from '../model/finding.ts';
import type { Severity } from '../model/finding.ts';

/** From nothing to the strongest. */
export const mailActions = ['none', 'tag', 'junk', 'hold'] as const;
export type MailAction = (typeof mailActions)[number];

export interface Model {
  /** The file's name. */
  readonly id: string;
  readonly title: string;
  /** Raised when what it hits changes. */
  readonly version: number;
  /** What a hit means for a person. */
  readonly says: string;
  readonly severity: Severity;
  readonly tags: readonly string[];
  readonly action: MailAction;
  /** ATT&CK: `T1566.002`. */
  readonly techniques: readonly string[];
  readonly when: Condition;
  /** How a hit is explained, and why its action is right. */
  readonly because: string;
  readonly falsePositives: readonly string[];
  readonly references: readonly string[];
  readonly tests: readonly ModelTest[];
}

/** A model's condition was true of a message. */
export interface Hit {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly severity: Severity;
  readonly action: MailAction;
  readonly tags: readonly string[];
  readonly techniques: readonly string[];
  /** How the model explains itself. */
  readonly explains: string;
  /** The fewest comparisons that alone make it hit, with the values they had. */
  readonly because: readonly Because[];
}

/** Undefined where the condition is false, and where it is unknown. */
export function evaluate(model: Model, values: MetricValues): Hit | undefined {
  if (truthOf(model.when, values) !== true) return undefined;
  const { because } = judge(model.when, values);
  const { id, version, title, severity, action, tags, techniques } = model;
  return { id, version, title, severity, action, tags, techniques, explains: model.because, because };
}

/** Of all models, in their order. */
export const modelHits = (models: readonly Model[], values: MetricValues): readonly Hit[] =>
  models.flatMap((model) => evaluate(model, values) ?? []);

/** The strongest action that was asked for, and the ids of the models that asked for it. */
export function actionOf(hits: readonly Hit[]): { readonly action: MailAction; readonly by: readonly string[] } {
  const action = mailActions.findLast((one) => hits.some((hit) => hit.action === one)) ?? 'none';
  return { action, by: action === 'none' ? [] : hits.filter((hit) => hit.action === action).map(({ id }) => id) };
}

const names = [
  ...(['title', 'version', 'says', 'severity', 'tags', 'action', 'techniques', 'when', 'because', 'falsePositives'] as const),
  ...(['references', 'tests'] as const),
] as const;

const MOST_TAGS = 10;
const MOST_TESTS = 40;

/** The model a file holds; a mistake in it throws a PlacedError with its place. */
export function modelOf(id: string, placed: Placed, vocabulary: Vocabulary): Model {
  const map = mapOf(placed, 'a model', names);
  const value = (name: (typeof names)[number]): Placed => needed(map, name, placed, 'a model');
  const many = (name: (typeof names)[number]): readonly string[] =>
    map[name] === undefined ? [] : textsOf(map[name], `\`${name}\``);
  return {
    id,
    title: textOf(value('title'), 'the title', 100),
    version: wholeOf(value('version'), 'the version', 1, 1_000_000),
    says: textOf(value('says'), 'what it says'),
    severity: oneOf(value('severity'), 'severity', severities),
    tags: tagsOf(map['tags']),
    action: oneOf(value('action'), 'action', mailActions),
    techniques: techniquesOf(map['techniques']),
    when: conditionOf(value('when'), vocabulary),
    because: textOf(value('because'), 'the explanation'),
    falsePositives: textsOf(value('falsePositives'), 'a note on false positives'),
    references: many('references'),
    tests: testsOf(map['tests'], vocabulary),
  };
}

function tagsOf(placed: Placed | undefined): readonly string[] {
  const items = placed === undefined ? [] : listOf(placed);
  const tags = items.map((item) => {
    const tag = textOf(item, 'a tag', 40);
    if (!/^[a-z][a-z0-9-]*$/.test(tag)) throw new PlacedError(item.at, 'a tag is lower case letters, digits and -; write it so');
    return tag;
  });
  const tooMany = items[MOST_TAGS];
  if (tooMany !== undefined) throw new PlacedError(tooMany.at, `a model has at most ${MOST_TAGS} tags; leave some out`);
  return tags;
}

function techniquesOf(placed: Placed | undefined): readonly string[] {
  return (placed === undefined ? [] : listOf(placed)).map((item) => {
    const id = textOf(item, 'a technique');
    if (!/^T\d{4}(\.\d{3})?$/.test(id))
      throw new PlacedError(item.at, 'a technique is an ATT&CK id, as `T1566.002`; write it so');
    return id;
  });
}

function testsOf(placed: Placed | undefined, vocabulary: Vocabulary): readonly ModelTest[] {
  const items = placed === undefined ? [] : listOf(placed);
  const tooMany = items[MOST_TESTS];
  if (tooMany !== undefined) throw new PlacedError(tooMany.at, `a model has at most ${MOST_TESTS} tests; leave some out`);
  return items.map((item) => modelTestOf(item, vocabulary));
}
