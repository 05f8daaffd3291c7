// People who have no name to be shown by get their id, which Neo4j Browser then writes on them.
//
// @mode write

MATCH (u:User)
WHERE u.name IS NULL
SET u.name = u.id
