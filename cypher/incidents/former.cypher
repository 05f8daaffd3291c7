// The ids that some incidents had before.
//
// @mode    read
// @param   ids      string[]
// @returns incident string
// @returns former   string[]

UNWIND $ids AS wanted
MATCH (before:Incident)-[:BECAME*1..20]->(:Incident {id: wanted})
WITH wanted, before.id AS id ORDER BY wanted, id
RETURN wanted AS incident, collect(DISTINCT id)[..1000] AS former
