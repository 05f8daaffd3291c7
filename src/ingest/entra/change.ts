// Directory changes of the Entra log in the form both logs share.

import type { DirectoryChange } from '../directory/change.ts';
import type { Field } from '../field.ts';
import { known } from '../known.ts';
import { foldName } from '../name.ts';
import { modifiedIn } from './target.ts';
import { toldId } from './told.ts';

export function directoryChange(record: Field, operation: string): DirectoryChange {
  const user = record.at('initiatedBy').at('user');
  const actor = user.at('userPrincipalName').maybeText();
  return {
    operation,
    modified: modifiedIn(record),
    objects: record
      .at('targetResources')
      .list()
      .map((it) => {
        const upn = it.at('userPrincipalName').maybeText();
        return known({
          type: it.at('type').maybeText(),
          id: toldId(it.at('id')),
          upn: upn === undefined ? undefined : foldName(upn),
          name: it.at('displayName').maybeText(),
        });
      }),
    actorNames: [actor === undefined ? undefined : foldName(actor), toldId(user.at('id'))].flatMap((name) => name ?? []),
  };
}
