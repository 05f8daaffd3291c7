// Names by which nobody was ever called, only an account that may be nobody's; and whose they are by now, if anybody's.
//
// @mode    read
// @returns value string
// @returns user  string | null

MATCH (a:Alias {unclaimed: true})
OPTIONAL MATCH (a)-[:NAMES]->(u:User)
RETURN a.value AS value, u.id AS user
ORDER BY value
