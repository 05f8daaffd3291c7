// (:Constraint)-[:CONSTRAINS {side}]->(:Finding), where it is missing: for one that is new, and for a finding that was
// withdrawn and stands again.
//
// @mode  write

MATCH (c:Constraint)
WHERE COUNT { (c)-[:CONSTRAINS]->() } < size(c.from) + size(c.to)
UNWIND [id IN c.from | [id, 'from']] + [id IN c.to | [id, 'to']] AS end
MATCH (f:Finding {id: end[0]})
MERGE (c)-[tie:CONSTRAINS]->(f)
SET tie.side = end[1]
