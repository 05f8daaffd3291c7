// Of entries that are one from now on, the last says what all said; the others go.
//
// @mode  write
// @param id     string
// @param fields Fields
// @param gone   string[]

MATCH (b:Belief {id: $id})
SET b += $fields
WITH b
UNWIND $gone AS other
MATCH (old:Belief {id: other})
DETACH DELETE old
