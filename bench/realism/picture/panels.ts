// Panels: a histogram, the week, a mix as bars, shares with their intervals. Simulated is filled, recorded is drawn over it.

import type { Numbers } from '../measure.ts';
import { hoursOfWeek } from '../measures/activity.ts';
import { inCells } from '../compare.ts';
import { sharesOf } from '../sample.ts';
import type { Sample, Tally } from '../sample.ts';
import type { Interval } from '../../interval.ts';
import { axisOf, percent, sharesIn, sharesUpTo } from './axis.ts';
import { bar, dot, kindsOf, legend, line, path, text } from './svg.ts';
import type { Named, Panel } from './svg.ts';

export const HALF = 400;
export const WHOLE = 2 * HALF + 16;
const PLOT = { left: 44, top: 44, right: 8, bottom: 40 };

export interface Series extends Named {
  readonly sample: Sample;
}

/** Grid, labels and the frame every plot has; `place` turns a share of the height into a place. */
function plot(width: number, height: number, title: string, axis: string, top: number, ticks: readonly number[]) {
  const [left, right, bottom] = [PLOT.left, width - PLOT.right, height - PLOT.bottom];
  const y = (share: number): number => bottom - (share / top) * (bottom - PLOT.top);
  const x = (share: number): number => left + share * (right - left);
  const frame = [
    text(0, 13, title, 'start', 'ink'),
    ...ticks.map((tick) => line('grid', left, y(tick), right, y(tick)) + text(left - 6, y(tick) + 4, percent(tick), 'end')),
    line('axis', left, bottom, right, bottom),
    text((left + right) / 2, height - 6, axis, 'middle'),
  ];
  return { x, y, frame, bottom };
}

export function histogram(measure: Pick<Numbers, 'title' | 'axis' | 'unit' | 'scale'>, series: readonly Series[]): Panel {
  const [width, height] = [HALF, 230];
  const axis = axisOf(
    measure,
    series.map(({ sample }) => sample),
  );
  const shares = series.map(({ sample }) => sharesIn(axis, sample));
  const { top, ticks } = sharesUpTo(Math.max(...shares.flat()));
  const { x, y, frame, bottom } = plot(width, height, measure.title, `${measure.axis}; share of values`, top, ticks);
  const kinds = kindsOf(series);
  const outlines = shares.map((heights, place) => {
    const steps = heights.flatMap((share, bin): [number, number][] => {
      const from = x(axis.place(bin === 0 ? axis.from : (axis.ends[bin - 1] ?? 0)));
      return [
        [from, y(share)],
        [x(axis.place(axis.ends[bin] ?? 0)), y(share)],
      ];
    });
    const ends = [x(0), x(1)] as const;
    return path(kinds[place] ?? '', [[ends[0], bottom], ...steps, [ends[1], bottom]]);
  });
  const under = axis.ticks.map(({ at, says }) => text(x(axis.place(at)), bottom + 15, says, 'middle'));
  return { width, height, content: [...frame, legend(series, 0, 32), ...under, ...outlines].join('') };
}

export interface MixSeries extends Named {
  readonly tally: Tally;
}

export function week(title: string, axis: string, series: readonly MixSeries[]): Panel {
  const [width, height] = [WHOLE, 250];
  const shares = series.map(({ tally }) => [...sharesOf(inCells(tally, hoursOfWeek))]);
  const { top, ticks } = sharesUpTo(Math.max(...shares.flat()));
  const { x, y, frame, bottom } = plot(width, height, title, `${axis}; share of records`, top, ticks);
  const kinds = kindsOf(series);
  const days = Array.from({ length: 7 }, (_, day) => {
    const at = x(day / 7);
    return (
      line('grid', at, PLOT.top, at, bottom) +
      text(x((day + 0.5) / 7), bottom + 15, (hoursOfWeek[day * 24] ?? '').slice(0, 3), 'middle')
    );
  });
  const curves = shares.map((hours, place) => {
    const points = hours.map((share, hour): [number, number] => [x((hour + 0.5) / 168), y(share)]);
    const kind = kinds[place] ?? '';
    return path(kind, kind === 'simulated' ? [[x(0), bottom], ...points, [x(1), bottom]] : points);
  });
  return { width, height, content: [...frame, legend(series, 0, 32), ...days, ...curves].join('') };
}

/** Nothing smaller than this is seen; it is drawn together. */
const SMALL = 0.01;

export function bars(title: string, axis: string, series: readonly MixSeries[]): Panel {
  const names = [...new Set(series.flatMap(({ tally }) => tally.cells.map(String)))].sort();
  const all = series.map(({ tally }) => [...sharesOf(inCells(tally, names))]);
  const large = names
    .map((name, place) => ({ name, shares: all.map((shares) => shares[place] ?? 0) }))
    .filter(({ shares }) => Math.max(...shares) >= SMALL)
    .sort((a, b) => (b.shares[0] ?? 0) - (a.shares[0] ?? 0) || (a.name < b.name ? -1 : 1));
  const rest = series.map((_, place) => Math.max(0, 1 - large.reduce((sum, row) => sum + (row.shares[place] ?? 0), 0)));
  const rows = [...large, { name: 'anything rarer', shares: rest }];

  const [width, left, step] = [WHOLE, 170, series.length * 8 + 8];
  const height = PLOT.top + rows.length * step + PLOT.bottom;
  const { top, ticks } = sharesUpTo(Math.max(...rows.flatMap(({ shares }) => shares)));
  const x = (share: number): number => left + (share / top) * (width - left - PLOT.right - 40);
  const bottom = height - PLOT.bottom;
  const kinds = kindsOf(series);
  const content = [
    text(0, 13, title, 'start', 'ink'),
    legend(series, 0, 32),
    ...ticks.map(
      (tick) => line('grid', x(tick), PLOT.top, x(tick), bottom) + text(x(tick), bottom + 15, percent(tick), 'middle'),
    ),
    ...rows.map(({ name, shares }, row) => {
      const from = PLOT.top + row * step + 4;
      const drawn = shares.map((share, place) => bar(kinds[place] ?? '', left, from + place * 8, x(share) - left, 6.5));
      return text(left - 8, from + (series.length * 8) / 2 + 3, name, 'end') + drawn.join('');
    }),
    line('axis', left, PLOT.top, left, bottom),
    text((left + width) / 2, height - 6, axis, 'middle'),
  ];
  return { width, height, content: content.join('') };
}

export interface ShareRow {
  readonly title: string;
  readonly points: readonly (Named & { readonly share: number; readonly interval: Interval })[];
}

export function shares(title: string, rows: readonly ShareRow[]): Panel {
  const [width, left] = [WHOLE, 250];
  const most = Math.max(...rows.flatMap(({ points }) => points.map(({ interval }) => interval.high)));
  const { top, ticks } = sharesUpTo(most);
  const x = (share: number): number => left + (share / top) * (width - left - PLOT.right - 120);
  const pieces: string[] = [text(0, 13, title, 'start', 'ink')];
  let y = 40;
  for (const row of rows) {
    const kinds = kindsOf(row.points);
    pieces.push(text(0, y + 4, row.title));
    for (const [place, { name, share, interval }] of row.points.entries()) {
      const kind = kinds[place] ?? '';
      pieces.push(text(left - 10, y + 4, name, 'end'), line(kind, x(interval.low), y, x(interval.high), y));
      pieces.push(dot(kind, x(share), y), text(x(interval.high) + 8, y + 4, percent(share)));
      y += 17;
    }
    y += 8;
  }
  const grid = ticks.map((tick) => line('grid', x(tick), 26, x(tick), y) + text(x(tick), y + 14, percent(tick), 'middle'));
  const axis = text(x(top / 2), y + 32, 'share, with its 95 % interval over people', 'middle');
  return { width, height: y + 38, content: [...grid, ...pieces, axis].join('') };
}
