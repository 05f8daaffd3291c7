// Peer groups with some of their members; all of them, or the one of an id.
//
// @mode    read
// @param   id      string | null
// @param   limit   number
// @param   members number
// @returns id      string
// @returns label   string
// @returns size    number
// @returns members { key: string, name: string, since: Instant }[]

MATCH (g:PeerGroup)
WHERE $id IS NULL OR g.id = $id
WITH g ORDER BY g.size DESC, g.id LIMIT $limit
RETURN g.id AS id, g.label AS label, g.size AS size,
       COLLECT {
         MATCH (u:User)-[m:MEMBER_OF]->(g)
         RETURN {key: u.id, name: coalesce(u.name, u.id), since: m.since} AS member ORDER BY u.id LIMIT $members
       } AS members
ORDER BY size DESC, id
