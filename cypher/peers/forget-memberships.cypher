// Memberships that are no longer kept, or were never so.
//
// @mode  write
// @param rows { person: string, group: string, since: Instant }[]

UNWIND $rows AS row
MATCH (u:User {id: row.person})
MATCH (g:PeerGroup {id: row.group})
MATCH (u)-[m:MEMBER_OF {since: row.since}]->(g)
DELETE m
