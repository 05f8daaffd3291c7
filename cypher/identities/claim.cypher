// Unclaimed names of accounts whose person is known now.
//
// @mode  write
// @param rows { value: string, user: string }[]

UNWIND $rows AS row
MATCH (a:Alias {value: row.value})
// Held before it is looked at: whoever ties an event by this name comes before or after.
SET a.touched = timestamp()
REMOVE a.touched
WITH a, row
WHERE NOT EXISTS { (a)-[:NAMES]->(:User) }
MATCH (u:User {id: row.user})
MERGE (a)-[:NAMES]->(u)
