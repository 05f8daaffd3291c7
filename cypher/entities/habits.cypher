// What is usual for something: for a person what they use, for anything else who uses it. The most used first.
//
// @mode    read
// @param   element      string
// @param   most         number
// @param   limit        number
// @returns relationship string
// @returns label        string
// @returns key          string
// @returns name         string | null
// @returns count        number
// @returns days         number
// @returns firstAt      Instant
// @returns lastAt       Instant

MATCH (n)
WHERE elementId(n) = $element
MATCH (n)-[h:SIGNS_IN_FROM|USES|READS|WRITES_TO]-(other)
WITH h, other LIMIT $most
WITH h, other, reduce(sum = 0, one IN h.counts | sum + one) AS count
RETURN type(h) AS relationship,
       labels(other)[0] AS label,
       toString(coalesce(other.id, other.address, other.url, other.code, other.number, other.name)) AS key,
       other.name AS name,
       count,
       size(h.days) AS days,
       h.firstAt AS firstAt,
       h.lastAt AS lastAt
ORDER BY count DESC, relationship, label, key
LIMIT $limit
