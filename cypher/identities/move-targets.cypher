// What was done to those names was done to the other identity.
//
// @mode  write
// @param from  string
// @param to    string
// @param names string[]

MATCH (old:User {id: $from})
MATCH (new:User {id: $to})
MATCH (e:Event)-[on:ON]->(old)
WHERE e.target IN $names
MERGE (e)-[:ON]->(new)
DELETE on
