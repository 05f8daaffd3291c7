// Some names of one identity become another's.
//
// @mode  write
// @param from  string
// @param to    string
// @param names string[]

MATCH (old:User {id: $from})
MATCH (new:User {id: $to})
UNWIND $names AS name
MATCH (a:Alias {value: name})-[named:NAMES]->(old)
MERGE (a)-[:NAMES]->(new)
DELETE named
