// The way a message came: by which servers, how long it took, who knocked at the receiver's door, and whether the way fits
// the author. Lines below the one of the receiver's own border were written by the sender's side.

import { canonicalAddress, isPrivateAddress } from '../../ingest/address.ts';
import { registrableOf } from '../../ingest/registered-name.ts';
import { outsideHop } from '../../ingest/email/received.ts';
import type { Hop } from '../../ingest/email/received.ts';
import { hours, minutes } from '../../model/time.ts';
import type { Instant } from '../../model/time.ts';
import { headMetrics, onceOf } from '../family-metrics.ts';
import type { Message } from '../message.ts';
import type { Metric } from '../metric.ts';

const { flag, count, share, hours: inHours, text } = headMetrics('routing');

/** Who knocked; half of these metrics ask. */
const outside = onceOf(outsideHop);

/** Clocks of servers differ by so much without meaning anything. */
const SLACK = minutes(5);

export const routing: readonly Metric[] = [
  count('hops', 'servers it passed, by their lines', ({ headers }) => headers.all('received').length),
  count('undated-hops', 'servers whose line has no time', ({ hops }) => hops.filter(({ at }) => at === undefined).length),
  inHours('transit', 'hours from the first server’s line to the last one’s', ({ hops }) => transit(hops)),
  inHours('longest-wait', 'hours of the longest wait between two servers', ({ hops }) => longestWait(hops)),
  inHours('submission-delay', 'hours from its Date to the first server’s line; negative for a date to come', submissionDelay),
  count('hops-backwards', 'servers that took it more than five minutes before they could have got it', ({ hops }) =>
    backwards(hops),
  ),
  count('repeated-servers', 'lines of servers that had it before', ({ hops }) => {
    const servers = hops.flatMap(({ by }) => by ?? []);
    return servers.length - new Set(servers).size;
  }),
  count(
    'organisations',
    'registered domains of the servers it passed',
    ({ hops }) => new Set(hops.flatMap(({ by }) => registrableOf(by ?? '') ?? [])).size,
  ),
  share('encrypted-share', 'share of the hops whose line says that they were encrypted', ({ hops }) =>
    hops.length === 0 ? undefined : hops.filter(({ isEncrypted }) => isEncrypted).length / hops.length,
  ),

  text('source-address', 'first address from outside, from the receiver’s side', ({ hops }) => outside(hops)?.address),
  text('source-host', 'name of the host that knocked: the one its address has, else the one it gave', ({ hops }) =>
    hostOf(outside(hops)),
  ),
  text('sending-service', 'registered domain of the host that knocked', ({ hops }) => registrableOf(hostOf(outside(hops)) ?? '')),
  flag('no-outside', 'no line tells of an address from outside', ({ hops }) =>
    hops.length === 0 ? undefined : outside(hops) === undefined,
  ),
  flag('source-is-authors', 'the host that knocked is of the author’s registered domain', sourceIsAuthors),
  flag('source-is-nameless', 'the address that knocked has no name', ({ hops }) => outside(hops)?.isNameless === true),
  flag('source-is-dynamic', 'the host that knocked is named like a home connection', ({ hops }) => {
    const source = outside(hops);
    return source === undefined ? undefined : [source.reverse, source.from].some((name) => isDynamic(name, source.address));
  }),
  flag('helo-is-address', 'the host that knocked called itself by an address', ({ hops }) =>
    ofHelo(hops, (helo) => canonicalAddress(helo) !== undefined),
  ),
  flag('helo-is-local', 'the host that knocked called itself by a name that is none in public', ({ hops }) =>
    ofHelo(hops, (helo) => canonicalAddress(helo) === undefined && registrableOf(helo) === undefined),
  ),
  flag('helo-differs', 'the host that knocked called itself by another registered domain than its address has', ({ hops }) => {
    const [told, has] = [registrableOf(outside(hops)?.from ?? ''), registrableOf(outside(hops)?.reverse ?? '')];
    return told === undefined || has === undefined ? undefined : told !== has;
  }),
  flag('helo-claims-home', 'a host from outside called itself by a name of ours', ({ hops }, { history }) =>
    history.homeDomains.size === 0
      ? undefined
      : ofHelo(hops, (helo) => [...history.homeDomains].some((home) => helo === home || helo.endsWith(`.${home}`))),
  ),

  text('first-address', 'address the lowest line tells of', ({ hops }) => hops.findLast(({ address }) => address)?.address),
  text('first-protocol', 'protocol of the lowest line', ({ hops }) => hops.findLast(({ protocol }) => protocol)?.protocol),
  flag('first-is-private', 'the lowest line tells of a private address', ({ hops }) => {
    const first = hops.findLast(({ address }) => address)?.address;
    return first === undefined ? undefined : isPrivateAddress(first);
  }),
  flag('first-is-web', 'handed in by a page or script: over HTTP or on the machine itself', ({ hops }) =>
    hops.length === 0 ? undefined : /^(?:https?|local|php)$/.test(hops.at(-1)?.protocol ?? ''),
  ),
  flag('was-signed-in', 'a line says that its sender had signed in', ({ hops }) =>
    hops.some(({ protocol }) => /^(?:utf8)?(?:e?smtps?a|a?smtpa)$|^asmtp$/.test(protocol ?? '')),
  ),
  text('originating-address', 'address of the writer, as a header of the sending service tells it', ({ headers }) =>
    ['x-originating-ip', 'x-sender-ip', 'x-client-ip', 'x-source-ip', 'x-originating-client-ip']
      .map((name) => canonicalAddress(headers.first(name)?.slice(0, LONGEST_ADDRESS)))
      .find((address) => address !== undefined),
  ),
  flag('through-exchange', 'Exchange Online took it in', ({ hops }) =>
    hops.some(({ by }) => /\.mail\.protection\.(?:outlook\.com|office365\.us|partner\.outlook\.cn)$/.test(by ?? '')),
  ),

  text('envelope-domain', 'registered domain of the envelope’s sender', ({ envelope }) => envelope?.registered),
  flag('envelope-differs', 'the envelope’s sender is of another registered domain than the author', ({ envelope, author }) =>
    envelope?.registered === undefined || author?.registered === undefined
      ? undefined
      : envelope.registered !== author.registered,
  ),
  text('date-zone', 'zone of its Date, as written: +0200', ({ headers }) => zoneOf(headers.first('date'))),
  inHours('zone-gap', 'hours between the zone of its Date and the zone of the first server’s line', zoneGap),
];

const LONGEST_ADDRESS = 64;

const hostOf = (hop: Hop | undefined): string | undefined => hop?.reverse ?? hop?.from;

function ofHelo(hops: readonly Hop[], is: (helo: string) => boolean): boolean | undefined {
  const helo = outside(hops)?.from;
  return helo === undefined ? undefined : is(helo);
}

function sourceIsAuthors({ hops, author }: Message): boolean | undefined {
  const service = registrableOf(hostOf(outside(hops)) ?? '');
  return service === undefined || author?.registered === undefined ? undefined : service === author.registered;
}

const DYNAMIC =
  /(?:^|[.\d-])(?:dyn(?:amic)?(?:ip)?|a?dsl|[vx]dsl|pool|dhcp|ppp(?:oe)?|cable|dial(?:up|in)?|broadband|fibre|fiber|ftth|res(?:idential)?|mobile|client|cust(?:omer)?|user|home|hsd\d?|cpe|wifi|wireless)(?:[.\d-]|$)/;

/** Its own address in the name, or a word providers use for their customers' connections. */
function isDynamic(name: string | undefined, address: string | undefined): boolean {
  if (name === undefined || registrableOf(name) === undefined) return false;
  const octets = /^\d+\.\d+\.\d+\.\d+$/.test(address ?? '') ? (address ?? '').split('.') : [];
  const numbers: readonly string[] = name.match(/\d{1,3}/g) ?? [];
  return (octets.length === 4 && octets.every((octet) => numbers.includes(octet))) || DYNAMIC.test(name);
}

/** Times of the hops, the first server's first. */
const times = (hops: readonly Hop[]): readonly Instant[] => hops.flatMap(({ at }) => at ?? []).reverse();

const inHoursOf = (span: number): number => span / hours(1);

function transit(hops: readonly Hop[]): number | undefined {
  const all = times(hops);
  const [first, last] = [all[0], all.at(-1)];
  return first === undefined || last === undefined || all.length < 2 ? undefined : inHoursOf(last - first);
}

const waits = (hops: readonly Hop[]): readonly number[] =>
  times(hops).flatMap((at, index, all) => (index === 0 ? [] : at - (all[index - 1] ?? at)));

function longestWait(hops: readonly Hop[]): number | undefined {
  const all = waits(hops);
  return all.length === 0 ? undefined : inHoursOf(Math.max(0, ...all));
}

const backwards = (hops: readonly Hop[]): number => waits(hops).filter((wait) => wait < -SLACK).length;

function submissionDelay({ hops, written }: Message): number | undefined {
  const first = times(hops)[0];
  return first === undefined || written === undefined ? undefined : inHoursOf(first - written);
}

const zoneOf = (date: string | undefined): string | undefined => /\s([+-]\d{4})\b/.exec((date ?? '').slice(0, 200))?.[1];

function zoneGap({ headers, hops }: Message): number | undefined {
  const lowest = headers.all('received')[hops.length - 1]?.slice(0, 2_000);
  const [written, taken] = [zoneOf(headers.first('date')), zoneOf(lowest?.slice(lowest.lastIndexOf(';') + 1))];
  return written === undefined || taken === undefined ? undefined : Math.abs(minutesOf(written) - minutesOf(taken)) / 60;
}

const minutesOf = (zone: string): number =>
  (zone.startsWith('-') ? -1 : 1) * (Number(zone.slice(1, 3)) * 60 + Number(zone.slice(3)));
