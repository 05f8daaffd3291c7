// Incidents that changed after a moment, in the order of their changes; one that was merged away by what it is now.
//
// @mode    read
// @param   after     Instant
// @param   id        string
// @param   limit     number
// @returns at        Instant
// @returns was       string
// @returns now       string | null

MATCH (was:Incident)
WHERE was.changedAt >= $after AND (was.changedAt > $after OR was.id > $id)
WITH was ORDER BY was.changedAt, was.id LIMIT $limit
RETURN was.changedAt AS at, was.id AS was,
       head(COLLECT {
         MATCH (was)-[:BECAME*0..20]->(i:Incident)
         WHERE NOT EXISTS { (i)-[:BECAME]->() } AND i.status <> 'merged'
         RETURN i.id LIMIT 1
       }) AS now
ORDER BY at, was
