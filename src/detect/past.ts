// The past as a plain value, with the questions a detection may ask of it. Everything is as of the judged event:
// what came later, and what the judged event itself adds, is not in it.

import type { Dimension } from '../learn/dimension.ts';
import type { Standing } from '../learn/history.ts';
import type { Joint } from '../learn/joint.ts';
import type { Rarity } from '../learn/rarity.ts';
import type { Rate } from '../learn/rate.ts';
import type { Event, EventOf, Kind, SignIn } from '../model/event.ts';
import type { EntityLabel } from '../model/graph.ts';
import type { Day, Instant, Millis } from '../model/time.ts';
import type { Campaign } from '../mail/campaign/campaign.ts';
import type { Flood } from './floods.ts';
import type { MailPast } from './mails.ts';
import type { HostPast } from './network-memory.ts';

/** What is counted by the day. */
export type Measure = 'mailOpened' | 'mailDeleted' | 'mailSent' | 'filesRead' | 'filesDownloaded' | 'sensitiveFilesRead';

/** Few a day in any organisation. */
export type RareKind = Extract<Kind, 'mailboxRule' | 'methodChange' | 'consent' | 'roleChange' | 'delegation' | 'adminChange'>;

/** Somebody's successful sign-ins from a place. */
export interface Visit {
  readonly firstDay: Day;
  readonly lastAt: Instant;
}

/** The use of a session by one person from one address. */
export interface Sighting {
  readonly first: Event;
  readonly newest: Event;
}

/** On how many earlier days somebody did a thing, and how many others ever did on one. */
export interface Practice {
  readonly ownDays: number;
  readonly peers: number;
  readonly peersWith: number;
  readonly peopleWith: number;
}

/** All an act shows, taken together, and where that stands among earlier acts of its actor. */
export interface ActSurprise extends Joint {
  readonly standing: Standing;
}

/** How often an alarm of another product went off before. */
export interface Alarm {
  /** Hours before this one in which it did. */
  readonly earlierHours: number;
  /** Times in the fullest of those, and in this one so far. */
  readonly most: number;
  readonly thisHour: number;
}

export interface Past {
  /** Earlier acts of the judged event's actor, newest first; at most 1,000 and at most 60 days back. */
  before<K extends Kind>(kinds: readonly K[], within: Millis): readonly EventOf<K>[];
  /** Earlier acts whose `target` (a person) this is, newest first, by whomever; at most 1,000 and 60 days back. */
  against<K extends Kind>(target: string, kinds: readonly K[], within: Millis): readonly EventOf<K>[];
  /** Earlier acts of any person, newest first; at most 1,000 and 60 days back. */
  of<K extends Kind>(person: string, kinds: readonly K[], within: Millis): readonly EventOf<K>[];
  /** Earlier acts from an address, by whomever, newest first; at most 1,000 and 60 days back. */
  from<K extends Kind>(address: string, kinds: readonly K[], within: Millis): readonly EventOf<K>[];
  /** From where the judged event's actor had used a session with success, in the order of the first acts; at most 100. */
  sightings(session: string): readonly Sighting[];
  /** Earlier acts of a kind that is rare enough to be kept for the whole organisation, newest first; at most 1,000. */
  anyones<K extends RareKind>(kinds: readonly K[], within: Millis): readonly EventOf<K>[];
  /** How many people had touched an entity by then. */
  spread(label: EntityLabel, key: string): number;
  /** How many people had signed in from an address on an earlier day; what is accused does not count. */
  regulars(address: string): number;
  /** Who had signed in from a place (`placesOf` names an address, its block and its network), however briefly ago. */
  visitors(place: string): ReadonlyMap<string, Visit>;
  /** Earlier sign-ins from such a place, or with such a tool (`toolOf`), that failed, by whomever, newest first; at most 1,000 and 60 days back. */
  failures(place: string, within: Millis): readonly SignIn[];
  /** Successful sign-ins by an uncommon way (`wayOf`: a protocol or a client), as far as they may teach. */
  practice(way: string): Practice;
  /** How rare a value is for the judged event's actor, their peers and the organisation. */
  rarity(dimension: Dimension, value: string): Rarity;
  /** How rare the judged event's place is: its country, or within a usual country its network. Undefined without an address. */
  place(): Rarity | undefined;
  /** The same for another person or another event, e.g. the target's own habits. */
  rarityFor(person: string, dimension: Dimension, value: string): Rarity;
  /** The judged event's device or address is one its actor has signed in with successfully on an earlier day. */
  knows(what: 'device' | 'address'): boolean;
  rate(measure: Measure): Rate;
  /** The same by the hour: `today` is the judged event's hour so far, the past are the fullest hours of earlier days. */
  hourlyRate(measure: Measure): Rate;
  /** What the machine behind the judged connection does on the network; undefined unless one side is the organisation's. */
  host(): HostPast | undefined;
  /** The judged event's message as it was judged when its first record came; undefined where nobody has its content. */
  mail(): MailPast | undefined;
  /** The campaign that message belonged to by then, it included; its members may be left out. */
  campaign(): Campaign | undefined;
  /** What comes within the hour to that of the judged message’s recipients who gets most; undefined for mail of our own. */
  flood(): Flood | undefined;
  /** An alarm (`alarmOf`); what was silent for a week is forgotten. */
  alarm(key: string): Alarm;
  /** A domain, or the domain of a mail address, is one of the organisation's own. */
  isHome(address: string): boolean;
  /** Mailboxes that belong to no single person, as far as the records show. */
  isShared(mailbox: string): boolean;
  /** The judged event's actor regularly does this admin deed (operation) for others: on at least 3 earlier days. */
  usuallyDoes(operation: string): boolean;
  /** A person's name as people know it: UPN or mail address. */
  nameOf(person: string): string;
}

/** Surprise from which a thing counts as rare for the person and their peers. */
export const RARE_BITS = 10;
