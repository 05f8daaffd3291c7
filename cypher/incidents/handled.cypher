// What was decided about some incidents, or about what became them, and what came over them by merges and splits; the
// oldest first.
//
// @mode    read
// @param   ids      string[]
// @returns incident string
// @returns at       Instant
// @returns who      string
// @returns what     string
// @returns details  string

UNWIND $ids AS wanted
MATCH (i:Incident {id: wanted})
MATCH (i)<-[:BECAME*0..20]-(:Incident)<-[:RECORDS]-(e:AuditEntry)
WITH DISTINCT wanted, e
ORDER BY e.sequence
LIMIT 10000
RETURN wanted AS incident, e.at AS at, e.who AS who, e.what AS what, e.details AS details
