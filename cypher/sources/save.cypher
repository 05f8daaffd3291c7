// Adds to what is known of how sources arrive: how many records, the newest of them, and how long after the event they
// came, counted in powers of two of a second. Writers in any order end in the same sums.
//
// @mode  write
// @param batch { rows: { id: string, count: number, newestAt: Instant, newestArrivalAt: Instant, lateness: number[], latest: number, rejected: number, rejectedAt: Instant, rejectedWhy: string }[] }

CYPHER replan=skip
UNWIND $batch.rows AS row
MERGE (s:SourceState {id: row.id})
// Held before it is read: of two writers at once the second adds to what the first wrote.
SET s.touched = timestamp()
REMOVE s.touched
WITH s, row
SET s.count = coalesce(s.count, 0) + row.count,
    s.newestAt = CASE WHEN row.newestAt > coalesce(s.newestAt, 0) THEN row.newestAt ELSE coalesce(s.newestAt, 0) END,
    s.newestArrivalAt = CASE WHEN row.newestArrivalAt > coalesce(s.newestArrivalAt, 0) THEN row.newestArrivalAt ELSE coalesce(s.newestArrivalAt, 0) END,
    s.lateness = [i IN range(0, size(row.lateness) - 1) | coalesce(s.lateness[i], 0) + row.lateness[i]],
    s.latest = CASE WHEN row.latest > coalesce(s.latest, 0) THEN row.latest ELSE coalesce(s.latest, 0) END,
    s.rejected = coalesce(s.rejected, 0) + row.rejected
WITH s, row
WHERE row.rejectedAt > coalesce(s.rejectedAt, 0)
SET s.rejectedAt = row.rejectedAt, s.rejectedWhy = row.rejectedWhy
