// What else is going on around the people and the domains of a message: findings that stood when it came.

import { hours } from '../../model/time.ts';
import type { Nearby } from '../history.ts';
import { metric } from '../metric.ts';
import type { Metric } from '../metric.ts';
import type { Reading } from '../reading.ts';

const version = 1;

export const incidents: readonly Metric[] = [
  metric({
    id: 'incidents.findings',
    version,
    unit: 'count',
    from: 'tenant',
    title: 'findings of the two weeks before about its author, its recipients or where it leads',
    of: (reading) => inTenant(reading, (all) => all.length),
  }),
  metric({
    id: 'incidents.author-serious',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'a serious finding of the two weeks before is about its author',
    of: (reading) => about(reading, isAuthor, (all) => all.some(({ isSerious }) => isSerious)),
  }),
  metric({
    id: 'incidents.author-detections',
    version,
    unit: 'list',
    from: 'tenant',
    title: 'detections that found something about its author in the two weeks before',
    of: (reading) => about(reading, isAuthor, detectionsOf),
  }),
  metric({
    id: 'incidents.author-hours',
    version,
    unit: 'hours',
    from: 'tenant',
    title: 'hours since the newest serious finding about its author',
    of: (reading) => about(reading, isAuthor, (all) => sinceNewest(reading, all)),
  }),
  metric({
    id: 'incidents.author-sign-in',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'a finding of the two weeks before says that somebody else may have signed in as its author',
    of: (reading) => about(reading, isAuthor, (all) => all.some(({ detection }) => ENTRIES.has(detection))),
  }),
  metric({
    id: 'incidents.author-mailbox',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'a finding of the two weeks before is about rules, forwarding or rights in its author’s mailbox',
    of: (reading) => about(reading, isAuthor, (all) => all.some(({ detection }) => MAILBOX.has(detection))),
  }),
  metric({
    id: 'incidents.recipient-serious',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'a serious finding of the two weeks before is about one of its recipients',
    of: (reading) => about(reading, isRecipient, (all) => all.some(({ isSerious }) => isSerious)),
  }),
  metric({
    id: 'incidents.recipient-detections',
    version,
    unit: 'list',
    from: 'tenant',
    title: 'detections that found something about its recipients in the two weeks before',
    of: (reading) => about(reading, isRecipient, detectionsOf),
  }),
  metric({
    id: 'incidents.recipient-hours',
    version,
    unit: 'hours',
    from: 'tenant',
    title: 'hours since the newest serious finding about one of its recipients',
    of: (reading) => about(reading, isRecipient, (all) => sinceNewest(reading, all)),
  }),
  metric({
    id: 'incidents.recipient-mailbox',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'a finding of the two weeks before is about rules, forwarding or rights in the mailbox of a recipient',
    of: (reading) => about(reading, isRecipient, (all) => all.some(({ detection }) => MAILBOX.has(detection))),
  }),
  metric({
    id: 'incidents.domain-named',
    version,
    unit: 'flag',
    from: 'tenant',
    title: 'its author’s domain, or one it leads to, is named in a finding of the two weeks before',
    of: (reading) => about(reading, isDomain, (all) => all.length > 0),
  }),
];

/** Detections of a way in to an account, by their ids. */
const ENTRIES: ReadonlySet<string> = new Set([
  'account-brute-force',
  'device-code-phishing',
  'first-country-or-region',
  'identity-protection-detection',
  'impossible-travel',
  'legacy-authentication-client',
  'low-count-mfa-failure-then-success',
  'mfa-fatigue',
  'mfa-method-added',
  'one-session-many-addresses',
  'password-spray',
  'registered-phone-changed',
  'risky-sign-in-then-security-info',
]);

/** Detections of what thieves do in a mailbox. */
const MAILBOX: ReadonlySet<string> = new Set([
  'external-forwarding',
  'illicit-consent-mailbox-offline',
  'keyword-hide-or-delete-rule',
  'mailbox-delegation',
  'many-forward-to-one',
  'mass-mail-deletion',
  'obfuscated-rule-name',
  'one-actor-many-mailbox-rules',
  'rule-moves-or-deletes',
  'security-notice-deleted',
]);

export const detectionsNamed: readonly string[] = [...ENTRIES, ...MAILBOX];

const inTenant = <T>({ history }: Reading, of: (all: readonly Nearby[]) => T): T | undefined =>
  history.isKnown ? of(history.findings) : undefined;

type Side = (reading: Reading, who: string) => boolean;

const about = <T>(reading: Reading, side: Side, of: (all: readonly Nearby[]) => T): T | undefined =>
  inTenant(reading, (all) => of(all.filter(({ who }) => side(reading, who))));

const isAuthor: Side = ({ message }, who) => who !== '' && who === message.author?.address;
const isRecipient: Side = (reading, who) => reading.message.recipients.includes(who) && !isAuthor(reading, who);
const isDomain: Side = (_, who) => who !== '' && !who.includes('@');

const detectionsOf = (all: readonly Nearby[]): readonly string[] => [...new Set(all.map(({ detection }) => detection))].sort();

function sinceNewest({ message }: Reading, all: readonly Nearby[]): number | undefined {
  const newest = all.reduce((found, { at, isSerious }) => (isSerious ? Math.max(found, at) : found), -Infinity);
  return message.at === undefined || newest === -Infinity ? undefined : Math.max(0, (message.at - newest) / hours(1));
}
