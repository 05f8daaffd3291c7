// Events by id, each written once: what is kept under each id, and where. `token` marks the try, so that of two processes
// sending the same event exactly one is told it was new; it begins with `writer`, so that a writer whose success was lost on
// the way is told the same again, but not that it made the event just now.
//
// @mode    write
// @param   batch  { writer: string, token: string, rows: Fields[] }
// @returns id     string
// @returns hash   string
// @returns isNew  boolean
// @returns isMade boolean
// @returns node   string

CYPHER replan=skip
UNWIND $batch.rows AS row
MERGE (e:Event {id: row.id})
ON CREATE SET e += row, e.token = $batch.token
RETURN row.id AS id, e.hash AS hash, e.token STARTS WITH $batch.writer AS isNew, e.token = $batch.token AS isMade, elementId(e) AS node
ORDER BY id
