// A further second factor was registered for a person.
//
// A thief who is in adds a factor of their own, and then no longer needs the person. Most registrations are new
// telephones, so the place behind it, who did it, and whether another one was taken away just before decide.
//
// Blind to: how many others enrol in the same days (an enrolment wave is only seen when one administrator does it),
// and where the owner sat when the record names a service as the actor.

import { detection } from '../detection.ts';
import { concerning, fromPlace, idsOf, isPerson, isRare, isStrange, placeBehind, type Strange } from '../hits.ts';
import type { Past } from '../past.ts';
import { count, list, masked, methodKey, quote, span } from '../words.ts';
import type { MethodChange } from '../../model/event.ts';
import type { About, Severity } from '../../model/finding.ts';
import { days, hours } from '../../model/time.ts';

/** A factor removed this shortly before was replaced. */
const REPLACED_WITHIN = hours(2);

export const mfaMethodAdded = detection({
  id: 'mfa-method-added',
  title: 'Second factor registered',
  stage: 'foothold',
  tactics: ['persistence', 'credential-access'],
  techniques: ['T1098.005', 'T1556.006'],
  severity: 'high',
  wakesOn: ['methodChange'],
  guards:
    'From the usual place it is informational, and so is a first enrolment and an administrator who enrols people regularly or several at once; a number that replaces another is row registered-phone-changed.',
  blindTo: 'Enrolment waves in which everybody registers alone, and the place when a service is named as the actor.',

  judge(change, past) {
    if (change.outcome !== 'success') return;
    const added = addedBy(change);
    if (added === undefined) return;

    const { strange, signIns } = isPerson(change) ? placeBehind(change, past, hours(24)) : { strange: undefined, signIns: [] };
    const shown = isStrange(strange) ? strange : undefined;
    const replaced = past
      .against(change.target, ['methodChange'], REPLACED_WITHIN)
      .filter((earlier) => earlier.outcome === 'success' && earlier.change === 'removed');

    return {
      key: change.target,
      gathersFor: hours(2),
      severity: severityOf(change, past, strange, replaced.length > 0),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(change, added, strange, replaced),
      about: concerning([change], shown, added.flatMap(methodOf)),
      because: idsOf([change, ...replaced, ...(shown !== undefined ? [shown.event] : [])]),
      context: idsOf(shown === undefined ? signIns.slice(0, 3) : []),
    };
  },
});

/** `kind` or `kind=value` that is new; one that only takes the place of another of its kind is not. */
function addedBy(change: MethodChange): readonly string[] | undefined {
  const gained = change.after.filter((method) => !change.before.includes(method) && !isReplaced(method, change));
  if (gained.length > 0) return gained;
  // the record says that one was added, and not which
  return change.change === 'added' && change.before.length === 0
    ? change.after.length > 0
      ? change.after
      : change.methods
    : undefined;
}

const kindOf = (method: string): string => method.split('=')[0] ?? method;
const valueOf = (method: string): string => method.slice(kindOf(method).length + 1).trim();

function isReplaced(method: string, change: MethodChange): boolean {
  const ofKind = (methods: readonly string[]) => methods.filter((other) => kindOf(other) === kindOf(method)).length;
  return ofKind(change.before) >= ofKind(change.after);
}

function methodOf(method: string): readonly About[] {
  const key = methodKey(kindOf(method), valueOf(method));
  return key === undefined ? [] : [{ label: 'AuthMethod', key, role: 'method' }];
}

function severityOf(change: MethodChange, past: Past, strange: Strange | undefined, isReplacement: boolean): Severity {
  if (isRare(strange)) return 'high';
  if (isStrange(strange)) return 'medium';
  const isByOther = isPerson(change) && change.actor !== change.target;
  if (isByOther && !past.usuallyDoes(change.operation) && !isEnrolling(change, past)) return 'medium';
  return isReplacement ? 'low' : 'informational';
}

/** One administrator, several people within a day. */
const isEnrolling = (change: MethodChange, past: Past): boolean =>
  new Set(
    past
      .before(['methodChange'], days(1))
      .map(({ target }) => target)
      .filter((target) => target !== change.target),
  ).size >= 2;

function tell(
  change: MethodChange,
  added: readonly string[],
  strange: Strange | undefined,
  replaced: readonly MethodChange[],
): string {
  const whom = change.actor === change.target ? 'themselves' : change.target;
  const what = added.length > 0 ? list(namesOf(added)) : 'a further second factor';
  const removal = replaced[0];
  const after =
    removal === undefined ? '' : `, ${span(change.at - removal.at)} after ${count(replaced.length, 'factor')} had been removed`;
  const where = strange === undefined ? '' : `, after a sign-in ${fromPlace(strange)}`;
  return `registered ${what} for ${whom}${after}${where}`;
}

/** A telephone comes with the ways it can be asked: those go without saying. */
function namesOf(added: readonly string[]): readonly string[] {
  const things = added.filter((method) => kindOf(method) !== 'method');
  return [...new Set((things.length > 0 ? things : added).map(nameOf))];
}

const names: Readonly<Record<string, string>> = {
  phone: 'a telephone',
  alternativePhone: 'an alternative telephone',
  email: 'a mail address',
  authenticator: 'an authenticator app',
};

function nameOf(method: string): string {
  const [kind, value] = [kindOf(method), valueOf(method)];
  if (value === '' || kind === 'authenticator') return names[kind] ?? 'a second factor';
  return kind === 'method' ? `a second factor (${quote(value, 30)})` : `${names[kind] ?? kind} (${masked(kind, value)})`;
}
