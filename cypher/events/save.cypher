// Events by id, each written once: says which of them are new, and by its hash what is kept under each id. `token` marks
// the writer, so that of two processes sending the same event exactly one is told it was new.
//
// @mode    write
// @param   rows  { id: string, token: string, fields: Fields }[]
// @returns id    string
// @returns isNew boolean
// @returns hash  string

UNWIND $rows AS row
MERGE (e:Event {id: row.id})
ON CREATE SET e += row.fields, e.token = row.token
RETURN row.id AS id, e.token = row.token AS isNew, e.hash AS hash
ORDER BY id
