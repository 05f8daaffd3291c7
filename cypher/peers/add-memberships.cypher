// (:User)-[:MEMBER_OF {since, until, degree}]->(:PeerGroup): memberships that are not stored yet, a group a row. Not safe to
// repeat: looking for each first would take three times as long, so what is new is worked out beforehand, under the lease.
//
// @mode  write
// @param rows { group: string, members: { person: string, since: Instant, until: Instant | null, degree: number }[] }[]

CYPHER replan=skip
UNWIND $rows AS row
MATCH (g:PeerGroup {id: row.group})
USING INDEX SEEK g:PeerGroup(id)
UNWIND row.members AS one
MATCH (u:User {id: one.person})
USING INDEX SEEK u:User(id)
CREATE (u)-[:MEMBER_OF {since: one.since, until: one.until, degree: one.degree}]->(g)
