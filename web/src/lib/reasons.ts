// Log-odds to points: why a probability is what it is, as a waterfall that adds up exactly.
//
// A contribution moves log-odds, and what that is worth in probability depends on where one stands. So the order is
// fixed: what raises by size, then what lowers by size; each step is the difference of two rounded totals.

export interface Contribution {
  readonly feature: string;
  readonly says: string;
  readonly logit: number;
  readonly findings: readonly string[];
}

export interface Step {
  readonly says: string;
  readonly findings: readonly string[];
  /** Whole percent before and after this reason. */
  readonly from: number;
  readonly to: number;
  readonly points: number;
  /** It speaks against, also where that is too little for a point. */
  readonly lowers: boolean;
  /** How many smaller reasons this row stands for; 1 is itself alone. */
  readonly stands: number;
}

export interface Waterfall {
  /** Whole percent before anything is known. */
  readonly base: number;
  readonly steps: readonly Step[];
  /** Whole percent in the end: base and all points together. */
  readonly total: number;
}

const percent = (logit: number): number => Math.round(100 / (1 + Math.exp(-logit)));

/** A sum of whole percent as it may be said: never none and never all. */
export const saidSum = (percents: number): string => (percents > 99 ? '>\u202f99' : percents < 1 ? '<\u202f1' : String(percents));

/** At most `most` rows; the smallest reasons share one row on their side of the sum. */
export function waterfall(baseline: number, contributions: readonly Contribution[], most = 8): Waterfall {
  const rows = folded(contributions, most);
  const base = percent(baseline);
  let at = baseline;
  const steps = rows.map(({ says, findings, logit, stands }) => {
    const from = percent(at);
    at += logit;
    const to = percent(at);
    return { says, findings, from, to, points: to - from, lowers: logit < 0, stands };
  });
  return { base, steps, total: percent(at) };
}

interface Row extends Contribution {
  readonly stands: number;
}

const bySize = (a: Contribution, b: Contribution): number => Math.abs(b.logit) - Math.abs(a.logit) || (a.says < b.says ? -1 : 1);

function folded(contributions: readonly Contribution[], most: number): Row[] {
  const kept = new Set([...contributions].sort(bySize).slice(0, contributions.length > most ? most - 1 : most));
  const side = (isHere: (one: Contribution) => boolean): Row[] => {
    const all = contributions.filter(isHere).sort(bySize);
    const small = all.filter((one) => !kept.has(one));
    const rows = all.filter((one) => kept.has(one)).map((one) => ({ ...one, stands: 1 }));
    return small.length === 0 ? rows : [...rows, together(small)];
  };
  return [...side(({ logit }) => logit > 0), ...side(({ logit }) => logit < 0)];
}

function together(small: readonly Contribution[]): Row {
  const [first] = small;
  if (small.length === 1 && first !== undefined) return { ...first, stands: 1 };
  return {
    feature: 'smaller',
    says: `${small.length} smaller reasons`,
    logit: small.reduce((sum, { logit }) => sum + logit, 0),
    findings: [...new Set(small.flatMap(({ findings }) => findings))],
    stands: small.length,
  };
}
