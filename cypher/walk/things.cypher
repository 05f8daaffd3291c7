// Some things as steps of a path.
//
// @mode    read
// @param   elements string[]
// @returns element  string
// @returns key      string
// @returns title    string | null
// @returns at       Instant | null

UNWIND $elements AS element
MATCH (n)
WHERE elementId(n) = element
RETURN element, toString(coalesce(n.id, n.address, n.url, n.code, n.number, n.name)) AS key,
       coalesce(n.title, n.name) AS title, CASE WHEN n:Finding THEN n.at END AS at
ORDER BY element
