// People and the peer group they belong to now.
//
// @mode    read
// @returns user   string
// @returns group  string
// @returns label  string
// @returns since  Instant
// @returns degree number | null

MATCH (g:PeerGroup)
WHERE g.diedAt IS NULL
MATCH (u:User)-[m:MEMBER_OF]->(g)
WHERE m.until IS NULL
RETURN u.id AS user, g.id AS group, g.label AS label, m.since AS since, m.degree AS degree
ORDER BY user
