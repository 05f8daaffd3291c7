// A risk that Entra ID Protection detected: Graph's `riskDetections`, the Azure Monitor envelope, the Log Analytics table.

import { Field } from '../field.ts';
import { recordOfRow } from '../row.ts';
import { accountOf, firstInstant, maybeInstant } from './alert.ts';
import type { Form } from './alert.ts';
import { productOf } from './product.ts';
import { riskType } from './risk-type.ts';
import { techniquesIn } from './tactic.ts';
import type { Alert } from '../../model/event.ts';

export const riskDetection: Form = {
  recognises: (record) => isRisk(record) || isRisk(record.at('properties')),

  read(record) {
    const inner = isRisk(record) ? record : record.at('properties');
    const row = new Field(recordOfRow(inner, uncapitalised));
    const text = (name: string): string | undefined => row.at(name).maybeText();
    const type = riskType(text('riskEventType') ?? row.at('riskType').text());
    const id = row.at('id').text();
    return accountOf({
      inner: inner.value as object,
      record: id,
      original: id,
      name: type.headline,
      product: productOf('IPC'),
      severity: isCompromised(row) ? 'high' : text('riskLevel'),
      status: statusIn(row),
      tactics: type.tactics,
      techniques: [...new Set([...type.techniques, ...techniquesIn(text('mitreTechniqueId'))])].sort(),
      at: firstInstant(row.at('activityDateTime'), row.at('detectedDateTime'), record.at('time'), row.at('timeGenerated')),
      lastAt: undefined,
      generatedAt: maybeInstant(row.at('lastUpdatedDateTime'), row.at('detectedDateTime'), record.at('time')),
      entities: [
        {
          Type: 'account',
          AadUserId: text('userId'),
          UserPrincipalName: text('userPrincipalName'),
          DisplayName: text('userDisplayName'),
        },
        { Type: 'ip', Address: text('ipAddress'), Location: { CountryCode: row.at('location').at('countryOrRegion').value } },
      ],
    });
  },
};

const isRisk = (record: Field): boolean =>
  (record.has('riskEventType') && (record.has('riskLevel') || record.has('riskState'))) ||
  (record.has('RiskEventType') && (record.has('RiskLevel') || record.has('RiskState')));

const isCompromised = (row: Field): boolean => /confirmedcompromised/i.test(row.at('riskState').maybeText() ?? '');

/** Remediated, too: the person proved who they are, or has changed the password since. */
const statusIn = (row: Field): Alert['status'] =>
  /dismissed|confirmedsafe|remediated/i.test(row.at('riskState').maybeText() ?? '') ||
  /safe$|dismissed/i.test(row.at('riskDetail').maybeText() ?? '')
    ? 'dismissed'
    : 'open';

/** Log Analytics' columns begin with a capital letter. */
const uncapitalised = (column: string): string => column.charAt(0).toLowerCase() + column.slice(1);
