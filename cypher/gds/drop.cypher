// Gives back the memory of a projected graph, if there is one of the name.
//
// @mode    read
// @param   name string
// @returns name string

CALL gds.graph.drop($name, false)
YIELD graphName
RETURN graphName AS name
