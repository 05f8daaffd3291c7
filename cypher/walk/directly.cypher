// What is tied to some things without an event between; what little touches first.
//
// @mode    read
// @param   from    string[]
// @param   most    number
// @param   limit   number
// @returns from    string
// @returns to      string
// @returns label   string
// @returns key     string
// @returns title   string | null
// @returns at      Instant | null
// @returns degree  number
// @returns via     string
// @returns isAlong boolean

UNWIND $from AS element
MATCH (x)
WHERE elementId(x) = element
MATCH (x)-[d:OWNS|IN|WORKS_IN|ABOUT|LINKED]-(y)
WITH x, d, y LIMIT $most
WITH x, y, min([type(d), startNode(d) = x]) AS way
WITH x, y, way, COUNT { (y)--() } AS degree, labels(y)[0] AS label,
     toString(coalesce(y.id, y.address, y.url, y.code, y.number, y.name)) AS key
ORDER BY degree, label, key
LIMIT $limit
RETURN elementId(x) AS from, elementId(y) AS to, label, key, coalesce(y.title, y.name) AS title, y.at AS at, degree,
       way[0] AS via, way[1] AS isAlong
ORDER BY degree, label, key, from
