// What people do in mailboxes or in the organisation is no longer written down.
//
// Nobody needs that for their work: from then on the absence of records means nothing, and everything later must be
// believed without them. The operations alone are everyday churn of the service, so the parameter and its value decide.
//
// Blind to: what is switched off where these records do not reach (diagnostic settings, log retention), licences whose
// loss ends auditing by itself, and audited actions taken off one by one that the record does not name.

import { detection } from '../detection.ts';
import { concerning, fromPlace, idsOf, isRare, isStrange, placeBehind, raised, type Strange } from '../hits.ts';
import { kindOfName } from '../../ingest/name.ts';
import type { Past } from '../past.ts';
import { quote } from '../words.ts';
import type { AdminChange } from '../../model/event.ts';
import type { About, Severity } from '../../model/finding.ts';
import { dayOf, days, hours } from '../../model/time.ts';

export const auditTurnedOff = detection({
  id: 'audit-turned-off',
  title: 'Auditing switched off',
  stage: 'evasion',
  tactics: ['defense-evasion'],
  techniques: ['T1562.008'],
  severity: 'high',
  wakesOn: ['adminChange'],
  guards:
    'Only a value that switches off: setting the same parameter to on is churn of the service; the service itself never; retention cut by a little is none; who has done the same on three other days (a scanner’s service account, with a ticket) weighs little.',
  blindTo: 'Diagnostic settings, retention policies, lost licences, and single audited actions taken off.',

  judge(change, past) {
    if (change.outcome !== 'success' || isTheServiceItself(change)) return;
    const loss = lossIn(change);
    if (loss === undefined) return;

    const { strange, signIns } = placeBehind(change, past, hours(24));
    const shown = isStrange(strange) ? strange : undefined;
    return {
      key: `${change.actor ?? ''}/${loss.of}/${loss.of === 'organisation' ? '' : (change.target ?? '')}`,
      gathersFor: days(1),
      severity: severityOf(change, loss, strange, past),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(change, loss, strange, past),
      about: concerning([change], shown, mailboxOf(change, loss)),
      because: idsOf([change, ...(shown === undefined ? [] : [shown.event])]),
      context: idsOf(shown === undefined ? signIns.slice(0, 3) : []),
    };
  },
});

/** Exchange tends its own mailboxes; an application with rights of its own is somebody's. */
const isTheServiceItself = ({ actor, actorKind }: AdminChange): boolean =>
  actorKind === 'service' &&
  /^(nt authority\\|nt service\\|s-1-5-(18|19|20)$|microsoft\\|.*\.prod\.outlook\.com$)/i.test(actor ?? '');

interface Loss {
  readonly of: 'organisation' | 'mailbox' | 'person';
  readonly severity: Severity;
  readonly says: string;
}

/** Below this much kept there is nothing left to look back at; ninety days are usual. */
const ALMOST_NOTHING = days(1);
const LITTLE = days(30);

function lossIn(change: AdminChange): Loss | undefined {
  const value = (name: string): string | undefined => valueOf(change.parameters, name);
  const isOff = (name: string): boolean => /^\$?false$/i.test(value(name) ?? '');
  const isOn = (name: string): boolean => /^\$?true$/i.test(value(name) ?? '');

  switch (change.operation.toLowerCase()) {
    case 'set-mailboxauditbypassassociation':
      return isOn('AuditBypassEnabled')
        ? { of: 'person', severity: 'high', says: 'exempted from auditing what is done by' }
        : undefined;
    case 'set-adminauditlogconfig':
      if (isOff('UnifiedAuditLogIngestionEnabled'))
        return { of: 'organisation', severity: 'high', says: 'switched off the audit log of the whole organisation' };
      return isOff('AdminAuditLogEnabled')
        ? { of: 'organisation', severity: 'high', says: 'switched off the audit of administrators' }
        : undefined;
    case 'set-organizationconfig':
      return isOn('AuditDisabled')
        ? { of: 'organisation', severity: 'high', says: 'switched off mailbox auditing for the whole organisation' }
        : undefined;
    case 'set-mailbox':
      return isOff('AuditEnabled')
        ? { of: 'mailbox', severity: 'high', says: 'switched off auditing of' }
        : shortened(value('AuditLogAgeLimit'));
    default:
      return undefined;
  }
}

function shortened(limit: string | undefined): Loss | undefined {
  const kept = limit === undefined ? undefined : ageOf(limit);
  if (kept === undefined || kept >= LITTLE) return;
  const left = kept < ALMOST_NOTHING ? 'less than a day' : `${Math.round(kept / days(1))} days`;
  return {
    of: 'mailbox',
    severity: kept < ALMOST_NOTHING ? 'high' : 'medium',
    says: `left only ${left} of audit records in`,
  };
}

/** `90.00:00:00`, `00:00:00`, `90`: days, then hours, minutes and seconds. */
function ageOf(text: string): number | undefined {
  const [, whole, clock, alone] = /^(?:(?:(\d+)\.)?(\d{1,2}:\d{2}:\d{2})|(\d+))$/.exec(text.trim()) ?? [];
  if (alone !== undefined) return days(Number(alone));
  if (clock === undefined) return;
  return days(Number(whole ?? 0)) + hours(Number(clock.split(':')[0]));
}

/** `name=value` of a call, `name: old → new` of a change. */
function valueOf(parameters: readonly string[], name: string): string | undefined {
  for (const line of parameters) {
    if (line.toLowerCase().startsWith(`${name.toLowerCase()}=`)) return line.slice(name.length + 1).trim();
    if (line.toLowerCase().startsWith(`${name.toLowerCase()}: `)) return line.slice(line.lastIndexOf('→') + 1).trim();
  }
  return undefined;
}

function severityOf(change: AdminChange, loss: Loss, strange: Strange | undefined, past: Past): Severity {
  if (isRare(strange)) return 'high';
  const before = past
    .before(['adminChange'], days(60))
    .filter((act) => act.outcome === 'success' && lossIn(act)?.of === loss.of && dayOf(act.at) < dayOf(change.at));
  const isUsual = new Set(before.map(({ at }) => dayOf(at))).size >= 3;
  // for everybody, or for oneself, no ticket asks for it
  const isOwn = change.target !== undefined && change.target === change.actor;
  return isUsual && loss.of !== 'organisation' && !isOwn ? raised(loss.severity, -2) : loss.severity;
}

const mailboxOf = (change: AdminChange, loss: Loss): readonly About[] => {
  const { target } = change;
  if (target === undefined || loss.of === 'organisation' || kindOfName(target) !== 'upn') return [];
  return loss.of === 'person'
    ? [{ label: 'User', key: target, role: 'target' }]
    : [{ label: 'Mailbox', key: target, role: 'mailbox' }];
};

function tell(change: AdminChange, loss: Loss, strange: Strange | undefined, past: Past): string {
  const whose = change.target === undefined ? 'an account' : quote(past.nameOf(change.target));
  const what = loss.of === 'organisation' ? loss.says : `${loss.says} ${change.target === change.actor ? 'themselves' : whose}`;
  return `${what}${strange === undefined ? '' : `, after a sign-in ${fromPlace(strange)}`}`;
}
