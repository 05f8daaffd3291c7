import { tenantSaysMailboxAbused } from '../../src/detect/rules/tenant-says-mailbox-abused.ts';
import { alert, ana } from '../support/events.ts';
import { examples } from '../support/examples.ts';

examples(tenantSaysMailboxAbused, {
  'fires when a user is restricted from sending': {
    event: alert({ headline: 'User restricted from sending email', severity: 'low' }),
    finds: { severity: 'high', about: [{ label: 'User', key: ana }], key: `User ${ana}/user restricted from sending email` },
  },
  'sees through what cannot be seen in a name': {
    event: alert({ headline: 'User re\u200bstricted  from sending\u200b email (V2)' }),
    finds: { severity: 'high' },
  },
  'is at least of medium severity for a pattern': {
    event: alert({ headline: 'Suspicious Email Sending Patterns Detected', severity: 'informational' }),
    finds: { severity: 'medium' },
  },
  'believes the service when it says more': {
    event: alert({ headline: 'Suspicious Email Forwarding Activity', severity: 'high' }),
    finds: { severity: 'high' },
  },
  'fires on the limit': { event: alert({ headline: 'Email sending limit exceeded' }), finds: { severity: 'medium' } },
  'stays quiet on other alerts of the same policies': {
    event: alert({ headline: 'Email reported by user as malware or phish' }),
    finds: undefined,
  },
  'stays quiet when somebody found it harmless': {
    event: alert({ headline: 'User restricted from sending email', status: 'dismissed' }),
    finds: undefined,
  },
});
