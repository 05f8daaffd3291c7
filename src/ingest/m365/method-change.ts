// A change of somebody's second factors, in whichever directory operation and at whichever place of its list it stands.

import type { Field } from '../field.ts';
import { securityInfoChange } from '../directory/security-info.ts';
import { methodDifference } from '../methods.ts';
import type { Modified } from '../methods.ts';
import type { Told } from '../source.ts';
import type { Circumstances } from './circumstances.ts';
import { DIRECTORY } from './record-type.ts';
import { directoryTarget } from './target.ts';

export function readMethodChange(record: Field, base: Circumstances): Told<'methodChange'> | undefined {
  if (record.at('RecordType').maybeNumber() !== DIRECTORY) return undefined;
  const modified = modifiedIn(record);
  const difference = methodDifference(modified) ?? securityInfoChange(base.operation, textsIn(record, modified));
  const target = directoryTarget(record);
  return difference === undefined || target === undefined ? undefined : { ...base, kind: 'methodChange', target, ...difference };
}

const textsIn = (record: Field, modified: readonly Modified[]): readonly string[] =>
  [
    record.at('ExtendedProperties').named('ResultStatusDetail').maybeText(),
    ...modified.flatMap(({ before, after }) => [before.maybeText(), after.maybeText()]),
  ].flatMap((text) => text ?? []);

export const modifiedIn = (record: Field): readonly Modified[] =>
  record
    .at('ModifiedProperties')
    .list()
    .flatMap((it) => {
      const name = it.at('Name').maybeText();
      return name === undefined ? [] : [{ name, before: it.at('OldValue'), after: it.at('NewValue') }];
    });
