// Peer groups with some of those who belong to them now; all that stand, or the one of an id, also when it has ended.
//
// @mode    read
// @param   id          string | null
// @param   limit       number
// @param   members     number
// @returns id          string
// @returns label       string
// @returns size        number
// @returns bornAt      Instant | null
// @returns because     string | null
// @returns diedAt      Instant | null
// @returns diedBecause string | null
// @returns members     { key: string, name: string, since: Instant, degree: number | null }[]

MATCH (g:PeerGroup)
WHERE ($id IS NULL AND g.diedAt IS NULL) OR g.id = $id
WITH g ORDER BY g.size DESC, g.id LIMIT $limit
RETURN g.id AS id, g.label AS label, g.size AS size, g.bornAt AS bornAt, g.because AS because, g.diedAt AS diedAt,
       g.diedBecause AS diedBecause,
       COLLECT {
         MATCH (u:User)-[m:MEMBER_OF]->(g)
         WHERE m.until IS NULL
         RETURN {key: u.id, name: coalesce(u.name, u.id), since: m.since, degree: m.degree} AS member
         ORDER BY u.id LIMIT $members
       } AS members
ORDER BY size DESC, id
