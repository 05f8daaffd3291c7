// Ties events to people by one of their names; a name nobody has yet becomes a person of that name.
//
// @mode  write
// @param rows { event: string, key: string }[]

UNWIND $rows AS row
MATCH (e:Event {id: row.event})
MATCH (:Alias {value: row.key})-[:NAMES]->(u:User)
MERGE (e)-[:ON]->(u)
