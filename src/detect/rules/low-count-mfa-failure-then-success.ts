// A few refused or unanswered second factors, then success, from a place that is rare for the person and their peers.
//
// A thief who has the password and one patient evening needs two prompts, not twenty. Volume says nothing here;
// the place says it, so a single prompt is enough where the place is strange, and fifty are nothing where it is home.
//
// From ten prompts on, or five within five minutes, somebody is being worn down: that is row mfa-fatigue, and only it.
//
// Blind to: prompts refused in another country than the success when that country is usual for the person,
// a success more than four hours after the last prompt, and thieves who need no prompt at all.

import { detection } from '../detection.ts';
import { concerning, fromPlace, idsOf, isPerson, raised, strangePlace, isStrange, type Strange } from '../hits.ts';
import { challengesIn, isPrompt, isWearing, refusedBefore } from '../prompts.ts';
import { count, span } from '../words.ts';
import type { SignIn } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { hours, minutes, type Millis } from '../../model/time.ts';

export const lowCountMfaFailureThenSuccess = detection({
  id: 'low-count-mfa-failure-then-success',
  title: 'Second factor refused, then passed, from a rare place',
  stage: 'access',
  tactics: ['initial-access', 'credential-access'],
  techniques: ['T1621', 'T1078.004'],
  severity: 'high',
  wakesOn: ['signIn'],
  guards:
    'Only from a place rare for the person and their peers; a device or a network they know closes it; prompts within seconds of one another are one; 50076 and 50140 are ordinary flow; more than half an hour apart weighs less.',
  blindTo: 'Prompts refused at a usual place abroad of the success, and a success more than four hours later.',

  judge(signIn, past) {
    if (!isPerson(signIn) || signIn.outcome !== 'success') return;
    const failures = refusedBefore(signIn, past);
    const [newest] = failures;
    if (newest === undefined || isWearing(challengesIn(failures.filter(isPrompt)))) return;

    const strange = strangePlace(signIn, past);
    if (!isStrange(strange) || past.knows('device')) return;

    const pause = signIn.at - newest.at;
    const prompts = challengesIn(failures).length;
    return {
      key: `${signIn.actor}/${signIn.country ?? signIn.address ?? ''}`,
      gathersFor: hours(4),
      severity: severityOf(strange, failures, prompts, pause),
      surpriseBits: strange.rarity.bits,
      says: `passed the second factor ${span(pause)} after ${count(prompts, 'refused or unanswered prompt')}, ${fromPlace(strange)}`,
      about: concerning([signIn, ...failures], strange),
      because: idsOf([...failures, signIn]),
    };
  },
});

function severityOf(strange: Strange, failures: readonly SignIn[], prompts: number, pause: Millis): Severity {
  // 50074 once is also what an ordinary first sign-in writes
  const isRefused =
    prompts >= 2 || failures.some((act) => act.code === 500121 || act.mfa === 'refused' || act.mfa === 'unanswered');
  const doubts = (strange.level === 'unusual' ? 1 : 0) + (isRefused ? 0 : 1) + (pause > minutes(30) ? 1 : 0);
  return raised('high', -Math.min(doubts, 2));
}
