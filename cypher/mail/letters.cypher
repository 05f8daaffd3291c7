// The messages themselves, as they were recorded.
//
// @mode    read
// @param   ids  string[]
// @returns id   string
// @returns hash string
// @returns raw  string

UNWIND $ids AS id
MATCH (e:Event {id: id})
WHERE e.raw IS NOT NULL
RETURN e.id AS id, e.hash AS hash, e.raw AS raw
ORDER BY id
