// Entra ID Protection detected a risk, told by itself or through any other channel.
//
// Some of its detections rest on knowledge nobody here has (stolen credentials for sale, addresses of known attackers,
// forged tokens) and are believed at their level. Others are guesses at what is unusual, which people with new
// telephones and on journeys draw every day: they count a step less, and low ones are background whatever they are.
//
// Blind to: risk that was never computed, and detections that have not arrived; they come hours late.

import { hitOf, originOf } from '../alerts.ts';
import { detection } from '../detection.ts';
import { raised } from '../hits.ts';
import { fold } from '../words.ts';

/** By headline; what is not named here is a guess. */
const KNOWLEDGE: ReadonlySet<string> = new Set(
  [
    'Admin confirmed user compromised',
    'Anomalous token',
    'Attacker in the middle',
    'Leaked credentials',
    'Malicious IP address',
    'Malware linked IP address',
    'Mass access to sensitive files',
    'Microsoft Entra threat intelligence',
    'Password spray',
    'Possible attempt to access Primary Refresh Token',
    'Suspicious inbox forwarding',
    'Suspicious inbox manipulation rules',
    'Token issuer anomaly',
    'User reported suspicious activity',
    'Verified threat actor IP',
  ].map(fold),
);

export const identityProtectionDetection = detection({
  id: 'identity-protection-detection',
  title: 'Risk detected by Entra ID Protection',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1078.004'],
  severity: 'high',
  wakesOn: ['alert'],
  guards:
    'Risk that was dismissed, remediated or confirmed safe; a low level alone is background; what is merely unusual counts one step less than what is known to be bad.',
  blindTo: 'Risk never computed, and detections that have not arrived yet.',

  judge(alert, past) {
    if (originOf(alert) !== 'identityProtection' || alert.status === 'dismissed') return;
    const believed = KNOWLEDGE.has(fold(alert.headline)) ? alert.severity : raised(alert.severity, -1);
    const severity = alert.severity === 'low' ? 'informational' : believed;
    return hitOf(alert, past, severity, 'access');
  },
});
