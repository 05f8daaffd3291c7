// One number for each finding of an incident, and from what a sentence cites to those numbers.

export interface Numbered {
  readonly id: string;
  readonly number: string;
  readonly because: readonly string[];
}

interface Given {
  readonly id: string;
  readonly because: readonly string[];
  /** The number it keeps, such as 7a. */
  readonly label?: string | null;
  readonly number?: number | null;
}

export type WithNumber<T> = Omit<T, 'number'> & Numbered;

/** The number it keeps, else the place the API gives, else its place in the order of events: findings come in that order. */
export const numbered = <T extends Given>(findings: readonly T[]): WithNumber<T>[] =>
  findings.map((finding, index) => ({ ...finding, number: finding.label ?? String(finding.number ?? index + 1) }));

/** From the id of a finding, or of an event it accuses, to its finding. An event of several belongs to the first. */
export function citable<T extends Numbered>(findings: readonly T[]): ReadonlyMap<string, T> {
  const found = new Map<string, T>();
  for (const finding of findings) {
    found.set(finding.id, finding);
    for (const event of finding.because) if (!found.has(event)) found.set(event, finding);
  }
  return found;
}

/** The findings a sentence rests on, each once, in the order of their numbers. */
export function cited<T extends Numbered>(cites: readonly string[], findings: ReadonlyMap<string, T>): T[] {
  const them = new Set(cites.flatMap((id) => findings.get(id) ?? []));
  return [...them].sort((a, b) => byNumber(a.number, b.number));
}

/** 2 before 10, and 7 before 7a. */
export const byNumber = (a: string, b: string): number => parseInt(a, 10) - parseInt(b, 10) || (a < b ? -1 : a > b ? 1 : 0);
