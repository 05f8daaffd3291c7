// (:Finding)-[:LINKED {mechanism, weight, because}]->(:Finding)
//
// @mode  write
// @param rows { key: string, from: string, to: string, fields: Fields }[]

UNWIND $rows AS row
MATCH (a:Finding {id: row.from})
MATCH (b:Finding {id: row.to})
MERGE (a)-[l:LINKED {key: row.key}]->(b)
SET l += row.fields
