// Takes or renews a lease on the server's clock, if nobody else holds a live one. No row: somebody does.
//
// @mode    write
// @param   name   string
// @param   owner  string
// @param   ttl    number
// @param   dead   string[]
// @returns fence  number

MERGE (l:JobLease {name: $name})
SET l.touched = timestamp()
WITH l
WHERE coalesce(l.until, 0) < timestamp() OR l.owner = $owner OR l.owner IN $dead
SET l.fence = coalesce(l.fence, 0) + CASE WHEN l.owner = $owner THEN 0 ELSE 1 END,
    l.owner = $owner,
    l.until = timestamp() + $ttl
RETURN l.fence AS fence
