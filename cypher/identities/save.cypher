// Names, and which of them a record said are one person's. A name nobody has yet becomes a name of `user`: of a person called
// so, or by the best of the names told with it. The names are held until the transaction ends, all of them before any person
// is looked for, so that whom an event is tied to by its name cannot change under the writer.
//
// @mode  write
// @param batch { names: { value: string, user: string }[], pairs: { a: string, b: string }[] }

CYPHER replan=skip
UNWIND $batch.names AS name
MERGE (a:Alias {value: name.value})
SET a.touched = timestamp()
REMOVE a.touched, a.unclaimed
WITH collect([a, name.user]) AS held
UNWIND held AS one
WITH one[0] AS a, one[1] AS user
OPTIONAL MATCH (a)-[:NAMES]->(known:User)
FOREACH (_ IN CASE WHEN known IS NULL THEN [1] ELSE [] END |
  MERGE (u:User {id: user})
  MERGE (a)-[:NAMES]->(u)
)
WITH count(*) AS named
UNWIND $batch.pairs AS pair
MATCH (a:Alias {value: pair.a})
USING INDEX SEEK a:Alias(value)
MATCH (b:Alias {value: pair.b})
USING INDEX SEEK b:Alias(value)
MERGE (a)-[:SAME_AS]->(b)
