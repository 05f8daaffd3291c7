// What has changed of memberships that are stored: that they have ended, and how much the person belongs.
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
MATCH (u)-[m:MEMBER_OF {since: one.since}]->(g)
SET m.until = one.until, m.degree = one.degree
