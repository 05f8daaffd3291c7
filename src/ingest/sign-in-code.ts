// What an AADSTS code says of a sign-in: got in, turned away, or only stopped on the way to be asked something.

import type { Outcome, SignIn } from '../model/event.ts';

export function outcomeOf(code: number): Outcome {
  if (code === 0) return 'success';
  return INTERRUPTS.has(code) ? 'interrupt' : 'failure';
}

// 50074 is not among them: there a strong method was due and was not passed.
const INTERRUPTS: ReadonlySet<number> = new Set([
  16000, // account to be chosen
  16001,
  16003,
  50058, // no session for silent sign-in
  50072, // must enrol for MFA
  50076, // MFA asked for
  50079, // must enrol for MFA
  50097, // device to be authenticated
  50125, // password reset or registration
  50127, // broker app to be installed
  50129, // device to be joined
  50140, // "keep me signed in?"
  50143,
  50158, // second factor of another provider
  50199, // "are you trying to sign in?"
  51006, // integrated Windows authentication
  52004, // consent on another account
  65001, // consent to be given
  81010, // seamless single sign-on falls back
  81012,
  81014,
]);

/** What became of the second factor, from the code and the words beside it. */
export function mfaOf(code: number, details: string | undefined): SignIn['mfa'] {
  const said = details?.toLowerCase() ?? '';
  if (said.includes('did not respond') || said.includes('unreachable') || said.includes('timed out')) return 'unanswered';
  if (said.includes('mfa denied') || said.includes('declined') || said.includes('fraud')) return 'refused';
  if (code === 500121 || code === 50074) return 'refused';
  if (ASKS_FOR_MFA.has(code)) return 'asked';
  if (code !== 0) return undefined;
  if (said.includes('satisfied by claim') || said.includes('previously satisfied')) return 'byClaim';
  return said.includes('mfa completed') || said.includes('mfa successfully completed') ? 'passed' : undefined;
}

const ASKS_FOR_MFA: ReadonlySet<number> = new Set([50072, 50076, 50079, 50158]);

/** Old unified records give the error's name and no number. */
export const codeOfError = (name: string | undefined): number => CODES[name ?? ''] ?? UNTOLD;

/** A failure whose reason the record does not tell. */
export const UNTOLD = -1;

const CODES: Readonly<Record<string, number>> = {
  AuthenticationFailedSasError: 500121,
  BlockedByConditionalAccess: 53003,
  DelegationDoesNotExist: 65001,
  DeviceAuthenticationFailed: 50155,
  DeviceNotCompliant: 53000,
  IdsLocked: 50053,
  InvalidPasswordExpiredPassword: 50055,
  InvalidReplyTo: 50011,
  InvalidUserNameOrPassword: 50126,
  KmsiInterrupt: 50140,
  UserAccountNotFound: 50034,
  UserDisabled: 50057,
  UserInformationNotProvided: 50058,
  UserStrongAuthClientAuthNRequired: 50074,
  UserStrongAuthClientAuthNRequiredInterrupt: 50076,
  UserStrongAuthEnrollmentRequiredInterrupt: 50072,
};
