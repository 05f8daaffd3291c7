// (:Finding)-[:BESIDE]->(:Event), what it was compared with.
//
// @mode  write
// @param rows { finding: string, event: string }[]

UNWIND $rows AS row
MATCH (f:Finding {id: row.finding})
MATCH (e:Event {id: row.event})
MERGE (f)-[:BESIDE]->(e)
