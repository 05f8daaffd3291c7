// (:PeerGroup)-[:BECAME {at, kind, because}]->(:PeerGroup): merges and splits. A group that lived on has become itself, too,
// and that goes without saying.
//
// @mode  write
// @param rows { from: string, into: string, at: Instant, kind: string, because: string }[]

UNWIND $rows AS row
MATCH (a:PeerGroup {id: row.from})
MATCH (b:PeerGroup {id: row.into})
MERGE (a)-[r:BECAME {at: row.at, kind: row.kind}]->(b)
SET r.because = row.because
