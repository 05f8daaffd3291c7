// One incident by its id, or by an id it had before a merge.
//
// @mode    read
// @param   id     string
// @returns id     string
// @returns status string
// @returns report string
// @returns score  number

MATCH (old:Incident {id: $id})
MATCH (old)-[:BECAME*0..20]->(i:Incident)
WHERE NOT EXISTS { (i)-[:BECAME]->() } AND i.status <> 'merged'
RETURN i.id AS id, i.status AS status, i.report AS report, i.score AS score
LIMIT 1
