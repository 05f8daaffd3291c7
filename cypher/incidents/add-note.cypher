// A note on an incident, once; nothing ever changes or removes one.
//
// @mode    write
// @param   id        string
// @param   incident  string
// @param   token     string
// @param   changedAt Instant
// @param   fields    Fields
// @returns isNew     boolean

MATCH (i:Incident {id: $incident})
MERGE (n:Note {id: $id})
ON CREATE SET n += $fields, n.token = $token
MERGE (n)-[:NOTES]->(i)
WITH i, n, n.token = $token AS isNew
FOREACH (_ IN CASE WHEN isNew THEN [1] ELSE [] END | SET i.changedAt = $changedAt)
RETURN isNew
