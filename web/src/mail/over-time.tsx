// When a campaign's mails came: those that were caught by themselves, those that only the campaign catches, and the moment it
// was convicted.

import type { CampaignSpan } from '../api/types.ts';
import { count, moment, plural } from '../lib/format.ts';
import { barsOf } from '../lib/spans.ts';
import { shareOf } from '../lib/timeline.ts';
import { useNow } from '../parts/ui.tsx';

interface Props {
  readonly spans: readonly CampaignSpan[];
  /** Since when all of it is held. */
  readonly convictedAt: number | undefined;
}

const width = 880;
const height = 56;
/** Above the bars, for the word of the conviction. */
const head = 16;
const foot = 16;

export function OverTime({ spans, convictedAt }: Props) {
  const now = useNow();
  const drawn = barsOf(spans, width, height);
  if (drawn === undefined) return null;
  const { bars, span, most } = drawn;
  const all = spans.reduce((sum, { messages }) => sum + messages, 0);
  const held = spans.reduce((sum, { heldAlone }) => sum + heldAlone, 0);
  const floor = head + height;
  return (
    <figure className="over-time">
      <svg
        viewBox={`0 0 ${width} ${floor + foot}`}
        role="img"
        aria-label={`${plural(all, 'mail')} from ${moment(span.from, now)} to ${moment(span.to, now)}, at most ${count(most)} at once`}
      >
        {bars.map((bar) => (
          <g key={bar.x}>
            <rect className="all" x={bar.x} y={floor - bar.height} width={bar.width} height={bar.height} />
            <rect className="held" x={bar.x} y={floor - bar.held} width={bar.width} height={bar.held} />
          </g>
        ))}
        <line className="axis" x1={0} x2={width} y1={floor} y2={floor} />
        {convictedAt !== undefined && <Conviction x={shareOf(convictedAt, span) * width} says={moment(convictedAt, now)} />}
        <text x={0} y={floor + foot - 3}>
          {moment(span.from, now)}
        </text>
        <text x={width} y={floor + foot - 3} textAnchor="end">
          {moment(span.to, now)}
        </text>
      </svg>
      <figcaption className="legend">
        <span className="key held" /> {count(held)} caught by {held === 1 ? 'itself' : 'themselves'} <span className="key all" />{' '}
        {count(all - held)} only as part of it
      </figcaption>
    </figure>
  );
}

function Conviction({ x, says }: { readonly x: number; readonly says: string }) {
  const isLate = x > width / 2;
  return (
    <g className="convicted">
      <line x1={x} x2={x} y1={0} y2={head + height} />
      <text x={isLate ? x - 5 : x + 5} y={11} textAnchor={isLate ? 'end' : 'start'}>
        convicted {says}
      </text>
    </g>
  );
}
