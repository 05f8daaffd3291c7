// The Microsoft 365 unified audit log, as the Management Activity API hands it out.

import type { Field } from '../field.ts';
import { directoryAct, signInAct } from '../operation.ts';
import { source } from '../source.ts';
import type { Told } from '../source.ts';
import { readAdminChange } from '../m365/admin-change.ts';
import { actorOf } from '../m365/actor.ts';
import { circumstances } from '../m365/circumstances.ts';
import type { Circumstances } from '../m365/circumstances.ts';
import { readFileAccess } from '../m365/file-access.ts';
import { readMailAccess, readMailItem } from '../m365/mail.ts';
import { readMailboxRule } from '../m365/mailbox-rule.ts';
import { readMethodChange } from '../m365/method-change.ts';
import { namesOf } from '../m365/names.ts';
import { DIRECTORY } from '../m365/record-type.ts';
import { readSignIn } from '../m365/sign-in.ts';
import { directoryTarget } from '../m365/target.ts';

export const m365Audit = source({
  id: 'm365-audit',
  title: 'Microsoft 365 unified audit log',

  recognises: (record) =>
    record.has('CreationTime') &&
    record.has('Operation') &&
    record.has('Id') &&
    (record.has('Workload') || record.has('RecordType')),

  read(record) {
    const base = circumstances(record);
    const event = told(record, base);
    const act = actOf(record, event);
    return {
      event,
      record: record.at('Id').text(),
      ...(act === undefined ? {} : { act }),
      names: namesOf(record, actorOf(record)),
    };
  },
});

/** Each reader knows its operations and answers nothing to the others'. */
function told(record: Field, base: Circumstances): Told {
  return (
    readSignIn(record, base) ??
    readMethodChange(record, base) ??
    readMailboxRule(record, base) ??
    readMailAccess(record, base) ??
    readMailItem(record, base) ??
    readFileAccess(record, base) ??
    readAdminChange(record, base)
  );
}

/** Sign-ins and directory changes have a twin in Entra's own logs. */
function actOf(record: Field, event: Told): string | undefined {
  if (event.kind === 'signIn') return signInAct(record.at('IntraSystemId').maybeText() ?? record.at('Id').text());
  if (record.at('RecordType').maybeNumber() !== DIRECTORY) return undefined;

  const correlation = record.at('InterSystemsId').maybeText();
  return correlation === undefined ? undefined : directoryAct(correlation, event.operation, directoryTarget(record) ?? '');
}
