// Every entity that some event touched, with its names and when it was first and last seen.
//
// @mode    read
// @returns label   string
// @returns key     string
// @returns names   string[]
// @returns firstAt Instant
// @returns lastAt  Instant

MATCH (e:Event)-[:BY|FROM|ON|TO]->(n)
WITH n, min(e.at) AS firstAt, max(e.at) AS lastAt
RETURN labels(n)[0] AS label,
       toString(coalesce(n.id, n.address, n.url, n.name)) AS key,
       [(a:Alias)-[:NAMES]->(n) | a.value] AS names,
       firstAt,
       lastAt
UNION ALL
MATCH (e:Event)-[:FROM]->(ip:IP)-[:IN]->(n)
WITH n, min(e.at) AS firstAt, max(e.at) AS lastAt
RETURN labels(n)[0] AS label, toString(coalesce(n.code, n.number)) AS key, [] AS names, firstAt, lastAt
