// (:Mailbox)-[:SHOWS]->(:Trait): integer counts per UTC day.
//
// @mode  write
// @param rows { person: string, value: string, kind: string, shown: string, key: string, hash: string, days: number[], counts: number[], firstAt: Instant, lastAt: Instant }[]

UNWIND $rows AS row
MATCH (u:Mailbox {address: row.person})
MERGE (n:Trait {id: row.value})
ON CREATE SET n.kind = row.kind, n.value = row.shown
MERGE (u)-[h:SHOWS]->(n)
SET h.key = row.key, h.hash = row.hash, h.days = row.days, h.counts = row.counts, h.firstAt = row.firstAt, h.lastAt = row.lastAt
