// The pictures of the page: which measures stand together, and who is in them.

import type { Measured, Row } from './compare.ts';
import type { Measure, Numbers } from './measure.ts';
import { measures } from './measures.ts';
import { hourOfWeek, hourOfWriting } from './measures/activity.ts';
import { mix } from './measures/deeds.ts';
import type { Graph, PictureOnPage } from './page.ts';
import { bars, histogram, shares, week } from './picture/panels.ts';
import type { MixSeries, Series, ShareRow } from './picture/panels.ts';
import { svg } from './picture/svg.ts';
import type { Panel } from './picture/svg.ts';
import { sizeOf } from './sample.ts';
import type { Tally } from './sample.ts';

export interface Drawn extends PictureOnPage {
  readonly svg: string;
}

interface Sets {
  readonly simulated: Measured;
  readonly recorded: readonly Measured[];
  readonly rows: readonly Row[];
  readonly graphs: readonly [Graph, ...Graph[]];
}

const READ_IT =
  'Simulated is filled; genuine records are a solid line, those of another generator a dashed one. The numbers are values.';

export function drawn(sets: Sets): Drawn[] {
  const { rows } = sets;
  const panels = (...ids: readonly string[]): Panel[] => ids.flatMap((id) => histogramOf(sets, id));
  const pictures = [
    picture('activity', 'How much, and how often', pairs(panels('records-per-day', 'sign-ins-per-day', 'files-per-day', 'gap'))),
    picture('week', 'When', [hourOfWeek, hourOfWriting].map(weekOf)),
    picture('places', 'From where, with what', pairs(panels('addresses', 'countries', 'user-agents', 'devices'))),
    picture('shares', 'How often something is so', [sharesIn(rows)]),
    picture('mail', 'Mail', pairs([...panels('mails-per-day', 'recipients', 'reply-delay'), degrees(sets.graphs)])),
    picture('deeds', 'What people do', [barsOf(mix)]),
  ];
  return pictures.flat();

  function weekOf({ id, title, axis }: Measure): Panel[] {
    const series = mixSeries(sets, id);
    return series.length === 0 ? [] : [week(title, axis, series)];
  }
  function barsOf({ id, title, axis }: Measure): Panel[] {
    const series = mixSeries(sets, id);
    return series.length === 0 ? [] : [bars(title, axis, series)];
  }
}

/** None where there is nothing to draw. */
function picture(name: string, title: string, rows: readonly (readonly Panel[])[]): Drawn[] {
  const filled = rows.filter((row) => row.length > 0);
  if (filled.length === 0) return [];
  const drawing = svg({ title: `${title}: simulated beside recorded`, description: READ_IT, rows: filled });
  return [{ file: `${name}.svg`, title, description: READ_IT, svg: drawing }];
}

const pairs = (panels: readonly Panel[]): Panel[][] =>
  Array.from({ length: Math.ceil(panels.length / 2) }, (_, row) => panels.slice(row * 2, row * 2 + 2));

const isNumbers = (measure: (typeof measures)[number]): measure is Numbers => measure.form === 'numbers';

/** Only what is a fair counterpart is drawn. */
function inSet<T>(found: ReadonlyMap<string, T>, set: Measured, id: string): T | undefined {
  return set.origin === 'simulated' || set.fairFor.has(id) ? found.get(id) : undefined;
}

function histogramOf({ simulated, recorded }: Sets, id: string): Panel[] {
  const measure = measures.filter(isNumbers).find((it) => it.id === id);
  const series = [simulated, ...recorded].flatMap((set): Series[] => {
    const sample = inSet(set.samples, set, id);
    return sample === undefined ? [] : [{ name: nameOf(set), origin: set.origin, n: sizeOf(sample), sample }];
  });
  return measure === undefined || series.length === 0 ? [] : [histogram(measure, series)];
}

const nameOf = ({ id, origin }: Pick<Measured, 'id' | 'origin'>): string => (origin === 'simulated' ? 'simulated' : id);

function mixSeries({ simulated, recorded }: Sets, id: string): MixSeries[] {
  return [simulated, ...recorded].flatMap((set): MixSeries[] => {
    const tally = inSet(set.mixes, set, id);
    return tally === undefined ? [] : [{ name: nameOf(set), origin: set.origin, n: countIn(tally), tally }];
  });
}

const countIn = ({ groups }: Tally): number => groups.reduce((sum, group) => sum + group.reduce((so, count) => so + count, 0), 0);

function sharesIn(rows: readonly Row[]): Panel[] {
  const found = rows.flatMap(({ measure, simulated, beside }): ShareRow[] => {
    if (measure.form !== 'numbers' || measure.unit !== 'share') return [];
    const own = simulated === undefined ? [] : [{ id: 'simulated', origin: 'simulated' as const, ...simulated }];
    const points = [...own, ...beside].map(({ id, origin, summary, interval }) => ({
      ...{ name: id, origin, n: summary.n, share: summary.mean, interval },
    }));
    return [{ title: measure.title, points }];
  });
  return found.length === 0 ? [] : [shares('Shares of records', found)];
}

function degrees([own, ...others]: readonly [Graph, ...Graph[]]): Panel {
  const series = [own, ...others].map(({ graph, structure }, place): Series => ({
    ...{ name: graph.id, origin: place === 0 ? 'simulated' : 'genuine', n: structure.people, sample: [structure.degrees] },
  }));
  return histogram(
    { title: 'With how many people one writes', axis: 'people, none standing with one', unit: 'count', scale: 'log' },
    series,
  );
}
