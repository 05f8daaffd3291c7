// Peer groups with who belongs to each since when.
//
// @mode  write
// @param rows { group: string, label: string, size: number, person: string, since: Instant }[]

UNWIND $rows AS row
MERGE (g:PeerGroup {id: row.group})
SET g.label = row.label, g.size = row.size
WITH g, row
MATCH (u:User {id: row.person})
MERGE (u)-[m:MEMBER_OF]->(g)
SET m.since = row.since
