// Time to pixels: lanes of numbered marks that never cover one another, the days above them, the chance as steps.

import { day, startOfDay } from './format.ts';

export interface Span {
  readonly from: number;
  readonly to: number;
}

/** Whole days, from the first to the end of the last. */
export const spanOf = (first: number, last: number): Span => ({ from: startOfDay(first), to: startOfDay(last) + day });

/** From 0 to 1. */
export const shareOf = (at: number, { from, to }: Span): number => Math.min(1, Math.max(0, (at - from) / (to - from)));

export interface Tick {
  readonly at: number;
  /** Days until the next one. */
  readonly days: number;
}

/** At most `most` ticks, a whole number of days apart. */
export function ticks({ from, to }: Span, most: number): Tick[] {
  const total = Math.round((to - from) / day);
  const step = Math.max(1, Math.ceil(total / Math.max(1, most)));
  return Array.from({ length: Math.ceil(total / step) }, (_, index) => ({
    at: from + index * step * day,
    days: Math.min(step, total - index * step),
  }));
}

export interface Placed {
  readonly number: string;
  readonly at: number;
}

export interface Group {
  /** In the order of time. */
  readonly numbers: readonly string[];
  readonly at: number;
  /** Pixels from the left, the middle of the mark. */
  readonly x: number;
}

/** Pixels that a mark takes: a chip of one number, or of a range. */
export const markWidth = (numbers: readonly string[]): number => (numbers.length === 1 ? 17 : 12) + 7 * range(numbers).length;

/** Where a mark stands so that it is whole: near an edge it moves inwards. */
export const within = (x: number, width: number, room: number): number => Math.max(width / 2, Math.min(room - width / 2, x));

/** Marks nearer than `gap` pixels share one mark. */
export function grouped(marks: readonly Placed[], span: Span, width: number, gap = 18): Group[] {
  const groups: Group[] = [];
  for (const { number, at } of [...marks].sort((a, b) => a.at - b.at)) {
    const x = shareOf(at, span) * width;
    const last = groups.at(-1);
    const reach = gap + (last !== undefined && last.numbers.length > 1 ? 18 : 0);
    if (last !== undefined && x - last.x < reach) groups[groups.length - 1] = { ...last, numbers: [...last.numbers, number] };
    else groups.push({ numbers: [number], at, x });
  }
  return groups;
}

/** `4`, `2–4`, `2, 7`: what a mark that stands for several says. */
export function range(numbers: readonly string[]): string {
  const [first = '', second] = numbers;
  if (second === undefined) return first;
  const values = numbers.map(Number);
  const isRun = values.every((value, index) => index === 0 || value === (values[index - 1] ?? NaN) + 1);
  if (isRun) return `${first}–${numbers.at(-1) ?? ''}`;
  return numbers.length <= 2 ? numbers.join(', ') : `${first} +${numbers.length - 1}`;
}

export interface Belief {
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

/** A step at each thing learned, falling or level between: points of one line from the first to now. */
export function curve(
  history: readonly Belief[],
  end: { readonly at: number; readonly probability: number },
): [at: number, probability: number][] {
  return [
    ...merged(history).flatMap(({ at, before, after }): [number, number][] => [
      [at, before],
      [at, after],
    ]),
    [end.at, end.probability],
  ];
}

/** What was learned at one moment is one jump. */
export function merged(history: readonly Belief[]): Belief[] {
  const steps: Belief[] = [];
  for (const { at, before, after } of [...history].sort((a, b) => a.at - b.at)) {
    const last = steps.at(-1);
    if (last?.at === at) steps[steps.length - 1] = { ...last, after };
    else steps.push({ at, before, after });
  }
  return steps;
}

/** What the eye cannot tell apart is one jump: it ends where the last of them does. */
function atOneLook(steps: readonly Belief[], span: Span, width: number, near = 6): Belief[] {
  const looks: { readonly x: number; belief: Belief }[] = [];
  for (const step of steps) {
    const x = shareOf(step.at, span) * width;
    const last = looks.at(-1);
    if (last !== undefined && x - last.x < near) last.belief = { at: step.at, before: last.belief.before, after: step.after };
    else looks.push({ x, belief: step });
  }
  return looks.map(({ belief }) => belief);
}

/** Which jumps are worth a label: the largest, and those that do not stand in one another's way. */
export function jumps(history: readonly Belief[], span: Span, width: number, most = 5, gap = 56): Belief[] {
  const chosen: Belief[] = [];
  const looks = atOneLook(merged(history), span, width);
  for (const belief of looks.sort((a, b) => b.after - b.before - (a.after - a.before))) {
    if (chosen.length === most || belief.after - belief.before < 0.03) break;
    const x = shareOf(belief.at, span) * width;
    if (chosen.every((other) => Math.abs(shareOf(other.at, span) * width - x) >= gap)) chosen.push(belief);
  }
  return chosen.sort((a, b) => a.at - b.at);
}
