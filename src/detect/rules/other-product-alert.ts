// Another product raised an alert. Skein does not detect again what they found: it takes their word for a finding, at
// the severity they give it, and ties it to its own.
//
// One alert through two channels, and one activity that two products saw, are one finding with two witnesses.
//
// What a sensor always says of a thing, and calls low or less itself, is its habit and no finding: it went off in three
// earlier hours and now no louder. Alerts of most networks are of that sort.
//
// Blind to: whether the product was right, and an attack that only draws what the sensor always says there. An alert
// somebody dismissed is no finding, and one dismissed later is none any more.

import { hitOf, isHabitual, originOf } from '../alerts.ts';
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
    'Dismissed alerts; what a sensor always says of a thing and calls low itself, unless it says it four times as often as ever in an hour; what is everybody’s (system programs, domain controllers, the service’s own addresses and apps) and crowds of more than ten tie nothing.',
  blindTo: 'Whether the product was right; an attack that only draws what the sensor always says there.',

  judge(alert, past) {
    if (originOf(alert) !== 'other' || alert.status === 'dismissed' || isHabitual(alert, past)) return;
    const { tactics, techniques } = alert;
    return { ...hitOf(alert, past, alert.severity, 'access'), tactics, techniques };
  },
});
