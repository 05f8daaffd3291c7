// What shares an event with some things, each pair once with its newest event; what little touches first. Of more than
// `most` events, that many are looked at.
//
// @mode    read
// @param   from     string[]
// @param   most     number
// @param   limit    number
// @returns from     string
// @returns to       string
// @returns label    string
// @returns key      string
// @returns title    string | null
// @returns at       Instant | null
// @returns degree   number
// @returns events   number
// @returns event    string
// @returns eventAt  Instant | null
// @returns says     string
// @returns enters   string
// @returns leaves   string

UNWIND $from AS element
MATCH (x)
WHERE elementId(x) = element
MATCH (x)-[r:BY|FROM|ON|TO|BECAUSE]-(e:Event)
WITH x, r, e LIMIT $most
MATCH (e)-[s:BY|FROM|ON|TO|BECAUSE]-(y)
WHERE y <> x
WITH x, y, count(DISTINCT e) AS events, max([coalesce(e.at, 0), e.id, type(r), type(s)]) AS newest
WITH x, y, events, newest, COUNT { (y)--() } AS degree, labels(y)[0] AS label,
     toString(coalesce(y.id, y.address, y.url, y.code, y.number, y.name)) AS key
ORDER BY degree, label, key
LIMIT $limit
MATCH (e:Event {id: newest[1]})
RETURN elementId(x) AS from, elementId(y) AS to, label, key, coalesce(y.title, y.name) AS title, y.at AS at, degree, events,
       e.id AS event, e.at AS eventAt, coalesce(e.operation, e.kind, e.record) AS says, newest[2] AS enters, newest[3] AS leaves
ORDER BY degree, label, key, from
