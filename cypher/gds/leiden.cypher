// Communities of a projected graph, the numbers in each: Leiden, on one thread, since more of them wait for one another on a
// small machine.
//
// @mode    read
// @param   name       string
// @param   resolution number
// @param   seed       number
// @returns nodes      number[]

CALL gds.leiden.stream($name, {
  relationshipWeightProperty: 'weight', gamma: $resolution, randomSeed: $seed, concurrency: 1
})
YIELD nodeId, communityId
WITH communityId, nodeId ORDER BY nodeId
WITH communityId, collect(nodeId) AS nodes
RETURN nodes
ORDER BY nodes[0]
