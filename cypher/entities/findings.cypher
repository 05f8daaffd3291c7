// Findings about something, the newest first.
//
// @mode    read
// @param   element string
// @param   limit   number
// @returns id      string

MATCH (n)
WHERE elementId(n) = $element
MATCH (f:Finding)-[:ABOUT]->(n)
WITH DISTINCT f ORDER BY f.at DESC, f.id LIMIT $limit
RETURN f.id AS id
ORDER BY f.at DESC, f.id
