// When something was first and last seen; of what is touched more often than `limit`, as far as that was looked at.
//
// @mode    read
// @param   element string
// @param   limit   number
// @returns firstAt Instant | null
// @returns lastAt  Instant | null

MATCH (n)
WHERE elementId(n) = $element
OPTIONAL MATCH (e:Event)-[:BY|FROM|ON|TO]->(n)
WITH e LIMIT $limit
RETURN min(e.at) AS firstAt, max(e.at) AS lastAt
