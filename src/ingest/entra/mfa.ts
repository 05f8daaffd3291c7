// What became of the second factor in a sign-in, and which one it was: told in three places, not all of them always there.

import type { Field } from '../field.ts';
import { mfaOf } from '../sign-in-code.ts';
import type { SignIn } from '../../model/event.ts';

/** The last step that was about the second factor decides; without one, the status's own words. */
export function mfaIn(record: Field, code: number): SignIn['mfa'] {
  const step = secondStep(record);
  const overall = mfaOf(code, record.at('status').at('additionalDetails').maybeText());
  if (step === undefined) return overall;

  const said = mfaOf(code, step.at('authenticationStepResultDetail').maybeText());
  if (said !== undefined) return said;
  return step.at('succeeded').maybeBoolean() === true ? 'passed' : overall;
}

export function methodIn(record: Field): string | undefined {
  const told = secondStep(record)?.at('authenticationMethod').maybeText() ?? record.at('mfaDetail').at('authMethod').maybeText();
  // "Previously satisfied" is no method: a token vouched for one used earlier.
  return told === undefined || /^previously satisfied$/i.test(told) ? undefined : familyOf(told);
}

function secondStep(record: Field): Field | undefined {
  return record
    .at('authenticationDetails')
    .list()
    .findLast((step) => {
      const requirement = step.at('authenticationStepRequirement').maybeText() ?? '';
      const result = step.at('authenticationStepResultDetail').maybeText() ?? '';
      return /multi-?factor/i.test(requirement) || /\bMFA\b/.test(result);
    });
}

function familyOf(method: string): string {
  if (/text message|sms/i.test(method)) return 'text';
  if (/notification|passwordless phone/i.test(method)) return 'app';
  if (/call|voice/i.test(method)) return 'call';
  return /code|oath/i.test(method) ? 'code' : method;
}
