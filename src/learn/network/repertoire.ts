// What hosts do again and again: the destinations they reach, the ports they call, the services they offer.
//
// How rare a value is backs off from the host to the hosts of its own network to all hosts (after MacKay & Peto 1995).
// What is estimated is the chance that a host shows the value on a day it is active, so that a host with a thousand
// connections an hour does not speak for the others. A host's own days fade with a half-life of 30 days.
//
// Everything is counted by the day and can be taken back exactly, up to the most values kept of one host: what comes
// beyond is only counted, and every answer says how much that was.

import type { Day } from '../../model/time.ts';
import { add, HALF_LIFE_DAYS, noDays, totalOf } from '../daily.ts';
import type { DayCounts } from '../daily.ts';

/** A scanner or a proxy reaches the world; what is usual for it cannot be told by its destinations. */
export const MOST_VALUES = 10_000;
/** More hosts than a private network of that size has in use: spoofed senders. */
export const MOST_HOSTS = 200_000;

/** How many days, neighbours, hosts the next level up is worth. Set by judgement, as for people. */
const PRIOR = 3;
/** How many values a new one might have been. */
const NOVELTY = 1_000;

interface Host {
  readonly network: string;
  readonly active: DayCounts;
  readonly values: Map<string, DayCounts>;
  ignored: number;
}

interface Holders {
  hosts: number;
  readonly byNetwork: Map<string, number>;
}

export interface Repertoire {
  readonly hosts: Map<string, Host>;
  readonly holders: Map<string, Holders>;
  /** Network → how many of its hosts are active. */
  readonly networks: Map<string, number>;
  /** Records of hosts beyond the most. */
  ignored: number;
}

export const noRepertoire = (): Repertoire => ({ hosts: new Map(), holders: new Map(), networks: new Map(), ignored: 0 });

/** How familiar a value is to a host, to the other hosts of its network, and to all others; with its counts. */
export interface Familiarity {
  readonly bits: number;
  /** How often the host has shown it, and on how many earlier days. */
  readonly own: number;
  readonly ownDays: number;
  /** How many different values the host has shown, on how many earlier days it was active, and how many days ago the first was. */
  readonly values: number;
  readonly activeDays: number;
  readonly knownDays: number;
  /** How long the host had been known when it first showed the value, in days; of one it never showed, until now. */
  readonly knownBefore: number;
  readonly peers: number;
  readonly peersWith: number;
  /** Other hosts, those of its network among them. */
  readonly hosts: number;
  readonly hostsWith: number;
  /** Records that taught nothing because the host had too many values. */
  readonly ignored: number;
}

/** Counts occurrences on a day; a negative number takes back as many. */
export function count(repertoire: Repertoire, name: string, network: string, value: string, day: Day, times: number): void {
  const host = hostOf(repertoire, name, network);
  if (host === undefined) {
    repertoire.ignored += times;
    return;
  }
  const wasActive = host.active.days.length > 0;
  add(host.active, day, times);
  bump(repertoire.networks, host.network, Number(host.active.days.length > 0) - Number(wasActive));
  countValue(repertoire, host, value, day, times);
  if (host.active.days.length === 0 && host.values.size === 0 && host.ignored === 0) repertoire.hosts.delete(name);
}

function hostOf(repertoire: Repertoire, name: string, network: string): Host | undefined {
  const found = repertoire.hosts.get(name);
  if (found !== undefined || repertoire.hosts.size >= MOST_HOSTS) return found;
  const made: Host = { network, active: noDays(), values: new Map(), ignored: 0 };
  repertoire.hosts.set(name, made);
  return made;
}

function countValue(repertoire: Repertoire, host: Host, value: string, day: Day, times: number): void {
  const kept = host.values.get(value) ?? (times > 0 && host.values.size < MOST_VALUES ? noDays() : undefined);
  if (kept === undefined) {
    host.ignored += times;
    return;
  }
  const was = kept.days.length > 0;
  add(kept, day, times);
  const is = kept.days.length > 0;
  if (is) host.values.set(value, kept);
  else host.values.delete(value);
  if (is !== was) hold(repertoire, host, value, is ? 1 : -1);
}

function hold(repertoire: Repertoire, host: Host, value: string, times: 1 | -1): void {
  const holders = repertoire.holders.get(value) ?? { hosts: 0, byNetwork: new Map<string, number>() };
  holders.hosts += times;
  bump(holders.byNetwork, host.network, times);
  if (holders.hosts > 0) repertoire.holders.set(value, holders);
  else repertoire.holders.delete(value);
}

function bump(map: Map<string, number>, key: string, by: number): void {
  const left = (map.get(key) ?? 0) + by;
  if (left > 0) map.set(key, left);
  else map.delete(key);
}

/** Of all that was counted so far; the judged act itself is not. */
export function familiarity(repertoire: Repertoire, name: string, network: string, value: string, today: Day): Familiarity {
  const host = repertoire.hosts.get(name);
  const kept = host?.values.get(value);
  const holders = repertoire.holders.get(value);
  const isActive = Number((host?.active.days.length ?? 0) > 0);
  const has = Number(kept !== undefined);
  const own = host?.network ?? network;
  const first = host?.active.days[0] ?? today;
  const peers = (repertoire.networks.get(own) ?? 0) - isActive;
  const peersWith = (holders?.byNetwork.get(own) ?? 0) - has;
  const hosts = repertoire.hosts.size - Number(host !== undefined);
  const hostsWith = (holders?.hosts ?? 0) - has;

  const pHosts = (hostsWith + PRIOR / NOVELTY) / (hosts + PRIOR);
  const pPeers = (peersWith + PRIOR * pHosts) / (peers + PRIOR);
  const pOwn = (weight(kept, today) + PRIOR * pPeers) / (weight(host?.active, today) + PRIOR);
  return {
    bits: Math.max(0, -Math.log2(pOwn)),
    own: totalOf(kept),
    ownDays: daysBefore(kept, today),
    values: host?.values.size ?? 0,
    activeDays: daysBefore(host?.active, today),
    knownDays: Math.max(0, today - first),
    knownBefore: Math.max(0, Math.min(today, kept?.days[0] ?? today) - first),
    ...{ peers, peersWith, hosts, hostsWith },
    ignored: host?.ignored ?? 0,
  };
}

function daysBefore(kept: DayCounts | undefined, today: Day): number {
  let index = kept?.days.length ?? 0;
  while (index > 0 && (kept?.days[index - 1] ?? 0) >= today) index -= 1;
  return index;
}

/** Days, each fading; today's count as of today. */
function weight(kept: DayCounts | undefined, today: Day): number {
  let sum = 0;
  for (const day of kept?.days ?? []) if (day <= today) sum += 2 ** ((day - today) / HALF_LIFE_DAYS);
  return sum;
}
