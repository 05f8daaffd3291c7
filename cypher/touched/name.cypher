// What people call an entity: of several names the first in the alphabet stays.
//
// @mode  write
// @param batch { rows: { node: string, name: string }[] }

CYPHER replan=skip
UNWIND $batch.rows AS row
MATCH (n)
WHERE elementId(n) = row.node AND (n.name IS NULL OR n.name > row.name)
// Held before it is looked at again: of two writers at once the second sees what the first wrote.
SET n.touched = timestamp()
REMOVE n.touched
WITH n, row
WHERE n.name IS NULL OR n.name > row.name
SET n.name = row.name
