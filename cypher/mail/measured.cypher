// What was measured of some messages.
//
// @mode    read
// @param   ids      string[]
// @returns id       string
// @returns measured string

UNWIND $ids AS id
MATCH (e:Event {id: id})
WHERE e.measured IS NOT NULL
RETURN e.id AS id, e.measured AS measured
ORDER BY id
