// What is said of messages from now on, in place of what was.
//
// @mode  write
// @param rows { message: string, fields: Fields }[]

UNWIND $rows AS row
MATCH (m:Email {id: row.message})
SET m.score = NULL, m.action = NULL, m.tags = NULL, m.models = NULL, m.report = NULL
SET m += row.fields
