// (:Incident)-[:HOLDS]->(:Finding)
//
// @mode  write
// @param rows { incident: string, finding: string }[]

UNWIND $rows AS row
MATCH (i:Incident {id: row.incident})
MATCH (f:Finding {id: row.finding})
MERGE (i)-[:HOLDS]->(f)
