// Standing incidents that something has a part in, the highest score first.
//
// @mode    read
// @param   element string
// @param   limit   number
// @returns id      string

MATCH (n)
WHERE elementId(n) = $element
MATCH (i:Incident)-[:INVOLVES]->(n)
WHERE i.status IN ['open', 'inProgress', 'closed']
WITH DISTINCT i ORDER BY i.score DESC, i.lastAt DESC, i.id LIMIT $limit
RETURN i.id AS id
ORDER BY i.score DESC, i.lastAt DESC, i.id
