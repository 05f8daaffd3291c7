// People and the peer group they belong to now.
//
// @mode    read
// @returns user  string
// @returns group string
// @returns label string
// @returns since Instant

MATCH (u:User)-[m:MEMBER_OF]->(g:PeerGroup)
RETURN u.id AS user, g.id AS group, g.label AS label, m.since AS since
ORDER BY user
