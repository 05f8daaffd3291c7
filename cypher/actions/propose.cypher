// Actions that were not proposed before, each for an incident there is; a second proposal of the same changes nothing.
// `token` marks the writer: of two that propose the same exactly one is told it was new.
//
// @mode    write
// @param   rows  { id: string, token: string, incident: string, fields: Fields }[]
// @returns id    string
// @returns isNew boolean

UNWIND $rows AS row
MATCH (i:Incident {id: row.incident})
MERGE (a:Action {id: row.id})
ON CREATE SET a += row.fields, a.token = row.token
MERGE (a)-[:ANSWERS]->(i)
RETURN a.id AS id, a.token = row.token AS isNew
ORDER BY id
