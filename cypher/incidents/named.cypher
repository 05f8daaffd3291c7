// How some of the things that an incident involves are shown to people, those that go by another name than their key.
//
// @mode    read
// @param   id    string
// @param   keys  string[]
// @returns label string
// @returns key   string
// @returns name  string

MATCH (i:Incident {id: $id})-[:INVOLVES]->(n)
WITH DISTINCT n, toString(coalesce(n.id, n.address, n.url, n.code, n.number, n.name)) AS key
WHERE key IN $keys AND n.name IS NOT NULL
RETURN labels(n)[0] AS label, key, n.name AS name
ORDER BY label, key
LIMIT 1000
