// The chance as steps, and below it one lane for each kind of thing the findings are about. The same numbers as elsewhere.

import { useEffect, useRef, useState } from 'react';
import { lookOf } from '../icons.ts';
import type { Finding, Incident } from '../api/types.ts';
import { chance, date, day, isWeekend, plural, weekday } from '../lib/format.ts';
import type { WithNumber } from '../lib/numbers.ts';
import {
  curve,
  grouped,
  jumps,
  markWidth,
  range,
  shareOf,
  spanOf,
  ticks,
  within,
  type Group,
  type Span,
} from '../lib/timeline.ts';
import { stages, type Stage } from '../lib/steps.ts';
import { Chip, isLit, useLit } from '../parts/lit.tsx';
import { Icon } from '../parts/ui.tsx';

interface Props {
  readonly incident: Incident;
  readonly findings: readonly WithNumber<Finding>[];
  readonly calm: boolean;
  readonly now: number;
  /** A low window: everything in one lane. */
  readonly isShort: boolean;
}

interface Lane {
  readonly name: string;
  readonly label: string;
  readonly stages: readonly Stage[];
}

const lanes: readonly Lane[] = [
  { name: 'Sign-ins', label: 'IP', stages: ['access'] },
  { name: 'Ways to stay', label: 'AuthMethod', stages: ['foothold'] },
  { name: 'Rules, hiding', label: 'Rule', stages: ['evasion'] },
  { name: 'Other accounts', label: 'User', stages: ['reach'] },
  { name: 'Files and mail', label: 'File', stages: ['collection'] },
  { name: 'Sent out, harm', label: 'Email', stages: ['exfiltration', 'impact'] },
];

const together: Lane = { name: 'Findings', label: 'User', stages };

const left = 132;
const right = 46;

export function Timeline({ incident, findings, calm, now, isShort }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(0);
  useEffect(() => {
    if (box.current === null) return;
    const watch = new ResizeObserver(([entry]) => setWidth(Math.round(entry?.contentRect.width ?? 0)));
    watch.observe(box.current);
    return () => watch.disconnect();
  }, []);

  const first = Date.parse(incident.firstAt);
  const last = Math.max(Date.parse(incident.lastAt), ...findings.map(({ at }) => Date.parse(at)));
  const span = spanOf(first, last);
  const days = Math.round((span.to - span.from) / day);
  const room = Math.max(0, width - left - right);
  const used = (isShort ? [together] : lanes)
    .map((lane) => ({ ...lane, marks: findings.filter(({ stage }) => lane.stages.includes(stage)) }))
    .filter(({ marks }) => marks.length > 0);

  return (
    <section className="card timeline" aria-labelledby="timeline-title">
      <div className={isShort ? 'aside' : 'card-head'}>
        <h2 id="timeline-title">{capital(plural(days, 'day'))}</h2>
        <span className="under">UTC, {plural(findings.length, 'finding')}</span>
      </div>
      <div ref={box} className="timeline-box">
        {room > 0 && (
          <>
            <Days span={span} room={room} now={now} />
            <Curve incident={incident} span={span} room={room} calm={calm} isShort={isShort} />
            {used.map(({ name, label, marks }) => (
              <div key={name} className="lane">
                <span className="lane-name">
                  <Icon {...lookOf(label)} /> {name}
                </span>
                <span className="lane-room">
                  {grouped(
                    marks.map(({ number, at }) => ({ number, at: Date.parse(at) })),
                    span,
                    room,
                  ).map((group) => (
                    <Mark key={group.numbers[0]} group={group} marks={marks} calm={calm} room={room} />
                  ))}
                </span>
              </div>
            ))}
          </>
        )}
      </div>
    </section>
  );
}

const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];
const capital = (text: string): string => {
  const [amount = '', ...rest] = text.split(' ');
  const word = words[Number(amount)] ?? amount;
  return `${word.charAt(0).toUpperCase()}${word.slice(1)} ${rest.join(' ')}`;
};

function Mark({
  group,
  marks,
  calm,
  room,
}: {
  readonly group: Group;
  readonly marks: readonly WithNumber<Finding>[];
  readonly calm: boolean;
  readonly room: number;
}) {
  const lit = useLit();
  const [only = ''] = group.numbers;
  const place = { left: within(group.x, markWidth(group.numbers), room) };
  if (group.numbers.length === 1)
    return (
      <span className="mark" style={place}>
        <Chip number={only} says={marks.find(({ number }) => number === only)?.says} calm={calm} />
      </span>
    );
  return (
    <span className="mark" style={place}>
      <button
        type="button"
        className={calm ? 'chip calm wide' : 'chip wide'}
        aria-label={`Findings ${range(group.numbers)}`}
        data-lit={isLit(lit, group.numbers) || undefined}
        onPointerEnter={() => lit.setOver(group.numbers)}
        onPointerLeave={() => lit.setOver([])}
        onFocus={() => lit.setOver(group.numbers)}
        onBlur={() => lit.setOver([])}
        onClick={() => lit.choose(only)}
      >
        {range(group.numbers)}
      </button>
    </span>
  );
}

function Days({ span, room, now }: { readonly span: Span; readonly room: number; readonly now: number }) {
  const columns = ticks(span, Math.max(1, Math.floor(room / 84)));
  return (
    <div className="days" aria-hidden="true">
      {columns.map(({ at, days }) => (
        <span
          key={at}
          className={days === 1 && isWeekend(at) ? 'day weekend' : 'day'}
          style={{ left: left + shareOf(at, span) * room, width: (shareOf(at + days * day, span) - shareOf(at, span)) * room }}
        >
          {weekday(at)} {date(at, now)}
        </span>
      ))}
    </div>
  );
}

function Curve({
  incident,
  span,
  room,
  calm,
  isShort,
}: {
  readonly incident: Incident;
  readonly span: Span;
  readonly room: number;
  readonly calm: boolean;
  readonly isShort: boolean;
}) {
  const height = isShort ? 46 : 74;
  const { history, probability, asOf, horizonDays } = incident.escalation;
  const steps = history.map(({ at, before, after }) => ({ at: Date.parse(at), before, after }));
  const end = Math.min(Date.parse(asOf), span.to);
  const x = (at: number): number => shareOf(at, span) * room;
  const y = (value: number): number => 10 + (1 - value) * (height - 16);
  // Between the last finding and the end of the picture it only falls; what it is now is said beside the curve.
  const line = curve(steps, {
    at: end,
    probability: Date.parse(asOf) <= span.to ? probability : (steps.at(-1)?.after ?? probability),
  });
  const told = line.map(([at, value]) => `${x(at).toFixed(1)},${y(value).toFixed(1)}`).join(' ');
  const labelled = jumps(steps, span, room, 6, 60);

  return (
    <div className="lane curve-lane">
      <span className="lane-name tall">
        <b>Chance of getting worse</b>
        {!isShort && <span className="under">within {plural(horizonDays, 'day')}</span>}
      </span>
      <svg
        className={calm ? 'curve calm' : 'curve'}
        width={room + right}
        height={height}
        role="img"
        aria-label={
          told === '' ? 'No estimate' : labelled.map(({ at, after }) => `${date(at, end)}: ${chance(after)}`).join('; ')
        }
      >
        <polygon points={`${x(line[0]?.[0] ?? span.from)},${y(0)} ${told} ${x(end)},${y(0)}`} />
        <line x1="0" x2={room} y1={y(0.5)} y2={y(0.5)} className="half" />
        <text x={room + 4} y={y(0.5) + 4} className="axis-label">
          {chance(0.5)}
        </text>
        <polyline points={told} />
        {labelled.map(({ at, after }) => (
          <g key={at}>
            <circle cx={x(at)} cy={y(after)} r="3" />
            <text
              x={x(at) + (x(at) > room - 60 ? -6 : 6)}
              y={y(after) + (after > 0.75 ? 14 : -5)}
              textAnchor={x(at) > room - 60 ? 'end' : 'start'}
              className="jump"
            >
              {chance(after)}
            </text>
          </g>
        ))}
      </svg>
    </div>
  );
}
