// What is usual for something: for a person what they use, for anything else who uses it. The most used first. Either
// what points at an entity, or one way to habits with whatever it points at, traits too.
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
// @returns label        string
// @returns key          string
// @returns name         string | null
// @returns kind         string | null
// @returns isOwn        boolean
// @returns count        number
// @returns days         number
// @returns firstAt      Instant
// @returns lastAt       Instant

MATCH (n)
WHERE elementId(n) = $element
MATCH (n)-[h:SIGNS_IN_FROM|USES|READS|WRITES_TO|MAILS|HEARS_FROM|SHOWS]-(other)
WHERE ($relationship IS NULL AND type(h) <> 'SHOWS')
   OR (type(h) = $relationship AND $other IN labels(other) AND (startNode(h) = n) = $isOwn AND ($kind IS NULL OR other.kind = $kind))
WITH n, h, other LIMIT $most
WITH n, h, other, reduce(sum = 0, one IN h.counts | sum + one) AS count
WITH type(h) AS relationship,
     labels(other)[0] AS label,
     CASE WHEN other:Trait THEN other.value
          ELSE toString(coalesce(other.id, other.address, other.url, other.code, other.number, other.name)) END AS key,
     other.name AS name,
     CASE WHEN other:Trait THEN other.kind END AS kind,
     startNode(h) = n AS isOwn,
     count,
     size(h.days) AS days,
     h.firstAt AS firstAt,
     h.lastAt AS lastAt
RETURN relationship, label, key, name, kind, isOwn, count, days, firstAt, lastAt
ORDER BY count DESC, relationship, label, key
LIMIT $limit
