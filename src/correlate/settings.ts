// Every number of correlation, the same for all data: what it means, and where it comes from.
//
// Chosen on ten simulated streams of other products' alerts in each of two modes and on six simulated companies with the
// seen families only; what is reported was measured on others (docs/evaluation.md).

import type { Severity } from '../model/finding.ts';
import { days, hours } from '../model/time.ts';
import type { Millis } from '../model/time.ts';
import { bridges } from './bridges.ts';
import type { Bridges } from './bridges.ts';

/** Which findings are held against which: small ones, serious ones, those of a strange hand. */
export type Sort = 'any' | 'serious' | 'strange';

export interface Settings {
  readonly bridges: Bridges;
  /** Links weaker than this tell nothing, not even together with others. */
  readonly tells: number;
  /** Two findings bind from here, all that they share taken together. */
  readonly binds: number;
  /**
   * Each finding looks back at this many earlier ones of each severity per shared entity: enough to bridge one that is cut
   * out, and small ones in between, however many, hide no serious one.
   */
  readonly looksBack: number;
  /** A low finding is weaker company than a serious one; two of unlike severity bind as their geometric mean. */
  readonly earnest: Readonly<Record<Severity, number>>;
  /** How much of a bridge's specificity each doubling of the others on it takes. */
  readonly perDoubling: number;
  /** Attackers' pauses: the shortest that is told from no pause, and the longest. */
  readonly pauses: { readonly shortest: Millis; readonly longest: Millis };
  readonly chance: {
    /** In days. */
    readonly looksBack: number;
    /** What is usual of a sort weighs as much as so many days of the thing itself. */
    readonly ownPrior: number;
    /**
     * What is taken as seen before anything was: days with such findings, and days on which a thing was looked at. Strange
     * hands are mostly attackers', so that how often they are met says little of chance, and it takes much to outweigh this.
     */
    readonly before: Readonly<Record<Sort, { readonly active: number; readonly looked: number }>>;
  };
  readonly hands: {
    /** Bits from which a place is strange to a person, and below which it is their own; between them nothing is said. */
    readonly strange: number;
    readonly own: number;
    /** What of a bridge's weight is left where two hands seem to be at work. */
    readonly two: number;
  };
  readonly stories: {
    /** A smaller heap is not parted into communities first. */
    readonly small: number;
    /** Communities are small on purpose: what belongs together is put together again. */
    readonly resolution: number;
    /** An artifact or a hand of this weight makes two stories one by itself. */
    readonly byItself: number;
    /** Bridges of two kinds do so together from here. */
    readonly together: number;
    /** Else so many of a smaller story's findings must hang on the larger one. */
    readonly support: number;
  };
  /**
   * Incidents that are shown as related: from which weight of the strongest evidence between them, and how many of each. On
   * twenty streams in either mode that is where one pair shown in five (apart) and in nine (overlapping) is truly one attack,
   * of all pairs one in 430 and in 185, and half and two fifths of the pairs that should have been one are shown. Higher up
   * fewer are found and no more of them are right; sums over all that crosses tell no better.
   */
  readonly related: { readonly from: number; readonly most: number };
}

export const usual: Settings = {
  bridges,
  tells: 0.2,
  binds: 0.5,
  looksBack: 3,
  earnest: { informational: 0.6, low: 0.8, medium: 1, high: 1 },
  perDoubling: 0.25,
  pauses: { shortest: hours(1), longest: days(60) },
  chance: {
    looksBack: 28,
    ownPrior: 0.5,
    before: {
      any: { active: 3, looked: 30 },
      serious: { active: 0.15, looked: 30 },
      strange: { active: 5, looked: 1825 },
    },
  },
  hands: { strange: 8, own: 5, two: 0.6 },
  stories: { small: 6, resolution: 2, byItself: 0.7, together: 0.85, support: 0.5 },
  related: { from: 0.4, most: 8 },
};
