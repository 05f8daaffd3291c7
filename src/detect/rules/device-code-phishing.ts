// A code was typed in on one machine, and another one, elsewhere, got the account.
//
// The device-code grant is for televisions and terminals: whoever shows the code gets the tokens, and the person signs
// in on the genuine page, second factor and all. With the broker as client the tokens are good for a device of the
// thief's own. Developers and meeting rooms do it daily; for everybody else the first time is rare enough to ask.
//
// Blind to: people who use device codes anyway, a thief who takes the tokens through an address of the office, and
// records that do not name the protocol (the unified audit log does not).

import { detection } from '../detection.ts';
import { concerning, fromPlace, isPerson, isRare, isStrange, placeName, raised, strangePlace, type Strange } from '../hits.ts';
import type { Past, Practice } from '../past.ts';
import { DEVICE_CODE, isCommon, isDeviceCode, SETTLED } from '../sign-ins.ts';
import { count, quote } from '../words.ts';
import type { SignIn } from '../../model/event.ts';
import type { About, Severity } from '../../model/finding.ts';
import { days } from '../../model/time.ts';

/** Microsoft Authentication Broker: its tokens register devices. */
const BROKER = '29d9ed98-a469-4536-ade2-f981bc1d605e';
/** On so many earlier days it is how they work. */
const HABIT_DAYS = 3;

export const deviceCodePhishing = detection({
  id: 'device-code-phishing',
  title: 'First sign-in by device code',
  stage: 'access',
  tactics: ['initial-access', 'credential-access'],
  techniques: ['T1528', 'T1566.002'],
  severity: 'high',
  wakesOn: ['signIn'],
  guards:
    'Whoever did it on three earlier days is quiet, and so is a known device; an address the person uses, an exit of many people and peers who work that way weigh less; the broker as client and a place strange for the person weigh more.',
  blindTo:
    'People who use device codes anyway, tokens taken through an exit of the organisation, and records without a protocol.',

  judge(signIn, past) {
    if (!isPerson(signIn) || signIn.outcome !== 'success' || !isDeviceCode(signIn)) return;
    const practice = past.practice(DEVICE_CODE);
    if (practice.ownDays >= HABIT_DAYS || past.knows('device')) return;

    const strange = strangePlace(signIn, past);
    const severity = severityOf(signIn, strange, practice, past);
    if (severity === undefined) return;
    const app = signIn.app === undefined ? [] : [{ label: 'App', key: signIn.app, role: 'app' } satisfies About];
    return {
      key: signIn.actor,
      gathersFor: days(1),
      severity,
      surpriseBits: strange?.rarity.bits ?? 0,
      says: `signed in by device code${practice.ownDays === 0 ? ' for the first time' : ''}${clientOf(signIn)} ${strange !== undefined ? fromPlace(strange) : `from ${placeName(signIn)}`}; ${others(practice)}`,
      about: concerning([signIn], isStrange(strange) ? strange : undefined, app),
      because: [signIn.id],
    };
  },
});

function severityOf(signIn: SignIn, strange: Strange | undefined, practice: Practice, past: Past): Severity | undefined {
  const fewer = (practice.ownDays > 0 ? 1 : 0) + (isCommon(practice) ? 1 : 0);
  if (isRare(strange)) return raised('high', -fewer);
  // at a place of their own: a television in the meeting room, a terminal; where peers do it, nothing
  if (past.knows('address') || past.regulars(signIn.address ?? '') >= 3)
    return fewer > 0 ? undefined : signIn.app === BROKER ? 'low' : 'informational';
  const isWorse = isStrange(strange) && signIn.app === BROKER;
  // a traveller's own machine; or the first days of an account, in which everything is new
  const isBetter =
    strange === undefined ? past.rarity('address', signIn.address ?? '').total < SETTLED : strange.traveller !== undefined;
  return raised('medium', (isWorse ? 1 : 0) - (isBetter ? 1 : 0) - fewer);
}

const clientOf = ({ app, appName }: SignIn): string =>
  app === BROKER ? ', to the broker that registers devices,' : appName === undefined ? '' : `, to ${quote(appName, 40)},`;

const others = ({ peers, peersWith, peopleWith }: Practice): string =>
  peers > 0
    ? `${peersWith === 0 ? 'none' : peersWith} of ${count(peers, 'peer')} had ever done so`
    : `${peopleWith === 0 ? 'nobody else' : count(peopleWith, 'other')} had ever done so`;
