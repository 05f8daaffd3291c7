// Whom or what a directory change was made to. The name must be the one the unified log's record of it gives.

import type { Field } from '../field.ts';
import type { Modified } from '../methods.ts';
import { foldName, sameness } from '../name.ts';
import { toldId } from './told.ts';

/** The first user's sign-in name, else the first object's id: the order of the list varies. */
export function targetIn(record: Field): string | undefined {
  const targets = record.at('targetResources').list();
  const upn = targets.map((it) => it.at('userPrincipalName').maybeText()).find((it) => it !== undefined);
  if (upn !== undefined) return foldName(upn);
  return targets.map((it) => toldId(it.at('id'))).find((it) => it !== undefined);
}

/** The person among the targets: by name, else the object id of one that is said to be a user. */
export function personIn(record: Field): string | undefined {
  const targets = record.at('targetResources').list();
  const upn = targets.map((it) => it.at('userPrincipalName').maybeText()).find((it) => it !== undefined);
  if (upn !== undefined) return foldName(upn);
  return targets
    .filter((it) => (it.at('type').maybeText() ?? 'User') === 'User')
    .map((it) => toldId(it.at('id')))
    .find((it) => it !== undefined);
}

export const targetNames = (record: Field): readonly (readonly string[])[] =>
  record
    .at('targetResources')
    .list()
    .flatMap((it) => sameness([it.at('userPrincipalName').maybeText(), it.at('id').maybeText()]));

export const modifiedIn = (record: Field): readonly Modified[] =>
  record
    .at('targetResources')
    .list()
    .flatMap((it) => it.at('modifiedProperties').list())
    .flatMap((it) => {
      const name = it.at('displayName').maybeText();
      return name === undefined ? [] : [{ name, before: it.at('oldValue'), after: it.at('newValue') }];
    });
