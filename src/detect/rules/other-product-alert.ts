// Another product raised an alert. Skein does not detect again what they found: it takes their word for a finding, at
// the severity they give it, and ties it to its own.
//
// One alert through two channels, and one activity that two products saw, are one finding with two witnesses.
//
// Blind to: whether the product was right. An alert somebody dismissed is no finding, and one dismissed later is none
// any more.

import { hitOf, originOf } from '../alerts.ts';
import { detection } from '../detection.ts';

export const otherProductAlert = detection({
  id: 'other-product-alert',
  title: 'Another product raised an alert',
  stage: 'access',
  // What an alert that tells nothing more is taken for: somebody has access who should not.
  tactics: ['initial-access'],
  techniques: ['T1078'],
  severity: 'high',
  wakesOn: ['alert'],
  guards:
    'Dismissed alerts; what is everybody’s (system programs, domain controllers, the service’s own addresses and apps) and crowds of more than ten tie nothing.',
  blindTo: 'Whether the product was right.',

  judge(alert, past) {
    if (originOf(alert) !== 'other' || alert.status === 'dismissed') return;
    const { tactics, techniques } = alert;
    return { ...hitOf(alert, past, alert.severity, 'access'), tactics, techniques };
  },
});
