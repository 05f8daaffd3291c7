// Every membership that is stored, those that have ended too, a page of groups at a time.
//
// @mode    read
// @param   ids    string[]
// @returns group  string
// @returns person string
// @returns since  Instant
// @returns until  Instant | null
// @returns degree number | null

UNWIND $ids AS id
MATCH (g:PeerGroup {id: id})
MATCH (u:User)-[m:MEMBER_OF]->(g)
RETURN id AS group, u.id AS person, m.since AS since, m.until AS until, m.degree AS degree
ORDER BY group, person, since
