// Names, and which of them a record said are one person's. A name nobody has yet becomes a person of that name. The names
// are held until the transaction ends, so that whom an event is tied to by its name cannot change under the writer.
//
// @mode  write
// @param names { value: string, kind: string }[]
// @param pairs { a: string, b: string }[]

UNWIND $names AS name
MERGE (a:Alias {value: name.value})
SET a.touched = timestamp()
REMOVE a.touched
WITH a, name
OPTIONAL MATCH (a)-[:NAMES]->(known:User)
WITH a, name, known
FOREACH (_ IN CASE WHEN known IS NULL THEN [1] ELSE [] END |
  MERGE (u:User {id: name.value})
  MERGE (a)-[:NAMES]->(u)
)
WITH count(*) AS named
UNWIND $pairs AS pair
MATCH (a:Alias {value: pair.a})
MATCH (b:Alias {value: pair.b})
MERGE (a)-[:SAME_AS]->(b)
