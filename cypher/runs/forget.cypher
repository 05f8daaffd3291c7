// Old runs are forgotten, a thousand at a time at most.
//
// @mode    write
// @param   before Instant
// @returns gone   number

MATCH (r:JobRun)
WHERE r.startedAt < $before
WITH r LIMIT 1000
DELETE r
RETURN count(r) AS gone
