// When a campaign's messages came, as a picture wants it: counted in equal spans that begin at a round time.

import type { Instant } from '../../model/time.ts';
import { days, hours, minutes } from '../../model/time.ts';
import type { Member } from './campaign.ts';

export interface CampaignSpan {
  readonly from: Instant;
  /** The next one's beginning. */
  readonly to: Instant;
  readonly messages: number;
  /** Of these, how many the mail room would have held by themselves. */
  readonly heldAlone: number;
}

/** What people divide a day by, and days. */
const lengths = [...[1, 5, 15, 30].map(minutes), ...[1, 3, 6, 12].map(hours), ...[1, 7, 28].map(days)] as const;

/** In order; empty spans are left out. At most `most` from the first message to the last, however far apart they are. */
export function overTime(members: readonly Pick<Member, 'at' | 'action'>[], most = 60): readonly CampaignSpan[] {
  const moments = members.map(({ at }) => at);
  const [first, last] = moments.reduce(([low, high], at) => [Math.min(low, at), Math.max(high, at)], [Infinity, -Infinity]);
  const isEnough = (length: number): boolean => Math.floor(last / length) - Math.floor(first / length) < most;
  const length = lengths.find(isEnough) ?? Math.ceil((last - first + 1) / (most - 1));
  const spans = new Map<Instant, CampaignSpan>();
  for (const { at, action } of members) {
    const from = Math.floor(at / length) * length;
    const { messages, heldAlone } = spans.get(from) ?? { messages: 0, heldAlone: 0 };
    spans.set(from, { from, to: from + length, messages: messages + 1, heldAlone: heldAlone + (action === 'hold' ? 1 : 0) });
  }
  return [...spans.values()].sort((a, b) => a.from - b.from);
}
