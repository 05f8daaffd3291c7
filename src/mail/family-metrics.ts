// Shorthand for families that are read from one place: `flag('no-plain', 'it has no plain part', (reading) => …)`.

import type { Message } from './message.ts';
import { metric } from './metric.ts';
import type { Family, Metric, Provenance, Unit, Values } from './metric.ts';
import type { Reading } from './reading.ts';

type Of<Subject, U extends Unit> = (subject: Subject, reading: Reading) => Values[U] | undefined;
type ByUnit<Subject> = { readonly [U in Unit]: (name: string, title: string, of: Of<Subject, U>) => Metric };

/** Metrics of a family, by unit, all of version 1. */
export const metricsOf = (family: Family, from: Provenance): ByUnit<Reading> => metricsOn(family, from, (reading) => reading);

/** The same for a family that looks at a message's head alone: `flag('no-date', 'it has no date', (message) => …)`. */
export const headMetrics = (family: Family): ByUnit<Message> => metricsOn(family, 'head', ({ message }) => message);

function metricsOn<Subject>(family: Family, from: Provenance, subjectOf: (reading: Reading) => Subject): ByUnit<Subject> {
  const unit =
    <U extends Unit>(it: U) =>
    (name: string, title: string, of: Of<Subject, U>): Metric =>
      metric({
        ...{ id: `${family}.${name}` as const, version: 1, unit: it, from, title },
        of: (reading) => of(subjectOf(reading), reading),
      }) as unknown as Metric;
  return {
    flag: unit('flag'),
    count: unit('count'),
    share: unit('share'),
    probability: unit('probability'),
    bits: unit('bits'),
    bytes: unit('bytes'),
    hours: unit('hours'),
    text: unit('text'),
    list: unit('list'),
  };
}

/** 0 of nothing is undefined: it cannot be told. */
export const share = (part: number, whole: number): number | undefined => (whole > 0 ? Math.min(1, part / whole) : undefined);

/** What is computed of a value once, however often it is asked for. */
export function onceOf<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const there = made.get(key) ?? { value: make(key) };
    made.set(key, there);
    return there.value;
  };
}
