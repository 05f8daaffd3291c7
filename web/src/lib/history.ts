// The life of an incident, the newest first: what was believed when, and what people and merges made of it.

export interface Believed {
  readonly at: string;
  readonly probability: number;
}

export interface Done {
  readonly at: string;
}

export type Moment<E extends Believed, D extends Done> =
  | { readonly kind: 'belief'; readonly at: string; readonly belief: E; readonly change: number | undefined }
  | { readonly kind: 'deed'; readonly at: string; readonly deed: D };

/** `change`: in whole points against the belief before; undefined for the first. What was done stands above what came of it then. */
export function moments<E extends Believed, D extends Done>(chronicle: readonly E[], handled: readonly D[]): Moment<E, D>[] {
  const beliefs = chronicle.map((belief, index): Moment<E, D> => {
    const before = chronicle[index - 1];
    return {
      kind: 'belief',
      at: belief.at,
      belief,
      change: before && Math.round(belief.probability * 100) - Math.round(before.probability * 100),
    };
  });
  const deeds = handled.map((deed): Moment<E, D> => ({ kind: 'deed', at: deed.at, deed }));
  return [...beliefs, ...deeds]
    .map((moment, index) => ({ moment, index }))
    .sort((a, b) => Date.parse(b.moment.at) - Date.parse(a.moment.at) || b.index - a.index)
    .map(({ moment }) => moment);
}

/** The earlier of two moments first, whichever was picked as which. */
export const inTime = (a: string, b: string): readonly [string, string] => (Date.parse(a) <= Date.parse(b) ? [a, b] : [b, a]);

/** What a field for a date and a time holds, read as UTC; undefined while it holds no whole time. */
export function asMoment(field: string): string | undefined {
  const at = Date.parse(`${field}Z`);
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(field) && !Number.isNaN(at) ? new Date(at).toISOString() : undefined;
}
