// What touched something, the newest first, after a place in that order; of what is touched more often than `most`, as
// far as that was looked at.
//
// @mode    read
// @param   element string
// @param   at      Instant
// @param   id      string
// @param   most    number
// @param   limit   number
// @returns event   Fields

MATCH (n)
WHERE elementId(n) = $element
MATCH (e:Event)-[:BY|FROM|ON|TO]->(n)
WITH DISTINCT e LIMIT $most
WITH e
WHERE e.at < $at OR (e.at = $at AND e.id > $id)
WITH e ORDER BY e.at DESC, e.id LIMIT $limit
RETURN e {.id, .kind, .source, .record, .at, .arrivedAt, .operation, .outcome, .actor, .address, .country, .userAgent} AS event
ORDER BY e.at DESC, e.id
