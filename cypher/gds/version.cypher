// Which of the statements of Neo4j's Graph Data Science the server knows; none, where it has no such library.
//
// @mode    read
// @returns name string

SHOW PROCEDURES YIELD name
WHERE name IN ['gds.leiden.stream', 'gds.graph.drop']
RETURN name
ORDER BY name
