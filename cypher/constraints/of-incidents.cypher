// The constraints that name any finding of some incidents, in the order they were said; at most 200 an incident.
//
// @mode    read
// @param   ids          string[]
// @returns incident     string
// @returns id           string
// @returns kind         string
// @returns from         string[]
// @returns to           string[]
// @returns asOf         Instant
// @returns by           string
// @returns at           Instant
// @returns reason       string
// @returns undoneBy     string | null
// @returns undoneAt     Instant | null
// @returns undoneReason string | null

UNWIND $ids AS wanted
MATCH (i:Incident {id: wanted})
UNWIND COLLECT {
  MATCH (i)-[:HOLDS]->(:Finding)<-[:CONSTRAINS]-(one:Constraint)
  WITH DISTINCT one
  RETURN one ORDER BY one.at DESC, one.id DESC LIMIT 200
} AS c
RETURN wanted AS incident,
       c.id AS id, c.kind AS kind, c.from AS from, c.to AS to, c.asOf AS asOf, c.by AS by, c.at AS at, c.reason AS reason,
       c.undoneBy AS undoneBy, c.undoneAt AS undoneAt, c.undoneReason AS undoneReason
ORDER BY incident, at, id
