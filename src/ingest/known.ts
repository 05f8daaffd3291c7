// Leaves out what is not known: an absent property and one set to undefined are different things to the database.

type Optional<T> = { [K in keyof T]: undefined extends T[K] ? K : never }[keyof T];

/** The same value with every possibly undefined property optional. */
export type Known<T> = { [K in Exclude<keyof T, Optional<T>>]: T[K] } & { [K in Optional<T>]?: Exclude<T[K], undefined> };

export function known<T extends object>(it: T): Known<T> {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(it)) if (value !== undefined) copy[name] = value;
  return copy as Known<T>;
}
