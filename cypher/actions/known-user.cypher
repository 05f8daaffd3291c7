// An account as the graph knows it, with every name it goes by.
//
// @mode    read
// @param   id    string
// @returns kind  string | null
// @returns names string[]

MATCH (u:User {id: $id})
RETURN u.kind AS kind, COLLECT { MATCH (a:Alias)-[:NAMES]->(u) RETURN a.value ORDER BY a.value } AS names
