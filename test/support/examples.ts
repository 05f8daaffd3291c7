// Examples of detections: what happened, what was known before, what is found.

import { describe, expect, it } from 'vitest';
import type { Detection } from '../../src/detect/detection.ts';
import type { Flood } from '../../src/detect/floods.ts';
import type { MailPast } from '../../src/detect/mails.ts';
import { noNetwork, recallHost, rememberConnection, tallyConnection } from '../../src/detect/network-memory.ts';
import type { Measure, Past, Practice, Sighting, Visit } from '../../src/detect/past.ts';
import { placesOf, toolOf } from '../../src/detect/sign-ins.ts';
import type { Campaign } from '../../src/mail/campaign/campaign.ts';
import type { Dimension } from '../../src/learn/dimension.ts';
import type { Rarity } from '../../src/learn/rarity.ts';
import type { Rate } from '../../src/learn/rate.ts';
import { inOrder, type Event, type EventOf, type Kind } from '../../src/model/event.ts';
import type { EntityRef, Severity } from '../../src/model/finding.ts';
import { dayOf } from '../../src/model/time.ts';

/** What a person knows and does, where an example says otherwise than "everything is as always". */
export interface Before {
  /** Earlier acts of the judged event's actor, and of others against their target; in any order. */
  readonly events?: readonly Event[];
  /** Values that are rare, by dimension; all others are daily. */
  readonly rare?: Partial<Record<Dimension, Readonly<Record<string, Rarity>>>>;
  readonly knows?: readonly ('device' | 'address')[];
  readonly rates?: Partial<Record<Measure, Partial<Rate>>>;
  readonly home?: readonly string[];
  readonly shared?: readonly string[];
  readonly usuallyDoes?: readonly string[];
  /** People who had touched an entity, by `Label key`; people who sign in from an address, by address. */
  readonly spread?: Readonly<Record<string, number>>;
  readonly regulars?: Readonly<Record<string, number>>;
  readonly practice?: Readonly<Record<string, Partial<Practice>>>;
  /** The judged event's message as it was judged, and what it belongs to. */
  readonly mail?: MailPast;
  readonly campaign?: Campaign;
  readonly flood?: Flood;
}

export const daily: Rarity = { bits: 0.3, own: 380, total: 412, peers: 38, peersWith: 36, people: 200, peopleWith: 180 };
/** Neither they nor anybody else. */
export const never: Rarity = { bits: 21, own: 0, total: 412, peers: 38, peersWith: 0, people: 200, peopleWith: 0 };
/** They never, but some of their peers are there. */
export const peersDo: Rarity = { bits: 10.5, own: 0, total: 412, peers: 38, peersWith: 6, people: 200, peopleWith: 9 };
/** Somebody on their second day. */
export const newcomer: Rarity = { bits: 14, own: 0, total: 1, peers: 38, peersWith: 0, people: 200, peopleWith: 0 };

/** The past of one event. Without options nothing came before and everything is as always. */
export function past(before: Before = {}, event?: Event): Past {
  const newestFirst = [...(before.events ?? [])].sort(inOrder).reverse();
  const since = (within: number) => (event === undefined ? -Infinity : event.at - within);
  const happened = (act: Event, kinds: readonly Kind[], within: number) =>
    kinds.includes(act.kind) && act.at >= since(within) && (event === undefined || inOrder(act, event) < 0);
  const targetOf = (act: Event) => ('target' in act ? act.target : 'mailbox' in act ? act.mailbox : undefined);
  const such = <K extends Kind>(kinds: readonly K[], within: number, is: (act: Event) => boolean) =>
    newestFirst.filter((act): act is EventOf<K> => happened(act, kinds, within) && is(act));
  const rarity = (dimension: Dimension, value: string): Rarity => before.rare?.[dimension]?.[value] ?? daily;

  return {
    before: <K extends Kind>(kinds: readonly K[], within: number) =>
      newestFirst.filter(
        (act): act is EventOf<K> => happened(act, kinds, within) && (event === undefined || act.actor === event.actor),
      ),
    against: <K extends Kind>(target: string, kinds: readonly K[], within: number) =>
      newestFirst.filter((act): act is EventOf<K> => happened(act, kinds, within) && targetOf(act) === target),
    of: (person, kinds, within) => such(kinds, within, (act) => act.actor === person),
    from: (address, kinds, within) => such(kinds, within, (act) => act.address === address),
    sightings: (session) => {
      const places = new Map<string, Sighting>();
      for (const act of [...newestFirst].reverse()) {
        if (act.session !== session || act.actor !== event?.actor || act.outcome !== 'success' || act.serviceAddress === true)
          continue;
        if (event !== undefined && inOrder(act, event) >= 0) continue;
        places.set(act.address ?? '', { first: places.get(act.address ?? '')?.first ?? act, newest: act });
      }
      return [...places.values()];
    },
    anyones: (kinds, within) => such(kinds, within, () => true),
    spread: (label, key) => before.spread?.[`${label} ${key}`] ?? 0,
    regulars: (address) => before.regulars?.[address] ?? 0,
    visitors: (place) => {
      const visits = new Map<string, Visit>();
      for (const { actor = '', at } of such(
        ['signIn'],
        Infinity,
        (act) => act.outcome === 'success' && isFrom(act, place),
      ).reverse())
        visits.set(actor, { firstDay: visits.get(actor)?.firstDay ?? dayOf(at), lastAt: at });
      return visits;
    },
    failures: (place, within) =>
      such(['signIn'], within, (act) => act.outcome === 'failure' && (isFrom(act, place) || toolOf(act) === place)),
    practice: (way) => ({ ownDays: 0, peers: 38, peersWith: 0, peopleWith: 0, ...before.practice?.[way] }),
    rarity,
    rarityFor: (_, dimension, value) => rarity(dimension, value),
    place: () => (event?.country === undefined ? undefined : rarity('country', event.country)),
    knows: (what) => before.knows?.includes(what) ?? false,
    rate: (measure) => ({ ...ordinary, ...before.rates?.[measure] }),
    hourlyRate: () => ordinary,
    host: () => hostPast(before.events ?? [], event),
    alarm: () => ({ earlierHours: 0, most: 0, thisHour: 1 }),
    isHome: (address) => (before.home ?? ['contoso.test']).includes(address.slice(address.lastIndexOf('@') + 1)),
    isShared: (mailbox) => before.shared?.includes(mailbox) ?? false,
    usuallyDoes: (operation) => before.usuallyDoes?.includes(operation) ?? false,
    mail: () => before.mail,
    campaign: () => before.campaign,
    flood: () => before.flood,
    nameOf: (person) => person,
  };
}

const ordinary: Rate = {
  ...{ today: 1, activeDays: 30, median: 1, deviation: 1, highest: 5 },
  ...{ usual: 5, season: 'any day', seasons: 30 },
};

/** What the network really remembers of the connections among the earlier events, all of which taught. */
function hostPast(events: readonly Event[], judged: Event | undefined) {
  if (judged?.kind !== 'connection') return undefined;
  const network = noNetwork();
  for (const event of [...events].sort(inOrder))
    if (event.kind === 'connection' && inOrder(event, judged) < 0) {
      rememberConnection(network, event);
      tallyConnection(network, event, 1);
    }
  return recallHost(network, judged);
}

const isFrom = (act: Event, place: string): boolean => placesOf(act).includes(place);

/** Parts of a hit; what an example does not name may be anything. */
export interface Expected {
  readonly severity?: Severity;
  readonly says?: string | RegExp;
  /** Ids, in order. */
  readonly because?: readonly string[];
  readonly about?: readonly EntityRef[];
  readonly surpriseBits?: number;
  readonly key?: string;
}

export interface Example<K extends Kind> {
  readonly event: EventOf<K>;
  readonly past?: Before;
  /** undefined: nothing. */
  readonly finds: Expected | undefined;
}

/** One test an example; its name is a sentence about the world. */
export function examples<K extends Kind>(rule: Detection<K>, table: Readonly<Record<string, Example<K>>>): void {
  describe(rule.id, () => {
    for (const [name, { event, past: before, finds }] of Object.entries(table)) {
      it(name, () => {
        const hit = rule.judge(event, past(before, event));
        if (finds === undefined) {
          expect(hit).toBeUndefined();
          return;
        }
        const { says, about, ...exactly } = finds;
        expect(hit).toMatchObject(exactly);
        expect(hit?.because).toContain(event.id);
        if (typeof says === 'string') expect(hit?.says).toBe(says);
        else if (says !== undefined) expect(hit?.says).toMatch(says);
        for (const entity of about ?? []) expect(hit?.about).toContainEqual(expect.objectContaining(entity));
      });
    }
  });
}
