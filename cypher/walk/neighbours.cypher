// What something is tied to, by events that touch both and directly, in the order of how little else touches it. Of what is
// touched more often than `most`, that much is looked at, and of that the newest `events` are walked.
//
// @mode    read
// @param   element   string
// @param   labels    string[] | null
// @param   most      number
// @param   events    number
// @param   limit     number
// @returns label     string
// @returns key       string
// @returns name      string | null
// @returns kind      string | null
// @returns ways      (string | null)[][]
// @returns events    number
// @returns firstAt   Instant | null
// @returns lastAt    Instant | null
// @returns elsewhere number

MATCH (n)
WHERE elementId(n) = $element
WITH n, COLLECT {
       MATCH (e:Event)-[r:BY|FROM|ON|TO]->(n)
       WITH n, e, r LIMIT $most
       WITH n, e, r ORDER BY e.at DESC, e.id LIMIT $events
       MATCH (e)-[s:BY|FROM|ON|TO]->(other)
       WHERE other <> n AND ($labels IS NULL OR labels(other)[0] IN $labels)
       WITH other, count(DISTINCT e) AS events, count(DISTINCT s) AS ties, min(e.at) AS firstAt, max(e.at) AS lastAt,
            collect(DISTINCT [type(r), type(s)]) AS ways
       RETURN {other: other, ways: ways, events: events, ties: ties, firstAt: firstAt, lastAt: lastAt}
     } AS shared
WITH n, shared, COLLECT {
       MATCH (n)-[d:OWNS|IN|WORKS_IN|SIGNS_IN_FROM|USES|READS|WRITES_TO]-(other)
       WHERE $labels IS NULL OR labels(other)[0] IN $labels
       WITH d, other LIMIT $events
       WITH other, count(d) AS ties, min(d.firstAt) AS firstAt, max(d.lastAt) AS lastAt, collect(DISTINCT [type(d), null]) AS ways
       RETURN {other: other, ways: ways, events: 0, ties: ties, firstAt: firstAt, lastAt: lastAt}
     } AS direct
UNWIND shared + direct AS one
WITH one.other AS other, one
WITH other,
     reduce(all = [], ways IN collect(one.ways) | all + ways) AS ways,
     sum(one.events) AS events,
     COUNT { (other)--() } - sum(one.ties) AS elsewhere,
     min(one.firstAt) AS firstAt,
     max(one.lastAt) AS lastAt
WITH other, ways, events, elsewhere, firstAt, lastAt, labels(other)[0] AS label,
     toString(coalesce(other.id, other.address, other.url, other.code, other.number, other.name)) AS key
ORDER BY elsewhere, events DESC, lastAt DESC, label, key
LIMIT $limit
RETURN label, key, other.name AS name, other.kind AS kind, ways, events, firstAt, lastAt, elsewhere
ORDER BY elsewhere, events DESC, lastAt DESC, label, key
