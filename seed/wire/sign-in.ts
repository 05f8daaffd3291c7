// One attempt to sign in, and the two records it leaves: the Entra sign-in
// log's and the unified audit log's. They agree on ids, address and time.

import type { Instant } from '../../src/model/time.ts';
import type { Device } from '../device.ts';
import type { Place } from '../network.ts';
import type { SecondFactor } from '../tenant.ts';
import type { Target } from './apps.ts';

/** `deviceCode` and `authenticationTransfer` stay with a session for as long as its tokens are renewed. */
export type Protocol = 'none' | 'deviceCode' | 'ropc' | 'authenticationTransfer';
export type Requirement = 'multiFactorAuthentication' | 'singleFactorAuthentication';
export type IncomingToken = 'none' | 'refreshToken' | 'primaryRefreshToken';

export type Outcome = keyof typeof outcomes;

export interface Attempt {
  readonly at: Instant;
  readonly id: string;
  readonly correlationId: string;
  readonly who: { readonly id: string; readonly upn: string; readonly displayName: string };
  readonly place: Place;
  readonly device: Device;
  readonly sessionId: string;
  readonly target: Target;
  readonly outcome: Outcome;
  /** `claim` is a token that already carries it. */
  readonly secondFactor: 'claim' | SecondFactor;
  /** The number a text message or a call goes to. */
  readonly phoneNumber: string;
  /** The name as it was typed. */
  readonly typed: string;
  readonly milliseconds: number;
  readonly protocol: Protocol;
  readonly requirement: Requirement;
  readonly incomingToken: IncomingToken;
  /** Somebody sat there. */
  readonly interactive: boolean;
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
  /** What the log says of the first step, where that is not about the password being right or wrong. */
  readonly firstStep?: string;
  /** Turned away for good, which the audit log calls the user's error; else a stop on the way. */
  readonly refusal?: true;
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

const turnedAway = { ...interrupted, password: false, refusal: true } as const;

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
  mustRegister: {
    ...interrupted,
    errorCode: 50072,
    failureReason:
      'Due to a configuration change made by your administrator, or because you moved to a new location, you must enroll in multi-factor authentication to access the resource.',
    logonError: 'UserStrongAuthEnrollmentRequiredInterrupt',
  },
  consentRequired: {
    ...interrupted,
    errorCode: 65001,
    failureReason:
      "The user or administrator has not consented to use the application with ID '{identifier}'{namePhrase}. Send an interactive authorization request for this user and resource.",
    logonError: 'DelegationDoesNotExist',
    requestType: 'OAuth2:Authorize',
  },
  deviceCodePending: {
    ...interrupted,
    errorCode: 70016,
    failureReason: 'OAuth 2.0 device flow error. Authorization is pending. Continue polling.',
    logonError: 'AuthorizationPending',
    requestType: 'OAuth2:Token',
  },
  flowExpired: {
    ...interrupted,
    errorCode: 70044,
    failureReason: 'The session has expired or is invalid due to sign-in frequency checks by conditional access.',
    logonError: 'SsoArtifactExpiredDueToConditionalAccess',
    requestType: 'OAuth2:Authorize',
  },
  declined: { ...refused, additionalDetails: 'MFA denied; user declined the authentication' },
  unanswered: { ...refused, additionalDetails: 'MFA denied; user did not respond to mobile app notification' },
  unreachable: { ...refused, additionalDetails: 'MFA denied; phone unreachable' },
  wrongCode: { ...refused, additionalDetails: 'MFA denied; wrong code entered' },
  wrongPassword: {
    ...turnedAway,
    errorCode: 50126,
    failureReason: 'Error validating credentials due to invalid username or password.',
    additionalDetails:
      "The user didn't enter the right credentials. It's expected to see some number of these errors in your logs due to users making mistakes.",
    logonError: 'InvalidUserNameOrPassword',
  },
  locked: {
    ...turnedAway,
    errorCode: 50053,
    failureReason: "The account is locked, you've tried to sign in too many times with an incorrect user ID or password.",
    additionalDetails: 'The user is blocked due to repeated sign-in attempts.',
    logonError: 'IdsLocked',
    firstStep: 'Account is locked because user tried to sign in too many times with an incorrect user ID or password.',
  },
  disabledAccount: {
    ...turnedAway,
    errorCode: 50057,
    failureReason: 'The user account is disabled.',
    additionalDetails: 'The account has been disabled by an administrator.',
    logonError: 'UserDisabled',
    firstStep: 'User account is disabled.',
  },
  expiredPassword: {
    ...turnedAway,
    errorCode: 50055,
    failureReason: 'The password is expired.',
    additionalDetails: "The user's password is expired, and therefore their login or session was ended.",
    logonError: 'InvalidPasswordExpiredPassword',
    firstStep: 'Password is expired.',
  },
  noSuchUser: {
    ...turnedAway,
    errorCode: 50034,
    failureReason:
      'The user account {EUII Hidden} does not exist in the {tenant} directory. To sign into this application, the account must be added to the directory.',
    additionalDetails: "The user account doesn't exist in the directory.",
    logonError: 'UserAccountNotFound',
    firstStep: 'User does not exist in directory.',
  },
  blockedByPolicy: {
    ...interrupted,
    errorCode: 53003,
    failureReason: 'Access has been blocked by Conditional Access policies. The access policy does not allow token issuance.',
    additionalDetails:
      'If this is unexpected, see the conditional access policy that applied to this request in the Azure Portal.',
    logonError: 'BlockedByConditionalAccess',
    requestType: 'OAuth2:Authorize',
    refusal: true,
  },
} as const satisfies Record<string, OutcomeText>;

export const textOf = (outcome: Outcome): OutcomeText => outcomes[outcome];

/** The directory has no such account: neither log knows more than what was typed. */
export const nobody = '00000000-0000-0000-0000-000000000000';
