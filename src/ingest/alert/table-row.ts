// A row of the Log Analytics table `SecurityAlert`, as one JSON object or as cells of text, JSON in text in text.

import { Field } from '../field.ts';
import { recordOfRow } from '../row.ts';
import { accountOf, firstInstant, maybeInstant, statusOf } from './alert.ts';
import type { Form } from './alert.ts';
import { productOf } from './product.ts';
import { tacticsIn, techniquesIn } from './tactic.ts';

export const tableRow: Form = {
  recognises: (record) =>
    record.has('SystemAlertId') && (record.has('AlertName') || record.has('DisplayName') || record.has('AlertType')),

  read(record) {
    const row = new Field(recordOfRow(record, (column) => column));
    const text = (...names: readonly string[]): string | undefined =>
      names.map((name) => row.at(name).maybeText()).find((it) => it !== undefined);
    return accountOf({
      record: row.at('SystemAlertId').text(),
      original: text('VendorOriginalId'),
      name: text('DisplayName', 'AlertName') ?? row.at('AlertType').text(),
      product: productOf(text('ProviderName'), text('ProductComponentName'), text('ProductName'), text('VendorName')),
      severity: text('AlertSeverity', 'Severity'),
      status: statusOf(text('Status')),
      tactics: tacticsIn(wordsOf(row.at('Tactics').value)),
      techniques: techniquesIn(wordsOf(row.at('Techniques').value), wordsOf(row.at('SubTechniques').value)),
      at: firstInstant(row.at('StartTime'), row.at('EndTime'), row.at('TimeGenerated')),
      lastAt: maybeInstant(row.at('EndTime')),
      generatedAt: maybeInstant(row.at('TimeGenerated'), row.at('ProcessingEndTime')),
      count: row.at('ExtendedProperties').at('Search Query Results Overall Count').maybeNumber(),
      entities: row.at('Entities').value,
      particulars: [text('CompromisedEntity')],
    });
  },
};

/** A list as its text, and text as it is: names are found in either. */
const wordsOf = (value: unknown): string | undefined =>
  typeof value === 'string' ? value : value === undefined ? undefined : JSON.stringify(value);
