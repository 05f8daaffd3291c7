// (:Event)-[:BY|FROM|ON|TO]->(entity), for events that this transaction made or cut loose: they have no ties yet, so none is
// looked for. `ties` are [type, entity, events], by their places in `entities` and `events`. They come in the order of the
// entities: tying holds an entity until the end, and two writers that hold in one order never wait crosswise.
//
// @mode  write
// @param batch { events: string[], entities: string[], ties: (string | number | number[])[][] }

CYPHER replan=skip
UNWIND $batch.ties AS tie
MATCH (n)
WHERE elementId(n) = $batch.entities[tie[1]]
UNWIND tie[2] AS at
MATCH (e)
WHERE elementId(e) = $batch.events[at]
FOREACH (_ IN CASE tie[0] WHEN 'BY' THEN [1] ELSE [] END | CREATE (e)-[:BY]->(n))
FOREACH (_ IN CASE tie[0] WHEN 'FROM' THEN [1] ELSE [] END | CREATE (e)-[:FROM]->(n))
FOREACH (_ IN CASE tie[0] WHEN 'ON' THEN [1] ELSE [] END | CREATE (e)-[:ON]->(n))
FOREACH (_ IN CASE tie[0] WHEN 'TO' THEN [1] ELSE [] END | CREATE (e)-[:TO]->(n))
