// (:Event)-[:ON]->(:Mailbox), the Mailbox made when it is new. Keys come sorted, so that two writers never wait crosswise;
// of several names the first in the alphabet stays.
//
// @mode  write
// @param keys { key: string, name: string }[]
// @param rows { event: string, key: string }[]

UNWIND $keys AS entity
MERGE (n:Mailbox {address: entity.key})
// Held before it is looked at again: of two writers at once the second sees what the first wrote.
FOREACH (_ IN CASE WHEN entity.name <> '' AND (n.name IS NULL OR entity.name < n.name) THEN [1] ELSE [] END |
  SET n.touched = timestamp() REMOVE n.touched
)
FOREACH (_ IN CASE WHEN entity.name <> '' AND (n.name IS NULL OR entity.name < n.name) THEN [1] ELSE [] END |
  SET n.name = entity.name
)
WITH count(n) AS made
UNWIND $rows AS row
MATCH (e:Event {id: row.event})
MATCH (n:Mailbox {address: row.key})
MERGE (e)-[:ON]->(n)
