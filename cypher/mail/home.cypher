// The domains of people who signed in among the newest events: the organisation's own, most people first.
//
// @mode    read
// @param   most   number
// @param   limit  number
// @returns domain string

MATCH (e:Event)
WHERE e.at IS NOT NULL
WITH e
ORDER BY e.at DESC
LIMIT $most
WITH e
WHERE e.kind = 'signIn' AND e.outcome = 'success' AND coalesce(e.actorKind, 'person') = 'person'
MATCH (e)-[:BY]->(u:User)<-[:NAMES]-(a:Alias)
WHERE a.value CONTAINS '@' AND NOT a.value CONTAINS '#'
WITH split(a.value, '@')[-1] AS domain, count(DISTINCT u) AS people
RETURN domain
ORDER BY people DESC, domain
LIMIT $limit
