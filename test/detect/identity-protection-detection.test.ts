import { identityProtectionDetection } from '../../src/detect/rules/identity-protection-detection.ts';
import type { Alert } from '../../src/model/event.ts';
import { alert, ana } from '../support/events.ts';
import { examples } from '../support/examples.ts';

const risk = (headline: string, severity: Alert['severity'], given: Partial<Alert> = {}): Alert =>
  alert({ product: 'Microsoft Entra ID Protection', headline, severity, addresses: ['203.0.113.7'], ...given });

examples(identityProtectionDetection, {
  'believes what rests on knowledge at its level': {
    event: risk('Leaked credentials', 'high'),
    finds: {
      severity: 'high',
      says: 'drew the alert “Leaked credentials” of “Microsoft Entra ID Protection” from 203.0.113.7',
      about: [
        { label: 'User', key: ana },
        { label: 'IP', key: '203.0.113.7' },
      ],
    },
  },
  'counts a medium one of these as medium': { event: risk('Malicious IP address', 'medium'), finds: { severity: 'medium' } },
  'counts a step less what is merely unusual': {
    event: risk('Unfamiliar sign-in properties', 'high'),
    finds: { severity: 'medium' },
  },
  'and two steps from a finding of its own when that is medium': {
    event: risk('Atypical travel', 'medium'),
    finds: { severity: 'low' },
  },
  'keeps a low one for background, whatever it is': {
    event: risk('Leaked credentials', 'low'),
    finds: { severity: 'informational' },
  },
  'stays quiet when it was dismissed, remediated or confirmed safe': {
    event: risk('Leaked credentials', 'high', { status: 'dismissed' }),
    finds: undefined,
  },
  'leaves other products’ alerts alone': { event: alert({ product: 'Another product' }), finds: undefined },
  'leaves suspicious sending to the detection of abused mailboxes': {
    event: risk('Suspicious sending patterns', 'medium'),
    finds: undefined,
  },
});
