// What was noted on some incidents, or on what became them, the oldest first.
//
// @mode    read
// @param   ids      string[]
// @returns incident string
// @returns id       string
// @returns noted    string
// @returns at       Instant
// @returns by       string
// @returns text     string

UNWIND $ids AS wanted
MATCH (i:Incident {id: wanted})
MATCH (i)<-[:BECAME*0..20]-(before:Incident)<-[:NOTES]-(n:Note)
RETURN DISTINCT wanted AS incident, n.id AS id, before.id AS noted, n.at AS at, n.by AS by, n.text AS text
ORDER BY at, id
LIMIT 10000
