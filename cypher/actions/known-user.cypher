// An account as the graph knows it.
//
// @mode    read
// @param   id   string
// @returns kind string | null

MATCH (u:User {id: $id})
RETURN u.kind AS kind
