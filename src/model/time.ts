// Instants and spans. Times are epoch milliseconds everywhere inside; only the edges speak RFC 3339.

/** Epoch milliseconds, UTC. */
export type Instant = number;
/** A span in milliseconds. */
export type Millis = number;
/** Whole days since 1970-01-01, UTC. */
export type Day = number;

export interface Window {
  readonly since: Instant;
  readonly until: Instant;
}

export const seconds = (n: number): Millis => n * 1_000;
export const minutes = (n: number): Millis => n * 60_000;
export const hours = (n: number): Millis => n * 3_600_000;
export const days = (n: number): Millis => n * 86_400_000;

export const dayOf = (at: Instant): Day => Math.floor(at / days(1));
export const midnightOf = (day: Day): Instant => day * days(1);

/** RFC 3339 in UTC with milliseconds, e.g. 2026-01-05T09:14:00.000Z. */
export const rfc3339 = (at: Instant): string => new Date(at).toISOString();
