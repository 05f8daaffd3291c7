// The incidents that hold any of some findings, those that hold most of them first.
//
// @mode    read
// @param   findings string[]
// @param   limit    number
// @returns id       string

UNWIND $findings AS finding
MATCH (i:Incident)-[:HOLDS]->(:Finding {id: finding})
WITH i.id AS id, count(*) AS held
RETURN id
ORDER BY held DESC, id
LIMIT $limit
