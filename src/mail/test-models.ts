// Runs the tests that models carry: each message through all that is measured of real mail, and every model asked about it.
//
// A test holds when its model hits or stays quiet as it says, names the comparisons it says, and no other model asks for
// something stronger by accident.

import { HOME, SERVER } from './letter.ts';
import { messageOf } from './message-of.ts';
import { measured } from './metrics.ts';
import { actionOf, mailActions, modelHits } from './model.ts';
import type { Hit, Model } from './model.ts';
import type { ModelTest } from './model-test.ts';
import { readingOf } from './reading-of.ts';

export interface ModelTestResult {
  /** Id of the model, and what the test says of itself. */
  readonly model: string;
  readonly test: string;
  readonly passed: boolean;
  /** What was otherwise than the test says; empty where it passed. */
  readonly why: string;
}

const home = { homeDomains: new Set([HOME]), authservIds: new Set([SERVER]) };

/** In the order of the models, and of the tests in each. */
export const testModels = (models: readonly Model[]): readonly ModelTestResult[] =>
  models.flatMap((model) =>
    model.tests.map((test) => {
      const why = complaint(model, test, modelHits(models, valuesOf(test)));
      return { model: model.id, test: test.says, passed: why === '', why };
    }),
  );

/** What is measured of a test's message. */
export const valuesOf = ({ message, history, values }: ModelTest) => ({
  ...measured(readingOf(messageOf(message, home), history)),
  ...values,
});

function complaint(model: Model, test: ModelTest, hits: readonly Hit[]): string {
  const hit = hits.find(({ id }) => id === model.id);
  if (hit === undefined && test.fires) return 'it was to hit, and did not';
  if (hit !== undefined && !test.fires) return `it was to stay quiet, and hit because of ${named(hit)}`;

  const missing = test.because.filter((metric) => hit !== undefined && !hit.because.some((one) => one.metric === metric));
  if (missing.length > 0)
    return `it hit, and not because of ${missing.join(', ')}, but of ${hit === undefined ? '' : named(hit)}`;
  return stronger(model, test, hits);
}

const named = ({ because }: Hit): string => because.map(({ metric, value, is }) => `${metric} (${value}, ${is})`).join(', ');

/** Where a model is to stay quiet, none but those listed may hold. */
function stronger(model: Model, test: ModelTest, hits: readonly Hit[]): string {
  const limit = mailActions.indexOf(test.fires ? model.action : 'junk');
  const others = hits.filter(({ id }) => id !== model.id && !test.also.includes(id));
  const { action, by } = actionOf(others);
  return mailActions.indexOf(action) > limit
    ? `${by.join(', ')} asked to ${action} it; if that is right, list it under \`also:\``
    : '';
}
