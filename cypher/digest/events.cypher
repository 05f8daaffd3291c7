// Every event by what it says, a page at a time.
//
// @mode    read
// @param   after string
// @param   limit number
// @returns id    string
// @returns hash  string
// @returns at    Instant
// @returns kind  string

MATCH (e:Event)
WHERE e.id > $after
RETURN e.id AS id, e.hash AS hash, e.at AS at, e.kind AS kind
ORDER BY id
LIMIT $limit
