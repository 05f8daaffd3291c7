// Passwords tried on one account, many within the hour, or fewer from a place that is rare for its owner.
//
// Most wrong passwords are typed by their owners, and most of the rest are sent by programs that still hold an old one.
// So a place or machine of the owner's needs three times as many, a steady rhythm from one client is a program, and
// what decides is whether somebody then got in from where the tries came from.
//
// Blind to: one try a day (rows password-spray and first-country-or-region see what comes of it), a success from another
// network than the tries, and failures whose reason the record does not tell.

import { isLegacyClient } from '../../ingest/client.ts';
import { detection } from '../detection.ts';
import { concerning, fromPlace, idsOf, isPerson, isRare, isStrange, placeName, strangePlace, type Strange } from '../hits.ts';
import type { Past } from '../past.ts';
import { isGuess, isHandheld, isSameCarrier, isSteady } from '../sign-ins.ts';
import { count, span } from '../words.ts';
import type { SignIn } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days, hours } from '../../model/time.ts';

const MANY = 10;
const VERY_MANY = 30;
/** From a rare place, in a day. */
const FEW = 5;
/** So many accounts fail from one address that it is another row's. */
const SPRAYED = 5;

export const accountBruteForce = detection({
  id: 'account-brute-force',
  title: 'Many passwords tried on one account',
  stage: 'access',
  tactics: ['credential-access', 'initial-access'],
  techniques: ['T1110.001', 'T1110.004', 'T1078.004'],
  severity: 'high',
  wakesOn: ['signIn'],
  guards:
    'Only wrong passwords, lockouts and unknown users, one an act: interrupts, policies and expired secrets of programs are none; 10 in an hour, 30 from a device or address of the owner; 5 in a day from a rare place; a steady rhythm of one client at a usual place is a program with an old password; five accounts from one address are row password-spray.',
  blindTo: 'One try a day, a success from another network than the tries, and failures whose reason the record does not tell.',

  judge(signIn, past) {
    if (!isPerson(signIn) || signIn.serviceAddress === true) return;
    const isSuccess = signIn.outcome === 'success';
    if (!isSuccess && !isGuess(signIn)) return;

    const tries = triesBefore(signIn, past);
    if (tries.length < FEW) return;
    const strange = strangePlace(signIn, past);
    const isOwn = past.knows('device') || past.knows('address') || past.regulars(signIn.address ?? '') >= 3;
    const counted = enough(tries, signIn, isOwn, strange);
    if (counted === undefined || isProgram(counted, isOwn, strange) || isSprayed(signIn, past)) return;
    // the owner remembers at last
    if (isSuccess && (isOwn || strange?.traveller !== undefined)) return;

    const lasted = span((counted[0]?.at ?? signIn.at) - (counted.at(-1)?.at ?? signIn.at));
    const where = isStrange(strange) ? fromPlace(strange) : `from ${placeName(signIn)}`;
    return {
      key: signIn.actor,
      gathersFor: hours(6),
      severity: severityOf(isSuccess, counted.length, isOwn, strange),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: isSuccess
        ? `got in after ${count(counted.length, 'wrong password')} within ${lasted}, ${where}`
        : `was refused ${count(counted.length, 'password')} within ${lasted}, ${where}`,
      about: concerning([signIn], isStrange(strange) ? strange : undefined),
      because: idsOf([...counted, signIn]),
    };
  },
});

/**
 * Newest first, the judged one among them, without what the owner mistyped at home meanwhile. Once somebody got in, only
 * what came from the same network is the same hand's.
 */
function triesBefore(signIn: SignIn & { readonly actor: string }, past: Past): readonly SignIn[] {
  const earlier = past.before(['signIn'], days(1)).filter(isGuess);
  if (!isGuess(signIn)) return earlier.filter((one) => one.address === signIn.address || isSameCarrier(one, signIn));

  const addresses = [...new Set(earlier.map(({ address }) => address))];
  const owners = new Set(
    addresses.filter(
      (address) =>
        address !== signIn.address && address !== undefined && past.rarityFor(signIn.actor, 'address', address).own > 0,
    ),
  );
  return [signIn, ...earlier.filter(({ address }) => !owners.has(address))];
}

function enough(
  tries: readonly SignIn[],
  signIn: SignIn,
  isOwn: boolean,
  strange: Strange | undefined,
): readonly SignIn[] | undefined {
  const inHour = tries.filter(({ at }) => signIn.at - at <= hours(1));
  if (inHour.length >= (isOwn ? VERY_MANY : MANY)) return inHour;
  const fromThere = tries.filter(
    (one) => one.country === signIn.country && (one.address === signIn.address || strange?.by === 'country'),
  );
  return isRare(strange) && fromThere.length >= FEW ? fromThere : undefined;
}

/** One client of the owner's, again and again at the same pace: it holds an old password. */
function isProgram(tries: readonly SignIn[], isOwn: boolean, strange: Strange | undefined): boolean {
  const clients = new Set(tries.map(({ client, userAgent }) => `${client ?? ''} ${userAgent ?? ''}`));
  const isMailProgram = tries.every((one) => isLegacyClient(one.client) || isHandheld(one) || one.client === 'outlook');
  return clients.size === 1 && isSteady(tries) && (isOwn || (isMailProgram && strange === undefined));
}

const isSprayed = (signIn: SignIn, past: Past): boolean =>
  new Set(
    past
      .failures(signIn.address ?? '', days(1))
      .filter(isGuess)
      .map(({ actor }) => actor),
  ).size >= SPRAYED;

function severityOf(isSuccess: boolean, tries: number, isOwn: boolean, strange: Strange | undefined): Severity {
  if (isSuccess) return isStrange(strange) ? 'high' : 'medium';
  if (isOwn) return 'low';
  return isRare(strange) && tries >= MANY ? 'medium' : 'low';
}
