// How far an attack got: the stages of the API at their seven fixed places.

export const stages = ['access', 'foothold', 'evasion', 'reach', 'collection', 'exfiltration', 'impact'] as const;
export type Stage = (typeof stages)[number];

export const places: Readonly<Record<Stage, string>> = {
  access: 'Got in',
  foothold: 'Stayed',
  evasion: 'Hid',
  reach: 'Spread',
  collection: 'Collected',
  exfiltration: 'Sent out',
  impact: 'Did harm',
};

export interface Strip {
  readonly knots: readonly { readonly place: string; readonly seen: boolean }[];
  /** First and last place that was seen; absent when none was. */
  readonly first?: number;
  readonly last?: number;
  readonly furthest: string;
}

export function strip(seen: readonly Stage[]): Strip {
  const knots = stages.map((stage) => ({ place: places[stage], seen: seen.includes(stage) }));
  const first = knots.findIndex((knot) => knot.seen);
  const last = knots.findLastIndex((knot) => knot.seen);
  return first < 0 ? { knots, furthest: 'Nothing yet' } : { knots, first, last, furthest: knots[last]?.place ?? '' };
}
