// Somebody gets in with a client that sends a password and cannot be asked for a second factor, for the first time and
// from a place that is not theirs.
//
// IMAP, POP, SMTP with a password, old ActiveSync and ROPC are the way round every prompt. Scanners, printers and old
// telephones use them daily from one address, so the first time and the place are what counts; a whole team that still
// works so is the organisation's own affair.
//
// Blind to: whoever has used such a client before, records that do not name the client, and protocols the tenant has
// given a second factor after all.

import { isPrivateAddress } from '../../ingest/address.ts';
import { detection } from '../detection.ts';
import { concerning, fromPlace, isPerson, isStrange, placeName, raised, strangePlace, type Strange } from '../hits.ts';
import type { Practice } from '../past.ts';
import { isCommon, legacyWay, SETTLED } from '../sign-ins.ts';
import { count } from '../words.ts';
import type { SignIn } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days } from '../../model/time.ts';

export const legacyAuthenticationClient = detection({
  id: 'legacy-authentication-client',
  title: 'First use of a client that knows no second factor',
  stage: 'access',
  tactics: ['initial-access', 'defense-evasion'],
  techniques: ['T1078.004'],
  severity: 'high',
  wakesOn: ['signIn'],
  guards:
    'Successes only, since a blocked attempt is no access; an address or device the person has, an exit of many people, an address of the inside, the first 20 sign-ins at a usual place, and whoever used such a client on an earlier day are quiet; where several peers use one it weighs less.',
  blindTo: 'Accounts that already use such a client, records that do not name the client, and the first days of an account.',

  judge(signIn, past) {
    if (!isPerson(signIn) || signIn.outcome !== 'success' || signIn.serviceAddress === true) return;
    const way = legacyWay(signIn);
    if (way === undefined) return;
    if (past.knows('address') || past.knows('device') || past.regulars(signIn.address ?? '') >= 3) return;
    const practice = past.practice(way);
    if (practice.ownDays > 0) return;

    const strange = strangePlace(signIn, past);
    // a scanner within; or the first days of an account, or of the records
    if (strange === undefined && (isInside(signIn) || past.rarity('address', signIn.address ?? '').total < SETTLED)) return;
    return {
      key: `${signIn.actor}/${way}`,
      gathersFor: days(1),
      severity: severityOf(strange, practice),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: `signed in for the first time ${clientOf(way)}, which knows no second factor, ${placeOf(signIn, strange)}; ${others(practice)}`,
      about: concerning([signIn], isStrange(strange) ? strange : undefined),
      because: [signIn.id],
    };
  },
});

/** A machine of the organisation's own network. */
const isInside = ({ address }: SignIn): boolean => address !== undefined && isPrivateAddress(address);

function severityOf(strange: Strange | undefined, practice: Practice): Severity {
  const place: Severity = !isStrange(strange) ? 'low' : strange.level === 'rare' ? 'high' : 'medium';
  return raised(place, isCommon(practice) ? -1 : 0);
}

const names: Readonly<Record<string, string>> = {
  ropc: 'with a password sent by a program (ROPC)',
  'legacy:activesync': 'by Exchange ActiveSync',
  'legacy:ews': 'by Exchange Web Services',
  'legacy:imap': 'by IMAP',
  'legacy:pop': 'by POP',
  'legacy:powershell': 'by the old Exchange PowerShell',
  'legacy:smtp': 'by SMTP',
};

const clientOf = (way: string): string => names[way] ?? 'by an old client';

const placeOf = (signIn: SignIn, strange: Strange | undefined): string =>
  strange !== undefined ? fromPlace(strange) : `from ${placeName(signIn)}, an address they had not used`;

const others = ({ peers, peersWith, peopleWith }: Practice): string =>
  peers > 0
    ? `${peersWith === 0 ? 'none' : peersWith} of ${count(peers, 'peer')} had used such a client`
    : `${peopleWith === 0 ? 'nobody else' : count(peopleWith, 'other')} had used such a client`;
