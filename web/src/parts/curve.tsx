// The chance over time, small: with the level for acting and the last value, days below.

import type { Belief } from '../api/types.ts';
import { chance, date } from '../lib/format.ts';
import { curve, shareOf, spanOf } from '../lib/timeline.ts';

interface Props {
  readonly history: readonly Belief[];
  readonly asOf: string;
  readonly probability: number;
  readonly calm: boolean;
}

const width = 330;
const height = 62;

export function SmallCurve({ history, asOf, probability, calm }: Props) {
  const steps = history.map(({ at, before, after }) => ({ at: Date.parse(at), before, after }));
  const end = Date.parse(asOf);
  const first = steps[0]?.at ?? end;
  const span = spanOf(first, end);
  const x = (at: number): number => 4 + shareOf(at, span) * (width - 62);
  const y = (value: number): number => 4 + (1 - value) * (height - 20);
  const line = curve(steps, { at: end, probability });
  const middle = (span.from + span.to) / 2;

  return (
    <svg
      className={`small-curve${calm ? ' calm' : ''}`}
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={`From ${chance(line[0]?.[1] ?? probability)} to ${chance(probability)}`}
    >
      <line x1="4" x2={width - 58} y1={y(0)} y2={y(0)} className="axis" />
      <line x1="4" x2={width - 58} y1={y(0.5)} y2={y(0.5)} className="half" />
      <polyline points={line.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ')} />
      <circle cx={x(end)} cy={y(probability)} r="3.5" />
      <text x={x(end) + 7} y={y(probability) + 4} className="end">
        {chance(probability)}
      </text>
      <text x={x(first)} y={height - 2}>
        {date(first, end)}
      </text>
      {end - first > 4 * 86_400_000 && (
        <text x={x(middle)} y={height - 2} textAnchor="middle">
          {date(middle, end)}
        </text>
      )}
      <text x={width - 58} y={height - 2} textAnchor="end">
        {date(end, end)}
      </text>
    </svg>
  );
}
