// Someone is in a country where neither they nor their peers are, and then works from there.
//
// Stolen credentials with a passed second factor look like success everywhere else; the place is what remains.
// So the sign-in fires, and what is then done from the same country stands in the same finding. An act from
// there without a sign-in fires as well: a stolen token needs none.
//
// Blind to: a thief who leaves the network in the person's own country (a new network alone is everyday life, and
// regions are too coarse in the records), and a whole team that travels within the three days priors lag behind.

import { detection } from '../detection.ts';
import { concerning, fromPlace, isPerson, placeName, raised, strangeCountry, unbroken, type Strange } from '../hits.ts';
import { count, list, quote, times } from '../words.ts';
import type { EventOf } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days, hours } from '../../model/time.ts';

const kinds = ['signIn', 'fileAccess', 'mailItem', 'mailAccess', 'mailboxRule', 'methodChange', 'adminChange'] as const;
type Deed = EventOf<(typeof kinds)[number]>;

export const firstCountryOrRegion = detection({
  id: 'first-country-or-region',
  title: 'First time in this country, for the person and their peers',
  stage: 'access',
  tactics: ['initial-access'],
  techniques: ['T1078.004'],
  severity: 'high',
  wakesOn: kinds,
  guards:
    'A device also used at home makes a traveller (low, managed: informational); peers who are there, a past of fewer than three sign-ins, and a country databases disagree about weigh less or nothing; failures, services and service addresses never count.',
  blindTo: 'Thieves who leave the network in the usual country, and a team that travels together within three days.',

  judge(event, past) {
    if (!isPerson(event) || !counts(event)) return;
    const strange = strangeCountry(event, past);
    if (strange === undefined) return;

    const earlier = past
      .before(kinds, days(14))
      .filter((act) => act.country === event.country && isFromThere(act) && counts(act));
    const run: readonly Deed[] = [event, ...unbroken(event, earlier, hours(36))];

    return {
      key: `${event.actor}/${event.country ?? ''}`,
      gathersFor: hours(36),
      severity: severityOf(strange, run),
      surpriseBits: strange.rarity.bits,
      says: tell(strange, run),
      about: concerning([event], strange),
      because: [event.id],
    };
  },
});

/** Access, not pressure: it succeeded, and somebody did it. */
const counts = (act: Deed): boolean => act.outcome === 'success' && !(act.kind === 'fileAccess' && act.automatic);

const isFromThere = (act: Deed): boolean => act.serviceAddress !== true;

function severityOf({ level, traveller }: Strange, run: readonly Deed[]): Severity {
  const place: Severity = level === 'rare' ? 'medium' : 'low';
  if (traveller !== undefined) return traveller === 'managed' || level === 'unusual' ? 'informational' : 'low';
  // what outlives the session: rules, second factors, rights
  const stays = run.some(({ kind }) => kind === 'mailboxRule' || kind === 'methodChange' || kind === 'adminChange');
  return raised(place, stays ? 1 : 0);
}

function tell(strange: Strange, run: readonly Deed[]): string {
  const signIns = run.filter((act) => act.kind === 'signIn').length;
  const deeds = deedsOf(run);
  if (signIns === 0) return `${list(deeds, 6)} ${fromPlace(strange)}, without a sign-in from there on record`;

  const arrival = `signed in${signIns > 1 ? ` ${times(signIns)}` : ''} ${fromPlace(strange)}`;
  return deeds.length === 0 ? arrival : `${arrival}; then, from ${placeName(strange.event)}, ${list(deeds, 6)}`;
}

/** What was done, in the order of a story: read, change, stay. */
function deedsOf(run: readonly Deed[]): readonly string[] {
  const of = <K extends Deed['kind']>(kind: K) =>
    run.filter((act): act is Extract<Deed, { kind: K }> => act.kind === kind).reverse();
  const deeds: string[] = [];

  for (const deed of new Set(of('fileAccess').map((act) => act.deed)))
    deeds.push(
      `${fileVerbs[deed]} ${count(
        new Set(
          of('fileAccess')
            .filter((act) => act.deed === deed)
            .map((act) => act.file),
        ).size,
        'file',
      )}`,
    );
  if (of('mailAccess').length > 0) deeds.push(`opened mail (${count(sum(of('mailAccess')), 'item')})`);
  for (const deed of new Set(of('mailItem').map((act) => act.deed))) {
    const acts = of('mailItem').filter((act) => act.deed === deed);
    const folders = [...new Set(acts.flatMap((act) => act.folders))].map((folder) => quote(folder, 30));
    deeds.push(`${mailVerbs[deed]} ${count(sum(acts), 'mail item')}${folders.length > 0 ? ` in ${list(folders, 4)}` : ''}`);
  }
  const rules = of('mailboxRule');
  if (rules.length > 0) deeds.push(`made or changed ${count(new Set(rules.map((act) => act.rule)).size, 'mail rule')}`);
  if (of('methodChange').length > 0) deeds.push('changed security information');
  const admin = new Set(of('adminChange').map((act) => act.operation));
  if (admin.size > 0) deeds.push(`did administrative work (${list([...admin].map((name) => quote(name, 40)))})`);
  return deeds;
}

const sum = (acts: readonly { readonly items: number }[]): number =>
  acts.reduce((total, act) => total + Math.max(1, act.items), 0);

const fileVerbs = {
  accessed: 'opened',
  previewed: 'previewed',
  downloaded: 'downloaded',
  modified: 'changed',
  uploaded: 'uploaded',
  deleted: 'deleted',
  shared: 'shared',
  listed: 'listed',
} as const;

const mailVerbs = {
  sent: 'sent',
  created: 'drafted',
  updated: 'changed',
  moved: 'moved',
  trashed: 'deleted',
  softDeleted: 'deleted',
  hardDeleted: 'deleted for good',
} as const;
