// The Microsoft 365 unified audit log, as the Management Activity API hands it out and in whatever it comes wrapped.

import type { Field } from '../field.ts';
import { directoryAct, signInAct } from '../operation.ts';
import { source } from '../source.ts';
import type { Told } from '../source.ts';
import { actorOf } from '../m365/actor.ts';
import { circumstances } from '../m365/circumstances.ts';
import { holdsAlert, isUnified, isWrapped, unwrapped } from '../m365/forms.ts';
import { namesOf } from '../m365/names.ts';
import { DIRECTORY } from '../m365/record-type.ts';
import { directoryTarget } from '../m365/target.ts';
import { toldIn } from '../m365/told.ts';

export const m365Audit = source({
  id: 'm365-audit',
  title: 'Microsoft 365 unified audit log',

  recognises: (record) => (isUnified(record) || isWrapped(record)) && !holdsAlert(record),

  read(whole) {
    const { record, inner } = unwrapped(whole);
    const event = toldIn(record, circumstances(record));
    const act = actOf(record, event);
    return {
      event,
      record: record.at('Id').text(),
      ...(act === undefined ? {} : { act }),
      names: namesOf(record, actorOf(record)),
      ...(inner === undefined ? {} : { inner }),
    };
  },
});

/** Sign-ins and directory changes have a twin in Entra's own logs. */
function actOf(record: Field, event: Told): string | undefined {
  if (event.kind === 'signIn') return signInAct(record.at('IntraSystemId').maybeText() ?? record.at('Id').text());
  if (record.at('RecordType').maybeNumber() !== DIRECTORY) return undefined;

  const correlation = record.at('InterSystemsId').maybeText();
  return correlation === undefined ? undefined : directoryAct(correlation, event.operation, directoryTarget(record) ?? '');
}
