import { auditTurnedOff } from '../../src/detect/rules/audit-turned-off.ts';
import { days, hours } from '../../src/model/time.ts';
import { abroad, adminChange, ana, bo, noon, series, service, signIn } from '../support/events.ts';
import { examples, never } from '../support/examples.ts';

const call = (operation: string, parameter: string, given = {}) =>
  adminChange({ operation, target: bo, parameters: ['Identity=bo', parameter], ...given });
const bypass = (given = {}) => call('Set-MailboxAuditBypassAssociation', 'AuditBypassEnabled=True', given);

examples(auditTurnedOff, {
  'is high when somebody is exempted from auditing': {
    event: bypass({ id: 'x' }),
    finds: {
      severity: 'high',
      because: ['x'],
      says: 'exempted from auditing what is done by “bo@contoso.test”',
      about: [
        { label: 'User', key: ana },
        { label: 'User', key: bo },
      ],
    },
  },
  'stays quiet when the exemption is taken back': {
    event: call('Set-MailboxAuditBypassAssociation', 'AuditBypassEnabled=False'),
    finds: undefined,
  },
  'is high when the audit log is switched off': {
    event: call('Set-AdminAuditLogConfig', 'UnifiedAuditLogIngestionEnabled=False'),
    finds: { severity: 'high', says: 'switched off the audit log of the whole organisation' },
  },
  'stays quiet when it is switched on': {
    event: call('Set-AdminAuditLogConfig', 'UnifiedAuditLogIngestionEnabled=$true'),
    finds: undefined,
  },
  'stays quiet when the audit of administrators is set to on, as the service does': {
    event: call('Set-AdminAuditLogConfig', 'AdminAuditLogEnabled=True'),
    finds: undefined,
  },
  'is high when it is set to off': {
    event: call('Set-AdminAuditLogConfig', 'AdminAuditLogEnabled=$false'),
    finds: { severity: 'high' },
  },
  'is high when mailbox auditing ends for everybody': {
    event: call('Set-OrganizationConfig', 'AuditDisabled=True'),
    finds: { severity: 'high' },
  },
  'stays quiet when it does not': { event: call('Set-OrganizationConfig', 'AuditDisabled=False'), finds: undefined },
  'is high when one mailbox is no longer audited': {
    event: call('Set-Mailbox', 'AuditEnabled=False'),
    finds: { severity: 'high', says: 'switched off auditing of “bo@contoso.test”', about: [{ label: 'Mailbox', key: bo }] },
  },
  'reads a change as it reads a call': { event: call('Set-Mailbox', 'AuditEnabled: True → False'), finds: { severity: 'high' } },
  'stays quiet about other settings of a mailbox': {
    event: call('Set-Mailbox', 'HiddenFromAddressListsEnabled=False'),
    finds: undefined,
  },
  'is high when nothing is kept': {
    event: call('Set-Mailbox', 'AuditLogAgeLimit=00:00:00'),
    finds: { severity: 'high', says: 'left only less than a day of audit records in “bo@contoso.test”' },
  },
  'is medium when a week is kept': { event: call('Set-Mailbox', 'AuditLogAgeLimit=7.00:00:00'), finds: { severity: 'medium' } },
  'stays quiet when it is lengthened': { event: call('Set-Mailbox', 'AuditLogAgeLimit=180.00:00:00'), finds: undefined },
  'stays quiet when the limit cannot be read': { event: call('Set-Mailbox', 'AuditLogAgeLimit=Unlimited'), finds: undefined },
  'stays quiet when the service tends its own': {
    event: bypass({ actor: 'nt authority\\system', actorKind: 'service' }),
    finds: undefined,
  },
  'is high when an application does it': { event: bypass({ actor: 'f3b1', actorKind: 'service' }), finds: { severity: 'high' } },
  'stays quiet when it failed': { event: bypass({ outcome: 'failure' }), finds: undefined },
  'is low when the same was done on other days: a scanner’s account': {
    event: bypass(),
    past: { events: series(3, (at, index) => bypass({ ...at, target: `scan${index}@contoso.test` }), noon, days(2)) },
    finds: { severity: 'low' },
  },
  'is high when they then exempt themselves': {
    event: bypass({ target: ana }),
    past: { events: series(3, (at, index) => bypass({ ...at, target: `scan${index}@contoso.test` }), noon, days(2)) },
    finds: { severity: 'high', says: 'exempted from auditing what is done by themselves' },
  },
  'says from where': {
    event: bypass({ ...service }),
    past: { rare: { country: { DE: never } }, events: [signIn({ ...abroad, at: noon - hours(2) })] },
    finds: { severity: 'high', says: /, after a sign-in from Germany/ },
  },
});
