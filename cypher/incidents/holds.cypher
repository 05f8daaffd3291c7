// (:Incident)-[:HOLDS {label}]->(:Finding)
//
// @mode  write
// @param rows { incident: string, finding: string, label: string }[]

UNWIND $rows AS row
MATCH (i:Incident {id: row.incident})
MATCH (f:Finding {id: row.finding})
MERGE (i)-[h:HOLDS]->(f)
SET h.label = row.label
