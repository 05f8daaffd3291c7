// Whether a campaign is an attack, as of its newest message, and why, in words.
//
// By an analyst's word; else by members that were judged harmful by themselves, weighed against those that were not; else
// by one text coming from many domains nobody here knows and wanting harm. A mass mailing of a known sender is never
// convicted by itself: one message of it that looked bad says something of the message, or of the judge.
//
// Blind to: an attack in which nothing is ever found, from a single sender; and to a known sender's list that was taken over.

import type { Instant } from '../../model/time.ts';
import { familiesOf, isMostly, mostWanted, recipientsOf } from './cluster.ts';
import type { Cluster } from './cluster.ts';
import type { Conviction } from './campaign.ts';
import { CONVICTS } from './settings.ts';

/** Sets, keeps or lifts its conviction. */
export function judge(cluster: Cluster, at: Instant): void {
  const conviction = convictionOf(cluster, at);
  if (conviction === undefined) delete cluster.conviction;
  else cluster.conviction = conviction;
}

function convictionOf(cluster: Cluster, at: Instant): Conviction | undefined {
  const { ruling, conviction } = cluster;
  if (ruling !== undefined) return ruling.isAttack ? ruled(cluster, ruling.at, ruling.by) : undefined;
  if (isKnownBulk(cluster)) return undefined;
  if (conviction !== undefined && share(cluster) >= CONVICTS.falls) return conviction;
  return byMembers(cluster, at) ?? byStrangers(cluster, at);
}

/** What convicted it before the ruling stays the earlier reason. */
function ruled({ conviction, first }: Cluster, at: Instant, by: string): Conviction {
  if (conviction !== undefined && conviction.at <= at) return conviction;
  return { at, by: [first], says: `${by} said that it is an attack` };
}

const share = ({ evidence, weight }: Cluster): number => evidence / Math.max(1, weight);

const isKnownBulk = (cluster: Cluster): boolean => isMostly(cluster.bulk, cluster) && isMostly(cluster.known, cluster);

function byMembers(cluster: Cluster, at: Instant): Conviction | undefined {
  const { evidence, known, judged, weight, messages } = cluster;
  const isEstablished = known / messages >= CONVICTS.known || isMostly(cluster.bulk, cluster);
  const needed = isEstablished ? CONVICTS.shareOfKnown : CONVICTS.share;
  if (evidence < CONVICTS.least || share(cluster) < needed) return undefined;
  const says =
    `judged harmful by themselves: ${shown(evidence)} of ${shown(weight)} deliveries` +
    (isEstablished ? ', which is most of them' : ', of senders that were not known here');
  return { at, by: judged.map(({ message }) => message), says };
}

function byStrangers(cluster: Cluster, at: Instant): Conviction | undefined {
  const { strangers } = CONVICTS;
  const { known, wanting, messages, members } = cluster;
  const isOne = known === 0 && !isMostly(cluster.bulk, cluster) && familiesOf(cluster) >= strangers.domains;
  if (!isOne || recipientsOf(cluster) < strangers.recipients || wanting / messages < strangers.wanting) return undefined;
  const most = mostWanted(cluster) ?? '';
  const says =
    `one text from ${familiesOf(cluster)} senders nobody here knows, to ${recipientsOf(cluster)} people, and ` +
    `${wanting} of ${messages} want harm, mostly ${WORDS[most] ?? most}`;
  return { at, by: members.slice(0, 20).map(({ message }) => message), says };
}

const WORDS: Readonly<Record<string, string>> = {
  ...{ phishing: 'a click', credentials: 'a password', paymentChange: 'another account to be paid', giftCards: 'gift cards' },
  ...{ extortion: 'money by a threat', callback: 'a call' },
};

const shown = (sum: number): string => String(Math.round(sum * 10) / 10);
