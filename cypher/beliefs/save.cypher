// (:Belief)-[:OF]->(:Incident): what was believed of incidents from a moment on. Nothing changes an entry afterwards, but
// that those in the middle of a long chronicle become one.
//
// @mode  write
// @param rows { id: string, incident: string, line: string, sequence: number, fields: Fields }[]

UNWIND $rows AS row
MATCH (i:Incident {id: row.incident})
MERGE (b:Belief {id: row.id})
ON CREATE SET b += row.fields, b.incident = row.incident, b.line = row.line, b.sequence = row.sequence
MERGE (b)-[:OF]->(i)
SET i.line = row.line, i.sequence = row.sequence
