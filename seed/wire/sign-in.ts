// One attempt to sign in, and the two records it leaves: the Entra sign-in
// log's and the unified audit log's. They agree on ids, address and time.

import type { Instant } from '../../src/model/time.ts';
import type { Session } from '../session.ts';
import type { Target } from './apps.ts';

/** How the second factor was met; `claim` is a token that already carries it. */
export type SecondFactor = 'claim' | 'app' | 'sms';

export type Outcome = keyof typeof outcomes;

export interface Attempt {
  readonly at: Instant;
  readonly id: string;
  readonly correlationId: string;
  readonly session: Session;
  readonly target: Target;
  readonly outcome: Outcome;
  readonly secondFactor: SecondFactor;
  /** The number a text message goes to. */
  readonly phoneNumber: string;
  /** The name as it was typed. */
  readonly typed: string;
  readonly milliseconds: number;
}

interface OutcomeText {
  readonly errorCode: number;
  readonly failureReason: string;
  readonly additionalDetails: string | null;
  /** The audit log's own name for the error. */
  readonly logonError?: string;
  readonly operation: 'UserLoggedIn' | 'UserLoginFailed';
  readonly requestType: string;
  /** Whether the password was right, the second factor asked for, and met. */
  readonly password: boolean;
  readonly asked: boolean;
  readonly met: boolean;
}

const passed = {
  errorCode: 0,
  failureReason: 'Other.',
  operation: 'UserLoggedIn',
  password: true,
  asked: true,
  met: true,
} as const;

const interrupted = {
  additionalDetails: null,
  operation: 'UserLoginFailed',
  requestType: 'Login:login',
  password: true,
  asked: false,
  met: false,
} as const;

const refused = {
  errorCode: 500121,
  failureReason: 'Authentication failed during strong authentication request.',
  logonError: 'AuthenticationFailedSasError',
  operation: 'UserLoginFailed',
  requestType: 'SAS:EndAuth',
  password: true,
  asked: true,
  met: false,
} as const;

export const outcomes = {
  success: { ...passed, additionalDetails: 'MFA requirement satisfied by claim in the token', requestType: 'OAuth2:Authorize' },
  successPrompted: { ...passed, additionalDetails: 'MFA completed in Azure AD', requestType: 'SAS:ProcessAuth' },
  keepSignedIn: {
    ...passed,
    errorCode: 50140,
    failureReason: "This error occurred due to 'Keep me signed in' interrupt when the user was signing-in.",
    additionalDetails: null,
    requestType: 'Login:login',
  },
  factorRequired: {
    ...interrupted,
    errorCode: 50076,
    failureReason:
      'Due to a configuration change made by your administrator, or because you moved to a new location, you must use multi-factor authentication to access the resource.',
    logonError: 'UserStrongAuthClientAuthNRequired',
  },
  strongRequired: {
    ...interrupted,
    errorCode: 50074,
    failureReason: 'Strong Authentication is required.',
    logonError: 'UserStrongAuthClientAuthNRequiredInterrupt',
  },
  declined: { ...refused, additionalDetails: 'MFA denied; user declined the authentication' },
  unanswered: { ...refused, additionalDetails: 'MFA denied; user did not respond to mobile app notification' },
  unreachable: { ...refused, additionalDetails: 'MFA denied; phone unreachable' },
  wrongPassword: {
    ...interrupted,
    errorCode: 50126,
    failureReason: 'Error validating credentials due to invalid username or password.',
    additionalDetails:
      "The user didn't enter the right credentials. It's expected to see some number of these errors in your logs due to users making mistakes.",
    logonError: 'InvalidUserNameOrPassword',
    password: false,
  },
} as const satisfies Record<string, OutcomeText>;

export const textOf = (outcome: Outcome): OutcomeText => outcomes[outcome];
