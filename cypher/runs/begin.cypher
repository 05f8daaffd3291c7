// A run of a job begins, unless the run of that moment has begun already. What an earlier holder left running was
// abandoned by it.
//
// @mode    write
// @param   id        string
// @param   job       string
// @param   owner     string
// @param   fence     number
// @param   startedAt Instant
// @returns isOurs    boolean

MERGE (r:JobRun {id: $id})
ON CREATE SET r.job = $job, r.owner = $owner, r.fence = $fence, r.startedAt = $startedAt, r.outcome = 'running'
WITH r, r.owner = $owner AND r.fence = $fence AND r.outcome = 'running' AS isOurs
OPTIONAL MATCH (left:JobRun)
WHERE left.startedAt > 0 AND left.job = $job AND left.outcome = 'running' AND left.id <> $id AND isOurs
WITH isOurs, collect(left) AS abandoned
FOREACH (left IN abandoned | SET left.outcome = 'abandoned', left.endedAt = $startedAt)
RETURN isOurs
