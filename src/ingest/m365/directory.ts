// Directory changes of the unified log in the form both logs share.

import type { DirectoryChange, DirectoryObject } from '../directory/change.ts';
import type { Field } from '../field.ts';
import { known } from '../known.ts';
import { foldName, kindOfName } from '../name.ts';
import type { Circumstances } from './circumstances.ts';
import { modifiedIn } from './method-change.ts';
import { DIRECTORY } from './record-type.ts';

export function directoryChange(record: Field, base: Circumstances): DirectoryChange | undefined {
  if (record.at('RecordType').maybeNumber() !== DIRECTORY) return undefined;
  return {
    operation: base.operation,
    modified: modifiedIn(record),
    objects: [objectIn(record)],
    actorNames: [...(base.actor === undefined ? [] : [base.actor]), ...idsIn(record.at('Actor')).map(({ id }) => id)],
  };
}

/** A list of {ID, Type} is one object: `User_<guid>` says what it is, Type 1 is its display name, Type 5 its sign-in name. */
function objectIn(record: Field): DirectoryObject {
  const ids = idsIn(record.at('Target'));
  const [, type, id] = ids.map(({ text }) => PREFIXED.exec(text)).find((match) => match !== null) ?? [];
  const object = foldName(record.at('ObjectId').maybeText() ?? '');
  const upn = ids.find((it) => it.type === UPN_TYPE && kindOfName(it.id) === 'upn')?.id;
  return known({
    type,
    id: id?.toLowerCase(),
    upn: upn ?? (kindOfName(object) === 'upn' ? object : undefined),
    name: ids.find((it) => it.type === NAME_TYPE)?.text,
  });
}

const PREFIXED = /^([A-Za-z]+)_([0-9a-fA-F-]{36})$/;
const NAME_TYPE = 1;
const UPN_TYPE = 5;

const idsIn = (list: Field): readonly { id: string; text: string; type: number | undefined }[] =>
  list.list().flatMap((it) => {
    const text = it.at('ID').maybeText();
    return text === undefined ? [] : [{ id: foldName(text), text, type: it.at('Type').maybeNumber() }];
  });
