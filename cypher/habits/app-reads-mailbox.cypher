// (:App)-[:READS]->(:Mailbox): integer counts per UTC day.
//
// @mode  write
// @param rows { person: string, value: string, key: string, hash: string, days: number[], counts: number[], firstAt: Instant, lastAt: Instant }[]

UNWIND $rows AS row
MATCH (u:App {id: row.person})
MATCH (n:Mailbox {address: row.value})
MERGE (u)-[h:READS]->(n)
SET h.key = row.key, h.hash = row.hash, h.days = row.days, h.counts = row.counts, h.firstAt = row.firstAt, h.lastAt = row.lastAt
