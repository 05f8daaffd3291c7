// What a story may be told from: the incident, its evidence, and what is known of the people in it.

import type { Event } from '../model/event.ts';
import type { Finding } from '../model/finding.ts';
import type { Cluster, Escalation, Involvement } from '../model/incident.ts';
import type { Instant } from '../model/time.ts';

/** What is known of one person's ordinary days, as of just before the incident. */
export interface Acquaintance {
  /** Successful sign-ins counted, and the days on which there were any. */
  readonly signIns: number;
  readonly days: number;
  readonly firstAt?: Instant;
  /** Where from, most often first. */
  readonly countries: readonly { readonly code: string; readonly count: number }[];
  /** Keys of devices signed in with. Empty means that the records name none. */
  readonly devices: readonly string[];
  /** Sign-ins by hour of the day, UTC; 24 numbers. Left out where nobody counted. */
  readonly hours?: readonly number[];
  /** On how many days the person did admin work for others. */
  readonly adminDays?: number;
  /** People who work like them, and how many of those ever signed in from a country. */
  readonly peers?: {
    readonly count: number;
    readonly label?: string;
    readonly countries: readonly { readonly code: string; readonly people: number }[];
  };
}

export interface Telling {
  readonly cluster: Cluster;
  readonly findings: readonly Finding[];
  /**
   * At least the events the findings name. Others of the same people within the span make a better story: what came
   * from an accused address or session is told, what came from a usual country counts as the owner's own days.
   */
  readonly events: ReadonlyMap<string, Event>;
  readonly escalation: Escalation;
  readonly involves: readonly Involvement[];
  nameOf(key: string): string;
  /** By the person's key. */
  readonly baseline?: ReadonlyMap<string, Acquaintance>;
  /** Mailboxes that belong to no single person. */
  readonly shared?: ReadonlySet<string>;
  readonly now: Instant;
}

/** Ids a sentence of this telling may cite. */
export const citable = (telling: Telling): ReadonlySet<string> =>
  new Set([...telling.findings.map((finding) => finding.id), ...telling.events.keys()]);
