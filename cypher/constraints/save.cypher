// A constraint as it is now: new, undone, or said once more.
//
// @mode  write
// @param id     string
// @param fields Fields

MERGE (c:Constraint {id: $id})
SET c = $fields
SET c.id = $id
