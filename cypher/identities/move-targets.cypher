// What was done to those names, or is said about them, is the other identity's. An event may name one person twice: what
// names the old identity still by another name stays tied to it, too.
//
// @mode  write
// @param from  string
// @param to    string
// @param names string[]

MATCH (old:User {id: $from})
MATCH (new:User {id: $to})
MATCH (e:Event)-[on:ON]->(old)
WITH old, new, e, on, [e.target, e.grantee] + coalesce(e.people, []) AS called
WHERE any(name IN called WHERE name IN $names)
MERGE (e)-[:ON]->(new)
WITH old, on, called
WHERE NOT EXISTS { MATCH (a:Alias)-[:NAMES]->(old) WHERE a.value IN called }
DELETE on
