// The one number a queue is sorted by.

import { thingOf } from '../model/finding.ts';
import type { Escalation, Involvement } from '../model/incident.ts';

/**
 * 0 to 100: four fifths how likely it was to go further at its worst, one fifth what is at stake (identities and mailboxes
 * touched, up to five). It rests on the peak, so it does not fall because time passes: only a verdict or containment
 * lowers it.
 */
export function scoreOf(escalation: Escalation, involves: readonly Involvement[]): number {
  const touched = new Set(
    involves.filter(({ label, role }) => (label === 'User' && role !== 'place') || label === 'Mailbox').map(thingOf),
  ).size;
  const stake = Math.min(5, touched) / 5;
  return Math.round(100 * escalation.peak.probability * (0.8 + 0.2 * stake));
}
