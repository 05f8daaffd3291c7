// Every event up to a moment, as [name, value] pairs of what it says; its raw record and bookkeeping stay behind.
//
// @mode    read
// @param   after  string
// @param   until  Instant
// @param   limit  number
// @returns id     string
// @returns fields Pair[]

MATCH (e:Event)
WHERE e.id > $after AND 0 < e.at <= $until
WITH e ORDER BY e.id LIMIT $limit
RETURN e.id AS id,
       [key IN keys(e) WHERE NOT key IN ['raw', 'title', 'token', 'hash', 'seenIn', 'seenLine', 'generatedAt', 'arrivedAt', 'folded', 'parts', 'further', 'measured'] | [key, e[key]]] AS fields
ORDER BY id
