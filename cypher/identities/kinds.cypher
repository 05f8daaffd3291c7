// What kind of principal a name stands for; of several sayings the first in the alphabet stays.
//
// @mode  write
// @param batch { rows: { value: string, kind: string }[] }

CYPHER replan=skip
UNWIND $batch.rows AS row
MATCH (a:Alias {value: row.value})-[:NAMES]->(u:User)
USING INDEX SEEK a:Alias(value)
WHERE u.kind IS NULL OR u.kind > row.kind
// Held before it is looked at again: of two writers at once the second sees what the first wrote.
SET u.touched = timestamp()
REMOVE u.touched
WITH u, row
WHERE u.kind IS NULL OR u.kind > row.kind
SET u.kind = row.kind
