// The newest of the events that pairs of things share, and how many there are. Events are read at the first of each pair;
// of more than `most`, that many are looked at.
//
// @mode    read
// @param   pairs   string[][]
// @param   asOf    Instant | null
// @param   most    number
// @returns pair    number
// @returns events  number
// @returns event   string
// @returns eventAt Instant | null
// @returns says    string
// @returns enters  string
// @returns leaves  string

UNWIND range(0, size($pairs) - 1) AS pair
MATCH (a)
WHERE elementId(a) = $pairs[pair][0]
MATCH (a)-[r:BY|FROM|ON|TO|BECAUSE]-(e:Event)
WITH pair, r, e LIMIT $most
WHERE $asOf IS NULL OR e.at <= $asOf
MATCH (e)-[s:BY|FROM|ON|TO|BECAUSE]-(b)
WHERE elementId(b) = $pairs[pair][1]
WITH pair, count(DISTINCT e) AS events, max([coalesce(e.at, 0), e.id, type(r), type(s)]) AS newest
MATCH (e:Event {id: newest[1]})
RETURN pair, events, e.id AS event, e.at AS eventAt, coalesce(e.operation, e.kind, e.record) AS says,
       newest[2] AS enters, newest[3] AS leaves
ORDER BY pair
