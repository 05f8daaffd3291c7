// Nothing moves under the hand: what is known now, in the order that was shown before.

export interface Row {
  readonly id: string;
  readonly changedAt: string;
}

export interface Settled<T extends Row> {
  /** In the order shown before; values are the newest. */
  readonly rows: readonly T[];
  /** Rows that are no longer in the list: they stay, greyed, until asked. */
  readonly gone: ReadonlySet<string>;
  readonly changed: ReadonlySet<string>;
  /** Rows that are not shown yet. */
  readonly news: number;
  /** Whether asking would move anything. */
  readonly moved: boolean;
}

export function settle<T extends Row>(shown: readonly T[], fresh: readonly T[]): Settled<T> {
  const now = new Map(fresh.map((row) => [row.id, row]));
  const before = new Set(shown.map(({ id }) => id));
  const rows = shown.map((row) => now.get(row.id) ?? row);
  const gone = new Set(shown.flatMap(({ id }) => (now.has(id) ? [] : [id])));
  const changed = new Set(
    shown.flatMap(({ id, changedAt }) => ((now.get(id)?.changedAt ?? changedAt) === changedAt ? [] : [id])),
  );
  const news = fresh.filter(({ id }) => !before.has(id)).length;
  const kept = rows.filter(({ id }) => now.has(id)).map(({ id }) => id);
  const order = fresh.filter(({ id }) => before.has(id)).map(({ id }) => id);
  const moved = news > 0 || gone.size > 0 || kept.some((id, index) => id !== order[index]);
  return { rows, gone, changed, news, moved };
}
