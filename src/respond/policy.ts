// What the machine may do: which signals together, to which kinds of accounts, alone or after asking.
//
// One signal is too often benign: of account containments analysts recorded, nearly half were on incidents later judged
// harmless. So acting alone needs two kinds of evidence against one identity, stated here as a table people can read.

import type { EntityRef, Finding } from '../model/finding.ts';
import { severityRank } from '../model/finding.ts';
import { inOrder } from '../model/event.ts';
import type { ResponseMode } from '../model/action.ts';
import { reachOf } from './action.ts';
import type { ActionSpec, Ground } from './action.ts';

/** Kinds of evidence, and the detections that give them. */
export const signals = {
  unusualSignIn: {
    says: 'an unusual sign-in',
    detections: [
      'first-country-or-region',
      'low-count-mfa-failure-then-success',
      'impossible-travel',
      'mfa-fatigue',
      'aitm-kit-tycoon',
      'aitm-page-then-risky-sign-in',
      'device-code-phishing',
      'one-session-many-addresses',
    ],
  },
  suspiciousMailRule: {
    says: 'a suspicious mail rule',
    detections: [
      'obfuscated-rule-name',
      'rule-moves-or-deletes',
      'keyword-hide-or-delete-rule',
      'external-forwarding',
      'one-actor-many-mailbox-rules',
    ],
  },
  manyMailboxes: { says: 'mail rules in several mailboxes', detections: ['one-actor-many-mailbox-rules'] },
  secondFactorChanged: {
    says: 'a changed second factor',
    detections: ['registered-phone-changed', 'mfa-method-added', 'mfa-disabled', 'risky-sign-in-then-security-info'],
  },
} as const satisfies Record<string, { says: string; detections: readonly string[] }>;

export type Signal = keyof typeof signals;

/** Signals that, together and against one identity, meet the policy, and what may then be done. The order is the order of asking. */
export const combinations: readonly {
  readonly id: string;
  readonly all: readonly Signal[];
  readonly allows: readonly string[];
}[] = [
  {
    id: 'unusual-sign-in-and-mail-rule',
    all: ['unusualSignIn', 'suspiciousMailRule'],
    allows: ['revoke-sessions', 'disable-account', 'disable-inbox-rule'],
  },
  {
    id: 'unusual-sign-in-and-second-factor',
    all: ['unusualSignIn', 'secondFactorChanged'],
    allows: ['revoke-sessions', 'disable-account'],
  },
  {
    id: 'second-factor-and-many-mailboxes',
    all: ['secondFactorChanged', 'manyMailboxes'],
    allows: ['revoke-sessions', 'disable-account', 'disable-inbox-rule'],
  },
];

export type PolicyMet =
  | { readonly met: false }
  | {
      readonly met: true;
      /** Id of the combination. */
      readonly rule: string;
      readonly says: string;
      /** Key of the identity, or of the mail, that is accused. */
      readonly who: string;
      readonly allows: readonly string[];
      /** The finding that completed it, and all that make it up. */
      readonly completedBy: string;
      readonly findings: readonly string[];
    };

/** Findings below this severity are no signal: too many people have such rules and travel. */
const SIGNAL_FROM = severityRank('medium');

const signalsOf = (finding: Finding): readonly Signal[] =>
  (Object.keys(signals) as Signal[]).filter((signal) =>
    (signals[signal].detections as readonly string[]).includes(finding.detection),
  );

/** Whose act the finding is; for a changed second factor also whose factor it was. */
function accused(finding: Finding): readonly string[] {
  const isFactor = signalsOf(finding).includes('secondFactorChanged');
  return finding.about
    .filter((about) => about.label === 'User' && (about.role === 'actor' || (isFactor && about.role === 'target')))
    .map((about) => about.key);
}

/** Whether these findings, in event-time order, meet the policy; of several ways, the one met first. */
export function policyMet(findings: readonly Finding[]): PolicyMet {
  const seen = new Map<string, Map<Signal, string>>();
  for (const finding of [...findings].sort(inOrder)) {
    if (severityRank(finding.severity) < SIGNAL_FROM) continue;
    for (const who of [...new Set(accused(finding))].sort()) {
      const theirs = seen.get(who) ?? new Map<Signal, string>();
      seen.set(who, theirs);
      for (const signal of signalsOf(finding)) if (!theirs.has(signal)) theirs.set(signal, finding.id);

      const rule = combinations.find(({ all }) => all.every((signal) => theirs.has(signal)) && isByTwo(all, theirs));
      if (rule !== undefined)
        return {
          met: true,
          rule: rule.id,
          says: `${rule.all.map((signal) => signals[signal].says).join(' and ')}, both by the same account`,
          who,
          allows: rule.allows,
          completedBy: finding.id,
          findings: rule.all.map((signal) => theirs.get(signal) ?? finding.id),
        };
    }
  }
  return { met: false };
}

/** One finding is one piece of evidence, however many signals it gives. */
const isByTwo = (all: readonly Signal[], theirs: ReadonlyMap<Signal, string>): boolean =>
  new Set(all.map((signal) => theirs.get(signal))).size === all.length;

/**
 * What may be done alone to mail, by what is known of it: a campaign that is convicted, or a message that two different
 * detections accuse. A warning to people cannot be taken back, and a release is a person's word: neither stands here.
 */
export const mailRules = {
  'convicted-campaign': ['hold-mail', 'junk-mail'],
  'two-detections-one-message': ['hold-mail', 'junk-mail', 'lock-links', 'strip-attachments', 'tag-mail'],
} as const satisfies Record<string, readonly string[]>;

/** The same question about mail: what findings and a conviction say of the very thing that is acted on. */
export function mailPolicyMet(target: EntityRef, { findings, convictions }: Pick<Ground, 'findings' | 'convictions'>): PolicyMet {
  const accusing = accusingMail(target, findings);
  const [first] = accusing;
  const conviction = target.label === 'Campaign' ? convictions?.get(target.key) : undefined;
  if (conviction !== undefined && first !== undefined)
    return ofMail('convicted-campaign', `a convicted campaign: ${conviction}`, target, [first]);
  const other = accusing.find(({ detection }) => detection !== first?.detection);
  if (target.label !== 'Email' || first === undefined || other === undefined) return { met: false };
  return ofMail('two-detections-one-message', 'two detections that accuse the same message', target, [first, other]);
}

const accusingMail = ({ label, key }: EntityRef, findings: readonly Finding[]): readonly Finding[] =>
  findings
    .filter(({ severity }) => severityRank(severity) >= SIGNAL_FROM)
    .filter(({ about }) => about.some((one) => one.role === 'mail' && one.label === label && one.key === key))
    .toSorted(inOrder);

const ofMail = (rule: keyof typeof mailRules, says: string, { key }: EntityRef, findings: readonly Finding[]): PolicyMet => ({
  ...{ met: true, rule, says, who: key, allows: mailRules[rule], completedBy: findings.at(-1)?.id ?? '' },
  findings: findings.map(({ id }) => id),
});

/** What kind of account or thing is acted on. */
export type AssetClass = 'ordinary' | 'sensitive' | 'service';

/** The most freedom a mode may have, by what an action reaches and what it is done to; RESPONSE_MODE can only take away. */
export const freedoms: Readonly<Record<ActionSpec['reach'], Readonly<Record<AssetClass, ResponseMode>>>> = {
  'one-session': { ordinary: 'autonomous', sensitive: 'autonomous', service: 'confirm' },
  'one-account': { ordinary: 'autonomous', sensitive: 'confirm', service: 'confirm' },
  'one-rule': { ordinary: 'autonomous', sensitive: 'confirm', service: 'confirm' },
  'one-message': { ordinary: 'autonomous', sensitive: 'confirm', service: 'confirm' },
  'one-campaign': { ordinary: 'autonomous', sensitive: 'confirm', service: 'confirm' },
};

export interface Policy {
  /** RESPONSE_MODE: what the operator allows at most. Default `confirm`. */
  readonly mode: ResponseMode;
  /** Puts everything to a person, whatever else is said. */
  readonly killSwitch: boolean;
  /** Keys or names of accounts nothing is ever done to. */
  readonly breakGlass: readonly string[];
  /** Keys of accounts and mailboxes that a person decides on. */
  readonly sensitive: readonly string[];
  readonly services: readonly string[];
  /** Acting alone needs at least this probability of escalation, besides a combination. */
  readonly actFrom: number;
}

export const cautious: Policy = { mode: 'confirm', killSwitch: false, breakGlass: [], sensitive: [], services: [], actFrom: 0.5 };

export type Verdict =
  { readonly mode: ResponseMode; readonly because: string } | { readonly mode: 'never'; readonly because: string };

/** May this be done alone, must a person be asked, is it only noted, or never done? With the reason. */
export function judge(given: {
  readonly spec: Pick<ActionSpec, 'id' | 'reach' | 'needs'>;
  readonly target: EntityRef;
  /** Names the target is known by beside its key. */
  readonly names: readonly string[];
  /** Whether the target is the account the combination accuses, or made by it. */
  readonly met: PolicyMet;
  readonly probability: number;
  readonly policy: Policy;
}): Verdict {
  const { spec, target, names, met, probability, policy } = given;
  const called = [target.key, ...names].map((it) => it.toLowerCase());
  const isIn = (keys: readonly string[]): boolean => keys.some((key) => called.includes(key.toLowerCase()));

  if (isIn(policy.breakGlass)) return { mode: 'never', because: 'a break-glass account is never touched' };
  if (policy.mode === 'observe') return { mode: 'observe', because: 'the operator allows watching only' };
  if (policy.killSwitch) return { mode: 'confirm', because: 'the kill switch is on: a person decides everything' };
  if (policy.mode === 'confirm') return { mode: 'confirm', because: 'the operator wants a person to decide' };

  const asset: AssetClass = isIn(policy.services) ? 'service' : isIn(policy.sensitive) ? 'sensitive' : 'ordinary';
  if (spec.needs === 2) return { mode: 'confirm', because: 'two people decide on what cannot be undone' };
  const freedom = freedoms[reachOf(spec, target)][asset];
  if (freedom !== 'autonomous') return { mode: freedom, because: `a person decides for ${asset} accounts` };
  if (!met.met) return { mode: 'confirm', because: 'no combination of signals meets the policy' };
  if (!met.allows.includes(spec.id)) return { mode: 'confirm', because: `the combination ${met.rule} does not allow it` };
  if (target.label === 'User' && target.key !== met.who)
    return { mode: 'confirm', because: 'the combination accuses another account' };
  // A conviction is about the mail itself, whatever the attack does next.
  if (target.label !== 'Campaign' && probability < policy.actFrom)
    return { mode: 'confirm', because: 'the chance of escalation is too low for acting alone' };
  return { mode: 'autonomous', because: met.says };
}
