// Incidents that stand, the highest score first. With `all` also the closed ones.
//
// @mode    read
// @param   all       boolean
// @returns id        string
// @returns status    string
// @returns report    string
// @returns score     number
// @returns owner     string | null
// @returns verdict   string | null
// @returns verdictBy string | null
// @returns verdictAt Instant | null
// @returns changedAt Instant

MATCH (i:Incident)
WHERE i.status IN ['open', 'inProgress'] OR ($all AND i.status = 'closed')
RETURN i.id AS id, i.status AS status, i.report AS report, i.score AS score,
       coalesce(i.owner, head(COLLECT {
         MATCH (before:Incident)-[:BECAME*1..20]->(i)
         WHERE before.owner IS NOT NULL
         RETURN before.owner ORDER BY before.assignedAt DESC, before.id LIMIT 1
       })) AS owner,
       i.verdict AS verdict, i.verdictBy AS verdictBy, i.verdictAt AS verdictAt,
       coalesce(i.changedAt, i.lastAt) AS changedAt
ORDER BY i.score DESC, i.lastAt DESC, i.id
