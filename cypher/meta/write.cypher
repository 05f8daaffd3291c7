// Leaves a note.
//
// @mode  write
// @param name  string
// @param value string

MERGE (m:Meta {name: $name})
SET m.value = $value
