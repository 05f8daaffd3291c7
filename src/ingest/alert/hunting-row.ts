// Rows of advanced hunting: `AlertInfo` is an alert without its entities, `AlertEvidence` one entity of an alert; both
// share the alert's id, which makes them one act. In an event hub's envelope, or flat as Log Analytics has them.

import { canonicalJson } from '../canonical.ts';
import { digestOf } from '../digest.ts';
import type { Field } from '../field.ts';
import { accountOf, firstInstant, maybeInstant } from './alert.ts';
import type { Form } from './alert.ts';
import { entitiesInRow } from './evidence.ts';
import type { Thing } from './objects.ts';
import { productOf } from './product.ts';
import { tacticsIn, techniquesIn } from './tactic.ts';

export const huntingRow: Form = {
  recognises: (record) => {
    const row = rowIn(record);
    return row.has('AlertId') && row.has('ServiceSource') && (row.has('Title') || row.has('EntityType'));
  },

  read(record) {
    const row = rowIn(record);
    const text = (name: string): string | undefined => row.at(name).maybeText();
    const inner = row.value as Thing;
    const fuller = row.at('AdditionalFields').maybeJson().value;
    const alert = row.at('AlertId').text();
    return accountOf({
      record: alert,
      // one alert has as many rows as entities
      key: `${alert}/${digestOf(canonicalJson(inner), 12)}`,
      inner,
      original: alert,
      name: text('Title') ?? text('EntityType') ?? alert,
      product: productOf(text('ServiceSource'), text('DetectionSource')),
      severity: text('Severity'),
      status: 'open',
      tactics: tacticsIn(text('Category'), wordsIn(row.at('Categories'))),
      techniques: techniquesIn(wordsIn(row.at('AttackTechniques'))),
      at: firstInstant(row.at('Timestamp'), row.at('TimeGenerated'), record.at('time')),
      lastAt: undefined,
      generatedAt: maybeInstant(record.at('time'), row.at('TimeGenerated')),
      entities: [...withType(fuller, text('EntityType')), ...entitiesInRow(inner)],
    });
  },
};

const rowIn = (record: Field): Field => {
  const properties = record.at('properties');
  return properties.has('AlertId') ? properties : record;
};

const wordsIn = (field: Field): string | undefined => {
  const { value } = field.maybeJson();
  return value === undefined ? field.maybeText() : JSON.stringify(value);
};

/** The row's own column tells what its JSON leaves out. */
const withType = (fuller: unknown, type: string | undefined): readonly unknown[] =>
  typeof fuller === 'object' && fuller !== null && !Array.isArray(fuller)
    ? [type === undefined || 'Type' in fuller ? fuller : { Type: type, ...fuller }]
    : [];
