// Whose each name is: where the person is in the graph. Names that nobody has are left out.
//
// @mode    write
// @param   batch { names: string[] }
// @returns key   string
// @returns node  string

CYPHER replan=skip
UNWIND $batch.names AS name
MATCH (a:Alias {value: name})-[:NAMES]->(u:User)
USING INDEX SEEK a:Alias(value)
RETURN name AS key, elementId(u) AS node
ORDER BY key
