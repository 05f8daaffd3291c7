// How likely an incident goes further if nobody responds, and which evidence says so.
//
// A logistic model: signed contributions in log-odds that add up, each naming the findings it rests on. It is a
// function of the findings up to a moment, so that what was believed at any time can be worked out again.

import { isSerious, severityRank } from '../model/finding.ts';
import type { Finding } from '../model/finding.ts';
import { bandOf, stageRank } from '../model/incident.ts';
import type { Assessment, Contribution, Escalation } from '../model/incident.ts';
import { dayOf, days } from '../model/time.ts';
import type { Instant } from '../model/time.ts';
import { HORIZON_DAYS, weights } from './weights.ts';

/** As of a moment, from the findings up to then; later ones are left out. At least one finding must be left. */
export function assess(findings: readonly Finding[], asOf: Instant): Assessment {
  const known = findings.filter(({ at }) => at <= asOf);
  const contributions = contributionsOf(known, asOf);
  const probability = probabilityOf(contributions);
  return {
    asOf,
    horizonDays: HORIZON_DAYS,
    probability,
    band: bandOf(probability),
    baseline: weights.baseline,
    contributions,
    counterfactuals: counterfactualsOf(known, asOf),
  };
}

/** The assessment now, its peak, and what was believed just before and just after each finding. */
export function escalationOf(findings: readonly Finding[], now: Instant): Escalation {
  const history = findings.map((finding, index) => {
    const earlier = findings.slice(0, index);
    return {
      at: finding.at,
      finding: finding.id,
      before: earlier.length === 0 ? chance(weights.baseline) : probabilityAt(earlier, finding.at),
      after: probabilityAt(findings.slice(0, index + 1), finding.at),
    };
  });
  const peak = history.reduce((best, { after, at }) => (after > best.probability ? { probability: after, at } : best), {
    probability: 0,
    at: findings[0]?.at ?? now,
  });
  return { ...assess(findings, now), peak, history };
}

export const probabilityAt = (findings: readonly Finding[], asOf: Instant): number =>
  probabilityOf(contributionsOf(findings, asOf));

const chance = (logit: number): number => round(1 / (1 + Math.exp(-logit)));
const probabilityOf = (contributions: readonly Contribution[]): number =>
  chance(contributions.reduce<number>((sum, { logit }) => sum + logit, weights.baseline));

/** What the probability would be without each single finding; the most telling five. */
function counterfactualsOf(findings: readonly Finding[], asOf: Instant): Assessment['counterfactuals'] {
  if (findings.length < 2) return [];
  return findings
    .map((finding) => ({
      without: finding.id,
      probability: probabilityAt(
        findings.filter(({ id }) => id !== finding.id),
        asOf,
      ),
    }))
    .sort((a, b) => a.probability - b.probability || (a.without < b.without ? -1 : 1))
    .slice(0, 5);
}

function contributionsOf(findings: readonly Finding[], asOf: Instant): Contribution[] {
  return [
    ...fromSeverities(findings),
    fromSurprise(findings),
    fromStages(findings),
    fromCorroboration(findings),
    fromReturns(findings),
    fromReach(findings),
    fromFoothold(findings),
    fromQuiet(findings, asOf),
  ].filter(({ logit }) => logit !== 0);
}

const idsOf = (findings: readonly Finding[]): string[] => findings.map(({ id }) => id);

/** The gravest counts in full, the next half, then a third: many small things never outweigh one large one by number. */
const fromSeverities = (findings: readonly Finding[]): Contribution[] =>
  [...findings]
    .sort((a, b) => severityRank(b.severity) - severityRank(a.severity) || a.at - b.at || (a.id < b.id ? -1 : 1))
    .map((finding, index) => ({
      feature: 'severity',
      says: `${finding.title} (${finding.severity})`,
      value: index + 1,
      logit: round(weights.severity[finding.severity] / (index + 1)),
      findings: [finding.id],
    }));

function fromSurprise(findings: readonly Finding[]): Contribution {
  const most = findings.reduce((a, b) => (b.surpriseBits > a.surpriseBits ? b : a), findings[0] ?? nothing);
  return {
    feature: 'surprise',
    says: `at its rarest ${most.surpriseBits.toFixed(1)} bits improbable for this person`,
    value: most.surpriseBits,
    logit: round((weights.surprise * Math.min(most.surpriseBits, 30)) / 30),
    findings: idsOf(findings.length === 0 ? [] : [most]),
  };
}

const nothing = { id: '', surpriseBits: 0 } as Finding;

function fromStages(findings: readonly Finding[]): Contribution {
  const reached = [...new Set(findings.map(({ stage }) => stage))].sort((a, b) => stageRank(a) - stageRank(b));
  return {
    feature: 'stages',
    says: `${reached.length} stages of an attack are seen: ${reached.join(', ')}`,
    value: reached.length,
    logit: round(weights.stage * Math.max(0, reached.length - 1)),
    findings: idsOf(findings),
  };
}

function fromCorroboration(findings: readonly Finding[]): Contribution {
  const kinds = new Set(findings.map(({ detection }) => detection)).size;
  return {
    feature: 'corroboration',
    says: `${kinds} different detections agree`,
    value: kinds,
    logit: round(weights.corroboration * Math.min(weights.most.corroboration, Math.max(0, kinds - 1))),
    findings: idsOf(findings),
  };
}

function fromReturns(findings: readonly Finding[]): Contribution {
  const grave = findings.filter(isSerious);
  const active = new Set(grave.map(({ at }) => dayOf(at))).size;
  return {
    feature: 'returned',
    says: `it came back on ${active - 1} further ${active === 2 ? 'day' : 'days'}`,
    value: active,
    logit: round(weights.returned * Math.min(weights.most.returned, Math.max(0, active - 1))),
    findings: idsOf(findings),
  };
}

function fromReach(findings: readonly Finding[]): Contribution {
  const reached = new Set(
    findings.flatMap(({ about }) =>
      about.filter(({ label, role }) => (label === 'User' && role !== 'place') || label === 'Mailbox').map(({ key }) => key),
    ),
  ).size;
  return {
    feature: 'reach',
    says: `${reached} identities and mailboxes are touched`,
    value: reached,
    logit: round(weights.reach * Math.min(weights.most.reach, Math.max(0, reached - 1))),
    findings: idsOf(findings),
  };
}

function fromFoothold(findings: readonly Finding[]): Contribution {
  const staying = findings.filter(({ about }) => about.some(({ label }) => label === 'Rule' || label === 'AuthMethod'));
  return {
    feature: 'foothold',
    says: 'a rule or a registered method stays behind and works without the intruder',
    value: staying.length,
    logit: staying.length > 0 ? weights.foothold : 0,
    findings: idsOf(staying),
  };
}

function fromQuiet(findings: readonly Finding[], asOf: Instant): Contribution {
  const last = findings.reduce((latest, { lastAt }) => Math.max(latest, Math.min(lastAt, asOf)), 0);
  const quiet = Math.min(weights.most.quietDays, Math.max(0, (asOf - last) / days(1)));
  return {
    feature: 'quiet',
    says: `nothing has followed for ${quiet.toFixed(1)} days`,
    value: round(quiet),
    logit: round(weights.quietDay * quiet),
    findings: idsOf(findings.slice(-1)),
  };
}

const round = (value: number): number => Math.round(value * 10_000) / 10_000;
