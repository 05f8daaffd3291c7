// How pairs of things are tied without an event between: by the first type there is, of links by the strongest.
//
// @mode    read
// @param   pairs     string[][]
// @returns pair      number
// @returns via       string
// @returns isAlong   boolean
// @returns mechanism Mechanism | null
// @returns because   string | null

UNWIND range(0, size($pairs) - 1) AS pair
MATCH (a)
WHERE elementId(a) = $pairs[pair][0]
MATCH (a)-[d:OWNS|IN|WORKS_IN|ABOUT|LINKED]-(b)
WHERE elementId(b) = $pairs[pair][1]
WITH pair, d, startNode(d) = a AS isAlong
ORDER BY type(d), d.weight DESC, isAlong, d.mechanism, d.because
WITH pair, collect({via: type(d), isAlong: isAlong, mechanism: d.mechanism, because: d.because})[0] AS way
RETURN pair, way.via AS via, way.isAlong AS isAlong, way.mechanism AS mechanism, way.because AS because
ORDER BY pair
