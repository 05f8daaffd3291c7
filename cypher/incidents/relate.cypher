// (:Incident)-[:RELATED {weight, mechanism, because, from, to}]->(:Incident), from the smaller id to the greater; from and to
// are ids of findings, one of each.
//
// @mode  write
// @param rows { smaller: string, greater: string, weight: number, mechanism: string, because: string, from: string, to: string }[]

UNWIND $rows AS row
MATCH (a:Incident {id: row.smaller})
MATCH (b:Incident {id: row.greater})
MERGE (a)-[r:RELATED]->(b)
SET r.weight = row.weight, r.mechanism = row.mechanism, r.because = row.because, r.from = row.from, r.to = row.to
