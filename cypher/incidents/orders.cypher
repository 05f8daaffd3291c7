// What some incidents hold, in the order of (at, id).
//
// @mode    read
// @param   ids      string[]
// @returns id       string
// @returns findings string[]

UNWIND $ids AS id
MATCH (i:Incident {id: id})
RETURN i.id AS id, i.findings AS findings
ORDER BY id
