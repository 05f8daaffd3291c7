// What a record of the unified log tells: each reader knows its operations and answers nothing to the others'.

import { directoryTold } from '../directory/told.ts';
import type { Field } from '../field.ts';
import type { Told } from '../source.ts';
import { readAdminChange } from './admin-change.ts';
import type { Circumstances } from './circumstances.ts';
import { readDelegation } from './delegation.ts';
import { directoryChange } from './directory.ts';
import { readFileAccess } from './file-access.ts';
import { readMailAccess, readMailItem } from './mail.ts';
import { readMailboxRule } from './mailbox-rule.ts';
import { readMethodChange } from './method-change.ts';
import { readSignIn } from './sign-in.ts';

export function toldIn(record: Field, base: Circumstances): Told {
  return (
    readSignIn(record, base) ??
    readMethodChange(record, base) ??
    readDirectoryChange(record, base) ??
    readMailboxRule(record, base) ??
    readDelegation(record, base) ??
    readMailAccess(record, base) ??
    readMailItem(record, base) ??
    readFileAccess(record, base) ??
    readAdminChange(record, base)
  );
}

function readDirectoryChange(record: Field, base: Circumstances): Told | undefined {
  const change = directoryChange(record, base);
  return change === undefined ? undefined : directoryTold(change, base);
}
