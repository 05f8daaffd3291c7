// The same record sent again with other content: the later generation wins, then the greater hash. What it touched
// is cut, to be tied anew. Answers with those that were replaced, and where they are.
//
// @mode    write
// @param   batch { token: string, rows: Fields[] }
// @returns id    string
// @returns node  string

CYPHER replan=skip
UNWIND $batch.rows AS row
MATCH (e:Event {id: row.id})
USING INDEX SEEK e:Event(id)
WHERE e.hash <> row.hash
  AND (row.generatedAt > e.generatedAt OR (row.generatedAt = e.generatedAt AND row.hash > e.hash))
// Held before it is looked at again: of two writers at once the second sees what the first wrote.
SET e.touched = timestamp()
REMOVE e.touched
WITH e, row
WHERE e.hash <> row.hash
  AND (row.generatedAt > e.generatedAt OR (row.generatedAt = e.generatedAt AND row.hash > e.hash))
SET e = row
SET e.token = $batch.token
WITH e
OPTIONAL MATCH (e)-[touch:BY|FROM|ON|TO]->()
WITH e, collect(touch) AS touches
FOREACH (touch IN touches | DELETE touch)
RETURN e.id AS id, elementId(e) AS node
ORDER BY id
