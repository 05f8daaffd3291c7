// A person whom no name names any more and to whom no event is tied.
//
// @mode  write
// @param id string

MATCH (u:User {id: $id})
WHERE NOT EXISTS { (:Alias)-[:NAMES]->(u) } AND NOT EXISTS { (:Event)-[:BY|ON]->(u) }
DETACH DELETE u
