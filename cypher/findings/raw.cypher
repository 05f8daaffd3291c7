// The raw records of some events, each up to `longest` characters.
//
// @mode    read
// @param   ids     string[]
// @param   longest number
// @returns id      string
// @returns raw     string

UNWIND $ids AS wanted
MATCH (e:Event {id: wanted})
WHERE e.raw IS NOT NULL
RETURN e.id AS id, left(e.raw, $longest) AS raw
ORDER BY id
