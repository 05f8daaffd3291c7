// Names about to change hands, held until the transaction ends: whoever ties an event by one of them comes before or after.
//
// @mode  write
// @param names string[]

UNWIND $names AS name
MATCH (a:Alias {value: name})
SET a.touched = timestamp()
REMOVE a.touched
