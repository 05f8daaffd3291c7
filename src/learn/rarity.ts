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

/** A day-by-day count of something a person does, against their own past. */
export interface Rate {
  /** Count so far on the judged event's UTC day, the judged event included. */
  readonly today: number;
  /** Earlier days on which the person did it at all, within 60 days. */
  readonly activeDays: number;
  /** Median and median absolute deviation over those days. */
  readonly median: number;
  readonly deviation: number;
  readonly highest: number;
}
