// Numbers as people write them into a model: `24 h`, `50 %`, `100 KiB`, in the unit of the metric they are compared with.

import type { Unit } from './metric.ts';
import { expected, PlacedError } from './placed.ts';
import type { Placed } from './placed.ts';

/** Units that are reckoned with; the others are looked up. */
export const numeric = ['count', 'share', 'probability', 'bits', 'bytes', 'hours'] as const satisfies readonly Unit[];
export type NumericUnit = (typeof numeric)[number];

export const isNumeric = (unit: Unit): unit is NumericUnit => numeric.some((one) => one === unit);

const HOURS = {
  min: 1 / 60,
  minute: 1 / 60,
  minutes: 1 / 60,
  h: 1,
  hour: 1,
  hours: 1,
  d: 24,
  day: 24,
  days: 24,
  week: 168,
  weeks: 168,
};
const BYTES = { B: 1, bytes: 1, kB: 1e3, MB: 1e6, GB: 1e9, KiB: 1024, MiB: 1024 ** 2, GiB: 1024 ** 3 };

/** What each may be written in, and how many of the metric's unit that is. */
const words: Readonly<Record<NumericUnit, Readonly<Record<string, number>>>> = {
  count: {},
  share: { '%': 0.01 },
  probability: { '%': 0.01 },
  bits: { bit: 1, bits: 1 },
  bytes: BYTES,
  hours: HOURS,
};

const ways: Readonly<Record<NumericUnit, string>> = {
  count: 'a number, as `3`',
  share: 'a share from 0 to 1, as `0.5` or `50 %`',
  probability: 'a probability from 0 to 1, as `0.6` or `60 %`',
  bits: 'bits, as `10` or `10 bits`',
  bytes: 'bytes, as `2048` or `100 KiB`',
  hours: 'hours, as `24`, `24 h` or `2 days`',
};

/** In the unit of the metric. Text that is no number with one of the unit's words, and what the unit does not reach, throws. */
export function quantity(placed: Placed, unit: NumericUnit): number {
  const value = placed.kind === 'scalar' ? inUnit(placed.value, unit) : undefined;
  if (value === undefined) throw expected(placed, ways[unit]);
  if ((unit === 'share' || unit === 'probability') && (value < 0 || value > 1)) {
    throw new PlacedError(placed.at, `a ${unit} is never ${value}; write ${ways[unit]}`);
  }
  if (unit !== 'hours' && value < 0)
    throw new PlacedError(placed.at, `there are never fewer than 0 ${unit}; write ${ways[unit]}`);
  return value;
}

function inUnit(value: string | number | boolean | null, unit: NumericUnit): number | undefined {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined;
  const [, digits = '', word = ''] =
    /^(-?\d{1,12}(?:\.\d{1,6})?) {0,3}([A-Za-z%]{1,10})$/.exec(typeof value === 'string' ? value.trim() : '') ?? [];
  const factor = Object.hasOwn(words[unit], word) ? words[unit][word] : undefined;
  return factor === undefined ? undefined : Number((Number(digits) * factor).toPrecision(12));
}

/** A value of the unit for people: `24 h`, `60 %`, `100 KiB`. */
export function inWords(value: number, unit: NumericUnit): string {
  switch (unit) {
    case 'share':
    case 'probability':
      return `${rounded(value * 100)} %`;
    case 'hours':
      return Math.abs(value) >= 72 ? `${rounded(value / 24)} days` : `${rounded(value)} h`;
    case 'bytes':
      return value >= 1024 ** 2
        ? `${rounded(value / 1024 ** 2)} MiB`
        : value >= 1024
          ? `${rounded(value / 1024)} KiB`
          : `${value} bytes`;
    case 'bits':
      return `${rounded(value)} bits`;
    case 'count':
      return String(rounded(value));
  }
}

const rounded = (value: number): number => Number(value.toPrecision(Math.abs(value) >= 100 ? 6 : 3));
