// How improbable something is for someone, and the counts that say so.

/** Surprise in bits with what it was computed from, so that it can be said in words and checked. */
export interface Rarity {
  readonly bits: number;
  /** The person's own count of this value and of everything in the dimension, undecayed, up to the judged event. */
  readonly own: number;
  readonly total: number;
  /** Others of the peer group, and how many of them have ever shown the value. */
  readonly peers: number;
  readonly peersWith: number;
  /** Others of the whole organisation, and how many of them have. */
  readonly people: number;
  readonly peopleWith: number;
}

/** On whose past a judgement rests most: their own, that of people who work like them, everybody's, or nobody's. */
export type Basis = 'own' | 'peers' | 'everybody' | 'nothing';

/** A rarity with how sure so few counts can be. */
export interface Estimate extends Rarity {
  /** Bounds of the bits, 90 %. */
  readonly low: number;
  readonly high: number;
  readonly basis: Basis;
}
