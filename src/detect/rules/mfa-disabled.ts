// A person's second factor is no longer asked for, or there is none left to ask.
//
// A password alone is enough from then on. The directory writes it in three ways: the operation that says so, the
// requirement of the account going from on to off, and methods taken away until none is left. Who did it, for how
// many others before, and where the person or the administrator sat tell a thief from the help desk.
//
// Blind to: conditional access that stops asking (conditional-access-weakened), and that a migration is one before its
// administrator has switched off for several people: its first hour is judged as single deeds.

import { detection } from '../detection.ts';
import {
  administers,
  concerning,
  fromPlace,
  idsOf,
  isPerson,
  isRare,
  isStrange,
  placeBehind,
  placeOfPerson,
  raised,
  type Strange,
} from '../hits.ts';
import type { Past } from '../past.ts';
import { count, list, quote, span } from '../words.ts';
import type { AdminChange, MethodChange } from '../../model/event.ts';
import type { About, Severity } from '../../model/finding.ts';
import { dayOf, days, hours } from '../../model/time.ts';

type Change = MethodChange | AdminChange;

/** What was taken away: the demand, every method, or one of them. */
type Extent = 'requirement' | 'all' | 'one';

const kinds = ['methodChange', 'adminChange'] as const;
/** So many people on one day are no thief's choice. */
const MIGRATION = 5;

export const mfaDisabled = detection({
  id: 'mfa-disabled',
  title: 'Second factor switched off',
  stage: 'foothold',
  tactics: ['persistence', 'defense-evasion', 'credential-access'],
  techniques: ['T1556.006'],
  severity: 'high',
  wakesOn: kinds,
  guards:
    'One of several methods removed by its owner from a usual place is tidying up, also when another was just added; administrators who switch off on other days too, or for many people on one day, weigh little; a record by the service takes its place from the owner’s own sign-ins.',
  blindTo: 'Policies that stop asking, methods left over that the record does not list, and the first deeds of a migration.',

  judge(change, past) {
    const extent = extentOf(change);
    if (extent === undefined || change.target === undefined) return;

    const strange = isPerson(change) ? placeBehind(change, past, hours(24)).strange : placeOfPerson(change.target, past);
    const severity = severityOf(change, extent, strange, past);
    if (severity === undefined) return;

    const shown = isStrange(strange) ? strange : undefined;
    return {
      key: isByOther(change) ? `${change.actor ?? ''}/others` : change.target,
      gathersFor: isByOther(change) ? days(1) : hours(2),
      severity,
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(change, extent, strange, past),
      about: concerning([change], shown, [targetOf(change.target)]),
      because: idsOf([change, ...(shown === undefined ? [] : [shown.event])]),
      context: idsOf(undone(change, past)),
    };
  },
});

const targetOf = (person: string): About => ({ label: 'User', key: person, role: 'target' });

function extentOf(change: Change): Extent | undefined {
  if (change.outcome !== 'success') return;
  if (change.kind === 'adminChange') return /^disable strong authentication$/i.test(change.operation) ? 'requirement' : undefined;
  if (change.change !== 'removed') return;
  if (change.methods.includes('requirement')) return 'requirement';
  return change.methods.includes('all') ? 'all' : 'one';
}

/** By a person, to somebody else. */
const isByOther = (change: Change): boolean => isPerson(change) && change.actor !== change.target;

function severityOf(change: Change, extent: Extent, strange: Strange | undefined, past: Past): Severity | undefined {
  if (isRare(strange)) return extent === 'one' && !isByOther(change) ? 'medium' : 'high';
  if (isStrange(strange)) return extent === 'one' ? 'low' : 'medium';
  if (!isByOther(change)) return extent === 'one' ? undefined : 'low';

  const isWork = switchesOffUsually(change, past);
  const people = peopleToday(change, past);
  if (isWork) return extent === 'one' ? undefined : people >= MIGRATION ? 'informational' : 'low';
  if (people >= MIGRATION && administers(change, past)) return 'low';

  const base: Severity = administers(change, past) ? 'medium' : 'high';
  return raised(base, extent === 'one' ? -1 : 0);
}

const switchedOff = (past: Past, within: number): readonly Change[] =>
  past.before(kinds, within).filter((earlier) => extentOf(earlier) !== undefined && isByOther(earlier));

/** The same for others on three earlier days: a help desk. */
const switchesOffUsually = (change: Change, past: Past): boolean =>
  new Set(
    switchedOff(past, days(60))
      .map(({ at }) => dayOf(at))
      .filter((day) => day < dayOf(change.at)),
  ).size >= 3;

const peopleToday = (change: Change, past: Past): number =>
  new Set([change, ...switchedOff(past, days(1))].map(({ target }) => target)).size;

/** It had been switched on only just now: what was undone. */
const undone = (change: Change, past: Past): readonly Change[] =>
  past
    .against(change.target ?? '', kinds, hours(1))
    .filter(
      (earlier) =>
        /^enable strong authentication$/i.test(earlier.operation) ||
        (earlier.kind === 'methodChange' && earlier.change === 'added' && earlier.methods.includes('requirement')),
    )
    .slice(0, 1);

function tell(change: Change, extent: Extent, strange: Strange | undefined, past: Past): string {
  const whose = change.actor === change.target ? 'their own account' : quote(past.nameOf(change.target ?? ''));
  const [enabled] = undone(change, past);
  const what = {
    requirement: `switched off the second factor of ${whose}`,
    all: `took away every second factor of ${whose}`,
    one: `took away ${removedFrom(change)} of ${whose}`,
  }[extent];
  const others = isByOther(change) ? peopleToday(change, past) - 1 : 0;
  const also = others > 0 ? `, after doing the same to ${count(others, 'other')} within a day` : '';
  const back = enabled === undefined ? '' : `, ${span(change.at - enabled.at)} after it had been switched on`;
  return `${what}${also}${back}${strange === undefined ? '' : `, after a sign-in ${fromPlace(strange)}`}`;
}

function removedFrom(change: Change): string {
  const known = change.kind === 'methodChange' ? change.methods.flatMap((method) => names[method] ?? []) : [];
  return known.length === 0 ? 'a second factor' : `a second factor (${list(known)})`;
}

const names: Readonly<Record<string, string>> = {
  phone: 'telephone',
  alternativePhone: 'alternative telephone',
  email: 'mail address',
  authenticator: 'authenticator app',
};
