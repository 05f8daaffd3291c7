// What shares an event with some things, each with their places in `from`; what little touches first. Of more than `most`
// events, that many are looked at. With `known`, only what is among it.
//
// @mode    read
// @param   from     string[]
// @param   asOf     Instant | null
// @param   known    string[] | null
// @param   most     number
// @param   limit    number
// @returns to       string
// @returns label    string
// @returns key      string
// @returns degree   number
// @returns of       number[]

UNWIND range(0, size($from) - 1) AS place
MATCH (x)
WHERE elementId(x) = $from[place]
MATCH (x)-[:BY|FROM|ON|TO|BECAUSE]-(e:Event)
WITH place, x, e LIMIT $most
WHERE $asOf IS NULL OR e.at <= $asOf
MATCH (e)-[:BY|FROM|ON|TO|BECAUSE]-(y)
WHERE y <> x
WITH y, collect(DISTINCT place) AS of
WHERE ($known IS NULL OR elementId(y) IN $known) AND ($asOf IS NULL OR NOT y:Finding OR y.at <= $asOf)
WITH y, of, COUNT { (y)--() } AS degree, labels(y)[0] AS label,
     toString(coalesce(y.id, y.address, y.url, y.code, y.number, y.name)) AS key
ORDER BY degree, label, key
LIMIT $limit
RETURN elementId(y) AS to, label, key, degree, of
ORDER BY degree, label, key
