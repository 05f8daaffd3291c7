// The habits at an entity day by day, its own and those others have of it, the most used first: all, or one way to them.
//
// @mode    read
// @param   element      string
// @param   relationship string | null
// @param   other        string
// @param   kind         string | null
// @param   isOwn        boolean
// @param   most         number
// @param   limit        number
// @returns relationship string
// @returns other        string
// @returns key          string
// @returns name         string | null
// @returns kind         string | null
// @returns isOwn        boolean
// @returns days         number[]
// @returns counts       number[]
// @returns firstAt      Instant
// @returns lastAt       Instant

MATCH (n)
WHERE elementId(n) = $element
MATCH (n)-[h:SIGNS_IN_FROM|USES|READS|WRITES_TO|MAILS|HEARS_FROM|SHOWS]-(v)
WHERE $relationship IS NULL
   OR (type(h) = $relationship AND $other IN labels(v) AND (startNode(h) = n) = $isOwn AND ($kind IS NULL OR v.kind = $kind))
WITH n, h, v LIMIT $most
WITH n, h, v,
     CASE WHEN v:Trait THEN v.value ELSE toString(coalesce(v.id, v.address, v.url, v.code, v.number, v.name)) END AS key,
     reduce(sum = 0, one IN h.counts | sum + one) AS count
ORDER BY count DESC, type(h), key, elementId(h)
LIMIT $limit
RETURN type(h) AS relationship,
       labels(v)[0] AS other,
       key,
       v.name AS name,
       CASE WHEN v:Trait THEN v.kind END AS kind,
       startNode(h) = n AS isOwn,
       h.days AS days,
       h.counts AS counts,
       h.firstAt AS firstAt,
       h.lastAt AS lastAt
