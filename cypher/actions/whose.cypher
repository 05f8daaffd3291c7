// Whose some names are.
//
// @mode    read
// @param   names string[]
// @returns name  string
// @returns user  string

UNWIND $names AS name
MATCH (a:Alias {value: name})-[:NAMES]->(u:User)
RETURN name, u.id AS user
ORDER BY name
