// The peer groups somebody belonged to and belongs to, the newest first.
//
// @mode    read
// @param   element string
// @param   limit   number
// @returns group   string
// @returns label   string
// @returns since   Instant
// @returns until   Instant | null
// @returns degree  number | null

MATCH (n)
WHERE elementId(n) = $element
MATCH (n)-[m:MEMBER_OF]->(g:PeerGroup)
RETURN g.id AS group, g.label AS label, m.since AS since, m.until AS until, m.degree AS degree
ORDER BY since DESC, group
LIMIT $limit
