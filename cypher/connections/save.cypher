// Folds of connections as they now are, and where they are in the graph.
//
// @mode    write
// @param   batch { rows: Fields[] }
// @returns id    string
// @returns node  string

CYPHER replan=skip
UNWIND $batch.rows AS row
MERGE (e:Event {id: row.id})
SET e += row
RETURN row.id AS id, elementId(e) AS node
ORDER BY id
