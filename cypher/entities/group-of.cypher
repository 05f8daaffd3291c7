// The peer group a person belongs to now.
//
// @mode    read
// @param   element string
// @returns id      string

MATCH (n)
WHERE elementId(n) = $element
MATCH (n)-[m:MEMBER_OF]->(g:PeerGroup)
WHERE m.until IS NULL AND g.diedAt IS NULL
RETURN g.id AS id
ORDER BY id
LIMIT 1
