// Second factors that were refused or not answered before a sign-in: which of them were the same hand's, how many
// challenges they make, and when they are so many that somebody is being worn down.

import type { SignIn } from '../model/event.ts';
import { hours, minutes, seconds } from '../model/time.ts';
import { isStrange, strangeCountry } from './hits.ts';
import type { Past } from './past.ts';

/** A prompt that long ago has nothing to do with it. */
const LOOKS_BACK = hours(4);

/** Strong authentication required and not passed; challenge denied or not answered. 50076 and 50140 are ordinary flow. */
const refusals = new Set([50074, 500121]);

const isRefusal = (signIn: SignIn): boolean =>
  signIn.outcome !== 'success' && (refusals.has(signIn.code) || signIn.mfa === 'refused' || signIn.mfa === 'unanswered');

/** It reached somebody's telephone: 50074 is also written where nobody was asked. */
export const isPrompt = (signIn: SignIn): boolean => isRefusal(signIn) && signIn.code !== 50074;

/** Newest first, since the last success from there: what came after a success is another attempt's. */
export function refusedBefore(signIn: SignIn, past: Past): readonly SignIn[] {
  const earlier = past.before(['signIn'], LOOKS_BACK);
  const passed = earlier.findIndex(
    (act) => act.outcome === 'success' && act.country === signIn.country && isSameNetwork(act, signIn),
  );
  return (passed === -1 ? earlier : earlier.slice(0, passed)).filter((act) => isRefusal(act) && isOfSameHand(act, signIn, past));
}

/** From the same address or country, or from another country as strange: the person's own telephone without a signal is not. */
function isOfSameHand(refusal: SignIn, signIn: SignIn, past: Past): boolean {
  if (refusal.address !== undefined && refusal.address === signIn.address) return true;
  const abroad = isStrange(strangeCountry(signIn, past));
  if (abroad && refusal.country === signIn.country) return true;
  return abroad ? isStrange(strangeCountry(refusal, past)) : isSameNetwork(refusal, signIn);
}

const isSameNetwork = (a: SignIn, b: SignIn): boolean =>
  (a.asn !== undefined && a.asn === b.asn) || (a.address !== undefined && a.address === b.address);

/** One record of each challenge, newest first as given: a challenge writes several, and a person takes longer than seconds. */
export const challengesIn = (refused: readonly SignIn[]): readonly SignIn[] =>
  refused.filter((refusal, index) => (refused[index - 1]?.at ?? Infinity) - refusal.at > seconds(5));

const MANY = 10;
const QUICK = 5;
const QUICKLY = minutes(5);

/** Challenges, newest first, so many that they are meant to wear somebody down: ten, or five within five minutes. */
export function isWearing(challenges: readonly SignIn[]): boolean {
  const quick = challenges.some((challenge, index) => {
    const fifth = challenges[index + QUICK - 1];
    return fifth !== undefined && challenge.at - fifth.at <= QUICKLY;
  });
  return challenges.length >= MANY || quick;
}
