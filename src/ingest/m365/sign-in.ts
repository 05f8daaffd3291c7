// UserLoggedIn and UserLoginFailed: the unified log's short account of a sign-in.

import type { Field } from '../field.ts';
import { known } from '../known.ts';
import { codeOfError, mfaOf, outcomeOf } from '../sign-in-code.ts';
import type { Told } from '../source.ts';
import { NOBODY } from './actor.ts';
import type { Circumstances } from './circumstances.ts';

export function readSignIn(record: Field, base: Circumstances): Told<'signIn'> | undefined {
  if (base.operation !== 'UserLoggedIn' && base.operation !== 'UserLoginFailed') return undefined;
  const code = codeIn(record, base.operation);
  const requestType = record.at('ExtendedProperties').named('RequestType').maybeText();

  return {
    ...base,
    ...known({
      kind: 'signIn' as const,
      code,
      // ResultStatus says whether the request was served, not whether somebody got in.
      outcome: outcomeOf(code),
      // This log carries interactive sign-ins only, whatever the request was called.
      interactive: true,
      resource: resourceIn(record),
      protocol: base.userAgent?.toLowerCase() === 'bav2ropc' ? 'ropc' : undefined,
      mfa: mfaOf(code, undefined) ?? (code === 0 && requestType?.startsWith('SAS:') === true ? 'passed' : undefined),
    }),
  };
}

function codeIn(record: Field, operation: string): number {
  const told = record.at('ErrorNumber').maybeNumber();
  if (told !== undefined) return told;
  return operation === 'UserLoggedIn' ? 0 : codeOfError(record.at('LogonError').maybeText());
}

function resourceIn(record: Field): string | undefined {
  const resource = record.at('ObjectId').maybeText()?.toLowerCase();
  return resource === undefined || NOBODY.has(resource) ? undefined : resource;
}
