// Signed in at two places too far apart for anybody to have gone from one to the other.
//
// Two hands hold the account, or one of the places is none: a VPN, a security proxy, a wrong entry in a database. So
// the second must be a place that is strange for the person, the distance is the least that is plausible, and what many
// people come from is an exit. The first is what it is compared with, and not accused: it may be the owner at home.
// Speed decides, not a window: nine thousand kilometres in eight hours are as impossible as five hundred in ten minutes.
//
// Blind to: thieves in the person's own country where only countries are known, journeys of less than 500 km, two places
// that are both usual for the person, and a thief who came when a journey was possible and does not come again.

import { detection } from '../detection.ts';
import { impossibleJourney, LONGEST_JOURNEY } from '../geography.ts';
import { concerning, fromPlace, isPerson, placeName, strangeCountry, strangePlace, type Strange } from '../hits.ts';
import type { Past } from '../past.ts';
import { isHandheld, isSameCarrier } from '../sign-ins.ts';
import { span } from '../words.ts';
import type { SignIn } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days } from '../../model/time.ts';

interface Journey {
  readonly from: SignIn;
  readonly km: number;
  readonly strange: Strange;
}

export const impossibleTravel = detection({
  id: 'impossible-travel',
  title: 'Two places too far apart for the time between',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1078.004'],
  severity: 'high',
  wakesOn: ['signIn'],
  guards:
    'Interactive successes only; the least plausible distance, from 500 km and 800 km/h; the place must be strange for the person; an address many people come from is an exit; one address in two countries is bad data; a device used at home, and places in one country, weigh little.',
  blindTo:
    'Distances within a country without coordinates, less than 500 km, two places both usual for the person, and one who comes once when a journey was possible.',

  judge(signIn, past) {
    if (!isArrival(signIn) || !isPerson(signIn)) return;
    const earlier = past.before(['signIn'], LONGEST_JOURNEY).filter(isArrival);
    const journey = farthest(signIn, earlier, past);
    if (journey === undefined) return;

    const { from, km, strange } = journey;
    return {
      key: `${signIn.actor}/${signIn.country ?? signIn.address ?? ''}`,
      gathersFor: days(1),
      severity: severityOf(strange),
      surpriseBits: strange.rarity.bits,
      says: `signed in ${fromPlace(strange)}, ${span(signIn.at - from.at)} after signing in from ${placeName(from)}, at least ${inHundreds(km)} km away`,
      about: concerning([signIn], strange),
      because: [signIn.id],
      // where they were is no crime
      context: [from.id],
    };
  },
});

/** A distance between countries is no more exact than this, and no less is claimed than there is. */
const inHundreds = (km: number): string => (Math.floor(km / 100) * 100).toLocaleString('en');

/** Somebody sat somewhere and typed: a token that a server renews has no place. */
const isArrival = (signIn: SignIn): boolean =>
  signIn.outcome === 'success' && signIn.interactive && signIn.address !== undefined && signIn.serviceAddress !== true;

/** The newest is compared first: the shorter the time, the less can be explained. */
function farthest(signIn: SignIn, earlier: readonly SignIn[], past: Past): Journey | undefined {
  const places = new Set<string>();
  for (const from of earlier) {
    // one look at each place
    const place = `${from.country ?? ''}/${from.asn ?? from.address ?? ''}`;
    if (places.has(place) || from.address === signIn.address || isSameCarrier(from, signIn)) continue;
    places.add(place);
    const km = impossibleJourney(from, signIn, signIn.at - from.at);
    const strange = km === undefined ? undefined : strangeEnd(from, signIn, past);
    if (km !== undefined && strange !== undefined) return { from, km, strange };
  }
  return undefined;
}

function strangeEnd(from: SignIn, to: SignIn, past: Past): Strange | undefined {
  if (past.regulars(to.address ?? '') >= 3) return undefined;
  if (from.country !== to.country) return strangeCountry(to, past);
  // carriers send telephones out to the world in another city than they are in
  return isHandheld(from) || isHandheld(to) || past.knows('device') ? undefined : strangePlace(to, past);
}

function severityOf(strange: Strange): Severity {
  // on a device of their own: a traveller who works through an exit at home, most likely
  if (strange.traveller !== undefined) return strange.traveller === 'managed' ? 'informational' : 'low';
  if (strange.by === 'network') return 'low';
  return strange.level === 'rare' ? 'high' : 'medium';
}
