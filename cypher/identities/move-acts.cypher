// What was done under those names becomes the other identity's doing.
//
// @mode  write
// @param from  string
// @param to    string
// @param names string[]

MATCH (old:User {id: $from})
MATCH (new:User {id: $to})
MATCH (e:Event)-[by:BY]->(old)
WHERE e.actor IN $names
MERGE (e)-[:BY]->(new)
DELETE by
