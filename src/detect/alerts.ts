// What the detections that take up other products' alerts share: whose alert it is, what it is about, how to say so.

import { isPrivateAddress, isServiceAddress } from '../ingest/address.ts';
import type { Alert } from '../model/event.ts';
import { isSerious } from '../model/finding.ts';
import type { About, Hit, Role, Severity } from '../model/finding.ts';
import type { EntityLabel } from '../model/graph.ts';
import type { Stage } from '../model/incident.ts';
import { minutes } from '../model/time.ts';
import type { Past } from './past.ts';
import { toldStage } from './stages.ts';
import { fold, isFreeMail, list, quote } from './words.ts';

export type Origin = 'identityProtection' | 'mailboxAbuse' | 'other';

/** Which of the three detections takes it up; never two. */
export const originOf = (alert: Alert): Origin =>
  isMailboxAbuse(alert.headline)
    ? 'mailboxAbuse'
    : alert.product === 'Microsoft Entra ID Protection'
      ? 'identityProtection'
      : 'other';

// The service's own names; they gain suffixes with every version.
const ABUSES = [
  'User restricted from sending email',
  'User restricted from sharing forms and collecting responses',
  'Suspicious email sending patterns detected',
  'Suspicious sending patterns',
  'Suspicious email forwarding activity',
  'Email sending limit exceeded',
  'Form blocked due to potential phishing attempt',
].map((name) => letters(name));

const isMailboxAbuse = (headline: string): boolean => {
  const folded = letters(headline);
  return ABUSES.some((name) => folded.startsWith(name));
};

function letters(text: string): string {
  return fold(text)
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}

/** Alerts of one name about one main entity are one alarm. */
export const alarmOf = (alert: Alert): string => `${mainEntity(alert)}/${letters(alert.headline)}`;

/** A hit on the alert alone: further alerts of the same alarm soon after one another add to it. */
export const hitOf = (alert: Alert, past: Past, severity: Severity, stage: Stage): Hit => ({
  key: alarmOf(alert),
  gathersFor: GATHERS_FOR,
  severity,
  surpriseBits: 0,
  says: saysOf(alert, past),
  about: aboutAlert(alert, past),
  because: [alert.id],
  stage: toldStage(alert) ?? stage,
  ...(toldStage(alert) === undefined ? {} : { tactics: alert.tactics, techniques: alert.techniques }),
});

// ── What a sensor always says ─────────────────────────────────────────────────────────────────────────────

/** A sensor reports what goes on in bursts; with a longer pause, one that never falls silent would say all of it at once. */
const GATHERS_FOR = minutes(15);
/** Hours in which an alarm went off before, from which it is what the sensor always says there. */
const HABITUAL_HOURS = 3;
/** Times the most it ever said in an earlier hour, from which it is news all the same. */
const FLOOD = 4;

/** What the product itself calls grave is never a habit: nobody is to teach us to overlook it. */
export function isHabitual(alert: Alert, past: Past): boolean {
  if (isSerious(alert)) return false;
  const { earlierHours, most, thisHour } = past.alarm(alarmOf(alert));
  return earlierHours >= HABITUAL_HOURS && thisHour < FLOOD * most;
}

// ── Whom and what it is about ─────────────────────────────────────────────────────────────────────────────

/** An alert that names more of a kind than this names a crowd, and ties nobody in it to anything. */
const CROWD = 10;

const KINDS: readonly (readonly [
  keyof Pick<
    Alert,
    'people' | 'devices' | 'mailboxes' | 'addresses' | 'sessions' | 'apps' | 'messages' | 'files' | 'urls' | 'domains'
  >,
  EntityLabel,
  Role,
])[] = [
  ['people', 'User', 'actor'],
  ['devices', 'Device', 'device'],
  ['mailboxes', 'Mailbox', 'mailbox'],
  ['addresses', 'IP', 'place'],
  ['sessions', 'Session', 'session'],
  ['apps', 'App', 'app'],
  ['messages', 'Email', 'mail'],
  ['files', 'File', 'file'],
  ['urls', 'Url', 'link'],
  ['domains', 'Domain', 'link'],
];

/** What is everybody's (PowerShell, a domain controller, our own domain and Gmail's, the service's addresses) is left out. */
export function aboutAlert(alert: Alert, past: Past): readonly About[] {
  const commonplace = new Set(alert.commonplace ?? []);
  return KINDS.flatMap(([list, label, role]) => {
    const keys = alert[list].filter((key) => !commonplace.has(`${label} ${key}`) && !isOurs(label, key, past));
    return keys.length > CROWD ? [] : keys.map((key) => ({ label, key, role }));
  });
}

const isOurs = (label: EntityLabel, key: string, past: Past): boolean =>
  (label === 'Domain' && (past.isHome(key) || isFreeMail(key))) || (label === 'IP' && isServiceAddress(key));

/** What an alert is about before all else; the first of several, so that the same alert again is the same. */
const mainEntity = (alert: Alert): string =>
  KINDS.map(([list, label]) => (alert[list][0] === undefined ? undefined : `${label} ${alert[list][0]}`)).find(
    (it) => it !== undefined,
  ) ?? alert.product;

// ── Words ─────────────────────────────────────────────────────────────────────────────────────────────────

const MOST_WORDS = 100;

/** `drew the alert “Unfamiliar sign-in properties” of Microsoft Entra ID Protection, from 203.0.113.7`. */
function saysOf(alert: Alert, past: Past): string {
  const others = alert.alsoSeenBy ?? [];
  const also = others.length === 0 ? '' : `, and ${list(others.map((it) => quote(it)))} saw the same`;
  return `drew the alert ${quote(alert.headline, MOST_WORDS)} of ${quote(alert.product)}${circumstance(alert, past)}${also}`;
}

function circumstance(alert: Alert, past: Past): string {
  const names = new Map(alert.called.map((it) => [it.slice(0, it.indexOf('=')), it.slice(it.indexOf('=') + 1)]));
  const [device] = alert.devices;
  if (device !== undefined && alert.devices.length <= CROWD)
    return ` on ${list(alert.devices.map((key) => quote(names.get(`Device ${key}`) ?? key)))}`;
  const addresses = alert.addresses.filter((address) => !isServiceAddress(address) && !isPrivateAddress(address));
  if (addresses.length > 0 && addresses.length <= CROWD) return ` from ${list(addresses)}`;
  const mailboxes = alert.mailboxes.filter((mailbox) => !alert.people.some((person) => past.nameOf(person) === mailbox));
  return mailboxes.length > 0 && mailboxes.length <= CROWD ? ` in the mailbox ${list(mailboxes.map((it) => quote(it)))}` : '';
}
