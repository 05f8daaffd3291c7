// Prompt after prompt until one is accepted, or while nobody accepts any.
//
// A thief who has the password sends prompts until the owner is tired of them, or taps the wrong button. Few prompts
// from a strange place are row low-count-mfa-failure-then-success; from ten on, or five within five minutes, it is this
// row and not that one, so that one evening is not told twice. Where the prompts come from decides what they mean: at
// home on one's own machine they are a telephone without a signal, however many.
//
// Blind to: prompts from a device and place of the person's own (a thief at their desk), one prompt sent to many
// people, and prompts that somebody else's sign-in from the same place interrupts.

import { detection } from '../detection.ts';
import { concerning, fromPlace, idsOf, isPerson, isRare, isStrange, placeName, strangePlace, type Strange } from '../hits.ts';
import type { Past } from '../past.ts';
import { challengesIn, isPrompt, isWearing, refusedBefore } from '../prompts.ts';
import { count, span } from '../words.ts';
import type { SignIn } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { hours, minutes } from '../../model/time.ts';

export const mfaFatigue = detection({
  id: 'mfa-fatigue',
  title: 'Worn down with second-factor prompts',
  stage: 'access',
  tactics: ['credential-access', 'initial-access'],
  techniques: ['T1621', 'T1078.004'],
  severity: 'high',
  wakesOn: ['signIn'],
  guards:
    'Challenges are counted, not their records; a device the person knows, or their usual address when nothing was declined, is a telephone without a signal; an exit of many people is theirs too; a success later than ten minutes after the last prompt weighs less.',
  blindTo:
    'Prompts from the own device and place of a person, one prompt to each of many people, and a success more than four hours later.',

  judge(signIn, past) {
    if (!isPerson(signIn) || signIn.serviceAddress === true) return;
    const passed = signIn.outcome === 'success';
    if (!passed && !isPrompt(signIn)) return;

    const refused = [...(passed ? [] : [signIn]), ...refusedBefore(signIn, past)].filter(isPrompt);
    const prompts = challengesIn(refused);
    const [newest] = refused;
    if (newest === undefined || !isWearing(prompts) || past.knows('device')) return;

    const strange = strangePlace(signIn, past);
    const declined = challengesIn(refused.filter(({ mfa }) => mfa !== 'unanswered')).length;
    const severity = severityOf(signIn, newest, declined, strange, past);
    if (severity === undefined) return;

    const where = isStrange(strange) ? fromPlace(strange) : `from ${placeName(signIn)}`;
    const all = `${count(prompts.length, 'refused or unanswered prompt')} within ${span(newest.at - (refused.at(-1)?.at ?? newest.at))}`;
    return {
      key: `${signIn.actor}/${signIn.asn ?? signIn.address ?? ''}`,
      gathersFor: hours(4),
      severity,
      surpriseBits: strange?.rarity.bits ?? 0,
      says: passed
        ? `accepted a second-factor prompt ${span(signIn.at - newest.at)} after ${all}, ${where}`
        : `was sent ${all}, ${where}, and accepted none`,
      about: concerning([signIn, ...refused], isStrange(strange) ? strange : undefined),
      because: idsOf([...refused, signIn]),
    };
  },
});

/** Undefined where it is the person's own telephone that cannot be reached. */
function severityOf(
  signIn: SignIn,
  newest: SignIn,
  declined: number,
  strange: Strange | undefined,
  past: Past,
): Severity | undefined {
  const passed = signIn.outcome === 'success';
  if (isRare(strange)) return passed ? 'high' : 'medium';
  // the laptop of a traveller, whose telephone roams
  if (strange?.traveller !== undefined) return 'low';

  const isUsual = past.knows('address') || past.regulars(signIn.address ?? '') >= 3;
  // somebody said no, again and again
  if (isUsual) return declined >= 3 ? 'low' : undefined;
  const isSoon = signIn.at - newest.at <= minutes(10);
  return passed && isSoon && (declined >= 3 || isStrange(strange)) ? 'high' : 'medium';
}
