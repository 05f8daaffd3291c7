// Findings that are new or say something new.
//
// @mode  write
// @param rows { id: string, fields: Fields }[]

UNWIND $rows AS row
MERGE (f:Finding {id: row.id})
SET f = row.fields
SET f.id = row.id
