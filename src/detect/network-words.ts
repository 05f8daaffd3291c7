// How detections on the network speak, and what several of them ask.

import type { Destination, Host } from '../learn/network/destination.ts';
import type { Familiarity } from '../learn/network/repertoire.ts';
import { bytesText } from '../learn/network/volume.ts';
import type { DayRate } from '../learn/network/volume.ts';
import type { About } from '../model/finding.ts';
import type { HostPast } from './network-memory.ts';
import type { Past } from './past.ts';
import { count, quote } from './words.ts';

/** What three other machines use, or two neighbours, is a service and not somebody's hiding place. */
const ELSEWHERE = { hosts: 3, peers: 2 };
/** Used on this many days without suspicion, a place is the host's own habit. */
const HABIT_DAYS = 10;

export const isCommon = ({ hostsWith, peersWith }: Familiarity): boolean =>
  hostsWith >= ELSEWHERE.hosts || peersWith >= ELSEWHERE.peers;

/** Days of past from which "never before" says something. */
const FEWEST_DAYS = 7;
/** Machines that were seen to reach anything outside, from which "no one else" says something. */
const FEWEST_HOSTS = 5;

/** What a machine has done since it was first seen may be as old as the machine. */
export const isSinceEver = ({ knownBefore }: Familiarity): boolean => knownBefore < FEWEST_DAYS;

/**
 * How rare the place is, where there is a past or there are others to say so; undefined where the place is one of ours,
 * of others, or the host's own habit, under any of its names.
 */
export function rarePlace(host: HostPast, past: Past): Familiarity | undefined {
  const { destination } = host;
  if (destination === undefined) return undefined;
  const reach = host.reach();
  if (isCommon(reach) || reach.ownDays >= HABIT_DAYS) return undefined;
  if (reach.hosts < FEWEST_HOSTS && reach.activeDays < FEWEST_DAYS) return undefined;
  const isKnown = host.names().some((name) => past.isHome(name) || isCommon(host.reach(name)));
  return isKnown ? undefined : reach;
}

/** The name people would look for: of an address the newest it was called by. */
export const placeText = (host: HostPast): string => quote(host.names().at(-1) ?? host.destination?.entity ?? 'nowhere');

/** `which it had reached on none of 31 earlier days (212 names and networks in all), nor had any of 40 other machines`. */
export function familiarityText({ ownDays, activeDays, values, hosts, hostsWith, ignored }: Familiarity): string {
  const beyond = ignored > 0 ? `, and ${count(ignored, 'record')} of more that are not kept` : '';
  const own =
    activeDays === 0
      ? 'which is all that is known of the machine yet'
      : `which it had reached on ${ownDays === 0 ? 'none' : ownDays} of ${count(activeDays, 'earlier day')} (${values} names and networks in all${beyond})`;
  if (hosts === 0) return own;
  return hostsWith === 0
    ? `${own}, nor had any of ${count(hosts, 'other machine')}`
    : `${own}, as ${hostsWith === 1 ? 'has one' : `have ${hostsWith}`} of ${count(hosts, 'other machine')}`;
}

/** Less than this leaves with a few pictures. */
export const LEAST_BYTES = 50_000_000;
const FEWEST_RATED_DAYS = 5;

/** A day that leaves the host's own days of its kind far behind. */
export const isBeyondOwn = ({ today, activeDays, median, deviation, highest }: DayRate): boolean =>
  activeDays >= FEWEST_RATED_DAYS &&
  today >= LEAST_BYTES &&
  today > 3 * highest &&
  today > median + 6 * Math.max(1.4826 * deviation, median / 10);

/** `900 MB in the day, where 40 MB are usual on a working day and 75 MB were the most in 20`. */
export const volumeText = ({ today, median, highest, activeDays, kind }: DayRate): string =>
  `${bytesText(today)} in the day, where ${bytesText(median)} are usual on a ${kind} and ${bytesText(highest)} were the most in ${activeDays}`;

/** The machine, and where it talks to. */
export const concerned = (host: Host, destination?: Destination): readonly About[] => [
  { label: host.label, key: host.key, role: 'device' },
  ...(destination === undefined ? [] : [{ label: destination.label, key: destination.entity, role: 'target' } as const]),
];
