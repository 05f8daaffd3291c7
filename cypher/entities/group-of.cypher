// The peer group a person belongs to.
//
// @mode    read
// @param   element string
// @returns id      string

MATCH (n)
WHERE elementId(n) = $element
MATCH (n)-[:MEMBER_OF]->(g:PeerGroup)
RETURN g.id AS id
ORDER BY id
LIMIT 1
