// Campaigns that are new or have changed.
//
// @mode  write
// @param rows { id: string, fields: Fields }[]

UNWIND $rows AS row
MERGE (c:Campaign {id: row.id})
SET c = row.fields
SET c.id = row.id
