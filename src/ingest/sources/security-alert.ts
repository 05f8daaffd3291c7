// Other products' alerts: they are not detected again here, they are tied to what was.
//
// An alert arrives long after what it is about, comes again when it grows, and comes through several channels in several
// shapes. Incidents of other products are no alerts, and are left alone.

import { auditRecord } from '../alert/audit-record.ts';
import { graphAlert } from '../alert/graph-alert.ts';
import { huntingRow } from '../alert/hunting-row.ts';
import { riskDetection } from '../alert/risk-detection.ts';
import { tableRow } from '../alert/table-row.ts';
import { FieldError } from '../field.ts';
import { source } from '../source.ts';

const FORMS = [tableRow, graphAlert, riskDetection, huntingRow, auditRecord];

export const securityAlert = source({
  id: 'security-alert',
  title: "Other products' alerts",

  recognises: (record) => FORMS.some((form) => form.recognises(record)),

  read(record) {
    const form = FORMS.find((it) => it.recognises(record));
    if (form === undefined)
      throw new FieldError('', 'expected an alert: SecurityAlert, Graph alerts_v2, a risk detection, advanced hunting or audit');
    return form.read(record);
  },
});
