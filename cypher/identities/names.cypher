// Every name and whose it is now.
//
// @mode    read
// @returns value string
// @returns user  string

MATCH (a:Alias)-[:NAMES]->(u:User)
RETURN a.value AS value, u.id AS user
ORDER BY value
