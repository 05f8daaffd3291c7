// Every pair of names that some record said are one person's.
//
// @mode    read
// @returns a string
// @returns b string

MATCH (a:Alias)-[:SAME_AS]->(b:Alias)
RETURN a.value AS a, b.value AS b
ORDER BY a, b
