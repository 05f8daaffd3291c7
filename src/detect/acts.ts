// Records of one act become one act: a sign-in and its audit twin are judged once and stand as two witnesses.

import { inOrder } from '../model/event.ts';
import type { Event, Kind, Place } from '../model/event.ts';

export interface Act {
  /** The fullest record of the act, with what only its twins told filled in. */
  readonly event: Event;
  /** Ids of every record of the act, the event's own among them. */
  readonly witnesses: readonly string[];
}

/** Acts in (at, id) order, each with the place its address is known for. Events may come in any order. */
export function actsOf(events: readonly Event[]): Act[] {
  const places = placesOf(events);
  const byAct = new Map<string, Event[]>();
  for (const event of events) {
    const list = byAct.get(event.act);
    if (list === undefined) byAct.set(event.act, [event]);
    else list.push(event);
  }
  return [...byAct.values()]
    .flatMap(merged)
    .map((act) => ({ ...act, event: located(act.event, places) }))
    .sort((a, b) => inOrder(a.event, b.event));
}

/** A record of another source joins the first of its act; a second record of the same source is an act of its own. */
function merged(records: readonly Event[]): Act[] {
  const sorted = [...records].sort(
    (a, b) => tells(b.kind) - tells(a.kind) || (a.source < b.source ? -1 : a.source > b.source ? 1 : inOrder(a, b)),
  );
  const acts: { event: Event; witnesses: string[]; sources: Set<string> }[] = [];
  for (const record of sorted) {
    const twin = acts.find(({ event, sources }) => !sources.has(record.source) && event.outcome === record.outcome);
    if (twin === undefined) acts.push({ event: record, witnesses: [record.id], sources: new Set([record.source]) });
    else {
      twin.event = { ...record, ...twin.event, at: Math.min(record.at, twin.event.at) };
      twin.witnesses.push(record.id);
      twin.sources.add(record.source);
    }
  }
  return acts.map(({ event, witnesses }) => ({ event, witnesses: witnesses.sort() }));
}

/** The kind that says most leads: a changed phone over the bare "user was updated". */
const tells = (kind: Kind): number => (kind === 'other' ? 0 : kind === 'adminChange' ? 1 : 2);

/** What the records that know say of an address; the country named most often wins, then the smaller code. */
function placesOf(events: readonly Event[]): ReadonlyMap<string, Place> {
  const told = new Map<string, Map<string, { times: number; place: Place }>>();
  for (const event of events) {
    if (event.address === undefined || event.country === undefined || event.countryFrom !== 'record') continue;
    const countries = told.get(event.address) ?? new Map<string, { times: number; place: Place }>();
    told.set(event.address, countries);
    const seen = countries.get(event.country);
    const place: Place = {
      country: event.country,
      countryFrom: 'record',
      ...lesser(seen?.place.asn, event.asn),
    };
    countries.set(event.country, { times: (seen?.times ?? 0) + 1, place });
  }
  return new Map([...told].map(([address, countries]) => [address, mostTold(countries)]));
}

const lesser = (a: number | undefined, b: number | undefined): { asn?: number } =>
  a === undefined ? (b === undefined ? {} : { asn: b }) : { asn: b === undefined ? a : Math.min(a, b) };

const mostTold = (countries: ReadonlyMap<string, { times: number; place: Place }>): Place =>
  [...countries].sort(([a, x], [b, y]) => y.times - x.times || (a < b ? -1 : 1))[0]?.[1].place ?? {};

function located(event: Event, places: ReadonlyMap<string, Place>): Event {
  const place = event.address === undefined ? undefined : places.get(event.address);
  if (place === undefined) return event;
  if (event.countryFrom === 'record')
    return event.asn === undefined && place.asn !== undefined ? { ...event, asn: place.asn } : event;
  return { ...event, ...place };
}
