// The telephone or mail address that second factors go to is another one now.
//
// Codes sent by text follow the number, so one change hands the account over for as long as it stands, and it may
// stand for an hour: it is compared with what was there before, and a change back within days is told as such.
// The numbers are entities of the finding, so that links by method outlive every window.
//
// Directory records carry the service's address, so the place is that of the person's sign-ins of the day before.
//
// Blind to: where the owner sat when the record names a service as the actor, numbers masked by the source, and
// calls that are forwarded (or a SIM that is swapped) without the number changing.

import { detection } from '../detection.ts';
import { concerning, fromPlace, idsOf, isPerson, isRare, isStrange, placeBehind, type Strange } from '../hits.ts';
import type { Past } from '../past.ts';
import { list, masked, methodKey, span } from '../words.ts';
import type { MethodChange } from '../../model/event.ts';
import type { About, Severity } from '../../model/finding.ts';
import { days, hours } from '../../model/time.ts';

const routes = { phone: 'telephone', alternativePhone: 'alternative telephone', email: 'recovery mail address' } as const;
type Route = keyof typeof routes;

/** One route of one person, before and after. */
interface Rerouting {
  readonly route: Route;
  readonly from: string;
  readonly to: string;
  /** Removed first and added again: the record that took the old one away. */
  readonly removal?: MethodChange;
}

export const registeredPhoneChanged = detection({
  id: 'registered-phone-changed',
  title: 'Registered telephone or mail address changed',
  stage: 'foothold',
  tactics: ['persistence', 'credential-access'],
  techniques: ['T1556.006', 'T1098.005'],
  severity: 'high',
  wakesOn: ['methodChange'],
  guards:
    'A first registration is enrolment, not a change; the same number typed otherwise is none; from the usual place it is low (a new telephone), and so is the help desk that does it for others regularly.',
  blindTo: 'The place, when a service is named as the actor; call forwarding and swapped SIM cards.',

  judge(change, past) {
    if (change.outcome !== 'success') return;
    const reroutings = reroutingsOf(change, past);
    if (reroutings.length === 0) return;

    const { strange, signIns } = isPerson(change) ? placeBehind(change, past, hours(24)) : { strange: undefined, signIns: [] };
    const undone = past
      .against(change.target, ['methodChange'], days(60))
      .find((earlier) => earlier.outcome === 'success' && reroutings.some((now) => isBackOf(now, earlier)));
    const removals = reroutings.flatMap(({ removal }) => removal ?? []);
    const shown = isStrange(strange) ? strange : undefined;

    return {
      key: `${change.target}/${reroutings.map(({ route, to }) => keyOf(route, to)).join('+')}`,
      gathersFor: hours(1),
      severity: severityOf(change, past, strange, signIns.length > 0, undone),
      surpriseBits: strange?.rarity.bits ?? 0,
      says: tell(change, reroutings, strange, undone),
      about: concerning([change], shown, reroutings.flatMap(methodsOf)),
      because: idsOf([
        change,
        ...removals,
        ...(undone !== undefined ? [undone] : []),
        ...(shown !== undefined ? [shown.event] : []),
      ]),
      context: idsOf(shown === undefined ? signIns.slice(0, 3) : []),
    };
  },
});

function reroutingsOf(change: MethodChange, past: Past): readonly Rerouting[] {
  return (Object.keys(routes) as Route[]).flatMap((route): Rerouting[] => {
    const to = valueOf(change.after, route);
    if (to === undefined) return [];
    const from = valueOf(change.before, route);
    if (from !== undefined) return keyOf(route, from) === keyOf(route, to) ? [] : [{ route, from, to }];

    const removal = past
      .against(change.target, ['methodChange'], days(2))
      .find((earlier) => valueOf(earlier.before, route) !== undefined && valueOf(earlier.after, route) === undefined);
    const removed = removal === undefined ? undefined : valueOf(removal.before, route);
    if (removal === undefined || removed === undefined || keyOf(route, removed) === keyOf(route, to)) return [];
    return [{ route, from: removed, to, removal }];
  });
}

/** `kind=value` of the route; values without text are masked or unknown. */
function valueOf(methods: readonly string[], route: Route): string | undefined {
  const value = methods
    .find((method) => method.startsWith(`${route}=`))
    ?.slice(route.length + 1)
    .trim();
  return value === undefined || value === '' ? undefined : value;
}

/** The same number, however it was typed. */
const keyOf = (route: Route, value: string): string => methodKey(route, value.replace(/^\s*00/, '+')) ?? '';

const isBackOf = (now: Rerouting, earlier: MethodChange): boolean => {
  const [was, became] = [valueOf(earlier.before, now.route), valueOf(earlier.after, now.route)];
  return (
    was !== undefined &&
    became !== undefined &&
    keyOf(now.route, was) === keyOf(now.route, now.to) &&
    keyOf(now.route, became) === keyOf(now.route, now.from)
  );
};

const methodsOf = ({ route, from, to }: Rerouting): readonly About[] =>
  [from, to].map((value) => ({ label: 'AuthMethod', key: methodKey(route, value) ?? '', role: 'method' }));

function severityOf(
  change: MethodChange,
  past: Past,
  strange: Strange | undefined,
  hasSignedIn: boolean,
  undone: MethodChange | undefined,
): Severity {
  if (isRare(strange)) return 'high';
  if (isStrange(strange)) return 'medium';
  // a number that came and went within days is what a thief's looks like
  if (undone !== undefined && change.at - undone.at <= days(14)) return 'medium';
  if (!isPerson(change)) return 'low';
  if (change.actor !== change.target) return past.usuallyDoes(change.operation) ? 'low' : 'medium';

  // they sign in elsewhere in the records, but not before this: from where it was done, nobody knows
  const isUnseen = !hasSignedIn && past.before(['signIn'], days(60)).some((signIn) => signIn.outcome === 'success');
  return isUnseen ? 'medium' : 'low';
}

function tell(
  change: MethodChange,
  reroutings: readonly Rerouting[],
  strange: Strange | undefined,
  undone: MethodChange | undefined,
): string {
  const whose = change.actor === change.target ? 'their' : `${change.target}’s`;
  const what = reroutings.map(({ route, from, to }) => `${routes[route]} from ${masked(route, from)} to ${masked(route, to)}`);
  const back = undone === undefined ? '' : `, back to what it was ${span(change.at - undone.at)} before`;
  const where = strange === undefined ? '' : `, after a sign-in ${fromPlace(strange)}`;
  return `changed ${whose} registered ${list(what)}${back}${where}`;
}
