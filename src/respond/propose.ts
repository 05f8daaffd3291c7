// An incident → what could be done about it, least drastic first.
//
// Proposals begin at a probable escalation of band medium (the peak, so that a quiet week does not withdraw them) or when
// the policy is met. Stopping an account altogether needs more: band high, or the policy met.

import { digestOf } from '../ingest/digest.ts';
import type { Action } from '../model/action.ts';
import type { EntityRef } from '../model/finding.ts';
import { bandOf, bands } from '../model/incident.ts';
import type { Band, Escalation } from '../model/incident.ts';
import { days } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { reachOf } from './action.ts';
import type { ActionSpec, Ground } from './action.ts';
import type { Extent } from './copies.ts';
import { advance, isRefusal, POLICY, UNANSWERED_DAYS } from './life.ts';
import { judge, mailPolicyMet, policyMet } from './policy.ts';
import type { Policy, PolicyMet } from './policy.ts';

/** From which band an action of this reach is proposed without a combination of signals. */
export const proposedFrom: Readonly<Record<ActionSpec['reach'], Band>> = {
  'one-session': 'medium',
  'one-rule': 'medium',
  'one-account': 'high',
  'one-message': 'medium',
  'one-campaign': 'medium',
};

export interface Occasion extends Ground {
  readonly escalation: Escalation;
  readonly background: boolean;
}

/** Keyed by (incident, action, target): proposing twice changes nothing. */
export const actionId = (incident: string, action: string, target: EntityRef): string =>
  digestOf(JSON.stringify([incident, action, target.label, target.key]), 24);

export function propose(given: {
  readonly occasion: Occasion;
  readonly specs: readonly ActionSpec[];
  readonly policy: Policy;
  /** Names of an entity beside its key: UPNs, addresses. The first is shown. */
  readonly namesOf: (target: EntityRef) => readonly string[];
  /** How many copies there are of mail; undefined of anything else, and where it is not known. */
  readonly extentOf?: (target: EntityRef) => Extent | undefined;
  readonly now: Instant;
}): readonly Action[] {
  const { occasion, specs, policy, namesOf, extentOf, now } = given;
  if (occasion.background) return [];
  const met = policyMet(occasion.findings);
  const band = bandOf(occasion.escalation.peak.probability);
  const isDue = (spec: ActionSpec, target: EntityRef, own: PolicyMet): boolean =>
    met.met || own.met || bands.indexOf(band) >= bands.indexOf(proposedFrom[reachOf(spec, target)]);

  return [...specs]
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
    .flatMap((spec) =>
      spec.targets(occasion).flatMap((target) => {
        const own = isMail(target) ? mailPolicyMet(target, occasion) : met;
        if (!isDue(spec, target, own)) return [];
        return one({ occasion, spec, target, names: namesOf(target), extent: extentOf?.(target), met: own, policy, now }) ?? [];
      }),
    );
}

const isMail = ({ label }: EntityRef): boolean => label === 'Email' || label === 'Campaign';

function one({
  occasion,
  spec,
  target,
  names,
  extent,
  met,
  policy,
  now,
}: {
  readonly occasion: Occasion;
  readonly spec: ActionSpec;
  readonly target: EntityRef;
  readonly names: readonly string[];
  readonly extent: Extent | undefined;
  readonly met: PolicyMet;
  readonly policy: Policy;
  readonly now: Instant;
}): Action | undefined {
  const verdict = judge({ spec, target, names, met, probability: occasion.escalation.peak.probability, policy });
  if (verdict.mode === 'never') return undefined;

  const preview = spec.preview(names[0] ?? target.key, extent);
  const why = met.met
    ? `Proposed on ${met.says}.`
    : `Proposed because the incident's escalation reached band ${bandOf(occasion.escalation.peak.probability)}.`;
  const proposed: Action = {
    id: actionId(occasion.id, spec.id, target),
    action: spec.id,
    title: spec.title,
    incident: occasion.id,
    target,
    mode: verdict.mode,
    status: 'proposed',
    because: `${why} If right: ${preview.ifRight} If wrong: ${preview.ifWrong} ${verdict.mode === 'autonomous' ? 'Done alone' : verdict.mode === 'confirm' ? 'Asks' : 'Watches'} because ${verdict.because}.`,
    reach: `${preview.changes} ${spec.delay} ${preview.undo}.`,
    reversible: spec.reversible,
    order: spec.order,
    proposedAt: now,
    expiresAt: now + days(UNANSWERED_DAYS),
    history: [{ at: now, status: 'proposed', by: 'skein', says: why }],
  };
  return verdict.mode === 'confirm' ? proposed : approvedByPolicy(proposed, verdict.because, met, now);
}

/** What is done alone, and what is only rehearsed, needs nobody's leave. */
function approvedByPolicy(proposed: Action, because: string, met: PolicyMet, now: Instant): Action {
  const by = met.met ? `${POLICY}:${met.rule}` : POLICY;
  const approved = advance(proposed, 'approved', by, because, now, { decidedBy: by });
  return isRefusal(approved) ? proposed : approved;
}
