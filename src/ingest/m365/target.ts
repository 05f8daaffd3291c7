// Whom or what a directory change was made to, by the name both logs can agree on.

import type { Field } from '../field.ts';
import { foldName, kindOfName } from '../name.ts';
import { NOBODY } from './actor.ts';

/** The sign-in name when the target is a user, else the object's id, else what ObjectId says. */
export function directoryTarget(record: Field): string | undefined {
  const ids = record
    .at('Target')
    .list()
    .map((it) => ({ id: foldName(it.at('ID').maybeText() ?? ''), type: it.at('Type').maybeNumber() }));
  const upn = ids.find(({ id, type }) => type === 5 && kindOfName(id) === 'upn')?.id;
  if (upn !== undefined) return upn;

  const object = foldName(record.at('ObjectId').maybeText() ?? '');
  if (kindOfName(object) === 'upn') return object;
  // User_<guid>, Application_<guid>, Group_<guid>: the only entry that says which of the ids is the object's own.
  const prefixed = ids.flatMap(({ id }) => /^[a-z]+_([0-9a-f-]{36})$/.exec(id)?.[1] ?? [])[0];
  return prefixed ?? (NOBODY.has(object) ? undefined : object);
}
