// The numbers of the escalation model. Set by judgement before there was data to fit them to: they say in which
// direction and roughly how much each kind of evidence moves the odds, and are not calibrated (docs/evaluation.md).

import type { Severity } from '../model/finding.ts';

export const weights = {
  /** Log-odds of a lone finding that says nothing: about one in thirty goes further. */
  baseline: -3.4,
  /** A finding by its severity, divided by its rank among the incident's. */
  severity: { informational: 0.05, low: 0.2, medium: 0.7, high: 1.1 } satisfies Record<Severity, number>,
  /** A finding nobody here would ever have shown (30 bits) against one that is daily life (0 bits). */
  surprise: 0.6,
  /** Each stage of an attack beyond the first that has been reached. */
  stage: 0.7,
  /** Each further detection that agrees. */
  corroboration: 0.35,
  /** Each further day with a finding of medium severity or more. */
  returned: 0.4,
  /** Each further identity or mailbox it has reached. */
  reach: 0.35,
  /** Something stays behind that works without the intruder: a rule, a registered method. */
  foothold: 0.7,
  /** Each day in which nothing followed. */
  quietDay: -0.15,
  most: { corroboration: 6, returned: 5, reach: 4, quietDays: 30 },
} as const;

export const HORIZON_DAYS = 7;
