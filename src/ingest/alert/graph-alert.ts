// An alert of Microsoft Graph's `security/alerts_v2`.

import type { Field } from '../field.ts';
import { accountOf, firstInstant, maybeInstant, statusOf } from './alert.ts';
import type { Form } from './alert.ts';
import { entitiesInEvidence } from './evidence.ts';
import { productOf } from './product.ts';
import { tacticsIn, techniquesIn } from './tactic.ts';

export const graphAlert: Form = {
  recognises: (record) =>
    record.has('id') &&
    record.has('title') &&
    record.has('createdDateTime') &&
    (record.has('serviceSource') || record.has('detectionSource') || record.has('evidence')),

  read(record) {
    const text = (name: string): string | undefined => record.at(name).maybeText();
    return accountOf({
      record: record.at('id').text(),
      original: text('providerAlertId') ?? text('id'),
      name: record.at('title').text(),
      product: productOf(text('serviceSource'), text('detectionSource')),
      severity: text('severity'),
      status: statusOf(text('status'), text('classification')),
      tactics: tacticsIn(text('category')),
      techniques: techniquesIn(
        ...record
          .at('mitreTechniques')
          .list()
          .map((it) => it.maybeText()),
      ),
      at: firstInstant(record.at('firstActivityDateTime'), record.at('lastActivityDateTime'), record.at('createdDateTime')),
      lastAt: maybeInstant(record.at('lastActivityDateTime')),
      generatedAt: maybeInstant(record.at('lastUpdateDateTime'), record.at('createdDateTime')),
      entities: entitiesInEvidence(valuesOf(record.at('evidence'))),
    });
  },
};

const valuesOf = (list: Field): readonly unknown[] => list.list().map(({ value }) => value);
