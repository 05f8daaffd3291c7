// One incident by its id, or by an id it had before a merge.
//
// @mode    read
// @param   id        string
// @returns id        string
// @returns status    string
// @returns report    string
// @returns score     number
// @returns owner     string | null
// @returns verdict   string | null
// @returns verdictBy string | null
// @returns verdictAt Instant | null
// @returns changedAt Instant

MATCH (old:Incident {id: $id})
MATCH (old)-[:BECAME*0..20]->(i:Incident)
WHERE NOT EXISTS { (i)-[:BECAME]->() } AND i.status <> 'merged'
WITH i LIMIT 1
RETURN i.id AS id, i.status AS status, i.report AS report, i.score AS score,
       coalesce(i.owner, head(COLLECT {
         MATCH (before:Incident)-[:BECAME*1..20]->(i)
         WHERE before.owner IS NOT NULL
         RETURN before.owner ORDER BY before.assignedAt DESC, before.id LIMIT 1
       })) AS owner,
       i.verdict AS verdict, i.verdictBy AS verdictBy, i.verdictAt AS verdictAt,
       coalesce(i.changedAt, i.lastAt) AS changedAt
