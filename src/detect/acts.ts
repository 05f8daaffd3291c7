// Records of one act become one act: a sign-in and its audit twin are judged once and stand as two witnesses. So do the
// channels of one alert, and the products that saw one activity.

import { inOrder } from '../model/event.ts';
import type { Alert, Event, Kind, Place } from '../model/event.ts';
import { deviceKeys, oneAlert, rekeyed, sameActivity } from './alert-acts.ts';

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
  return witnessed([...byAct.values()].flatMap(merged), deviceKeys(events))
    .map((act) => ({ ...act, event: located(act.event, places) }))
    .sort((a, b) => inOrder(a.event, b.event));
}

/** What several products saw is one act. */
function witnessed(acts: readonly Act[], keys: ReadonlyMap<string, string>): Act[] {
  const byAlert = new Map<Alert, Act>();
  const deeds: Act[] = [];
  for (const act of acts)
    if (act.event.kind === 'alert') byAlert.set(rekeyed(act.event, keys), act);
    else deeds.push(act);
  const alerts = sameActivity([...byAlert.keys()]).map((group) => ({
    event: oneAlert(group),
    witnesses: group.flatMap((alert) => byAlert.get(alert)?.witnesses ?? []).sort(),
  }));
  return [...deeds, ...alerts];
}

/** A record of another source joins the first of its act; a second of the same source is an act of its own, but for alerts. */
function merged(all: readonly Event[]): Act[] {
  const alerts = all.filter((record) => record.kind === 'alert');
  const records = alerts.length === 0 ? all : all.filter((record) => record.kind !== 'alert');
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
  if (alerts.length > 0) acts.push({ event: oneAlert(alerts), witnesses: alerts.map(({ id }) => id), sources: new Set() });
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
