// Mutes that are new, or end otherwise than they did.
//
// @mode  write
// @param rows { id: string, fields: Fields }[]

UNWIND $rows AS row
MERGE (m:Mute {id: row.id})
SET m += row.fields
