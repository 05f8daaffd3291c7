// What several detections ask of a sign-in: was a password wrong, by which way was it, from which places. It knows nothing of the past.

import { isLegacyClient } from '../ingest/client.ts';
import { networkOf } from '../learn/dimension.ts';
import type { Event, SignIn } from '../model/event.ts';
import { seconds, type Millis } from '../model/time.ts';
import type { Practice } from './past.ts';

// ── Passwords ─────────────────────────────────────────────────────────────────────────────────────────────

/** Unknown user, locked or blocked for guessing, expired, none set, wrong. What came after the right one is not among them. */
const guesses = new Set([50034, 50053, 50055, 50056, 50126]);

/** Somebody tried a password and it was not taken; interrupts, policies and expired secrets of programs are something else. */
export const isGuess = (signIn: SignIn): boolean => signIn.outcome === 'failure' && guesses.has(signIn.code);

// ── Ways in ───────────────────────────────────────────────────────────────────────────────────────────────

/** Programs that name themselves where the client does not. */
const legacyAgents = /^(bav2ropc|cbainprod|cbaintar)/i;

export const DEVICE_CODE = 'deviceCode';
export const isDeviceCode = (signIn: SignIn): boolean => signIn.protocol?.toLowerCase() === 'devicecode';

/** By a client or protocol that sends a password and cannot be asked for a second factor: which one. */
export function legacyWay({ client, protocol, userAgent }: SignIn): string | undefined {
  if (isLegacyClient(client)) return client;
  return protocol?.toLowerCase() === 'ropc' || legacyAgents.test(userAgent ?? '') ? 'ropc' : undefined;
}

/** Two peers and one in ten of them, or so many people at all: it is how some here work. */
export const isCommon = ({ peers, peersWith, peopleWith }: Practice): boolean =>
  peers > 0 ? peersWith >= 2 && peersWith * 10 >= peers : peopleWith >= 5;

/** The uncommon way of a sign-in that succeeded, by which it is remembered who does so. */
export function wayOf(event: Event): string | undefined {
  if (event.kind !== 'signIn' || event.outcome !== 'success') return undefined;
  return isDeviceCode(event) ? DEVICE_CODE : legacyWay(event);
}

/** Sign-ins after which a place new to a person says something: in the first days of an account everything is new. */
export const SETTLED = 20;

/** The program behind a sign-in as it names itself, as a key; undefined where it does not. */
export function toolOf({ userAgent, client }: Event): string | undefined {
  const said = [client, userAgent].filter((name) => name !== undefined && name !== '');
  return said.length === 0 ? undefined : `with ${said.join(' ').toLowerCase()}`;
}

// ── Places ────────────────────────────────────────────────────────────────────────────────────────────────

/** An address, its block of addresses and its network, the narrowest first, as keys. */
export const placesOf = ({ address, asn, serviceAddress }: Event): readonly string[] =>
  address === undefined || serviceAddress === true
    ? []
    : [address, networkOf(address), ...(asn === undefined ? [] : [`AS${asn}`])];

/** Addresses one carrier gives one machine at once, or one after another. */
export const isSameCarrier = (a: Event, b: Event): boolean =>
  a.asn !== undefined && b.asn !== undefined
    ? a.asn === b.asn
    : a.address !== undefined && b.address !== undefined && networkOf(a.address) === networkOf(b.address);

/** A telephone changes networks all day. */
export const isHandheld = (event: Event): boolean =>
  event.client === 'activesync' ||
  event.client === 'legacy:activesync' ||
  /\b(iphone|ipad|android|ios)\b|outlook-(ios|android)/i.test(event.userAgent ?? '');

/** The same pause again and again, at least half a minute: a program, not a hand. Newest first. */
export function isSteady(acts: readonly Event[]): boolean {
  const pauses = acts.flatMap((act, index) => (index === 0 ? [] : [(acts[index - 1]?.at ?? act.at) - act.at]));
  const sorted = [...pauses].sort((a, b) => a - b);
  const usual: Millis = sorted[Math.floor(sorted.length / 2)] ?? 0;
  const near = pauses.filter((pause) => Math.abs(pause - usual) <= usual * 0.2).length;
  return acts.length >= 5 && usual >= seconds(30) && near >= pauses.length * 0.8;
}
