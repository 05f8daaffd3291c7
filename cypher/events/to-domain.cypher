// (:Event)-[:TO]->(:Domain), the Domain made when it is new. Keys come sorted, so that two writers never wait crosswise.
//
// @mode  write
// @param keys { key: string, name: string }[]
// @param rows { event: string, key: string }[]

UNWIND $keys AS entity
MERGE (n:Domain {name: entity.key})
WITH count(n) AS made
UNWIND $rows AS row
MATCH (e:Event {id: row.event})
MATCH (n:Domain {name: row.key})
MERGE (e)-[:TO]->(n)
