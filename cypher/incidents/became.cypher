// (:Incident)-[:BECAME]->(:Incident): the one that stands for it, for ever.
//
// @mode  write
// @param rows { id: string, heir: string }[]

UNWIND $rows AS row
MATCH (i:Incident {id: row.id})
MATCH (heir:Incident {id: row.heir})
MERGE (i)-[:BECAME]->(heir)
