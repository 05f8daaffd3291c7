// One session, and therefore one browser or program, at work from two networks, one of them strange for the person.
//
// A stolen cookie or token needs no password and no second factor; it carries the name of the session it was taken
// from. Laptops carry theirs from the office home and on journeys, telephones through three networks a day, so two
// addresses alone say nothing: the place must be strange, and a session that goes there once, in the time a journey
// takes, is the owner's own machine more likely than not.
//
// Blind to: a thief on a network the person uses, sessions the records do not name, and a proxy that stood between the
// person and the service from the first moment, if the thief goes on from the same place.

import { detection } from '../detection.ts';
import { impossibleJourney } from '../geography.ts';
import { concerning, fromPlace, idsOf, isPerson, isRare, placeName, raised, strangePlace, type Strange } from '../hits.ts';
import type { Past, Sighting } from '../past.ts';
import { isHandheld, isSameCarrier, SETTLED } from '../sign-ins.ts';
import { span } from '../words.ts';
import { inOrder, type Event } from '../../model/event.ts';
import type { Severity } from '../../model/finding.ts';
import { days, hours } from '../../model/time.ts';

const kinds = ['signIn', 'mailAccess', 'mailItem', 'mailboxRule', 'fileAccess', 'adminChange'] as const;

interface Move {
  /** The newest act of the session from another network than the judged one's. */
  readonly from: Event;
  readonly strange: Strange;
  readonly impossible: boolean;
}

export const oneSessionManyAddresses = detection({
  id: 'one-session-many-addresses',
  title: 'One session at two places',
  stage: 'access',
  tactics: ['credential-access', 'lateral-movement'],
  techniques: ['T1539', 'T1550.004', 'T1185'],
  severity: 'high',
  wakesOn: kinds,
  guards:
    "Addresses of the service are nobody's place; one carrier, both families of one line, telephones, usual networks, exits of many people, devices the person knows and a network new to a short past are quiet; a single move in the time a journey takes is weak.",
  blindTo: 'Thieves on a network the person uses, records without a session, and a proxy that was there from the first moment.',

  judge(event, past) {
    if (event.session === undefined || !isDeed(event)) return;
    const move = moveTo(
      event,
      past.sightings(event.session).filter(({ newest }) => event.at - newest.at <= days(14)),
      past,
    );
    if (move === undefined) return;

    const { from, strange } = move;
    const there = strange.event;
    return {
      key: `${event.actor}/${event.session}`,
      gathersFor: days(14),
      severity: severityOf(event, move),
      surpriseBits: strange.rarity.bits,
      says: `used one session ${fromPlace(strange)}, and ${there === event ? `${span(event.at - from.at)} before` : `${span(event.at - there.at)} later`} from ${placeName(there === event ? from : event)}`,
      about: concerning([there], strange),
      because: idsOf([event, there]),
      context: idsOf([from].filter((act) => act !== there)),
    };
  },
});

const isDeed = <E extends Event>(act: E): act is E & { readonly actor: string } =>
  isPerson(act) && act.outcome === 'success' && act.address !== undefined && act.serviceAddress !== true;

/** A line that has an address of each family has one country; which network the other is of, its record need not say. */
const isSameLine = (a: Event, b: Event): boolean =>
  a.address === b.address ||
  isSameCarrier(a, b) ||
  (a.country !== undefined &&
    a.country === b.country &&
    isSixth(a) !== isSixth(b) &&
    (a.asn === undefined || b.asn === undefined || a.asn === b.asn));

const isSixth = ({ address }: Event): boolean => address?.includes(':') ?? false;

function moveTo(event: Event, earlier: readonly Sighting[], past: Past): Move | undefined {
  const [first] = earlier;
  const others = earlier
    .map(({ newest }) => newest)
    .filter((act) => !isSameLine(act, event))
    .sort((a, b) => inOrder(b, a));
  if (first === undefined || others.length === 0) return undefined;

  // what the owner does in their own session, after a thief was in it, is no crime; one that a thief began is not the owner's
  const here = past.knows('address') ? undefined : strangeTo(event, past);
  const strange = here ?? (isSameLine(first.first, event) ? undefined : strangeTo(first.first, past));
  const from = others.find((act) => strange?.by !== 'country' || act.country !== event.country);
  if (strange === undefined || from === undefined) return undefined;
  const impossible = impossibleJourney(from, event, event.at - from.at) !== undefined;
  // the owner's machine, on a journey with its owner
  if (strange.traveller !== undefined && !impossible) return undefined;
  if (strange.by === 'network' && (isHandheld(event) || isHandheld(from) || strange.rarity.total < SETTLED)) return undefined;
  return { from, strange, impossible };
}

function strangeTo(act: Event, past: Past): Strange | undefined {
  const strange = strangePlace(act, past);
  if (strange === undefined || past.regulars(act.address ?? '') >= 3) return undefined;
  // a block of addresses is no network: telephones come from another one every day
  return strange.by === 'network' && (act.asn === undefined || past.knows('device')) ? undefined : strange;
}

function severityOf(event: Event, { from, strange, impossible }: Move): Severity {
  // behind an exit at home, while its owner is on a journey
  if (strange.traveller !== undefined || strange.by === 'network') return 'low';
  if (impossible) return isRare(strange) ? 'high' : 'medium';
  const isOneMachine = event.userAgent !== undefined && event.userAgent === from.userAgent && event.at - from.at > hours(1);
  return raised(isRare(strange) ? 'medium' : 'low', isOneMachine ? -1 : 0);
}
