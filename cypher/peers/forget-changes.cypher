// Merges and splits that never were.
//
// @mode  write
// @param rows { from: string, into: string, at: Instant, kind: string }[]

UNWIND $rows AS row
MATCH (a:PeerGroup {id: row.from})
MATCH (b:PeerGroup {id: row.into})
MATCH (a)-[r:BECAME {at: row.at, kind: row.kind}]->(b)
DELETE r
