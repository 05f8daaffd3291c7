// Security information changed within the hour of a sign-in that was at risk, or from a rare place.
//
// The two halves come from different logs and in either order: a session may be stolen first and the factor
// exchanged, or the factor taken away by somebody else first. So it wakes on both.
//
// A person who clears their own risk flag looks the same; the risk then turns remediated, and that is no risk here.
//
// Blind to: risk that is detected hours later, and a change that somebody else made after the person's sign-in.

import { detection } from '../detection.ts';
import { concerning, fromPlace, idsOf, isPerson, isRare, isStrange, raised, strangest, type Strange } from '../hits.ts';
import type { Past } from '../past.ts';
import { count, list, span } from '../words.ts';
import type { MethodChange, SignIn } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { hours, minutes } from '../../model/time.ts';

const CHANGED_BEFORE = minutes(30);
const CHANGED_AFTER = hours(1);

export const riskySignInThenSecurityInfo = detection({
  id: 'risky-sign-in-then-security-info',
  title: 'Security information changed around a risky sign-in',
  stage: 'foothold',
  tactics: ['persistence', 'initial-access'],
  techniques: ['T1556.006', 'T1078.004'],
  severity: 'high',
  wakesOn: ['methodChange', 'signIn'],
  guards:
    'Risk below medium, or dismissed, remediated or confirmed safe, is none; a rare place counts only without a device used at home; the sign-in must have succeeded.',
  blindTo: 'Risk detected hours later, and a change by somebody else after the sign-in.',

  judge(event, past) {
    if (!isPerson(event) || event.outcome !== 'success') return;
    const [signIns, changes] = around(event, past);
    if (changes.length === 0) return;

    const strange = strangest(signIns, past);
    const atRisk = signIns.filter(isAtRisk);
    const accused = signIns.filter((signIn) => isAtRisk(signIn) || isStrange(strangest([signIn], past)));
    if (accused.length === 0) return;

    const shown = isStrange(strange) ? strange : undefined;
    return {
      key: changes[0]?.target ?? event.actor,
      gathersFor: hours(2),
      severity: severityOf(strange, atRisk),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(event.actor, accused, atRisk, changes, strange),
      about: concerning([...changes, ...accused], shown),
      because: idsOf([...changes, ...accused]),
    };
  },
});

/** Sign-ins and the changes of security information around them, as seen from whichever came later. */
function around(event: MethodChange | SignIn, past: Past): readonly [readonly SignIn[], readonly MethodChange[]] {
  const hasHappened = (act: MethodChange | SignIn): boolean => act.outcome === 'success';
  if (event.kind === 'methodChange') return [past.before(['signIn'], CHANGED_AFTER).filter(hasHappened), [event]];

  const changes = [
    ...past.against(event.actor ?? '', ['methodChange'], CHANGED_BEFORE),
    ...past.before(['methodChange'], CHANGED_BEFORE),
  ].filter(hasHappened);
  return [[event], [...new Map(changes.map((change) => [change.id, change])).values()]];
}

const settled = new Set(['none', 'remediated', 'dismissed', 'confirmedsafe']);

function isAtRisk({ riskLevel, riskState }: SignIn): boolean {
  const state = riskState?.toLowerCase() ?? '';
  const level = riskLevel?.toLowerCase() ?? '';
  if (state === 'confirmedcompromised') return true;
  if (settled.has(state)) return false;
  return level === 'medium' || level === 'high' || (state === 'atrisk' && level !== 'low');
}

function severityOf(strange: Strange | undefined, atRisk: readonly SignIn[]): Severity {
  if (isRare(strange)) return 'high';
  const isHigh = atRisk.some(
    ({ riskLevel, riskState }) => riskLevel?.toLowerCase() === 'high' || riskState?.toLowerCase() === 'confirmedcompromised',
  );
  const risk: Severity = isHigh ? 'high' : atRisk.length > 0 ? 'medium' : 'low';
  // they travel, with their own device: what the service calls risk is mostly that
  if (strange?.traveller !== undefined) return raised(risk, -1);
  return isStrange(strange) ? raised(risk, 1) : risk;
}

const verbs = { added: 'extended', changed: 'changed', removed: 'reduced' } as const;

function tell(
  person: string,
  accused: readonly SignIn[],
  atRisk: readonly SignIn[],
  changes: readonly MethodChange[],
  strange: Strange | undefined,
): string {
  const deeds = changes.map(
    (change) => `${change.target === person ? 'their' : `${change.target}’s`} security information ${verbs[change.change]}`,
  );
  const [change, signIn] = [changes[0], accused[0]];
  const gap = change !== undefined && signIn !== undefined ? change.at - signIn.at : 0;
  const order = gap >= 0 ? `${span(gap)} after` : `${span(-gap)} before`;
  const risk =
    atRisk.length > 0
      ? `${count(atRisk.length, 'sign-in')} the service called risky (${atRisk[0]?.riskLevel ?? atRisk[0]?.riskState ?? ''})`
      : 'a sign-in';
  return `had ${list([...new Set(deeds)])}, ${order} ${risk}${strange !== undefined ? ` ${fromPlace(strange)}` : ''}`;
}
