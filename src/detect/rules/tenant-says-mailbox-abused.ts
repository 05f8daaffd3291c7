// The tenant's own alert policies say that a mailbox sends what its owner does not: it is restricted, over its limit, or
// sends and forwards in a way that stolen mailboxes do.
//
// One such alert is enough. A restricted account has been judged by the service on its mail; the others are patterns.
//
// Blind to: an announced mass mailing by its usual sender, which looks the same, and abuse below the service's limits.

import { hitOf, originOf } from '../alerts.ts';
import { detection } from '../detection.ts';
import { severityRank } from '../../model/finding.ts';
import type { Severity } from '../../model/finding.ts';
import { fold } from '../words.ts';

export const tenantSaysMailboxAbused = detection({
  id: 'tenant-says-mailbox-abused',
  title: 'The tenant’s own alert says that a mailbox is abused',
  stage: 'reach',
  tactics: ['resource-development', 'lateral-movement'],
  techniques: ['T1586.002', 'T1534'],
  severity: 'high',
  wakesOn: ['alert'],
  guards: 'Dismissed alerts; names are matched without what cannot be seen in them, and with any suffix.',
  blindTo: 'An announced mass mailing by its usual sender, and abuse below the service’s limits.',

  judge(alert, past) {
    if (originOf(alert) !== 'mailboxAbuse' || alert.status === 'dismissed') return;
    const least: Severity = /restricted/.test(fold(alert.headline)) ? 'high' : 'medium';
    const severity = severityRank(alert.severity) >= severityRank(least) ? alert.severity : least;
    return { ...hitOf(alert, past, severity, 'reach'), stage: 'reach' };
  },
});
