// Who else belongs to the peer group somebody belongs to now, by id.
//
// @mode    read
// @param   element string
// @param   limit   number
// @returns id      string

MATCH (n)
WHERE elementId(n) = $element
MATCH (n)-[m:MEMBER_OF]->(g:PeerGroup)
WHERE m.until IS NULL AND g.diedAt IS NULL
WITH n, g ORDER BY g.id LIMIT 1
MATCH (u:User)-[o:MEMBER_OF]->(g)
WHERE o.until IS NULL AND u <> n
RETURN u.id AS id
ORDER BY id
LIMIT $limit
