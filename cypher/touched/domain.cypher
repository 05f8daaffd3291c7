// Domains by name, made when new: where each is in the graph, and what it is called there.
//
// @mode    write
// @param   batch { keys: string[] }
// @returns key   string
// @returns node  string
// @returns name  string | null

CYPHER replan=skip
UNWIND $batch.keys AS key
MERGE (n:Domain {name: key})
RETURN key, elementId(n) AS node, n.name AS name
ORDER BY key
