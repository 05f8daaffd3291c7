// A graph of weighted ties by number, in the memory of the server's Graph Data Science; nothing is stored.
//
// @mode    read
// @param   name    string
// @param   from    number[]
// @param   to      number[]
// @param   weights number[]
// @returns nodes   number

UNWIND range(0, size($from) - 1) AS i
WITH gds.graph.project(
  $name, $from[i], $to[i],
  {relationshipProperties: {weight: $weights[i]}},
  {undirectedRelationshipTypes: ['*']}
) AS projected
RETURN projected.nodeCount AS nodes
