// To whom people write and what they share, day by day, a page of people at a time; services are none.
//
// @mode    read
// @param   after  string
// @param   limit  number
// @param   traits string[]
// @returns person string
// @returns kept   { key: string, days: number[], counts: number[] }[]

MATCH (u:User)
WHERE u.id > $after AND coalesce(u.kind, 'person') <> 'service'
WITH u ORDER BY u.id LIMIT $limit
RETURN u.id AS person,
       COLLECT {
         MATCH (u)-[h:READS|WRITES_TO|MAILS|SIGNS_IN_FROM|SHOWS]->(v)
         WHERE h.key IS NOT NULL AND (NOT v:Trait OR v.kind IN $traits)
         RETURN {key: h.key, days: h.days, counts: h.counts} AS one ORDER BY h.key
       } AS kept
ORDER BY person
