// Everything that can be done to a company, attacks and their look-alikes, and
// how several of them are put into one stretch of time.

import type { Rng } from '../random.ts';
import type { Scene } from '../world.ts';
import { aitmTokenTheft } from './aitm-token-theft.ts';
import { deviceCodePhish } from './device-code-phish.ts';
import { helpdeskResetsAndReRegisters } from './helpdesk-resets-and-re-registers.ts';
import { honestAppConsentWave } from './honest-app-consent-wave.ts';
import { lateralPhishChain } from './lateral-phish-chain.ts';
import { leaverTakesOwnFiles } from './leaver-takes-own-files.ts';
import { lowAndSlowMfaTakeover } from './low-and-slow-mfa-takeover.ts';
import { oauthConsentMailReading } from './oauth-consent-mail-reading.ts';
import { otpRelay } from './otp-relay.ts';
import { partnerChangesBankAccount } from './partner-changes-bank-account.ts';
import { phishClickedButNothingFollowed } from './phish-clicked-but-nothing-followed.ts';
import { phoneSwapSharedMailboxes } from './phone-swap-shared-mailboxes.ts';
import type { Family, Programme } from './programme.ts';
import { sharedMailboxTakeoverByColleague } from './shared-mailbox-takeover-by-colleague.ts';
import { simSwap } from './sim-swap.ts';
import { sprayThatGetsNowhere } from './spray-that-gets-nowhere.ts';
import { sprayThenForwarding } from './spray-then-forwarding.ts';
import { travellerWithRefusedPrompts } from './traveller-with-refused-prompts.ts';
import { vendorCompromisePaymentDiversion } from './vendor-compromise-payment-diversion.ts';

export const families: readonly Family[] = [
  lowAndSlowMfaTakeover,
  phoneSwapSharedMailboxes,
  aitmTokenTheft,
  deviceCodePhish,
  oauthConsentMailReading,
  sprayThenForwarding,
  otpRelay,
  simSwap,
  vendorCompromisePaymentDiversion,
  lateralPhishChain,
  travellerWithRefusedPrompts,
  helpdeskResetsAndReRegisters,
  sprayThatGetsNowhere,
  honestAppConsentWave,
  phishClickedButNothingFollowed,
  partnerChangesBankAccount,
  sharedMailboxTakeoverByColleague,
  leaverTakesOwnFiles,
];

const byId = new Map(families.map((family) => [family.id, family]));

/** Throws RangeError for an id nobody knows. */
export function familyOf(id: string): Family {
  const found = byId.get(id);
  if (found === undefined) throw new RangeError(`family: one of ${[...byId.keys()].join(', ')}; found ${id}`);
  return found;
}

export interface Wanted {
  readonly families: readonly string[];
  readonly perFamily: number;
  readonly rng: Rng;
  /** The first and the last local day. */
  readonly from: number;
  readonly until: number;
  /** Object ids of people others act on already. */
  readonly taken?: ReadonlySet<string>;
}

/** So many of each, spread over the days and over people; some run at the same time. Families that find nobody are left out. */
export function planProgrammes(scene: Scene, wanted: Wanted): Programme[] {
  const taken = new Set(wanted.taken);
  const { families: ids, perFamily } = wanted;
  const slots = ids.flatMap((id) =>
    Array.from({ length: perFamily }, (_, number) => ({ family: familyOf(id), number: number + 1 })),
  );
  const planned = slots.flatMap(({ family, number }) => {
    const programme = planOne(scene, wanted, family, `${family.id}-${number}`, taken);
    // The first are those it is about; a list of names that was tried is half the company.
    for (const victim of programme?.victims.slice(0, 6) ?? []) taken.add(victim);
    return programme === undefined ? [] : [programme];
  });
  return planned.sort((a, b) => firstAt(a) - firstAt(b));
}

const attempts = 4;

/** Where a stretch of days has nobody at work in time, another has; the last try has all there are. */
function planOne(scene: Scene, wanted: Wanted, family: Family, id: string, taken: ReadonlySet<string>): Programme | undefined {
  for (let attempt = 1; attempt <= attempts; attempt++) {
    const rng = wanted.rng.fork(`${id}/${attempt}`);
    const whole = { from: earliest(family, wanted), until: wanted.until };
    const span = attempt === attempts ? whole : drawSpan(rng.fork('span'), family, wanted);
    const found = family.plan({ scene, id, rng, taken, ...span });
    if (found !== undefined && (found.steps.length > 1 || attempt === attempts)) return found;
  }
  return undefined;
}

const firstAt = ({ steps }: Programme): number => steps[0]?.at ?? 0;

const earliest = ({ days }: Family, { from, until }: Wanted): number => Math.max(0, Math.min(from, until - days));

/** Some are given all the days there are, most a week or two of them. */
function drawSpan(rng: Rng, family: Family, wanted: Wanted): { from: number; until: number } {
  const spare = Math.max(0, wanted.until - wanted.from - family.days);
  const length = rng.chance(0.2) ? spare : Math.min(spare, Math.round(rng.lognormal(7, 0.9)));
  const first = earliest(family, wanted) + rng.int(0, spare - length);
  return { from: first, until: Math.min(wanted.until, first + family.days + length) };
}
