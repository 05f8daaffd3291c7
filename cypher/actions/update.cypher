// An action after a step of its life.
//
// @mode  write
// @param id     string
// @param fields Fields

MATCH (a:Action {id: $id})
SET a += $fields
