// Whose some addresses are, and in which time zones they were how often on which days.
//
// @mode    read
// @param   addresses string[]
// @returns address   string
// @returns user      string
// @returns zones     { zone: string, days: number[], counts: number[] }[]

UNWIND $addresses AS address
MATCH (a:Alias {value: address})-[:NAMES]->(u:User)
RETURN address, u.id AS user,
       [(u)-[h:SHOWS]->(t:Trait) WHERE t.kind = 'zone' | {zone: t.value, days: h.days, counts: h.counts}] AS zones
ORDER BY address
