// What people have made of some incidents; of one that was merged away, as it was when it last stood.
//
// @mode    read
// @param   ids             string[]
// @returns id              string
// @returns status          string
// @returns owner           string | null
// @returns assignedAt      Instant | null
// @returns verdict         string | null
// @returns verdictBy       string | null
// @returns verdictAt       Instant | null
// @returns verdictAsOf     Instant | null
// @returns verdictFindings string[] | null

UNWIND $ids AS id
MATCH (i:Incident {id: id})
WITH i, head(COLLECT {
  MATCH (before:Incident)-[:BECAME*0..20]->(i)
  WHERE before.owner IS NOT NULL AND (before = i OR i.owner IS NULL)
  RETURN before ORDER BY before.assignedAt DESC, before.id LIMIT 1
}) AS owned
RETURN i.id AS id,
       CASE
         WHEN i.status <> 'merged' THEN i.status
         WHEN i.statusBefore IS NOT NULL THEN i.statusBefore
         WHEN i.verdict IS NOT NULL THEN 'closed'
         ELSE 'open'
       END AS status,
       owned.owner AS owner, owned.assignedAt AS assignedAt,
       i.verdict AS verdict, i.verdictBy AS verdictBy, i.verdictAt AS verdictAt,
       i.verdictAsOf AS verdictAsOf, i.verdictFindings AS verdictFindings
ORDER BY id
