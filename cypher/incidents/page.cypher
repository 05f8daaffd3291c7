// A page of the incidents of some statuses, the highest score first, then what happened last.
//
// @mode    read
// @param   statuses  string[]
// @param   score     number
// @param   lastAt    Instant
// @param   id        string
// @param   limit     number
// @returns id        string
// @returns status    string
// @returns report    string
// @returns owner     string | null
// @returns verdict   string | null
// @returns verdictBy string | null
// @returns verdictAt Instant | null
// @returns changedAt Instant

UNWIND $statuses AS status
UNWIND COLLECT {
  MATCH (one:Incident)
  WHERE one.status = status AND one.score <= $score
    AND (one.score < $score OR one.lastAt < $lastAt OR (one.lastAt = $lastAt AND one.id > $id))
  RETURN one ORDER BY one.score DESC, one.lastAt DESC, one.id LIMIT $limit
} AS i
WITH i ORDER BY i.score DESC, i.lastAt DESC, i.id LIMIT $limit
RETURN i.id AS id, i.status AS status, i.report AS report,
       coalesce(i.owner, head(COLLECT {
         MATCH (before:Incident)-[:BECAME*1..20]->(i)
         WHERE before.owner IS NOT NULL
         RETURN before.owner ORDER BY before.assignedAt DESC, before.id LIMIT 1
       })) AS owner,
       i.verdict AS verdict, i.verdictBy AS verdictBy, i.verdictAt AS verdictAt,
       coalesce(i.changedAt, i.lastAt) AS changedAt
ORDER BY i.score DESC, i.lastAt DESC, i.id
