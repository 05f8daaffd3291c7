// A campaign over time as bars: where each stands, how high it is, and how much of it was caught by itself.

import type { CampaignSpan } from '../api/types.ts';
import { shareOf } from './timeline.ts';
import type { Span } from './timeline.ts';

export interface Bar {
  readonly x: number;
  readonly width: number;
  /** Of all, and of those that would have been held by themselves; the highest bar is `height`. */
  readonly height: number;
  readonly held: number;
  readonly messages: number;
}

export interface Bars {
  readonly span: Span;
  readonly bars: readonly Bar[];
  /** Of the highest bar. */
  readonly most: number;
}

/** Pixels; what is narrower or lower than two cannot be seen. */
const LEAST = 2;

/** Undefined where nothing came. */
export function barsOf(spans: readonly CampaignSpan[], width: number, height: number): Bars | undefined {
  const [first, last] = [spans[0], spans.at(-1)];
  if (first === undefined || last === undefined) return undefined;
  const span: Span = { from: Date.parse(first.from), to: Date.parse(last.to) };
  const most = Math.max(...spans.map(({ messages }) => messages));
  const high = (messages: number): number => (messages === 0 ? 0 : Math.max(LEAST, (messages / most) * height));
  const bars = spans.map(({ from, to, messages, heldAlone }): Bar => {
    const x = shareOf(Date.parse(from), span) * width;
    const room = shareOf(Date.parse(to), span) * width - x;
    return { x, width: Math.max(LEAST, room - 1), height: high(messages), held: high(heldAlone), messages };
  });
  return { span, bars, most };
}
