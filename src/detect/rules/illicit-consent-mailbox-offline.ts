// A person gave an application lasting access to their mail.
//
// The grant needs no password and no second factor from then on, and a changed password does not end it. So one consent
// counts; how much was asked for, who else uses the application, and where the person sat decide how much.
//
// Scopes are compared as whole words: `Mail.ReadBasic` is not `Mail.Read`. Consent for everybody is an administrator's
// decision and another question.
//
// Blind to: whether the publisher is verified (the record does not say), applications with rights of their own, and
// grants made in a consent that names its scopes only by their ids.

import { detection } from '../detection.ts';
import { concerning, fromPlace, idsOf, isPerson, isRare, isStrange, placeBehind, type Strange } from '../hits.ts';
import type { Past } from '../past.ts';
import { count, list, quote } from '../words.ts';
import type { Consent } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { dayOf, days, hours, minutes } from '../../model/time.ts';

const scopes = (text: string): ReadonlySet<string> => new Set(text.toLowerCase().split(/\s+/));

const reads = scopes(
  'mail.read mail.read.shared mailboxsettings.readwrite imap.accessasuser.all pop.accessasuser.all eas.accessasuser.all',
);
/** More than reading: to write as the person, or to change what happens to their mail. */
const acts = scopes(
  'mail.readwrite mail.readwrite.shared mail.send mail.send.shared smtp.send mailboxsettings.readwrite ews.accessasuser.all full_access_as_user',
);
/** Whatever else they can open. */
const wide = scopes(
  'files.read.all files.readwrite.all files.readwrite sites.read.all sites.readwrite.all sites.fullcontrol.all notes.read.all notes.readwrite.all directory.accessasuser.all directory.readwrite.all user.readwrite.all chat.read chat.readwrite people.read.all contacts.readwrite',
);

/** Mail programs that ask every new user for just this; thieves bring their own. */
const mailPrograms = new Set([
  'f8d98a96-0999-43f5-8af3-69971c7bb423', // Apple Internet Accounts
  '9e5f94bc-e8a4-4e73-b8be-63364c29d753', // Thunderbird
]);

/** So many others who sign in to it make an application part of the house. */
const USED_BY = 3;

export const illicitConsentMailboxOffline = detection({
  id: 'illicit-consent-mailbox-offline',
  title: 'Application given lasting access to a mailbox',
  stage: 'foothold',
  tactics: ['credential-access', 'persistence', 'collection'],
  techniques: ['T1528', 'T1550.001'],
  severity: 'high',
  wakesOn: ['consent'],
  guards:
    'Mail scopes and offline_access both, as whole words; consent for everybody, and applications approved for everybody, used by three others or consented to by two others weeks ago are the house’s own; common mail programs weigh nothing from a usual place.',
  blindTo: 'Publishers’ verification, applications with rights of their own, and scopes named only by id.',

  judge(consent, past) {
    if (!isPerson(consent) || consent.outcome !== 'success' || consent.breadth !== 'person') return;
    const asked = new Set(consent.scopes.map((scope) => scope.toLowerCase()));
    const mail = consent.scopes.filter((scope) => reads.has(scope.toLowerCase()) || acts.has(scope.toLowerCase()));
    if (mail.length === 0 || !asked.has('offline_access')) return;

    const { strange, signIns } = placeBehind(consent, past, hours(24));
    if (!isRare(strange) && isOfTheHouse(consent, past)) return;

    const others = othersLately(consent, past);
    const records = [consent, ...twinsOf(consent, past)];
    const named = records.find(({ appName }) => appName !== undefined) ?? consent;
    const shown = isStrange(strange) ? strange : undefined;
    return {
      // the service writes the grant beside the consent, under another id of the same application
      key: `${consent.actor}/${consent.scopes.join(' ')}`,
      gathersFor: hours(1),
      severity: severityOf(asked, strange, others.length),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(named, mail, others, strange),
      about: concerning([named], shown),
      because: idsOf([...records, ...(shown === undefined ? [] : [shown.event])]),
      context: idsOf([...others, ...(shown === undefined ? signIns.slice(0, 3) : [])]),
    };
  },
});

/** Approved for everybody, in use by others, or theirs for weeks. */
function isOfTheHouse(consent: Consent, past: Past): boolean {
  const { app } = consent;
  if (app === undefined) return false;
  if (mailPrograms.has(app)) return true;
  if (past.rarity('app', app).peopleWith >= USED_BY) return true;

  const earlier = earlierOf(consent, past).filter(({ at }) => dayOf(at) < dayOf(consent.at));
  if (earlier.some(({ breadth, at }) => breadth === 'everyone' && consent.at - at > days(1))) return true;
  const longAgo = earlier.filter(({ at }) => consent.at - at > days(14));
  return longAgo.some(({ actor }) => actor === consent.actor) || new Set(longAgo.map(({ actor }) => actor)).size >= 2;
}

const twinsOf = (consent: Consent, past: Past): readonly Consent[] =>
  past
    .before(['consent'], minutes(1))
    .filter(({ outcome, scopes }) => outcome === 'success' && scopes.join(' ') === consent.scopes.join(' '));

const earlierOf = (consent: Consent, past: Past): readonly Consent[] =>
  past.anyones(['consent'], days(60)).filter(({ app, outcome }) => app === consent.app && outcome === 'success');

/** The same application, and several people within a week: a letter went round. */
const othersLately = (consent: Consent, past: Past): readonly Consent[] => [
  ...new Map(
    (consent.app === undefined ? [] : earlierOf(consent, past))
      .filter(({ at, actor, breadth }) => breadth === 'person' && actor !== consent.actor && consent.at - at <= days(7))
      .map((other) => [other.actor, other]),
  ).values(),
];

function severityOf(asked: ReadonlySet<string>, strange: Strange | undefined, others: number): Severity {
  const has = (kinds: ReadonlySet<string>): number => ([...asked].some((scope) => kinds.has(scope)) ? 1 : 0);
  // set by judgement: reading alone is what half the helpful applications ask for
  const weight = 1 + has(acts) + has(wide) + (isRare(strange) ? 2 : isStrange(strange) ? 1 : 0) + (others > 0 ? 1 : 0);
  return weight >= 4 || isRare(strange) ? 'high' : weight >= 2 ? 'medium' : 'low';
}

function tell(consent: Consent, mail: readonly string[], others: readonly Consent[], strange: Strange | undefined): string {
  const app = consent.appName ?? consent.app;
  const name = app === undefined ? 'an application' : `the application ${quote(app, 50)}`;
  const more = consent.scopes.filter((scope) => wide.has(scope.toLowerCase()));
  const rights = list(
    [...mail, ...more].map((scope) => quote(scope, 40)),
    5,
  );
  const round = others.length > 0 ? `, as ${count(others.length, 'other')} had within a week` : '';
  return `gave ${name} lasting access to their mail (${rights})${round}${strange === undefined ? '' : `, ${fromPlace(strange)}`}`;
}
