// A million messages told to the campaigns one by one: messages a second beside what can be had at best, which is to sketch
// the same texts and put each message into a map; and the memory it takes, a quarter of them after the other.
//
// The mix: seven in ten are letters nobody sends twice, two in ten copies of newsletters, one in ten a letter of one of 2,000
// campaigns, each with domains and words of its own that change from copy to copy. Texts are of 60 made-up words.

import { campaignsOf, noCampaigns, observe } from '../../src/mail/campaign/campaigns.ts';
import type { Delivery } from '../../src/mail/campaign/campaign.ts';
import { sketchOf } from '../../src/mail/campaign/sketch.ts';
import { seeded } from '../../src/model/seeded.ts';
import { minutes } from '../../src/model/time.ts';
import type { Bench, BenchOptions, Measured } from '../bench.ts';

const MESSAGES = 1_000_000;
const CAMPAIGNS = 2_000;
const NEWSLETTERS = 400;
const WORDS = 60;
const VOCABULARY = 30_000;
const READERS = 10_000;
const TOLD_EACH = 5_000;

export const campaigns: Bench = {
  id: 'campaigns',
  title: 'messages told to campaigns a second, and their memory',
  async run({ size = MESSAGES, progress }: BenchOptions): Promise<Measured> {
    const limit = atBest(size);
    const state = noCampaigns();
    const memory: number[] = [];
    const before = usedMiB();
    let seconds = 0;
    for (let done = 0; done < size; done += TOLD_EACH) {
      const some = madeUp(done, Math.min(size, done + TOLD_EACH));
      const begun = performance.now();
      for (const it of some) observe(state, sampledNow(it));
      seconds += (performance.now() - begun) / 1_000;
      if (Math.floor(((done + TOLD_EACH) * 4) / size) > memory.length) memory.push(usedMiB() - before);
      progress(Math.min(size, done + TOLD_EACH), size);
      await Promise.resolve();
    }
    const [perSecond, found] = [size / seconds, campaignsOf(state).length];
    return {
      name: 'campaigns',
      ...{ ratio: perSecond / limit, perSecond, limit, messages: size, campaigns: found, memoryMiB: memory.map(Math.round) },
      says: [
        `${(perSecond / limit).toFixed(2)} of the speed of only sketching the same texts and keeping each message in a map (${Math.round(limit)} a second)`,
        `${Math.round(perSecond)} messages a second, sketching included, ${size} of them in ${seconds.toFixed(1)} s; ${found} campaigns of two messages and more`,
        `memory after each quarter: ${memory.map((it) => `${Math.round(it)} MiB`).join(', ')}`,
      ],
    };
  },
};

/** A message before its text was sketched. */
interface MadeUp {
  readonly text: string;
  readonly delivery: Delivery;
}

/** The work nobody can be spared. */
function atBest(size: number): number {
  const kept = new Map<string, Delivery>();
  let seconds = 0;
  const some = Math.min(size, 20 * TOLD_EACH);
  for (let done = 0; done < some; done += TOLD_EACH) {
    const part = madeUp(done, Math.min(some, done + TOLD_EACH));
    const begun = performance.now();
    for (const it of part) kept.set(it.delivery.message, sampledNow(it));
    seconds += (performance.now() - begun) / 1_000;
  }
  return kept.size / seconds;
}

function sampledNow({ text, delivery }: MadeUp): Delivery {
  const words = sketchOf(text, 2);
  return words === undefined ? delivery : { ...delivery, sample: { ...delivery.sample, words: Array.from(words) } };
}

/** The messages of these numbers, each the same whenever it is asked for. */
function madeUp(from: number, until: number): readonly MadeUp[] {
  return Array.from({ length: until - from }, (_, index) => messageAt(from + index));
}

function messageAt(n: number): MadeUp {
  const dice = seeded(`message/${String(n)}`);
  const kind = dice();
  const of =
    kind < 0.7
      ? `one/${String(n)}`
      : kind < 0.9
        ? `news/${String(any(dice, NEWSLETTERS))}`
        : `attack/${String(any(dice, CAMPAIGNS))}`;
  const isAttack = of.startsWith('attack');
  const domain = isAttack ? `bad${String(any(dice, 50_000))}.example` : `firm${String(any(seeded(of), 20_000))}.example`;
  const hangsOn = isAttack
    ? [`link:${of.slice(7)}-${String(any(dice, 4))}.example`]
    : [`link:site${String(any(seeded(of), 100_000))}.example`];
  return {
    text: textOf(of, isAttack ? dice : undefined),
    delivery: {
      ...{
        message: `${String(n)}@${domain}`,
        at: minutes(n),
        author: `a${String(any(dice, 5))}@${domain}`,
        authorDomain: domain,
      },
      ...{
        recipients: [`reader${String(any(dice, READERS))}@contoso.test`],
        score: isAttack && dice() < 0.3 ? 90 : 5,
        action: 'none',
      },
      isKnownSender: !isAttack && dice() < 0.8,
      sample: { build: [any(dice, 50), 2, 3, 4], hangsOn, wants: isAttack ? ['credentials'] : [], isBulk: of.startsWith('news') },
    },
  };
}

const any = (dice: () => number, most: number): number => Math.floor(dice() * most);

/** The words of its kind; in a campaign's letters every tenth is another one each time. */
function textOf(of: string, changes: (() => number) | undefined): string {
  const dice = seeded(of);
  const words = Array.from({ length: WORDS }, () => word(any(dice, VOCABULARY)));
  return words.map((it) => (changes !== undefined && changes() < 0.1 ? word(any(changes, VOCABULARY)) : it)).join(' ');
}

const word = (n: number): string => {
  let text = 'w';
  for (let left = n; left > 0; left = Math.floor(left / 26)) text += String.fromCharCode(97 + (left % 26));
  return text;
};

/** Typed arrays lie outside the heap. */
function usedMiB(): number {
  globalThis.gc?.();
  const { heapUsed, arrayBuffers } = process.memoryUsage();
  return (heapUsed + arrayBuffers) / 1_048_576;
}
